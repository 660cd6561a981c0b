/**
 * Learns a portal's own model. It is fitted on what was known one horizon ago and judged on what came since, so that no
 * outcome is used for both. What foretells better is adopted, unless it would move more contacts than an admin lets pass
 * unseen: then it stays a proposal. After an adoption every contact is assessed again, and what changes by it is
 * published as `recalibrated`.
 */
import { assessStage } from '../relationship/assess.ts';
import { adopt, heldBackOutcomes } from '../relationship/fit/adopt.ts';
import { defaultFitOptions, fitPortal } from '../relationship/fit/fit-portal.ts';
import type { PortalModel } from '../relationship/portal-model.ts';
import { dayOf } from '../relationship/signal/timeline.ts';
import { type TouchDay, touchDays } from '../relationship/signal/touch-days.ts';
import type { Histories, Judgement, PortalModels, TriedModel, Verdict } from './learned.ts';
import { type PortalContext, type PortalContextDeps, portalContext } from './portal-context.ts';
import type { Clock, ContactId, Installation } from './ports.ts';
import { type SpreadModelDeps, spreadModel } from './spread-model.ts';
import type { Timeline } from './store.ts';

export type RefitDeps = PortalContextDeps &
  SpreadModelDeps & {
    readonly histories: Histories;
    readonly portalModels: PortalModels;
    readonly timeline: Pick<Timeline, 'load'>;
    readonly clock: Clock;
  };

/** `not-due`: the last fit is too young. `interrupted`: told to stop; nothing was decided. */
export type Refit =
  | { readonly kind: 'not-due' }
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'too-few-outcomes'; readonly outcomes: number; readonly needed: number }
  | { readonly kind: Verdict; readonly version: string; readonly judgement: Judgement };

/** Days between two fits of a portal. */
export const refitEveryDays = 30;
/** Held-back outcomes below which the model in force stands: on fewer, a gain is as likely chance. */
export const fewestOutcomes = 200;
/** Share of contacts that may move without an admin having seen it. */
export const mostMovers = 0.05;
/** Contacts whose signals are in memory at a time. */
const batchSize = 200;

export async function refitPortal(
  deps: RefitDeps,
  { of, signal }: { of: Installation; signal: AbortSignal },
): Promise<Refit> {
  const { portalId: portal } = of;
  const now = deps.clock.now();
  const newest = await deps.portalModels.newest(portal);
  if (newest !== null && dayOf(now) - dayOf(newest.fittedAt) < refitEveryDays) return { kind: 'not-due' };
  const context = await portalContext(deps, of);
  const contacts = await deps.histories.sample(portal, defaultFitOptions.maxContacts);
  const histories = await touchDaysOf(deps, context, contacts, signal);
  if (histories === null) return { kind: 'interrupted' };
  const { horizonDays } = context.model;
  // Today is not over: what it brings is no outcome yet.
  const known = dayOf(now) - 1;
  const heldBack = heldBackOutcomes(histories, known, horizonDays);
  if (heldBack.length < fewestOutcomes) {
    return { kind: 'too-few-outcomes', outcomes: heldBack.length, needed: fewestOutcomes };
  }
  const fitted = fitPortal(histories, known - horizonDays, horizonDays);
  const { adopted, before, after, outcomes } = adopt(context.model, fitted, heldBack);
  const moved = adopted ? await countMovers(deps, context, fitted, contacts, now, signal) : none;
  if (moved === null) return { kind: 'interrupted' };
  const judgement = { outcomes, before, after, ...moved };
  const verdict = verdictOn(adopted, judgement);
  const tried = triedModel(fitted, verdict, judgement, now);
  if (verdict === 'adopted') await spreadModel(deps, portal, tried);
  else await deps.portalModels.save(portal, tried);
  return { kind: verdict, version: fitted.version, judgement };
}

const none = { lookedAt: 0, movers: 0 };

function verdictOn(isBetter: boolean, { lookedAt, movers }: Judgement): Verdict {
  if (!isBetter) return 'kept';
  return movers > mostMovers * lookedAt ? 'proposed' : 'adopted';
}

function triedModel(
  model: PortalModel,
  verdict: Verdict,
  judgement: Judgement,
  fittedAt: number,
): TriedModel {
  const isAdopted = verdict === 'adopted';
  return {
    model,
    fittedAt,
    verdict,
    adoptedAt: isAdopted ? fittedAt : null,
    judgement,
  };
}

/** Of each signal only what vitality reads is kept: some bytes per day on which the customer acted. */
async function touchDaysOf(
  { histories }: RefitDeps,
  { installation, settings }: PortalContext,
  contacts: readonly ContactId[],
  signal: AbortSignal,
): Promise<readonly (readonly TouchDay[])[] | null> {
  const found: (readonly TouchDay[])[] = [];
  for (const ids of batchesOf(contacts)) {
    if (signal.aborted) return null;
    const batch = await histories.signals(installation.portalId, ids);
    for (const signals of batch.values()) {
      const days = touchDays(signals, settings);
      if (days.length > 0) found.push(days);
    }
  }
  return found;
}

/** Contacts of the sample whose stage another model would change, with everything else as it is. */
async function countMovers(
  { timeline }: RefitDeps,
  { installation, settings, model }: PortalContext,
  fitted: PortalModel,
  contacts: readonly ContactId[],
  now: number,
  signal: AbortSignal,
): Promise<Pick<Judgement, 'lookedAt' | 'movers'> | null> {
  let lookedAt = 0;
  let movers = 0;
  for (const ids of batchesOf(contacts)) {
    if (signal.aborted) return null;
    for (const { signals, facts } of await timeline.load(installation.portalId, ids)) {
      const stageBy = (by: PortalModel) => assessStage(signals, facts, by, settings, now).stage;
      lookedAt += 1;
      if (stageBy(model) !== stageBy(fitted)) movers += 1;
    }
  }
  return { lookedAt, movers };
}

function* batchesOf(ids: readonly ContactId[]): Generator<readonly ContactId[]> {
  for (let from = 0; from < ids.length; from += batchSize) yield ids.slice(from, from + batchSize);
}
