/** The one thing to do now, on which channel, and what not to do. */
import { Flex, Icon, Inline, Text, Tile } from '@hubspot/ui-extensions';
import type { ReadyCard } from './contract.ts';
import { SectionTitle } from './SectionTitle.tsx';
import { textsFor } from './texts.ts';
import type { Viewer } from './viewer.ts';

export function NextStep({ card, viewer }: { card: ReadyCard; viewer: Viewer }) {
  return (
    <Tile compact={true}>
      <Flex direction="column" gap="flush">
        <Inline gap="xs" align="center">
          <Icon name="bulb" size="sm" />
          <SectionTitle>{title(card, viewer)}</SectionTitle>
        </Inline>
        <Text>{card.nextStep}</Text>
        {card.never !== undefined && (
          <Text variant="microcopy">{`${textsFor(viewer.language).never}: ${card.never}`}</Text>
        )}
      </Flex>
    </Tile>
  );
}

function title({ nextStepOn }: ReadyCard, viewer: Viewer): string {
  const texts = textsFor(viewer.language);
  const channel = nextStepOn ? texts.panels.guardrails.channels[nextStepOn] : null;
  return channel === null ? texts.nextStep : `${texts.nextStep} · ${channel}`;
}
