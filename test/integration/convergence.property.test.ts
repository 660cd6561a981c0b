/**
 * Whatever happens on the way (edits, deletions, merges, objections, lost wake-ups, duplicated and reordered deliveries,
 * failures of HubSpot, crashes between any two steps), in the end the properties in the portal are those that the
 * portal's own records give.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { storeName, testClock, testStore } from '../support/database.ts';
import { fakeStore } from '../support/fake-store.ts';
import { activity, contact } from '../support/timeline-builders.ts';
import { installedWorld, portal, type WorkWorld } from '../support/work-world.ts';

type Step =
  | { readonly do: 'mail'; readonly mail: number; readonly about: readonly number[] }
  | { readonly do: 'unmail'; readonly mail: number }
  | { readonly do: 'contact'; readonly contact: number; readonly objection: boolean }
  | { readonly do: 'delete'; readonly contact: number }
  | { readonly do: 'merge'; readonly loser: number; readonly winner: number }
  | { readonly do: 'again' }
  | { readonly do: 'work'; readonly kind: 'refresh' | 'deliveries' | 'sweep' | 'all' }
  | {
      readonly do: 'fail';
      readonly call: 'readActivities' | 'readContacts' | 'writeProperties' | 'activitiesOf';
    }
  | { readonly do: 'crash'; readonly after: number }
  | { readonly do: 'wait' };

const mail = fc.nat(3);
const who = fc.nat(2);
const call = fc.constantFrom('readActivities', 'readContacts', 'writeProperties', 'activitiesOf');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('mail'),
      mail,
      about: fc.uniqueArray(who, { minLength: 1, maxLength: 2 }),
    } as const),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('unmail'), mail } as const) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('contact'), contact: who, objection: fc.boolean() } as const),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete'), contact: who } as const) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('merge'), loser: who, winner: who } as const) },
  { weight: 1, arbitrary: fc.constant({ do: 'again' } as const) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('work'),
      kind: fc.constantFrom('all', 'refresh', 'deliveries', 'sweep'),
    } as const),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fail'), call } as const) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('crash'), after: fc.nat(6) } as const) },
  { weight: 2, arbitrary: fc.constant({ do: 'wait' } as const) },
);
const steps = fc.array(step, { size: 'max', minLength: 5, maxLength: 40 });

/** The process dies here; what was not committed is gone, as are the leases' holders. */
class Crash extends Error {}

type Play = { readonly world: WorkWorld; modified: number; crashIn: number | null; readonly sent: object[] };

const idOf = (place: number) => String(place + 1);

async function apply(play: Play, it: Step): Promise<void> {
  const { world } = play;
  play.modified += 1;
  const { modified } = play;
  switch (it.do) {
    case 'mail': {
      const about = it.about.map(idOf).filter((id) => world.crm.contacts.has(id));
      world.crm.add(activity('emails', idOf(it.mail), about, { modifiedAt: modified }));
      return deliver(play, event('object.propertyChange', '0-49', it.mail));
    }
    case 'unmail':
      world.crm.activities.delete(`emails:${idOf(it.mail)}`);
      return deliver(play, event('object.deletion', '0-49', it.mail));
    case 'contact': {
      const wasThere = world.crm.contacts.has(idOf(it.contact));
      const published = world.crm.contacts.get(idOf(it.contact))?.published ?? {};
      world.crm.add(contact(idOf(it.contact), { objection: it.objection, modifiedAt: modified, published }));
      return deliver(play, event(wasThere ? 'object.propertyChange' : 'object.restore', '0-1', it.contact));
    }
    case 'delete':
      return remove(play, it.contact, event('object.deletion', '0-1', it.contact), null);
    case 'merge': {
      if (it.loser === it.winner || !world.crm.contacts.has(idOf(it.winner))) return;
      const ids = { primaryObjectId: it.winner + 1, mergedObjectIds: [it.loser + 1] };
      return remove(play, it.loser, { ...event('object.merge', '0-1', it.winner), ...ids }, idOf(it.winner));
    }
    case 'again':
      for (const sent of play.sent.toReversed().slice(0, 4)) await deliver(play, sent, true);
      return;
    case 'work':
      for (const kind of it.kind === 'all' ? (['deliveries', 'refresh'] as const) : [it.kind])
        await work(play, kind);
      return;
    case 'fail':
      return world.crm.fail(it.call, 'unavailable');
    case 'crash':
      play.crashIn = it.after;
      return;
    case 'wait':
      world.clock.at += 20 * 60_000;
  }
}

/** A contact leaves; its mails go to nobody, or to the one it was merged into. */
async function remove(play: Play, place: number, hint: object, heir: string | null): Promise<void> {
  const { crm } = play.world;
  crm.contacts.delete(idOf(place));
  for (const [key, it] of crm.activities) {
    if (!it.contactIds.includes(idOf(place))) continue;
    const others = it.contactIds.filter((id) => id !== idOf(place));
    const contactIds = [...new Set(heir === null ? others : [...others, heir])];
    crm.activities.set(key, { ...it, contactIds });
  }
  await deliver(play, hint);
}

function event(subscriptionType: string, objectTypeId: string, place: number): object {
  return { portalId: portal, subscriptionType, objectTypeId, objectId: place + 1 };
}

async function deliver(play: Play, item: object, again = false): Promise<void> {
  if (!again) play.sent.push(item);
  await play.world.store.deliveries.keep(JSON.stringify([item]), play.world.clock.at);
}

async function work(play: Play, kind: 'refresh' | 'deliveries' | 'sweep'): Promise<void> {
  try {
    await play.world.run(kind);
  } catch (error) {
    // The dead process held leases: they expire while another starts.
    if (!(error instanceof Crash)) throw error;
    play.crashIn = null;
    play.world.clock.at += 20 * 60_000;
  }
}

async function converges(given: Parameters<typeof installedWorld>[2], all: readonly Step[]): Promise<void> {
  const play: { at: Play | null } = { at: null };
  const crashing = () => {
    const { at } = play;
    if (at === null || at.crashIn === null) return;
    at.crashIn -= 1;
    if (at.crashIn < 0) throw new Crash();
  };
  const clock = given?.clock ?? testClock();
  const store = given?.store ?? fakeStore(clock);
  const world = await installedWorld(
    {
      // A transaction that dies is undone as a whole by a real store; the fake dies before it or after it.
      atomically: async (of, run) => {
        crashing();
        const result = await store.atomically(of, run);
        crashing();
        return result;
      },
      dirtyContacts: {
        ...store.dirtyContacts,
        // In the middle of a transaction, which only a real store undoes.
        mark: async (of, ids) => {
          if (given !== undefined) crashing();
          await store.dirtyContacts.mark(of, ids);
        },
      },
    },
    {},
    { store, clock },
  );
  const playing: Play = { world, modified: 1, crashIn: null, sent: [] };
  play.at = playing;
  for (const place of [0, 1, 2]) {
    await apply(playing, { do: 'contact', contact: place, objection: false });
    await apply(playing, { do: 'mail', mail: place, about: [place] });
  }
  for (const it of all) await apply(playing, it);
  playing.crashIn = null;
  world.crm.heal();
  await settleDown(world);
  expect(standing(world)).toEqual(truth(world));
  const writes = world.crm.writes.length;
  for (const sent of playing.sent) await deliver(playing, sent, true);
  await settleDown(world);
  expect(world.crm.writes.length).toBe(writes);
}

async function settleDown(world: WorkWorld): Promise<void> {
  for (let round = 0; round < 6; round++) {
    world.clock.at += 2 * 60 * 60_000;
    await world.run('deliveries');
    await world.run('sweep');
    world.woken.length = 0;
    for (let run = 0; run < 4; run++) await world.run('refresh');
  }
}

function standing(world: WorkWorld): object {
  return Object.fromEntries([...world.crm.contacts].map(([id, { published }]) => [id, shown(published)]));
}

function shown({ rapport_stage = '', rapport_vitality = '' }: Readonly<Record<string, string>>): object {
  return { rapport_stage, rapport_vitality };
}

/** What the records of the portal give, by the counting engine's own rule. */
function truth(world: WorkWorld): object {
  const about = (id: string) =>
    [...world.crm.activities.values()].filter((it) => it.contactIds.includes(id)).length;
  return Object.fromEntries(
    [...world.crm.contacts.values()].map(({ id, facts }) => {
      const count = about(id);
      const stage = count === 0 ? 'initiating' : count < 3 ? 'experimenting' : 'intensifying';
      const values = facts.objection
        ? { rapport_stage: 'not_assessed' }
        : { rapport_stage: stage, rapport_vitality: String(count * 10) };
      return [id, shown(values)];
    }),
  );
}

test('every story converges, on the fake', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(steps, (all) => converges(undefined, all)),
    { numRuns: 1000 },
  );
});

test(`every story converges, on ${storeName}`, { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      await using opened = await testStore();
      await converges({ store: opened.store, clock: opened.clock }, all);
    }),
    { numRuns: 25 },
  );
});
