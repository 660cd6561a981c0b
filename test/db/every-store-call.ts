/** Every call that the store answers, once, in a portal that has much in it; and which of them was left out. */

import type { Store } from '../../src/db/store.ts';
import { shippedModel } from '../../src/relationship/portal-model.ts';
import { unmeasuredView } from '../../src/relationship/portal-view.ts';
import { defaultChoices } from '../../src/usecases/choices.ts';
import type { StoredBacktest, TriedModel } from '../../src/usecases/learned.ts';
import { activity, assessment, contact, installation } from '../support/timeline-builders.ts';

const portal = 7;
/** Filled like the others, to be emptied. */
const leaving = 8;
const ids = ['5', '6', '7'];
const person = { userId: 1, email: 'robin@example.com' };

type Parts = Omit<Store, 'atomically'>;

export type WatchedStore = {
  readonly store: Parts;
  /** The call that is being answered, as `part.call`. */
  calling(): string;
  /** Those that were never made. */
  readonly uncalled: ReadonlySet<string>;
};

export function watchStore({ atomically: _, ...parts }: Store): WatchedStore {
  const uncalled = new Set<string>();
  let calling = '';
  const watched = Object.entries(parts).map(([part, calls]) => [
    part,
    Object.fromEntries(
      Object.entries(calls).map(([call, run]) => {
        const name = `${part}.${call}`;
        uncalled.add(name);
        const noted = (...given: unknown[]): unknown => {
          uncalled.delete(name);
          calling = name;
          return Reflect.apply(run, calls, given);
        };
        return [call, noted];
      }),
    ),
  ]);
  // The same parts with the same calls, each of them noted.
  return { store: Object.fromEntries(watched) as Parts, calling: () => calling, uncalled };
}

export async function callAll(store: Parts): Promise<void> {
  await ofTheTimeline(store);
  await ofMarks(store.dirtyContacts);
  await ofMarks(store.dirtyRecords);
  await store.dirtyContacts.markStored(portal, '100', 100);
  await store.dirtyRecords.waitingByType(portal);
  await ofAssessments(store);
  await ofReading(store);
  await ofPeople(store);
  await ofPages(store);
  await ofModels(store);
  await ofPortals(store);
}

async function ofTheTimeline({ timeline, histories, counts, storedRecords }: Parts): Promise<void> {
  await timeline.saveContacts(
    portal,
    ids.map((id) => contact(id)),
  );
  await timeline.saveActivities(
    portal,
    ids.map((id) => activity('emails', id, [id])),
  );
  await timeline.load(portal, ids);
  await timeline.colleagues(portal, ids);
  await timeline.activitiesOf(portal, ids);
  await timeline.knows(portal, '5');
  await timeline.dropActivities(portal, [{ type: 'emails', id: '99' }]);
  await timeline.dropContacts(portal, ['999']);
  await timeline.forget(portal, ['1000']);
  await timeline.prune(portal, ids, 5);
  await histories.sample(portal, 100);
  await histories.signals(portal, ids);
  await counts.of(portal);
  await counts.due(portal, 5_000_000_000);
  await storedRecords.modifiedAt(portal, 'contacts', ids);
  await storedRecords.modifiedAt(portal, 'emails', ids);
  await storedRecords.slice(portal, '5', 100);
  await storedRecords.unpublish(portal, ['rapport_stage'], 100);
}

async function ofMarks(set: Parts['dirtyContacts'] | Parts['dirtyRecords']): Promise<void> {
  const claim = await set.claim(portal, 100, 1);
  await set.count(portal);
  // Each set settles what it claimed itself.
  const [claimed, items] = [claim as never, claim.items as readonly never[]];
  await set.settle(portal, claimed, items.slice(0, 50));
  await set.release(portal, claimed, items.slice(50), 0);
  await set.hurry(portal);
  await set.free(portal);
  await set.mark(portal, items.slice(0, 3));
}

async function ofAssessments({ assessments }: Parts): Promise<void> {
  await assessments.save(
    portal,
    ids.map((contactId) => ({ contactId, assessment: assessment(), writing: true })),
  );
  await assessments.setPublished(portal, [{ contactId: '5', values: {}, modelVersion: 'm' }]);
  await assessments.card(portal, '5');
  await assessments.wordCard(portal, '5', async () => '{}');
  await assessments.saved(portal, '5');
  await assessments.markDue(5_000_000_000, 100);
  await assessments.stageCounts(portal);
}

async function ofReading({ backlog, backfills, deliveries, parking, rounds }: Parts): Promise<void> {
  await backlog.waiting(0);
  await backlog.lag(portal);
  await backfills.start(portal, ['contacts'], 0, null);
  await backfills.advance(portal, { type: 'contacts', done: true, records: 5 });
  await backfills.pending(portal);
  await backfills.progress(portal);
  await backfills.finish(portal, 0);
  await deliveries.keep('[]', 0);
  const taken = await deliveries.take(10, 1000);
  await deliveries.free();
  await deliveries.done(taken.map(({ id }) => id));
  await deliveries.count();
  await parking.park(portal, { subject: 'emails:5', reason: 'x', at: 0 });
  await parking.list(portal);
  await parking.clear(portal, ['emails:5']);
  await rounds.save(portal, { round: 'contacts', since: 0, startedAt: null, after: null });
  await rounds.of(portal);
}

async function ofPeople({ corrections, actionCalls, personalData }: Parts): Promise<void> {
  const says = { kind: 'snooze', alert: 'a', reason: 'r', until: 9 } as const;
  await corrections.add(portal, { id: 'new', contactId: '5', at: 0, by: person, says, undone: null });
  await corrections.find(portal, 'new');
  await corrections.undo(portal, 'new', 1, person);
  await corrections.of(portal, '5');
  await corrections.disagreements(portal, 0);
  const call = { callbackId: 'new', action: 'assess_now', contactId: '5', inputs: {} } as const;
  await actionCalls.begin(portal, call, 0, 1000);
  await actionCalls.answer(portal, 'new', { kind: 'waiting', until: 5 });
  await actionCalls.release(portal, 'new');
  await actionCalls.waiting(portal);
  await actionCalls.complete(portal, 'new', { kind: 'done', outputs: {} });
  await actionCalls.about(portal, '5');
  await actionCalls.prune(5);
  await personalData.of(portal, '5');
}

async function ofPages({ home, choices, previews, admins }: Parts): Promise<void> {
  await home.summarise(portal, 0);
  await home.summary(portal);
  await home.noteCard(portal, 0);
  await home.firstCardAt(portal);
  await home.wouldFire(portal);
  const lists = [
    { by: 'stage', stage: 'bonding' },
    { by: 'quadrant', quadrant: 'direct_identified' },
    { by: 'gap', gap: 1 },
    { by: 'slipping', until: 500 },
    { by: 'recovering' },
  ] as const;
  for (const of of lists) {
    const { next } = await home.list(portal, of, { after: null, limit: 20 });
    await home.list(portal, of, { after: next, limit: 20 });
  }
  const edition = { revision: 9, at: 0, by: person, note: '', backTo: null, choices: defaultChoices };
  await choices.add(portal, edition);
  await choices.current(portal);
  await choices.find(portal, 9);
  await choices.history(portal, 20);
  await previews.ask(portal, { id: 'p', askedAt: 0, choices: defaultChoices });
  await previews.find(portal);
  await previews.contacts(portal, '5', 100);
  await previews.progress(portal, 'p', 10);
  await previews.finish(portal, 'p', { contacts: 1, moved: 0, stages: {}, samples: [] });
  const admin = { ...person, addedAt: 0, addedBy: null };
  await admins.add(portal, admin);
  await admins.list(portal);
  await admins.remove(portal, admin);
}

async function ofModels({ portalModels, backtests, views }: Parts): Promise<void> {
  const tried: TriedModel = {
    model: { ...shippedModel(), version: 'new' },
    fittedAt: 1,
    verdict: 'adopted',
    adoptedAt: 1,
    judgement: { outcomes: 1, before: 1, after: 1, lookedAt: 1, movers: 0 },
  };
  await portalModels.save(portal, tried);
  await portalModels.current(portal);
  await portalModels.currentSince(portal);
  await portalModels.newest(portal);
  // The store keeps whatever it is.
  await backtests.save(portal, { at: 0, result: {} as StoredBacktest['result'] });
  await backtests.find(portal);
  await views.save(portal, unmeasuredView);
  await views.find(portal);
  await views.page(portal, '5', 100);
  await views.saveMeasures(portal, new Map([['5', { stakeholders: 2 }]]));
}

async function ofPortals({ installations, vault, turns, oauthStates, registers }: Parts): Promise<void> {
  const tokens = { accessToken: 'a', refreshToken: 'r', expiresAt: 0 };
  await vault.save(portal, tokens);
  await vault.read(portal);
  await vault.renew(portal, async () => tokens);
  await vault.drop(portal);
  await turns.take(portal, 'general');
  await turns.pause(portal, 'general', 5);
  await oauthStates.add('new', 5);
  await oauthStates.spend('new', 0);
  await registers.save(portal, { readAt: 0, properties: [] });
  await registers.find(portal);
  await installations.save(installation(portal));
  await installations.find(portal);
  await installations.active();
  await installations.setState(portal, 'active');
  await installations.erase(leaving);
}
