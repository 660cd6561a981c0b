/** The transition matrix of one month: who moved from which stage to which, all contacts together. */
import {
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
import type { SummaryView } from '@rapport/shared/contract-home.ts';
import { counted } from '@rapport/shared/page-viewer.ts';
import { stageWord } from '@rapport/shared/stage-word.ts';
import { useState } from 'react';
import type { SectionProps } from './Overview.tsx';

export function MoveTable({ viewer, texts, summary }: SectionProps & { summary: SummaryView }) {
  const newest = summary.months.at(-1)?.month ?? null;
  const [chosen, setChosen] = useState<string | null>(null);
  const month = summary.months.find((it) => it.month === (chosen ?? newest));
  if (month === undefined) return <Text>{texts.noMoves}</Text>;
  return (
    <Flex direction="column" gap="sm">
      <Select
        label={texts.month}
        name="month"
        value={month.month}
        options={[...summary.months]
          .reverse()
          .map((it) => ({ value: it.month, label: monthWord(it.month, viewer.locale) }))}
        onChange={(value) => setChosen(String(value))}
      />
      <Table bordered={true} density="condensed">
        <TableHead>
          <TableRow>
            <TableHeader width="auto">{texts.from}</TableHeader>
            <TableHeader width="auto">{texts.to}</TableHeader>
            <TableHeader width="min">{texts.moves}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {month.moves.map(({ from, to, count }) => (
            <TableRow key={`${from} ${to}`}>
              <TableCell>
                <Text>{stageWord(from, viewer.language)}</Text>
              </TableCell>
              <TableCell>
                <Text>{stageWord(to, viewer.language)}</Text>
              </TableCell>
              <TableCell>
                <Text>{counted(count, texts.few, viewer)}</Text>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Text variant="microcopy">
        {`${texts.moves}: ${counted(month.total, texts.few, viewer)}. ${texts.movesNote}`}
      </Text>
    </Flex>
  );
}

function monthWord(month: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}
