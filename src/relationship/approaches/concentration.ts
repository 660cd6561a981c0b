import type { ApproachSettings } from './approach-settings.ts';

/** How much of the margin the best customers bring, measured on the portal's own data and never assumed to be 80/20. */
export type Concentration = {
  /** Share of all positive margin the top customers bring, 0..1; null when it cannot be measured. */
  readonly share: number | null;
  readonly customers: number;
  /** So many customers are the top. */
  readonly top: number;
  /** Customers who cost more than they bring; their losses are in no share. */
  readonly lossMakers: number;
};

/** Margin of one customer in money over the last 12 months, and over the 12 months before. */
export type CustomerMargin = { readonly id: string; readonly margin: number; readonly before: number };

/** Where one customer stands by margin. */
export type MarginStanding = {
  /** 0.1: a tenth of the customers bring as much or more. */
  readonly rank: number;
  /** Its margin grew by at least the set factor. */
  readonly isRising: boolean;
};

export type MarginStandings = {
  readonly concentration: Concentration;
  standingOf(id: string): MarginStanding | null;
};

/** Measures a segment once; who shares a margin shares the better rank. Margins that are no number are left out. */
export function measureMargins(
  customers: readonly CustomerMargin[],
  settings: ApproachSettings,
): MarginStandings {
  const known = customers.filter(({ margin }) => Number.isFinite(margin));
  const sorted = known.toSorted((a, b) => b.margin - a.margin);
  const standings = new Map<string, MarginStanding>();
  let place = 0;
  for (const [i, customer] of sorted.entries()) {
    if (customer.margin !== sorted[place]?.margin) place = i;
    const isRising = customer.before > 0 && customer.margin >= settings.risingTimes * customer.before;
    standings.set(customer.id, { rank: (place + 1) / sorted.length, isRising });
  }
  const concentration = concentrationOf(
    sorted.map(({ margin }) => margin),
    settings,
  );
  return { concentration, standingOf: (id) => standings.get(id) ?? null };
}

/** Margins, highest first. */
function concentrationOf(margins: readonly number[], settings: ApproachSettings): Concentration {
  const customers = margins.length;
  const top = Math.ceil(customers * settings.topCustomers);
  const positive = margins.map((margin) => Math.max(0, margin));
  const all = positive.reduce((sum, margin) => sum + margin, 0);
  const best = positive.slice(0, top).reduce((sum, margin) => sum + margin, 0);
  const isMeasured = customers >= settings.concentrationCustomers && all > 0 && Number.isFinite(all);
  const lossMakers = margins.filter((margin) => margin < 0).length;
  return { share: isMeasured ? best / all : null, customers, top, lossMakers };
}
