import { describe, expect, test } from 'vitest';
import { isWorthCalling } from '../../src/usecases/worth-calling.ts';
import { activity, contact } from '../support/timeline-builders.ts';
import { installedWorld, portal } from '../support/work-world.ts';

describe('it is worth reading', () => {
  test('what fills batches, and not single changes', () => {
    expect(isWorthCalling(new Map())).toBe(false);
    expect(isWorthCalling(new Map([['emails', 1]]))).toBe(false);
    expect(isWorthCalling(new Map([['emails', 11]]))).toBe(false);
    expect(isWorthCalling(new Map([['emails', 12]]))).toBe(true);
    expect(isWorthCalling(new Map([['emails', 1000]]))).toBe(true);
  });

  test('later the more types there are, for each is a call of its own', () => {
    const each = (count: number) =>
      new Map((['emails', 'calls', 'meetings', 'notes', 'tasks'] as const).map((type) => [type, count]));
    expect(isWorthCalling(each(8))).toBe(false);
    expect(isWorthCalling(each(9))).toBe(true);
  });
});

const mail = (id: number) => ({
  portalId: portal,
  subscriptionType: 'object.propertyChange',
  objectTypeId: '0-49',
  objectId: id,
});

describe('collecting', () => {
  test('a portal rests after something was refreshed, and not after nothing was', async () => {
    const world = await installedWorld({ freshWithinMs: 300_000 });
    world.crm.add(contact('1'), activity('emails', '1', ['1']));
    await world.store.dirtyRecords.mark(portal, [{ type: 'emails', id: '1' }]);
    expect(await world.run('refresh')).toEqual({ kind: 'rest', forMs: 300_000 });
    expect(await world.run('refresh')).toEqual({ kind: 'idle' });
  });

  test('a few changes wait for the end of the rest, many end it', async () => {
    const woken: unknown[] = [];
    const world = await installedWorld({
      freshWithinMs: 300_000,
      wakeups: { wake: async (...call) => void woken.push(call) },
    });
    await world.store.deliveries.keep(JSON.stringify([mail(1)]), 1);
    await world.run('deliveries');
    const more = Array.from({ length: 20 }, (_, place) => mail(place + 1));
    await world.store.deliveries.keep(JSON.stringify(more), 1);
    await world.run('deliveries');
    expect(woken).toEqual([
      ['refresh', portal],
      ['refresh', portal, 'now'],
    ]);
  });
});
