/**
 * What Rapport would have said in the past of this very portal, and whether it came true: asked of the stored signals,
 * and kept with its date for whoever wants to know what to expect. Nothing after a day reaches what is said on it.
 */
import { backtestSteps, defaultBacktestOptions } from '../relationship/backtest/backtest.ts';
import type { Signal } from '../relationship/signal/signal.ts';
import { dayOf } from '../relationship/signal/timeline.ts';
import type { Backtests, Histories, StoredBacktest } from './learned.ts';
import { type PortalContextDeps, portalContext } from './portal-context.ts';
import type { Clock, Installation } from './ports.ts';

export type BacktestDeps = PortalContextDeps & {
  readonly histories: Histories;
  readonly backtests: Backtests;
  readonly clock: Clock;
  /** Lets the process do what else waits: the back-test computes for seconds. */
  readonly breathe: () => Promise<void>;
};

export type BacktestRequest = {
  readonly of: Installation;
  readonly signal: AbortSignal;
  /** Hears the share done, from 0 to 1; the reading of the signals is not counted. */
  readonly onProgress?: (done: number) => void;
};

/** Days after which a back-test is asked anew, and after which one that had too little data is. */
const againAfterDays = { done: 30, 'too-little-data': 1 } as const;
/** Contacts read at a time. */
const batchSize = 200;

/** Null when told to stop; what stood before stands then. */
export async function backtestPortal(
  deps: BacktestDeps,
  { of, signal, onProgress = () => {} }: BacktestRequest,
): Promise<StoredBacktest | null> {
  const now = deps.clock.now();
  const { model, settings } = await portalContext(deps, of);
  const histories = await readHistories(deps, of, signal);
  if (histories === null) return null;
  // Today is not over: what it brings is no outcome yet.
  const asOf = dayOf(now) - 1;
  const steps = backtestSteps({ histories, settings, asOf, horizonDays: model.horizonDays });
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) {
    onProgress(step.value);
    await deps.breathe();
    if (signal.aborted) return null;
  }
  const tested = { at: now, result: step.value };
  await deps.backtests.save(of.portalId, tested);
  return tested;
}

/** Whether the newest back-test is missing or too old. */
export async function isBacktestDue(
  { backtests, clock }: Pick<BacktestDeps, 'backtests' | 'clock'>,
  { portalId }: Installation,
): Promise<boolean> {
  const newest = await backtests.find(portalId);
  return newest === null || dayOf(clock.now()) - dayOf(newest.at) >= againAfterDays[newest.result.kind];
}

async function readHistories(
  { histories }: BacktestDeps,
  { portalId }: Installation,
  signal: AbortSignal,
): Promise<readonly (readonly Signal[])[] | null> {
  const contacts = await histories.sample(portalId, defaultBacktestOptions.maxContacts);
  const found: (readonly Signal[])[] = [];
  for (let from = 0; from < contacts.length; from += batchSize) {
    if (signal.aborted) return null;
    const batch = await histories.signals(portalId, contacts.slice(from, from + batchSize));
    found.push(...batch.values());
  }
  return found;
}
