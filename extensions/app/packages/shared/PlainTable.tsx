/** A small table: a line of headings, and rows of what belongs below them. */
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';

/** `width`: `max` takes what the others leave, `min` no more than its words. */
export type Column = { readonly title: string; readonly width: 'min' | 'max' | 'auto' };

/** One cell for each column; words are set as text. */
export type Row = { readonly key: string; readonly cells: readonly ReactNode[] };

export function PlainTable({ columns, rows }: { columns: readonly Column[]; rows: readonly Row[] }) {
  return (
    <Table bordered={false} flush={true} density="condensed">
      <TableHead>
        <TableRow>
          {columns.map(({ title, width }) => (
            <TableHeader key={title} width={width}>
              {title}
            </TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(({ key, cells }) => (
          <TableRow key={key}>
            {columns.map(({ title, width }, place) => (
              <TableCell key={title} width={width}>
                <Cell>{cells[place]}</Cell>
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Cell({ children }: { children: ReactNode }) {
  return typeof children === 'string' ? <Text>{children}</Text> : children;
}
