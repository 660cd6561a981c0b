/** The store of what is learned of a portal's own past, and of what it is learned from. Ids and times as in `ports.ts`. */
import type { Backtest } from '../relationship/backtest/backtest.ts';
import type { PortalModel } from '../relationship/portal-model.ts';
import type { Signal } from '../relationship/signal/signal.ts';
import type { ContactId, PortalId } from './ports.ts';

/** Pasts to learn from, taken in batches so that a large portal needs no more memory than a small one. */
export type Histories = {
  /**
   * At most `most` contacts who ever did more than look at a page or click in a mail, evenly spaced in the order of
   * ids: the same ones every time.
   */
  sample(portal: PortalId, most: number): Promise<readonly ContactId[]>;
  /** Signals ordered by time, then id; contacts without any are absent. */
  signals(portal: PortalId, ids: readonly ContactId[]): Promise<ReadonlyMap<ContactId, readonly Signal[]>>;
};

/**
 * `kept`: it foretells no better than the model in force. `proposed`: it does, and would move so many contacts that an
 * admin is to see them first. `adopted`: it is in force.
 */
export type Verdict = 'kept' | 'proposed' | 'adopted';

/** How a fitted model did on outcomes that it was not fitted on. */
export type Judgement = {
  /** Outcomes held back. */
  readonly outcomes: number;
  /** Mean log-loss on them, of the model in force and of the fitted one. */
  readonly before: number;
  readonly after: number;
  /** Contacts asked for their stage under both models, and how many of them would move; none when nothing was gained. */
  readonly lookedAt: number;
  readonly movers: number;
};

export type TriedModel = {
  readonly model: PortalModel;
  readonly fittedAt: number;
  readonly verdict: Verdict;
  readonly adoptedAt: number | null;
  readonly judgement: Judgement;
};

/** The models that were fitted for a portal. */
export type PortalModels = {
  /** The one adopted last; null while the shipped model stands. */
  current(portal: PortalId): Promise<PortalModel | null>;
  /** When it was adopted, ms since epoch; null while the shipped model stands. */
  currentSince(portal: PortalId): Promise<number | null>;
  /** The one fitted last, whatever became of it. */
  newest(portal: PortalId): Promise<TriedModel | null>;
  /** Adds it, or replaces what stands of the same version. */
  save(portal: PortalId, tried: TriedModel): Promise<void>;
};

export type StoredBacktest = { readonly at: number; readonly result: Backtest };

/** The newest back-test of each portal. */
export type Backtests = {
  find(portal: PortalId): Promise<StoredBacktest | null>;
  save(portal: PortalId, tested: StoredBacktest): Promise<void>;
};
