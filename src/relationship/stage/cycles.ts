import type { Settings } from '../settings.ts';
import type { Commerce, Term } from './commerce.ts';

/** The paid cycles as Bonding counts them: days paid, and one per year begun of a term. */
export type CycleCount = { readonly count: number; readonly first: number; readonly last: number };

export function countCycles(c: Commerce, day: number, settings: Settings): CycleCount {
  const first = c.cycles[0] ?? Number.POSITIVE_INFINITY;
  const last = c.cycles.at(-1) ?? Number.NEGATIVE_INFINITY;
  if (c.terms.length === 0) return { count: c.cycles.length, first, last };
  const years: number[] = [];
  for (const term of c.terms.slice(-mostTerms)) {
    for (const begun of yearsBegun(term, day)) {
      if (!isCounted(c, term, begun, years, settings)) years.push(begun);
    }
  }
  return {
    count: c.cycles.length + years.length,
    first: Math.min(first, ...years),
    last: Math.max(last, ...years),
  };
}

/** The deal or renewal that made the term, and the payment for its year, are the same cycle. */
function isCounted(
  c: Commerce,
  term: Term,
  begun: number,
  years: readonly number[],
  settings: Settings,
): boolean {
  if (begun === term.startDay && term.dealId !== null && c.paidDeals.has(term.dealId)) return true;
  const near = (cycle: number) => Math.abs(cycle - begun) <= settings.renewalWindowDays;
  return years.some(near) || near(closest(c.cycles, begun));
}

/** The cycle nearest to a day, by bisection; infinitely far when there is none. */
function closest(cycles: readonly number[], day: number): number {
  let low = 0;
  let high = cycles.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cycles[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  const after = cycles[low] ?? Number.POSITIVE_INFINITY;
  const before = cycles[low - 1] ?? Number.NEGATIVE_INFINITY;
  return after - day < day - before ? after : before;
}

/** More terms, and more years of one, make no difference to any stage. */
const mostTerms = 50;
const mostYears = 30;

function yearsBegun(term: Term, day: number): number[] {
  const begun: number[] = [];
  for (let year = 0; year < mostYears; year += 1) {
    const start = term.startDay + 365 * year;
    if (start > day || start >= term.endDay) break;
    begun.push(start);
  }
  return begun;
}

/**
 * A term in force on that day that was signed for, or has lasted, the length that means commitment. `keepsEnded`: also
 * one that is over, for contacts of whom no touch is known: their stage follows the table day by day, and there what
 * runs out must not hurt either.
 */
export function longTerm(c: Commerce, day: number, keepsEnded: boolean, settings: Settings): Term | null {
  if (c.terms.length === 0) return null;
  const found = c.terms.find((term) => {
    if (day < term.startDay || (day >= term.endDay && !keepsEnded)) return false;
    const length = Number.isFinite(term.endDay) ? term.endDay - term.startDay : day - term.startDay;
    return length >= settings.bondingTermDays;
  });
  return found ?? null;
}
