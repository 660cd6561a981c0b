/** The transition matrix of one month: who moved from which stage to which, all contacts together. */
import {
  AutoGrid,
  Flex,
  Select,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { MonthView, SummaryView } from '@rapport/shared/contract-home.ts';
import { counted } from '@rapport/shared/page-viewer.ts';
import { stageOrder, stageWord } from '@rapport/shared/stage-word.ts';
import { monthWord } from '@rapport/shared/viewer.ts';
import { useState } from 'react';
import type { SectionProps } from './Overview.tsx';

export function MoveTable(props: SectionProps & { summary: SummaryView }) {
  const { viewer, texts, summary } = props;
  const newest = summary.months.at(-1)?.month ?? null;
  const [chosen, setChosen] = useState(newest);
  const month = summary.months.find((it) => it.month === chosen) ?? summary.months.at(-1);
  if (month === undefined) return <Text>{texts.noMoves}</Text>;
  return (
    <Flex direction="column" gap="md">
      <AutoGrid columnWidth={320}>
        <Select
          label={texts.month}
          name="month"
          value={month.month}
          options={summary.months
            .map((it) => ({ value: it.month, label: monthWord(it.month, viewer) }))
            .reverse()}
          onChange={(value) => setChosen(String(value))}
        />
      </AutoGrid>
      <Matrix month={month} {...props} />
      <Text variant="microcopy">
        {`${texts.moves}: ${counted(month.total, texts.few, viewer)}. ${texts.movesNote}`}
      </Text>
    </Flex>
  );
}

function Matrix({ month, viewer, texts }: SectionProps & { month: MonthView }) {
  const inOrder = (stages: readonly string[]) =>
    [...new Set(stages)].sort((a, b) => stageOrder(a) - stageOrder(b));
  const from = inOrder(month.moves.map((move) => move.from));
  const to = inOrder(month.moves.map((move) => move.to));
  const word = (stage: string) => stageWord(stage, viewer.language);
  return (
    <Table bordered={true} density="compact">
      <TableHead>
        <TableRow>
          <TableHeader width="min">{texts.fromTo}</TableHeader>
          {to.map((stage) => (
            <TableHeader key={stage} width="auto" align="right">
              {word(stage)}
            </TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {from.map((start) => (
          <TableRow key={start}>
            <TableCell width="min">
              <Text format={{ fontWeight: 'demibold' }}>{word(start)}</Text>
            </TableCell>
            {to.map((end) => {
              const move = month.moves.find((it) => it.from === start && it.to === end);
              return (
                <TableCell key={end} align="right">
                  {move === undefined ? '' : counted(move.count, texts.fewShort, viewer)}
                </TableCell>
              );
            })}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
