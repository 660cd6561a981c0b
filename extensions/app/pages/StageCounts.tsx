/** How many contacts are in each stage, as a chart and as a table whose rows lead to the contacts. */
import { BarChart, Flex } from '@hubspot/ui-extensions';
import { stageNames } from '@rapport/shared/contract.ts';
import type { SummaryView } from '@rapport/shared/contract-home.ts';
import { stageWord } from '@rapport/shared/stage-word.ts';
import { CountTable } from './CountTable.tsx';
import type { SectionProps } from './Overview.tsx';

export function StageCounts({ viewer, texts, summary }: SectionProps & { summary: SummaryView }) {
  const order: readonly string[] = [...stageNames, 'not_enough_evidence', 'not_assessed'];
  const rows = [...summary.stages].sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
  const word = (key: string) => stageWord(key, viewer.language);
  const drawn = rows.flatMap(({ key, count }) =>
    count === null ? [] : [{ [texts.stage]: word(key), [texts.contacts]: count }],
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
          options={{ title: texts.tabs.stages }}
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
