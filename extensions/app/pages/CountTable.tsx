/** Counts with their share, each a way to the contacts behind it. */
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, Text } from '@hubspot/ui-extensions';
import { PageLink } from '@hubspot/ui-extensions/pages';
import type { HomeTexts } from '@rapport/shared/home-texts.ts';
import { counted, share } from '@rapport/shared/page-viewer.ts';
import type { Viewer } from '@rapport/shared/viewer.ts';

export type CountRow = {
  readonly key: string;
  readonly label: string;
  readonly count: number | null;
  readonly to: { readonly by: string; readonly value: string };
};

type CountTableProps = {
  heading: string;
  rows: readonly CountRow[];
  /** Of how many; null where that is not known. */
  total: number | null;
  viewer: Viewer;
  texts: HomeTexts;
};

export function CountTable({ heading, rows, total, viewer, texts }: CountTableProps) {
  if (rows.length === 0) return <Text>{texts.none}</Text>;
  return (
    <Table bordered={true} density="condensed">
      <TableHead>
        <TableRow>
          <TableHeader width="max">{heading}</TableHeader>
          <TableHeader width="min" align="right">
            {texts.contacts}
          </TableHeader>
          <TableHeader width="min" align="right">
            {texts.share}
          </TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(({ key, label, count, to }) => (
          <TableRow key={key}>
            <TableCell width="max">
              <PageLink to="/list/:by/:value" params={{ ...to }}>
                {label}
              </PageLink>
            </TableCell>
            <TableCell width="min" align="right">
              <Text>{counted(count, texts.few, viewer)}</Text>
            </TableCell>
            <TableCell width="min" align="right">
              <Text>
                {count === null || total === null || total === 0 ? '' : share(count / total, viewer)}
              </Text>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
