import { describe, expect, test } from 'vitest';
import { assess } from '../../src/relationship/assess.ts';
import { noFacts } from '../../src/relationship/facts.ts';
import { shippedModel } from '../../src/relationship/portal-model.ts';
import { defaultSettings } from '../../src/relationship/settings.ts';
import type { Signal } from '../../src/relationship/signal/signal.ts';
import { measureAll } from '../../src/usecases/measure-portal.ts';
import type { ReadContact } from '../../src/usecases/ports.ts';
import { fakeStore } from '../support/fake-store.ts';
import { contact, installation } from '../support/timeline-builders.ts';

const portal = 7;
const day = 86_400_000;
const now = Date.UTC(2026, 5, 10, 12);
const of = installation(portal);

const order = (id: string, daysAgo: number, amount: number): Signal => ({
  ...{ id: `contacts:${id}#${daysAgo}`, source: `orders:${id}${daysAgo}`, at: now - daysAgo * day },
  ...{ kind: 'order', by: 'customer', channel: 'order' },
  facts: { amount },
});

const buyer = (id: string, ...orders: Signal[]): ReadContact => ({
  ...contact(id),
  ownerId: '70',
  signals: orders,
});

function world(contacts: readonly ReadContact[] = []) {
  const store = fakeStore({ now: () => now });
  const deps = {
    ...store,
    clock: { now: () => now },
    readable: () => ['orders' as const],
    breathe: async () => {},
  };
  const measure = (signal = new AbortController().signal) => measureAll(deps, { of, signal });
  /** Who is to be assessed again: by name, or everyone. */
  const settle = async () => {
    const everyone = await store.dirtyRecords.claim(portal, 1000, 1000);
    await store.dirtyRecords.settle(portal, everyone, everyone.items);
    const claim = await store.dirtyContacts.claim(portal, 1000, 1000);
    await store.dirtyContacts.settle(portal, claim, claim.items);
    return { contacts: claim.items, everyone: everyone.items.length > 0 };
  };
  return { store, measure, settle, save: () => store.timeline.saveContacts(portal, contacts) };
}

describe('measuring a portal', () => {
  test('the first time stores the view and marks every contact', async () => {
    const { store, measure, settle, save } = world([buyer('1', order('1', 3, 50)), buyer('2')]);
    await save();
    expect(await measure()).toBe(true);
    expect(await store.views.find(portal)).toMatchObject({ measuredAt: now, whole: { customers: 1 } });
    expect(await settle()).toMatchObject({ everyone: true });
  });

  test('the same again marks nobody', async () => {
    const { measure, settle, save } = world([buyer('1', order('1', 3, 50))]);
    await save();
    await measure();
    await settle();
    await measure();
    expect(await settle()).toEqual({ contacts: [], everyone: false });
  });

  test('a portal that moved by more than a twentieth marks every contact', async () => {
    const { store, measure, settle, save } = world([buyer('1', order('1', 3, 50)), buyer('2')]);
    await save();
    await measure();
    await settle();
    await store.timeline.saveContacts(portal, [{ ...buyer('2', order('2', 1, 50)), modifiedAt: now }]);
    await measure();
    expect(await settle()).toMatchObject({ everyone: true });
    expect(await store.views.find(portal)).toMatchObject({ whole: { customers: 2 } });
  });

  test('small steps do not add up unseen: what contacts are assessed by stays until it is news', async () => {
    const many = Array.from({ length: 40 }, (_, i) => buyer(String(100 + i), order(String(100 + i), 3, 50)));
    const { store, measure, settle, save } = world(many);
    await save();
    await measure();
    await settle();
    const customers = [];
    for (const id of ['201', '202', '203']) {
      await store.timeline.saveContacts(portal, [buyer(id, order(id, 2, 50))]);
      await measure();
      customers.push((await store.views.find(portal))?.whole.customers);
    }
    expect(customers).toEqual([40, 40, 43]);
  });

  test('the identified share of revenue is kept up to date even when no contact is assessed anew', async () => {
    const { store, measure, save } = world([buyer('1', order('1', 40, 50))]);
    await save();
    await measure();
    const later = { ...buyer('1', order('1', 40, 50), order('1', 2, 30)), modifiedAt: now };
    await store.timeline.saveContacts(portal, [later]);
    await measure();
    const shares = (await store.views.find(portal))?.story?.matrix.identifiedShare ?? [];
    expect(shares).toHaveLength(13);
    expect(shares.slice(-2).map(({ month, identified }) => [month, identified])).toEqual([
      ['2026-05', 50],
      ['2026-06', 30],
    ]);
  });

  test('word of mouth is the share of first encounters that the assessments know', async () => {
    const { store, measure, save } = world([buyer('1'), buyer('2'), buyer('3')]);
    await save();
    const met: Signal = {
      ...{ id: 'a', source: 'contacts:1', at: now - day },
      ...{ kind: 'referred', by: 'system', channel: 'other', facts: {} },
    };
    const wrote: Signal = {
      ...{ id: 'b', source: 'emails:1', at: now - day },
      ...{ kind: 'message', by: 'us', channel: 'email', facts: { personal: true } },
    };
    for (const [contactId, signals] of [
      ['1', [met]],
      ['2', [wrote]],
      ['3', []],
    ] as const) {
      const assessment = assess(signals, noFacts, shippedModel(), defaultSettings, now);
      await store.assessments.save(portal, [{ contactId, assessment, writing: false }]);
    }
    await measure();
    expect((await store.views.find(portal))?.story?.wordOfMouth).toEqual({
      share: 0.5,
      known: 2,
      unknown: 0,
    });
  });

  test('told to stop it saves nothing', async () => {
    const { store, measure, save } = world([buyer('1', order('1', 3, 50))]);
    await save();
    expect(await measure(AbortSignal.abort())).toBe(false);
    expect(await store.views.find(portal)).toBeNull();
  });

  test('who objected is not measured', async () => {
    const { store, measure, save } = world([
      { ...buyer('1', order('1', 3, 50)), facts: { ...contact('1').facts, objection: true } },
      buyer('2'),
    ]);
    await save();
    await measure();
    expect((await store.views.find(portal))?.story?.matrix.contacts).toBe(1);
  });
});
