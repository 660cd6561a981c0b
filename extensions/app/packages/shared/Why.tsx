/** Why this stage and what comes next: the evidence, what would move it, and the curve. */
import { Flex } from '@hubspot/ui-extensions';
import type { ReadyCard } from './contract.ts';
import { EvidenceTable } from './EvidenceTable.tsx';
import { VitalityChart } from './VitalityChart.tsx';
import type { Viewer } from './viewer.ts';
import { WhatWouldMove } from './WhatWouldMove.tsx';

export function Why({ card, viewer }: { card: ReadyCard; viewer: Viewer }) {
  const curve = card.panels?.curve ?? null;
  return (
    <Flex direction="column" gap="md">
      <EvidenceTable card={card} viewer={viewer} />
      <WhatWouldMove card={card} viewer={viewer} />
      {curve !== null && <VitalityChart card={card} curve={curve} viewer={viewer} />}
    </Flex>
  );
}
