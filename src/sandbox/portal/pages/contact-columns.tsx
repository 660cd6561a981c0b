/** The columns of the contact list: standard ones, and those of the app once its properties exist in the portal. */
import type { ReactNode } from 'react';
import type { ContactRow } from '../../sandbox-api-for-pages.ts';
import type { Catalog } from '../api/use-catalog.ts';
import { recordPath } from '../router.ts';
import { A } from '../ui/A.tsx';
import { Avatar } from '../ui/Avatar.tsx';
import { FlightMark, StageTag } from '../ui/StageTag.tsx';
import { parseTime, wordDate, wordValue } from '../words.ts';

export type ColumnContext = {
  readonly portalId: number;
  readonly timeZone: string;
  readonly catalog: Catalog;
};

export type Column = {
  /** The property that is read, and sorted by. */
  readonly property: string;
  readonly label: string;
  readonly align?: 'right';
  cell(row: ContactRow, context: ColumnContext): ReactNode;
};

const textOf = (row: ContactRow, name: string) => row.properties[name] ?? '';

export const stageProperty = 'rapport_stage';

const standard: readonly Column[] = [
  {
    property: 'firstname',
    label: 'Name',
    cell: (row, { portalId }) => (
      <A href={recordPath(portalId, '0-1', row.id)} className="name-link">
        <Avatar title={row.title} />
        {row.title}
      </A>
    ),
  },
  {
    property: 'email',
    label: 'Email',
    cell: (row) => <span className="quiet">{textOf(row, 'email') || '--'}</span>,
  },
];

const ours: readonly Column[] = [
  {
    property: stageProperty,
    label: 'Relationship stage',
    cell: (row, { catalog }) => (
      <StageTag value={textOf(row, stageProperty)} property={catalog.find(stageProperty)} />
    ),
  },
  {
    property: 'rapport_flight',
    label: 'Direction',
    cell: (row, { catalog }) => (
      <FlightMark value={textOf(row, 'rapport_flight')} property={catalog.find('rapport_flight')} />
    ),
  },
  {
    property: 'rapport_vitality',
    label: 'Vitality',
    cell: (row) => <Vitality value={textOf(row, 'rapport_vitality')} />,
  },
  {
    property: 'rapport_holds_until',
    label: 'Holds until',
    cell: (row) => <Day value={textOf(row, 'rapport_holds_until')} />,
  },
  {
    property: 'rapport_next_stage_if_silent',
    label: 'Then, if silent',
    cell: (row, { catalog, timeZone }) => (
      <span className="quiet">
        {wordValue(
          textOf(row, 'rapport_next_stage_if_silent'),
          catalog.find('rapport_next_stage_if_silent'),
          timeZone,
        ) || '--'}
      </span>
    ),
  },
];

const whenNotInstalled: readonly Column[] = [
  { property: 'company', label: 'Company', cell: (row) => textOf(row, 'company') || '--' },
  { property: 'jobtitle', label: 'Job title', cell: (row) => textOf(row, 'jobtitle') || '--' },
];

export function columnsFor(catalog: Catalog): readonly Column[] {
  const installed = ours.filter(({ property }) => catalog.find(property));
  return [...standard, ...(installed.length > 0 ? installed : whenNotInstalled)];
}

/** Dates that a rule computed begin at 00:00 UTC, so the day is worded in UTC. */
function Day({ value }: { value: string }) {
  const at = value === '' ? null : parseTime(value);
  return at === null ? <span className="quiet">--</span> : <time>{wordDate(at, 'UTC')}</time>;
}

function Vitality({ value }: { value: string }) {
  if (value === '') return <span className="quiet">--</span>;
  return (
    <span className="vitality">
      <span aria-hidden="true">
        <i style={{ width: `${Math.min(Math.max(Number(value), 0), 100)}%` }} />
      </span>
      {value} %
    </span>
  );
}
