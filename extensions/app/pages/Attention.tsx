/** How contacts spread over the four sectors, and whether the attention given is what it pays to give. */
import { Flex, Text } from '@hubspot/ui-extensions';
import type { SummaryView } from '@rapport/shared/contract-home.ts';
import { SectionTitle } from '@rapport/shared/SectionTitle.tsx';
import { CountTable } from './CountTable.tsx';
import type { SectionProps } from './Overview.tsx';

export function Attention({ viewer, texts, summary }: SectionProps & { summary: SummaryView }) {
  const sum = (counts: SummaryView['stages']) => counts.reduce((all, { count }) => all + (count ?? 0), 0);
  const gaps = [...summary.gaps].sort((a, b) => Number(a.key) - Number(b.key));
  return (
    <Flex direction="column" gap="md">
      <CountTable
        heading={texts.quadrant}
        rows={summary.quadrants.map(({ key, count }) => ({
          key,
          count,
          label: texts.quadrants[key] ?? key,
          to: { by: 'quadrant', value: key },
        }))}
        total={sum(summary.quadrants)}
        viewer={viewer}
        texts={texts}
      />
      <SectionTitle>{texts.gap}</SectionTitle>
      <Text variant="microcopy">{texts.gapNote}</Text>
      <CountTable
        heading={texts.gap}
        rows={gaps.map(({ key, count }) => ({
          key,
          count,
          label: texts.gapWords(Number(key)),
          to: { by: 'gap', value: key },
        }))}
        total={sum(gaps)}
        viewer={viewer}
        texts={texts}
      />
    </Flex>
  );
}
