/** Three facts side by side: how alive it is, how long the stage holds and what comes then, when we last heard. */
import { AutoGrid, Flex, Text } from '@hubspot/ui-extensions';
import type { ReadyCard } from './contract.ts';
import { stagesFor, textsFor } from './texts.ts';
import { day, percent, type Viewer } from './viewer.ts';

type Fact = { readonly label: string; readonly value: string; readonly note: string | null };

/** Pixels: three beside each other in a tab, two in a sidebar. */
const columnWidths = { tab: 170, sidebar: 125 } as const;

export type Place = keyof typeof columnWidths;

export function Outlook({ card, viewer, place }: { card: ReadyCard; viewer: Viewer; place: Place }) {
  return (
    <AutoGrid columnWidth={columnWidths[place]} flexible={true} gap="md">
      {facts(card, viewer, place).map(({ label, value, note }) => (
        <Flex key={label} direction="column" gap="flush">
          <Text variant="microcopy">{label}</Text>
          <Text format={{ fontWeight: 'demibold' }}>{value}</Text>
          {note !== null && <Text variant="microcopy">{note}</Text>}
        </Flex>
      ))}
    </AutoGrid>
  );
}

function facts(card: ReadyCard, viewer: Viewer, place: Place): readonly Fact[] {
  const first = [horizon(card, viewer), chance(card, viewer)];
  return place === 'sidebar' ? first : [...first, lastHeard(card, viewer)].filter((it) => it !== null);
}

function horizon({ holdsUntil, nextStage }: ReadyCard, viewer: Viewer): Fact {
  const texts = textsFor(viewer.language);
  if (holdsUntil === null) return { label: texts.holdsUntil, value: texts.holdsOpen, note: texts.onlyByAct };
  const then =
    nextStage === null
      ? texts.ifSilent
      : `${texts.thenStage(stagesFor(viewer)[nextStage])}, ${texts.ifSilent}`;
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
