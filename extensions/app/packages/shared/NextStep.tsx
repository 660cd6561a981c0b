/** The one thing to do now. */
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
          <SectionTitle>{textsFor(viewer.language).nextStep}</SectionTitle>
        </Inline>
        <Text>{card.nextStep}</Text>
      </Flex>
    </Tile>
  );
}
