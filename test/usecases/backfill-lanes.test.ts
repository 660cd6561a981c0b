import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activity, contact, installation } from '../support/timeline-builders.ts';
import { portal, type WorkWorld, workWorld } from '../support/work-world.ts';

/** More than search alone is trusted with. */
const large = 30_000;

/** A portal of so many contacts, each with a mail and a call, at the start of its first reading. */
async function unread(
  contacts: number,
  of: { slice: number; large?: boolean; page?: number },
): Promise<WorkWorld> {
  const world = workWorld();
  world.crm.sliceSize = of.slice;
  world.crm.exaggerated = of.large ? large : 0;
  world.crm.pageSize = of.page ?? 100;
  for (let i = 1; i <= contacts; i++) {
    const id = String(i);
    world.crm.add(contact(id), activity('emails', String(i), [id]), activity('calls', String(i), [id]));
  }
  await world.store.installations.save(installation(portal));
  await world.store.backfills.start(portal, ['contacts', 'emails', 'calls'], 0, contacts);
  return world;
}

async function readWhole(world: WorkWorld): Promise<void> {
  for (let runs = 0; (await world.run('backfill')).kind !== 'idle'; runs++) {
    if (runs > 50) throw new Error('The first reading does not end');
  }
}

/** How many contacts are there with both of their activities. */
async function whole(world: WorkWorld): Promise<number> {
  const stored = await world.store.timeline.load(portal, [...world.crm.contacts.keys()]);
  return stored.filter(({ signals }) => signals.length === 2).length;
}

const listed = ({ crm }: WorkWorld) => crm.count('listContacts') + crm.count('listActivities');
const searched = ({ crm }: WorkWorld) => crm.count('searchContacts') + crm.count('searchActivities');

describe('reading by two lanes', () => {
  test('of a portal that search reads within a minute one page is listed, and the rest searched', async () => {
    const world = await unread(450, { slice: 200 });
    await readWhole(world);
    expect([listed(world), searched(world)]).toEqual([3, 6]);
    expect(await whole(world)).toBe(450);
  });

  test('what one page holds is not searched', async () => {
    const world = await unread(100, { slice: 200 });
    await readWhole(world);
    expect([listed(world), searched(world)]).toEqual([3, 0]);
    expect(await whole(world)).toBe(100);
  });

  test('a larger one is listed from below while it is searched from above, and no record is read by both', async () => {
    const world = await unread(600, { slice: 30, page: 30, large: true });
    await readWhole(world);
    expect(listed(world)).toBeGreaterThan(0);
    expect(searched(world)).toBeGreaterThan(3);
    // Lists alone would take 60 calls; a slice or page more is where the lanes meet.
    expect(listed(world) + searched(world)).toBeLessThanOrEqual(60 + 2 * 3);
    expect(await whole(world)).toBe(600);
  });

  test('what search does not serve is listed', async () => {
    const world = await unread(250, { slice: 0 });
    await readWhole(world);
    expect(listed(world)).toBe(9);
    expect(await whole(world)).toBe(250);
  });

  test.each(['rate-limited', 'unavailable', 'timeout'] as const)(
    'when search is %s the lists do all of it, and the reading does not fail',
    async (failure) => {
      const world = await unread(250, { slice: 100 });
      world.crm.fail('searchContacts', failure, 99);
      world.crm.fail('searchActivities', failure, 99);
      expect(await world.run('backfill')).toEqual({ kind: 'idle' });
      expect(await whole(world)).toBe(250);
    },
  );

  test('lists that are not in the order of ids are read to their end', async () => {
    const world = await unread(300, { slice: 100, large: true, page: 50 });
    const shuffled = [...world.crm.activities].sort(([a], [b]) => (hash(a) < hash(b) ? -1 : 1));
    world.crm.activities.clear();
    for (const [key, value] of shuffled) world.crm.activities.set(key, value);
    await readWhole(world);
    expect(await whole(world)).toBe(300);
  });

  test('however far each lane came when a run broke off, nothing is left out', async () => {
    const failures = fc.array(
      fc.record({
        call: fc.constantFrom('listContacts', 'listActivities', 'searchContacts', 'searchActivities'),
        failure: fc.constantFrom('unavailable', 'rate-limited'),
      }),
      { maxLength: 6 },
    );
    const sizes = fc.record({
      contacts: fc.integer({ min: 1, max: 120 }),
      slice: fc.integer({ min: 0, max: 40 }),
      page: fc.integer({ min: 1, max: 40 }),
      isLarge: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(sizes, failures, async ({ contacts, slice, page, isLarge }, planned) => {
        const world = await unread(contacts, { slice, page, large: isLarge });
        for (const { call, failure } of planned) {
          world.crm.fail(call as 'listContacts', failure as 'unavailable');
          await world.run('backfill');
        }
        await readWhole(world);
        expect(await whole(world)).toBe(contacts);
        expect(await world.store.backfills.pending(portal)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

/** A fixed order that is not that of ids. */
function hash(text: string): string {
  return [...text].reverse().join('');
}
