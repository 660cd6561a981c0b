/**
 * What a woken worker does, one function per kind of work. Each runs a bounded share and says whether more is left, so
 * that no portal holds a worker for long; failures of the CRM end here as a wait, a repair, a parked note or a farewell.
 */
import { type BackfillDeps, backfill } from './backfill.ts';
import { type BacktestDeps, backtestPortal, isBacktestDue } from './backtest-portal.ts';
import { choicesOf } from './choices.ts';
import { type CompleteActionsDeps, completeActions } from './complete-actions.ts';
import { CrmError } from './crm-error.ts';
import { type MeasurePortalDeps, measureAll } from './measure-portal.ts';
import type { ActivityType, Crm, Installation, Installations, PortalId, TokenVault } from './ports.ts';
import { type ReceiveEventsDeps, receiveEvents } from './receive-events.ts';
import { type ReconcileDeps, reconcile } from './reconcile.ts';
import { type RefitDeps, refitPortal } from './refit-portal.ts';
import { type RefreshContactsDeps, refreshContacts } from './refresh-contacts.ts';
import { type Refreshed, type RefreshRecordsDeps, refreshRecords } from './refresh-records.ts';
import { type ReadRegisterDeps, refreshRegister } from './register.ts';
import { remedyFor } from './remedy-for.ts';
import { repairProperties } from './repair-properties.ts';
import { type PruneAllDeps, pruneAll } from './retention.ts';
import { parkedBackfill, type SweepDeps, sweep } from './sweep.ts';
import { noticeUninstall } from './uninstall.ts';
import type { Deliveries, WorkHandlers, WorkOutcome } from './work.ts';

export type WorkDeps = BackfillDeps &
  ReceiveEventsDeps &
  RefreshRecordsDeps &
  RefreshContactsDeps &
  RefitDeps &
  BacktestDeps &
  MeasurePortalDeps &
  CompleteActionsDeps &
  ReconcileDeps &
  ReadRegisterDeps &
  PruneAllDeps &
  SweepDeps & {
    readonly installations: Installations;
    readonly deliveries: Pick<Deliveries, 'free'>;
    readonly vault: Pick<TokenVault, 'drop'>;
    readonly crm: Pick<Crm, 'labelStages'>;
    /** The activity types that these granted scopes let us read. */
    readonly readable: (granted: readonly string[]) => readonly ActivityType[];
    /**
     * So long a portal rests after something was refreshed, and collects what changes: batches are full then. A first
     * change after a quiet time is hence fresh at once, and every other one within this.
     */
    readonly freshWithinMs: number;
  };

/** A run ends after so much time or so many rounds, so that other portals have their turn: none waits long for a place. */
const shareMs = 2_000;
const rounds = 50;
const contactsEvery = 10;

/**
 * Batches of contacts beside each other while there are plenty: enough to keep within our turns busy while HubSpot takes
 * its time to answer. Their claims are apart, so that no contact is assessed twice at once.
 */
const inFlight = 6;
const batchSize = 100;

/** While more contacts wait to be assessed, what the past teaches can wait, too: looked at again so much later. */
const calmBelow = 1000;
const calmAfterMs = 60_000;

const idle: WorkOutcome = { kind: 'idle' };
const again: WorkOutcome = { kind: 'again' };

export function createWork(deps: WorkDeps): Omit<WorkHandlers, 'summary' | 'preview'> {
  return {
    backfill: (portal, attempt, signal, retried = false) =>
      workBackfill(deps, { portal, signal, retried }, attempt),
    refresh: async (portal, attempt, signal, retried = false) => {
      if (retried) await freeClaims(deps, portal);
      return workRefresh(deps, portal, attempt, signal);
    },
    reconcile: (portal, attempt, signal) => workReconcile(deps, portal, attempt, signal),
    refit: (portal, attempt, signal) => workRefit(deps, portal, attempt, signal),
    labels: (portal, attempt) => workLabels(deps, portal, attempt),
    retention: (portal, _attempt, signal) => workRetention(deps, portal, signal),
    async deliveries(_portal, _attempt, signal, retried = false) {
      if (retried) await deps.deliveries.free();
      for (let round = 0; round < rounds && !signal.aborted; round++) {
        if ((await receiveEvents(deps)) === 0) return idle;
      }
      return again;
    },
    async sweep() {
      await sweep(deps);
      return idle;
    },
  };
}

type BackfillRun = { readonly portal: PortalId; readonly signal: AbortSignal; readonly retried: boolean };

async function workBackfill(deps: WorkDeps, run: BackfillRun, attempt: number): Promise<WorkOutcome> {
  const installation = await deps.installations.find(run.portal);
  if (installation?.state !== 'active') return idle;
  const done = await backfill(deps, run);
  switch (done.kind) {
    case 'none':
      // A run that died may have read all of it and told nobody.
      return run.retried ? afterBackfill(deps, installation, run) : idle;
    case 'more':
      return again;
    case 'finished':
      return afterBackfill(deps, installation, run);
    case 'failed':
      return afterFailure(deps, installation, done.error, attempt, parkedBackfill);
  }
}

async function afterBackfill(
  deps: WorkDeps,
  of: Installation,
  { portal, signal }: BackfillRun,
): Promise<WorkOutcome> {
  await deps.parking.clear(portal, [parkedBackfill]);
  await pruneAll(deps, { portal, signal });
  // Before anybody is assessed, so that nobody is told twice.
  await measureAll(deps, { of, signal });
  await deps.wakeups.wake('refresh', portal, 'now');
  await deps.wakeups.wake('labels', portal);
  await deps.wakeups.wake('refit', portal, { afterMs: calmAfterMs, attempt: 1 });
  return idle;
}

/** What a run had claimed when it died would wait for its leases, minutes after another worker has taken over. */
async function freeClaims(deps: WorkDeps, portal: PortalId): Promise<void> {
  await deps.dirtyRecords.free(portal);
  await deps.dirtyContacts.free(portal);
}

async function workRefresh(
  deps: WorkDeps,
  portal: PortalId,
  attempt: number,
  signal: AbortSignal,
): Promise<WorkOutcome> {
  const end = deps.clock.now() + shareMs;
  let beside = 1;
  for (let round = 1; round <= rounds && !signal.aborted; round++) {
    const installation = await deps.installations.find(portal);
    if (installation?.state !== 'active') return idle;
    const done = await refreshOnce(deps, installation, { round, beside });
    if (done.kind === 'idle') return afterRefresh(deps, installation, round > 1);
    if (done.kind === 'failed') {
      return afterFailure(deps, installation, done.error, Math.max(attempt, done.attempt), 'refresh');
    }
    if (deps.clock.now() >= end) {
      await completeActions(deps, installation);
      return again;
    }
    beside = done.count >= beside * batchSize ? inFlight : 1;
  }
  return again;
}

/** All is read and assessed: workflows that waited for that go on, and what changes from now on is collected. */
async function afterRefresh(
  deps: WorkDeps,
  installation: Installation,
  wasBusy: boolean,
): Promise<WorkOutcome> {
  const afterMs = await completeActions(deps, installation);
  if (afterMs !== null) return { kind: 'later', afterMs };
  return wasBusy && deps.freshWithinMs > 0 ? { kind: 'rest', forMs: deps.freshWithinMs } : idle;
}

/**
 * Records come first, until none is left: a contact assessed between two of its records would be told, and written,
 * from half of what is known. Only under a stream that does not end contacts get every tenth round.
 */
async function refreshOnce(
  deps: WorkDeps,
  of: Installation,
  { round, beside }: { round: number; beside: number },
): Promise<Refreshed> {
  const readable = deps.readable(of.scopes);
  const records = await refreshRecords(deps, { portal: of.portalId, readable });
  if (records.kind === 'failed' || (records.kind === 'done' && round % contactsEvery !== 0)) return records;
  // Half-read timelines are not assessed: the end of the backfill marks everybody and wakes us.
  const backfilled = await deps.backfills.progress(of.portalId);
  if (backfilled !== null && backfilled.finishedAt === null) return records;
  const contacts = await refreshBeside(deps, of, beside);
  return contacts.kind === 'idle' ? records : contacts;
}

/** The first failure stands for all of them: they are of one portal, and of the same moment. */
async function refreshBeside(deps: WorkDeps, of: Installation, beside: number): Promise<Refreshed> {
  const batches = await Promise.allSettled(Array.from({ length: beside }, () => refreshContacts(deps, of)));
  let count = 0;
  let failed: Refreshed | null = null;
  for (const batch of batches) {
    // A bug is thrown when nothing of this round runs on any more.
    if (batch.status === 'rejected') throw batch.reason;
    if (batch.value.kind === 'failed') failed ??= batch.value;
    if (batch.value.kind === 'done') count += batch.value.count;
  }
  return failed ?? (count === 0 ? { kind: 'idle' } : { kind: 'done', count });
}

async function workReconcile(
  deps: WorkDeps,
  portal: PortalId,
  attempt: number,
  signal: AbortSignal,
): Promise<WorkOutcome> {
  const of = await deps.installations.find(portal);
  if (of?.state !== 'active') return idle;
  const done = await reconcile(deps, { of, signal });
  if (done.kind === 'failed') return afterFailure(deps, of, done.error, attempt, 'reconcile');
  if (done.kind === 'more') return again;
  await deps.parking.clear(portal, ['reconcile']);
  return idle;
}

/** What a portal's past teaches, as often as it is due; from a half-read past nothing is learned. */
async function workRefit(
  deps: WorkDeps,
  portal: PortalId,
  attempt: number,
  signal: AbortSignal,
): Promise<WorkOutcome> {
  const of = await deps.installations.find(portal);
  const read = await deps.backfills.progress(portal);
  if (of?.state !== 'active' || read === null || read.finishedAt === null) return idle;
  if ((await deps.dirtyContacts.count(portal)) > calmBelow) return { kind: 'later', afterMs: calmAfterMs };
  const refit = await refitPortal(deps, { of, signal });
  if (refit.kind === 'interrupted') return again;
  try {
    await refreshRegister(deps, portal);
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    return afterFailure(deps, of, error, attempt, 'register');
  }
  if (!(await measureAll(deps, { of, signal }))) return again;
  if (!(await isBacktestDue(deps, of))) return idle;
  return (await backtestPortal(deps, { of, signal })) === null ? again : idle;
}

/** What the options of our properties are called follows the admin's choice. */
async function workLabels(deps: WorkDeps, portal: PortalId, attempt: number): Promise<WorkOutcome> {
  const of = await deps.installations.find(portal);
  if (of?.state !== 'active') return idle;
  const { neutralLabels } = await choicesOf(deps.choices, portal);
  try {
    await deps.crm.labelStages(portal, neutralLabels);
    return idle;
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    return afterFailure(deps, of, error, attempt, 'labels');
  }
}

async function workRetention(deps: WorkDeps, portal: PortalId, signal: AbortSignal): Promise<WorkOutcome> {
  if ((await deps.installations.find(portal))?.state !== 'active') return idle;
  if (!(await pruneAll(deps, { portal, signal }))) return again;
  await deps.wakeups.wake('refresh', portal);
  return idle;
}

async function afterFailure(
  deps: WorkDeps,
  installation: Installation,
  error: CrmError,
  attempt: number,
  subject: string,
): Promise<WorkOutcome> {
  const portal = installation.portalId;
  const remedy = remedyFor(error, attempt);
  switch (remedy.kind) {
    case 'retry':
      return { kind: 'later', afterMs: remedy.afterMs };
    case 'disconnect':
      await noticeUninstall(deps, portal);
      return idle;
    case 'repair':
      await repairProperties(deps, portal);
      return again;
    case 'bisect':
    case 'forget':
    case 'park':
      await deps.parking.park(portal, { subject, reason: error.failure, at: deps.clock.now() });
      return idle;
  }
}
