/** How many contacts are in each stage, as a chart and as a table whose rows lead to the contacts. */
import { BarChart, Flex } from '@hubspot/ui-extensions';
import { stageNames } from '@rapport/shared/contract.ts';
import type { SummaryView } from '@rapport/shared/contract-home.ts';
import { stageOrder, stageWord } from '@rapport/shared/stage-word.ts';
import { CountTable } from './CountTable.tsx';
import type { SectionProps } from './Overview.tsx';

export function StageCounts({ viewer, texts, summary }: SectionProps & { summary: SummaryView }) {
  const rows = [...summary.stages].sort((a, b) => stageOrder(a.key) - stageOrder(b.key));
  const word = (key: string) => stageWord(key, viewer.language);
  // Drawn are the ten stages; who has none is in the table.
  const drawn = rows.flatMap(({ key, count }) =>
    count === null || !stageNames.some((name) => name === key)
      ? []
      : [{ [texts.stage]: word(key), [texts.contacts]: count }],
  );
  return (
    <Flex direction="column" gap="md">
      {drawn.length > 0 && (
        <BarChart
          data={drawn}
          axes={{
            x: { field: texts.stage, fieldType: 'category', label: texts.stage },
            y: { field: texts.contacts, fieldType: 'linear', label: texts.contacts },
          }}
          options={{ title: texts.contacts, showLegend: false }}
        />
      )}
      <CountTable
        heading={texts.stage}
        rows={rows.map(({ key, count }) => ({
          key,
          count,
          label: word(key),
          to: { by: 'stage', value: key },
        }))}
        total={summary.contacts}
        viewer={viewer}
        texts={texts}
      />
    </Flex>
  );
}
