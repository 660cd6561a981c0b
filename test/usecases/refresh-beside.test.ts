import { describe, expect, test } from 'vitest';
import { contact, countingInfer } from '../support/timeline-builders.ts';
import { installedWorld, portal } from '../support/work-world.ts';

/** A portal with so many contacts to assess, that counts how often each was assessed, and how many writes overlap. */
async function crowd(contacts: number) {
  const assessed = new Map<string, number>();
  const counting = countingInfer();
  const world = await installedWorld({
    infer: (context) => (stored, now) => {
      assessed.set(stored.id, (assessed.get(stored.id) ?? 0) + 1);
      return counting(context)(stored, now);
    },
  });
  const all = Array.from({ length: contacts }, (_, place) => contact(String(place + 1)));
  world.crm.add(...all);
  await world.store.timeline.saveContacts(portal, all);
  await world.store.dirtyContacts.mark(
    portal,
    all.map(({ id }) => id),
  );
  const write = world.crm.writeProperties.bind(world.crm);
  let writing = 0;
  let most = 0;
  world.crm.writeProperties = async (of, updates) => {
    writing += 1;
    most = Math.max(most, writing);
    await new Promise((resolve) => setTimeout(resolve, 5));
    writing -= 1;
    return write(of, updates);
  };
  return { world, assessed, mostBeside: () => most };
}

describe('many contacts to assess', () => {
  test('are written several batches beside each other, and none is assessed twice', async () => {
    const { world, assessed, mostBeside } = await crowd(1500);
    expect(await world.run('refresh')).toEqual({ kind: 'idle' });
    expect([...assessed.values()].every((times) => times === 1)).toBe(true);
    expect([assessed.size, world.crm.writes.length]).toEqual([1500, 1500]);
    expect(world.crm.count('writeProperties')).toBe(15);
    expect(mostBeside()).toBeGreaterThanOrEqual(5);
  });

  test('a few are one batch', async () => {
    const { world, mostBeside } = await crowd(99);
    await world.run('refresh');
    expect(mostBeside()).toBe(1);
  });

  test('give the place to other portals after two seconds', async () => {
    const { world } = await crowd(1500);
    const write = world.crm.writeProperties;
    world.crm.writeProperties = async (of, updates) => {
      world.clock.at += 2_000;
      return write(of, updates);
    };
    expect(await world.run('refresh')).toEqual({ kind: 'again' });
    expect(world.crm.writes.length).toBe(100);
  });

  test('one failure among batches beside each other waits once, and all are written later', async () => {
    const { world } = await crowd(1500);
    const write = world.crm.writeProperties;
    let calls = 0;
    world.crm.writeProperties = async (of, updates) => {
      calls += 1;
      if (calls === 3) world.crm.fail('writeProperties', 'unavailable');
      return write(of, updates);
    };
    expect(await world.run('refresh')).toEqual({ kind: 'later', afterMs: 10_000 });
    world.clock.at += 10_000;
    expect(await world.run('refresh')).toEqual({ kind: 'idle' });
    expect(new Set(world.crm.writes.map(({ contactId }) => contactId)).size).toBe(1500);
  });
});
