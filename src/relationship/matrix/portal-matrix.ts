import { dayOf, msPerDay } from '../signal/timeline.ts';
import type { Sector } from '../stage/stage-settings.ts';
import type { MatrixSettings } from './matrix-settings.ts';
import type { Purchase } from './purchases.ts';
import type { ReadQuestionnaire } from './questionnaire.ts';

/** The matrix of a whole portal: how contacts and revenue spread over the sectors, and how much revenue has a name. */
export type PortalMatrix = {
  readonly contacts: number;
  readonly bySector: Readonly<Record<Sector, SectorCount>>;
  /** Oldest first, the last `months` calendar months in UTC with the present one. */
  readonly identifiedShare: readonly MonthShare[];
};

export type SectorCount = {
  readonly contacts: number;
  /** Share of all contacts, 0..1; 0 in an empty portal. */
  readonly share: number;
  /** Revenue of the window in the home currency. */
  readonly revenue: number;
  /** Share of all revenue that can be added, 0..1; null without any. */
  readonly revenueShare: number | null;
};

export type MonthShare = {
  /** As `2026-05`. */
  readonly month: string;
  /** Revenue of buyers with a key of their own, in the home currency. */
  readonly identified: number;
  /** All revenue, that without a name included; null where nobody knows how much that is. */
  readonly total: number | null;
  /** Identified as a share of all, 0..1; null where the total is not known or nothing was sold. */
  readonly share: number | null;
};

/** One contact as the portal view reads it. */
export type MatrixRow = {
  readonly quadrant: Sector;
  /** The contact has a key of its own, so its purchases are identified ones whatever its quadrant. */
  readonly hasKey: boolean;
  readonly purchases: readonly Purchase[];
};

export type PortalMatrixOptions = {
  /** So many months are shown. */
  readonly months: number;
  /** All revenue of a month as the books have it, by `2026-05`; where given nothing is estimated. */
  readonly bookedRevenue?: Readonly<Record<string, number>>;
};

type Sums = Record<Sector, { contacts: number; revenue: number }>;

/** One pass over all contacts. What cannot be added (see `Purchase.amount`) is in no sum of money. */
export function portalMatrix(
  rows: Iterable<MatrixRow>,
  questionnaire: ReadQuestionnaire,
  settings: MatrixSettings,
  now: number,
  options: PortalMatrixOptions,
): PortalMatrix {
  const months = monthsUntil(now, options.months);
  const firstDay = dayOf(now) - settings.windowDays;
  const sums = emptySums();
  let contacts = 0;
  for (const row of rows) {
    contacts += 1;
    const sum = sums[row.quadrant];
    sum.contacts += 1;
    for (const purchase of row.purchases) {
      if (purchase.amount === null || purchase.at > now) continue;
      if (purchase.day > firstDay) sum.revenue += purchase.amount;
      addToMonth(months, row, purchase, purchase.amount, questionnaire);
    }
  }
  return {
    contacts,
    bySector: toSectorCounts(sums, contacts),
    identifiedShare: months.list.map((month) => toShare(month, options.bookedRevenue?.[month.name])),
  };
}

function emptySums(): Sums {
  const none = () => ({ contacts: 0, revenue: 0 });
  return {
    direct_identified: none(),
    direct_unidentified: none(),
    indirect_identified: none(),
    indirect_unidentified: none(),
    undetermined: none(),
  };
}

function toSectorCounts(sums: Sums, contacts: number): Record<Sector, SectorCount> {
  const all = Object.values(sums).reduce((total, sum) => total + sum.revenue, 0);
  const count = (sector: Sector): SectorCount => ({
    contacts: sums[sector].contacts,
    share: contacts === 0 ? 0 : sums[sector].contacts / contacts,
    revenue: sums[sector].revenue,
    revenueShare: all > 0 ? sums[sector].revenue / all : null,
  });
  return {
    direct_identified: count('direct_identified'),
    direct_unidentified: count('direct_unidentified'),
    indirect_identified: count('indirect_identified'),
    indirect_unidentified: count('indirect_unidentified'),
    undetermined: count('undetermined'),
  };
}

type Month = {
  readonly name: string;
  readonly startDay: number;
  identified: number;
  total: number;
  isKnown: boolean;
};

type Months = {
  readonly list: readonly Month[];
  readonly startDays: readonly number[];
  readonly endDay: number;
};

function monthsUntil(now: number, count: number): Months {
  const date = new Date(now);
  const starts = Array.from({ length: Math.max(0, Math.floor(count)) + 1 }, (_, i) =>
    Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1 - i, 1),
  ).reverse();
  const list = starts.slice(0, -1).map(
    (start): Month => ({
      name: new Date(start).toISOString().slice(0, 7),
      startDay: start / msPerDay,
      identified: 0,
      total: 0,
      isKnown: true,
    }),
  );
  return { list, startDays: list.map((month) => month.startDay), endDay: (starts.at(-1) ?? 0) / msPerDay };
}

/** Revenue without a name is in no CRM: the questionnaire's share of it says how much more there was. */
function addToMonth(
  months: Months,
  row: MatrixRow,
  purchase: Purchase,
  amount: number,
  questionnaire: ReadQuestionnaire,
): void {
  const month = monthOf(months, purchase.day);
  if (month === undefined) return;
  if (row.hasKey) month.identified += amount;
  const { leakShare } = questionnaire.answerFor(purchase.family);
  if (leakShare === null || leakShare >= 1) month.isKnown = false;
  else month.total += amount / (1 - leakShare);
}

function monthOf({ list, startDays, endDay }: Months, day: number): Month | undefined {
  if (day >= endDay) return undefined;
  let place = startDays.length - 1;
  while (place >= 0 && (startDays[place] ?? 0) > day) place -= 1;
  return list[place];
}

function toShare(month: Month, booked: number | undefined): MonthShare {
  const { name, identified } = month;
  const isBooked = booked !== undefined && booked > 0 && Number.isFinite(booked);
  // Books that hold less than the CRM cannot be all revenue.
  const total = isBooked ? Math.max(booked, identified) : month.isKnown ? month.total : null;
  return { month: name, identified, total, share: total !== null && total > 0 ? identified / total : null };
}
