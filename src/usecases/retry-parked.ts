/**
 * Parked work, once somebody looked at it: what can be tried again is, and what only tells of something is put away. A
 * retry makes marks, as an event would; whoever cannot wake the workers leaves it to the next sweep.
 */
import { type Atomically, type Clock, type PortalId, type RecordType, recordTypes } from './ports.ts';
import type { Rounds } from './reconciliation.ts';
import type { DirtyContacts, DirtyRecords } from './store.ts';
import type { Parked, Parking, Wakeups, WorkKind } from './work.ts';

export type RetryParkedDeps = {
  readonly parking: Pick<Parking, 'list' | 'clear'>;
  readonly dirtyRecords: Pick<DirtyRecords, 'mark' | 'hurry'>;
  readonly dirtyContacts: Pick<DirtyContacts, 'mark' | 'hurry'>;
  readonly rounds: Pick<Rounds, 'save'>;
  readonly atomically: Atomically;
  readonly wakeups: Wakeups;
  readonly clock: Clock;
};

/** `again`: it is tried again. `noted`: there is nothing to try, it goes away. */
export type ParkedWork = Parked & { readonly retry: 'again' | 'noted' };

/** What waits for a person in this portal, the longest parked first. */
export async function listParked(
  { parking }: { readonly parking: Pick<Parking, 'list'> },
  portal: PortalId,
): Promise<readonly ParkedWork[]> {
  const parked = await parking.list(portal);
  return parked.map((work) => ({
    ...work,
    retry: planOf(work.subject).kind === 'noted' ? 'noted' : 'again',
  }));
}

/** False when nothing is parked under this subject. */
export async function retryParked(
  deps: RetryParkedDeps,
  { portal, subject }: { portal: PortalId; subject: string },
): Promise<boolean> {
  const parked = (await deps.parking.list(portal)).some((work) => work.subject === subject);
  if (!parked) return false;
  const plan = planOf(subject);
  await deps.atomically(portal, async () => {
    if (plan.kind === 'record') await deps.dirtyRecords.mark(portal, [plan.record]);
    if (plan.kind === 'record' && plan.record.type === 'contacts')
      await deps.dirtyContacts.mark(portal, [plan.record.id]);
    if (plan.kind === 'type') {
      // Search finds every record of the type, and only what we do not know as it is gets read.
      await deps.rounds.save(portal, {
        round: plan.type,
        since: 0,
        startedAt: deps.clock.now(),
        after: null,
      });
    }
    if (plan.kind === 'work' && plan.work === 'refresh') {
      await deps.dirtyRecords.hurry(portal);
      await deps.dirtyContacts.hurry(portal);
    }
    await deps.parking.clear(portal, [subject]);
  });
  const work =
    plan.kind === 'record'
      ? 'refresh'
      : plan.kind === 'type'
        ? 'reconcile'
        : plan.kind === 'work'
          ? plan.work
          : null;
  if (work !== null) await deps.wakeups.wake(work, portal);
  return true;
}

type Plan =
  | { readonly kind: 'noted' }
  | { readonly kind: 'work'; readonly work: Extract<WorkKind, 'refresh' | 'backfill' | 'reconcile'> }
  /** A type of record that was passed over, its right not being there. */
  | { readonly kind: 'type'; readonly type: RecordType }
  | {
      readonly kind: 'record';
      readonly record: { readonly type: RecordType | 'history'; readonly id: string };
    };

function planOf(subject: string): Plan {
  const [head = '', rest = ''] = subject.split(/:(.*)/s);
  if (subject === 'refresh' || subject === 'backfill' || subject === 'reconcile')
    return { kind: 'work', work: subject };
  if (head === 'reconcile') return { kind: 'work', work: 'reconcile' };
  const passedOver = recordTypes.find((type) => type === rest);
  if ((head === 'records' || head === 'backfill') && passedOver !== undefined)
    return { kind: 'type', type: passedOver };
  const type = [...recordTypes, 'history' as const].find((known) => known === head);
  return type === undefined || !/^\d{1,20}$/.test(rest)
    ? { kind: 'noted' }
    : { kind: 'record', record: { type, id: rest } };
}
