/** Three facts side by side: how alive it is, how long the stage holds and what comes then, when we last heard. */
import { AutoGrid, Flex, Text } from '@hubspot/ui-extensions';
import type { ReadyCard } from './contract.ts';
import { textsFor } from './texts.ts';
import { day, percent, type Viewer } from './viewer.ts';

type Fact = { readonly label: string; readonly value: string; readonly note: string | null };

/** Wide enough for a German date and a stage name on one line; a sidebar shows them one below the other. */
const columnWidth = 170;

export function Outlook({ card, viewer }: { card: ReadyCard; viewer: Viewer }) {
  return (
    <AutoGrid columnWidth={columnWidth} flexible={true} gap="md">
      {facts(card, viewer).map(({ label, value, note }) => (
        <Flex key={label} direction="column" gap="flush">
          <Text variant="microcopy">{label}</Text>
          <Text format={{ fontWeight: 'demibold' }}>{value}</Text>
          {note !== null && <Text variant="microcopy">{note}</Text>}
        </Flex>
      ))}
    </AutoGrid>
  );
}

export function facts(card: ReadyCard, viewer: Viewer): readonly Fact[] {
  return [horizon(card, viewer), chance(card, viewer), lastHeard(card, viewer)].filter((it) => it !== null);
}

function horizon({ holdsUntil, nextStage }: ReadyCard, viewer: Viewer): Fact {
  const texts = textsFor(viewer.language);
  if (holdsUntil === null) return { label: texts.holdsUntil, value: texts.holdsOpen, note: texts.onlyByAct };
  const then =
    nextStage === null ? texts.ifSilent : `${texts.thenStage(texts.stages[nextStage])}, ${texts.ifSilent}`;
  return { label: texts.holdsUntil, value: day(holdsUntil, viewer), note: then };
}

function chance({ vitality, horizonDays }: ReadyCard, viewer: Viewer): Fact {
  const texts = textsFor(viewer.language);
  const label = texts.chance(horizonDays);
  if (vitality === null) return { label, value: texts.neverHeard, note: null };
  return { label, value: texts.chanceWords(vitality), note: percent(vitality, viewer) };
}

function lastHeard({ lastTouchAt }: ReadyCard, viewer: Viewer): Fact | null {
  if (lastTouchAt === null) return null;
  return { label: textsFor(viewer.language).lastHeard, value: day(lastTouchAt, viewer), note: null };
}
