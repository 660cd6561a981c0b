import type { Settings } from '../settings.ts';
import type { Commerce, Term } from './commerce.ts';

/** The paid cycles as Bonding counts them: days paid, and one per year begun of a term. */
export function bondingCycles(c: Commerce, day: number, settings: Settings): readonly number[] {
  if (c.terms.length === 0) return c.cycles;
  const all = [...c.cycles];
  for (const term of c.terms) {
    for (const begun of yearsBegun(term, day)) {
      // The deal or renewal that made the term, and the payment for its year, are the same cycle.
      const isCounted =
        (begun === term.startDay && term.dealId !== null && c.paidDeals.has(term.dealId)) ||
        all.some((cycle) => Math.abs(cycle - begun) <= settings.renewalWindowDays);
      if (!isCounted) all.push(begun);
    }
  }
  return all.sort((a, b) => a - b);
}

/** More years of one term than this make no difference to any stage. */
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

/** A term in force on that day that was signed for, or has lasted, the length that means commitment. */
export function longTerm(c: Commerce, day: number, settings: Settings): Term | null {
  const found = c.terms.find((term) => {
    if (day < term.startDay || day >= term.endDay) return false;
    const length = Number.isFinite(term.endDay) ? term.endDay - term.startDay : day - term.startDay;
    return length >= settings.bondingTermDays;
  });
  return found ?? null;
}
