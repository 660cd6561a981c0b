/** What changes how the rest of the card is to be read: a stage set by hand, an alert put aside, a complaint that is open. */
import { Alert, Button, Flex, Text } from '@hubspot/ui-extensions';
import { clockWords, isLate } from './clock-words.ts';
import type { ReadyCard, RecoveryPanel, StageOverride } from './contract.ts';
import { stagesFor, textsFor } from './texts.ts';
import { day, type Viewer } from './viewer.ts';

type Props = {
  card: ReadyCard;
  viewer: Viewer;
  /** Takes a correction back; absent on cards where nothing is corrected. */
  undo?: (id: string) => void;
};

export function Banners({ card, viewer, undo }: Props) {
  const recovery = card.panels?.recovery ?? null;
  return (
    <>
      {recovery?.pausesAutomation === true && <OpenFight recovery={recovery} viewer={viewer} />}
      {card.override && <ByHand override={card.override} card={card} viewer={viewer} undo={undo} />}
      {/* A card is stored until something else changes: the time of a snooze may be over meanwhile. */}
      {card.snooze && Date.parse(card.snooze.until) > Date.now() && (
        <Alert
          title={textsFor(viewer.language).corrections.snoozed(day(card.snooze.until, viewer))}
          variant="info"
        >
          <Flex direction="column" gap="xs" align="start">
            <Text>{card.snooze.reason}</Text>
            <TakeBack id={card.snooze.id} viewer={viewer} undo={undo} />
          </Flex>
        </Alert>
      )}
    </>
  );
}

function OpenFight({ recovery, viewer }: { recovery: RecoveryPanel; viewer: Viewer }) {
  const texts = textsFor(viewer.language).panels.recovery;
  const title = texts.since(
    texts.title[recovery.kind],
    day(recovery.openedAt, viewer),
    texts.outcomes[recovery.outcome],
  );
  return (
    <Alert title={title} variant={isLate(recovery.acknowledgement) ? 'danger' : 'warning'}>
      <Text>{clockWords(recovery.acknowledgement, viewer)}</Text>
    </Alert>
  );
}

type ByHandProps = {
  override: StageOverride;
  card: ReadyCard;
  viewer: Viewer;
  undo: Props['undo'] | undefined;
};

/** The disagreement stands beside the stage set by hand, so that nobody forgets what the signs say. */
function ByHand({ override, card, viewer, undo }: ByHandProps) {
  const { corrections } = textsFor(viewer.language);
  const stages = stagesFor(viewer);
  const { shadow } = override;
  const agrees = shadow.stage === card.stage;
  const said = shadow.stage === null ? null : stages[shadow.stage];
  return (
    <Alert
      title={corrections.override(override.by, day(override.until, viewer))}
      variant={agrees ? 'info' : 'warning'}
    >
      <Flex direction="column" gap="xs" align="start">
        <Text>{override.reason}</Text>
        <Text>{agrees ? corrections.agrees : `${corrections.disagrees(said)} ${shadow.sentence}`}</Text>
        <TakeBack id={override.id} viewer={viewer} undo={undo} />
      </Flex>
    </Alert>
  );
}

type TakeBackProps = { id: string; viewer: Viewer; undo: Props['undo'] | undefined };

function TakeBack({ id, viewer, undo }: TakeBackProps) {
  if (undo === undefined) return null;
  return (
    <Button size="xs" variant="secondary" onClick={() => undo(id)}>
      {textsFor(viewer.language).corrections.takeBack}
    </Button>
  );
}
