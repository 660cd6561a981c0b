/** What would change the stage, and what would not: both, so that nobody wastes a message on it. */
import { AutoGrid, Flex, Icon, Text } from '@hubspot/ui-extensions';
import type { Move, ReadyCard } from './contract.ts';
import { SectionTitle } from './SectionTitle.tsx';
import { stagesFor, textsFor } from './texts.ts';
import type { Viewer } from './viewer.ts';

const columnWidth = 240;

/** More is not read. */
const atMost = 3;

export function WhatWouldMove({ card, viewer }: { card: ReadyCard; viewer: Viewer }) {
  const inVain = movesInVain(card.wouldNotMove);
  if (card.wouldMove.length === 0 && inVain.length === 0) return null;
  const texts = textsFor(viewer.language);
  return (
    <AutoGrid columnWidth={columnWidth} flexible={true} gap="md">
      <Moves title={texts.wouldMove} moves={card.wouldMove} icon="right" viewer={viewer} />
      <Moves title={texts.wouldNotMove} moves={inVain} icon="block" viewer={viewer} />
    </AutoGrid>
  );
}

/** What a rep could waste an hour on comes first: our own messages. What the contact does is never in vain. */
function movesInVain(moves: readonly Move[]): readonly Move[] {
  const ours = moves.filter(({ act }) => act.startsWith('our_'));
  return (ours.length > 0 ? ours : moves).slice(0, atMost);
}

type MovesProps = { title: string; moves: readonly Move[]; icon: 'right' | 'block'; viewer: Viewer };

function Moves({ title, moves, icon, viewer }: MovesProps) {
  if (moves.length === 0) return null;
  const stages = stagesFor(viewer);
  return (
    <Flex direction="column" gap="xs">
      <SectionTitle>{title}</SectionTitle>
      {moves.map(({ act, sentence, stage }) => (
        <Flex key={act} direction="row" gap="xs" align="start" wrap="nowrap">
          <Icon name={icon} size="sm" />
          <Text>{stage === null ? sentence : `${sentence} → ${stages[stage]}`}</Text>
        </Flex>
      ))}
    </Flex>
  );
}
