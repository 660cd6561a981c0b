import { type CustomerMargin, type MarginStanding, measureMargins } from './approaches/concentration.ts';
import { enteredMargins } from './level/level-settings.ts';
import { type EnteredMargins, marginOf, type WonDeal } from './level/margin.ts';
import { tercilesOf } from './level/suggested-level.ts';
import type { InputProblem } from './matrix/input-problem.ts';
import { portalMatrix } from './matrix/portal-matrix.ts';
import type { Purchase } from './matrix/purchases.ts';
import { readQuestionnaire } from './matrix/questionnaire.ts';
import {
  type Advocacy,
  type AdvocacyChain,
  advocacyChain,
  type ReferralLink,
  wordOfMouthShare,
} from './milestones/advocacy.ts';
import type { EncounterSource } from './milestones/milestone-facts.ts';
import type { PortalView, SegmentView } from './portal-view.ts';
import type { Settings } from './settings.ts';
import { dayOf } from './signal/timeline.ts';
import type { Sector } from './stage/stage-settings.ts';

/** One contact as the measuring reads it: a few numbers of its own, so that a whole portal fits into memory. */
export type PortalRow = {
  readonly id: string;
  readonly owner: string | null;
  readonly company: string | null;
  readonly segment: string | null;
  /** Whether it is in Integrating or Bonding. */
  readonly isClose: boolean;
  readonly interest: string | null;
  /** It ever acted. */
  readonly acted: boolean;
  readonly isActiveCustomer: boolean;
  readonly purchases: readonly Purchase[];
  readonly won: readonly WonDeal[];
  readonly links: readonly ReferralLink[];
  readonly quadrant: Sector;
  /** It has a key of its own: what it buys has a name. */
  readonly hasKey: boolean;
  /** How it first met us; null where it never did. */
  readonly encounter: EncounterSource | null;
};

/** What the whole portal says of one contact. */
export type ContactMeasures = {
  /** People of its company who ever acted, itself among them. */
  readonly stakeholders?: number;
  readonly standing?: MarginStanding;
  /** What its company brought in the last 12 months after cost, in the home currency. */
  readonly ownMargin?: number;
  readonly advocacy?: Advocacy;
};

export type MeasuredPortal = {
  readonly view: PortalView;
  /** Contacts of whom the portal says nothing are absent. */
  readonly contacts: ReadonlyMap<string, ContactMeasures>;
};

/** Days of a year, and of the year before. */
const year = 365;

/** Months over which the identified share of revenue is followed, the present one with them: it shows a year's path. */
const storyMonths = 13;

/** Measures a portal in one pass over its contacts and some sums over what is left of them. */
export function measurePortal(
  rows: readonly PortalRow[],
  settings: Settings,
  timeZone: string,
  now: number,
): MeasuredPortal {
  const entered = enteredMargins(settings.level);
  const bySegment = Map.groupBy(rows, ({ segment }) => segment);
  const whole = measureSegment(rows, entered, settings, now);
  const segments = [...bySegment].flatMap(([name, own]) =>
    name === null ? [] : [[name, measureSegment(own, entered, settings, now)] as const],
  );
  const standings = new Map(segments.map(([name, { standingOf }]) => [name, standingOf]));
  const chain = chainOf(rows);
  const standingOf = ({ id, segment }: PortalRow) => (standings.get(segment ?? '') ?? whole.standingOf)(id);
  return {
    view: {
      measuredAt: now,
      timeZone,
      whole: whole.view,
      segments: Object.fromEntries(segments.map(([name, { view }]) => [name, view])),
      cyclesPerYear: cyclesOf(rows, now),
      interests: interestsOf(rows),
      story: {
        matrix: portalMatrix(rows, readQuestionnaire(settings.questionnaire), settings.matrix, now, {
          months: storyMonths,
        }),
        wordOfMouth: wordOfMouthShare(rows.flatMap(({ encounter }) => encounter ?? [])),
        problems: [...whole.problems, ...chain.problems],
      },
    },
    contacts: measureContacts(rows, chain, entered, standingOf, now),
  };
}

type MeasuredSegment = {
  readonly view: SegmentView;
  readonly standingOf: (id: string) => MarginStanding | null;
  readonly problems: readonly InputProblem[];
};

function measureSegment(
  rows: readonly PortalRow[],
  entered: EnteredMargins,
  settings: Settings,
  now: number,
): MeasuredSegment {
  const active = rows.filter(({ isActiveCustomer }) => isActiveCustomer);
  const owners = new Set(active.flatMap(({ owner }) => owner ?? []));
  const won = distinctDeals(rows);
  const { margin, problems } = marginOf(won, entered, settings.level, settings.matrix, now);
  const margins = rows.flatMap((row) => customerMargin(row, entered, now) ?? []);
  const { concentration, standingOf } = measureMargins(margins, settings.approaches);
  const { terciles } = tercilesOf(
    margins.map((one) => one.margin),
    settings.level,
  );
  // Nobody bought, as far as anybody sees: that is no segment of nothing, but one that cannot be told.
  const seen = active.length > 0;
  const view = {
    customers: seen ? active.length : null,
    owners: seen ? owners.size : null,
    margin,
    terciles,
    concentration: margins.length === 0 ? null : concentration,
  };
  return { view, standingOf, problems };
}

/** A deal that several people share counts once. */
function distinctDeals(rows: readonly PortalRow[]): readonly WonDeal[] {
  return [...new Map(rows.flatMap(({ won }) => won.map((deal) => [deal.id, deal] as const))).values()];
}

/**
 * What one customer brought after cost, this year and the one before: of line items where a deal has price and cost, else
 * by the entered margin of its family. Null where neither tells anything of any purchase.
 */
function customerMargin(
  { id, purchases, won }: PortalRow,
  entered: EnteredMargins,
  now: number,
): CustomerMargin | null {
  const costs = new Map(won.map((deal) => [deal.id, shareOf(deal)]));
  const today = dayOf(now);
  let known = false;
  let margin = 0;
  let before = 0;
  for (const { day, amount, dealId, family } of purchases) {
    const share = costs.get(dealId ?? '') ?? entered.get(family) ?? entered.get(null) ?? null;
    const isCounted = day > today - 2 * year && day <= today;
    if (amount === null || share === null || !isCounted || !Number.isFinite(share)) continue;
    known = true;
    if (day > today - year) margin += amount * share;
    else before += amount * share;
  }
  return known ? { id, margin, before } : null;
}

/** The margin of a deal as a share of what it brought; null unless each of its lines has price and cost. */
function shareOf({ lines }: WonDeal): number | null {
  let price = 0;
  let cost = 0;
  for (const line of lines) {
    if (line.cost === null) return null;
    price += line.price;
    cost += line.cost;
  }
  return price > 0 ? (price - cost) / price : null;
}

/** The share of customers who reach the number of cycles that counts as possible [D]. */
const reachingShare = 0.1;

/** Days on which a customer bought within a year, as the most frequent tenth of a family's customers reaches it. */
function cyclesOf(rows: readonly PortalRow[], now: number): Readonly<Record<string, number>> {
  const today = dayOf(now);
  const counts = new Map<string, number[]>();
  for (const { purchases } of rows) {
    const days = new Map<string, Set<number>>();
    for (const { day, family } of purchases) {
      if (day <= today - year || day > today) continue;
      for (const name of new Set(['', family ?? ''])) days.set(name, (days.get(name) ?? new Set()).add(day));
    }
    for (const [name, bought] of days) {
      const each = counts.get(name) ?? [];
      each.push(bought.size);
      counts.set(name, each);
    }
  }
  return Object.fromEntries(
    [...counts]
      .filter(([, each]) => each.length >= fewestBuyers)
      .map(([name, each]) => {
        const sorted = each.sort((a, b) => b - a);
        return [name, sorted[Math.floor((sorted.length - 1) * reachingShare)] ?? 0];
      }),
  );
}

/** Of fewer buyers nobody can say what customers reach [D]. */
const fewestBuyers = 10;

function interestsOf(rows: readonly PortalRow[]): Readonly<Record<string, number>> {
  const close = rows.filter(({ isClose, interest }) => isClose && interest !== null);
  const byInterest = Map.groupBy(close, ({ interest }) => interest ?? '');
  return Object.fromEntries([...byInterest].map(([interest, who]) => [interest, who.length]));
}

function chainOf(rows: readonly PortalRow[]): AdvocacyChain {
  const worth = new Map(
    rows.map(({ id, purchases }) => [id, purchases.reduce((sum, { amount }) => sum + (amount ?? 0), 0)]),
  );
  return advocacyChain(
    rows.flatMap(({ links }) => links),
    (id) => worth.get(id) ?? 0,
  );
}

function measureContacts(
  rows: readonly PortalRow[],
  chain: AdvocacyChain,
  entered: EnteredMargins,
  standingOf: (row: PortalRow) => MarginStanding | null,
  now: number,
): ReadonlyMap<string, ContactMeasures> {
  const companies = measureCompanies(rows, entered, now);
  const measured = new Map<string, ContactMeasures>();
  for (const row of rows) {
    const company = companies.get(companyOf(row));
    const standing = standingOf(row);
    const advocacy = chain.advocacyOf(row.id);
    const measures = {
      ...(company === undefined || row.company === null ? {} : { stakeholders: company.acted }),
      ...(company?.margin === undefined ? {} : { ownMargin: company.margin }),
      ...(standing === null ? {} : { standing: rounded(standing) }),
      ...(advocacy.brought.length === 0 ? {} : { advocacy }),
    };
    if (Object.keys(measures).length > 0) measured.set(row.id, measures);
  }
  return measured;
}

/** Without a company a contact is one of its own. */
function companyOf({ id, company }: PortalRow): string {
  return company === null ? `contact ${id}` : company;
}

function measureCompanies(
  rows: readonly PortalRow[],
  entered: EnteredMargins,
  now: number,
): ReadonlyMap<string, { readonly acted: number; readonly margin?: number }> {
  const companies = new Map<string, { acted: number; margin?: number }>();
  for (const row of rows) {
    const company = companies.get(companyOf(row)) ?? { acted: 0 };
    const own = customerMargin(row, entered, now);
    if (row.acted) company.acted += 1;
    if (own !== null) company.margin = Math.round((company.margin ?? 0) + own.margin);
    companies.set(companyOf(row), company);
  }
  return companies;
}

/** In twentieths, so that a neighbour's purchase does not move everybody. */
function rounded({ rank, isRising }: MarginStanding): MarginStanding {
  return { rank: Math.ceil(rank * 20) / 20, isRising };
}
