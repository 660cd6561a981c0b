import type { InputProblem } from '../matrix/input-problem.ts';
import type { Purchase } from '../matrix/purchases.ts';
import { dayAfter, dayOf, msPerDay, type Timeline } from '../signal/timeline.ts';
import type { CustomerBand } from './grid.ts';
import type { LevelSettings } from './level-settings.ts';

/** How much attention a segment can afford: its active customers per owner who serves it [D]. */
export type CustomersPerOwner = {
  /** Null where customers or owners are not known. */
  readonly count: number | null;
  readonly band: CustomerBand | null;
  readonly problems: readonly InputProblem[];
};

export function customersPerOwner(
  customers: number,
  owners: number,
  settings: LevelSettings,
): CustomersPerOwner {
  const problems: InputProblem[] = [];
  if (!(customers >= 0 && Number.isFinite(customers)))
    problems.push({ code: 'not_a_number', what: 'customers' });
  if (!(owners >= 0 && Number.isFinite(owners))) problems.push({ code: 'not_a_number', what: 'owners' });
  else if (owners === 0) problems.push({ code: 'no_owner' });
  if (problems.length > 0) return { count: null, band: null, problems };
  const count = customers / owners;
  const band = count <= settings.fewCustomers ? 'few' : count <= settings.mediumCustomers ? 'medium' : 'many';
  return { count, band, problems };
}

/** Whether a contact counts as an active customer, and until when by itself. */
export type ActiveCustomer = {
  readonly isActive: boolean;
  /** 00:00 UTC of the first day without; null while it is not active or its term is open-ended. */
  readonly changesAt: number | null;
  readonly problems: readonly InputProblem[];
};

/** Active: bought within `practiceDays`, or under a paid term. Terms that overlap count as one and are named. */
export function activeCustomer(
  timeline: Timeline,
  purchases: readonly Purchase[],
  settings: LevelSettings,
  now: number,
): ActiveCustomer {
  const today = dayOf(now);
  const lastPurchase = purchases.at(-1);
  let endDay = lastPurchase === undefined ? 0 : lastPurchase.day + settings.practiceDays;
  let termEnd = Number.NEGATIVE_INFINITY;
  let termSource = '';
  const overlapping = new Set<string>();
  for (const signal of timeline.signals) {
    if (signal.kind !== 'term') continue;
    const termEndAt = signal.facts.endAt ?? Number.POSITIVE_INFINITY;
    if (!(termEndAt > signal.at)) continue;
    if (signal.at < termEnd && signal.source !== termSource) overlapping.add(termSource).add(signal.source);
    if (termEndAt > termEnd) [termEnd, termSource] = [termEndAt, signal.source];
    endDay = Math.max(endDay, dayAfter(termEndAt));
  }
  const isActive = endDay > today;
  return {
    isActive,
    changesAt: isActive && Number.isFinite(endDay) ? endDay * msPerDay : null,
    problems: overlapping.size === 0 ? [] : [{ code: 'overlapping_terms', sources: [...overlapping] }],
  };
}
