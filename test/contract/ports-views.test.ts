import { describe, expect, it } from 'vitest';
import { unmeasuredView } from '../../src/relationship/portal-view.ts';

import type { Signal } from '../../src/relationship/signal/signal.ts';
import { storeWorlds } from '../support/store-world.ts';
import { contact } from '../support/timeline-builders.ts';

const portal = 7;

describe.each(storeWorlds)('%s', (_name, open) => {
  it('keeps the view of each portal apart', async () => {
    await using world = await open();
    const { views } = world.store;
    expect(await views.find(portal)).toBeNull();
    const view = { ...unmeasuredView, measuredAt: 5, cyclesPerYear: { beans: 9 } };
    await views.save(portal, view);
    expect(await views.find(portal)).toEqual(view);
    expect(await views.find(8)).toBeNull();
  });

  it('keeps the register of each portal apart, and the newest alone', async () => {
    await using world = await open();
    const { registers } = world.store;
    expect(await registers.find(portal)).toBeNull();
    await registers.save(portal, { readAt: 4, properties: [] });
    const definition = { name: 'city', label: 'City', group: '', definedBy: 'crm' } as const;
    const city = { ...definition, source: 'form', sensitive: false, purposes: null } as const;
    await registers.save(portal, { readAt: 5, properties: [city] });
    expect(await registers.find(portal)).toEqual({ readAt: 5, properties: [city] });
    expect(await registers.find(8)).toBeNull();
  });

  it('hands out contacts in the order of ids with what they bought, and without those who objected', async () => {
    await using world = await open();
    const { timeline, views } = world.store;
    const head = { source: 'contacts:2', at: 5, by: 'customer' } as const;
    const bought: Signal = {
      ...head,
      id: 'contacts:2#o',
      kind: 'order',
      channel: 'order',
      facts: { amount: 3 },
    };
    const visit: Signal = { ...head, id: 'contacts:2#v', kind: 'page_view', channel: 'web', facts: {} };
    await timeline.saveContacts(portal, [
      contact('3'),
      { ...contact('2'), ownerId: '70', signals: [bought, visit] },
      contact('1', { objection: true }),
    ]);
    const page = await views.page(portal, null, 1);
    expect(page).toMatchObject([{ id: '2', owner: '70', stage: null, acted: false, signals: [bought] }]);
    expect(await views.page(portal, '2', 5)).toMatchObject([{ id: '3', signals: [] }]);
    expect(await views.page(portal, '3', 5)).toEqual([]);
  });

  it('says of whom the portal says something else, once', async () => {
    await using world = await open();
    const { timeline, views } = world.store;
    await timeline.saveContacts(portal, [contact('1'), contact('2')]);
    const measures = new Map([
      ['1', { stakeholders: 3, standing: { rank: 0.2, isRising: false } }],
      ['2', {}],
    ]);
    expect(await views.saveMeasures(portal, measures)).toEqual(['1']);
    expect(await views.saveMeasures(portal, measures)).toEqual([]);
  });

  it('hands what the portal says out with the facts of the contact', async () => {
    await using world = await open();
    const { timeline, views } = world.store;
    await timeline.saveContacts(portal, [contact('1')]);
    await views.saveMeasures(portal, new Map([['1', { stakeholders: 3, ownMargin: 40 }]]));
    const [loaded] = await timeline.load(portal, ['1']);
    expect(loaded?.facts).toMatchObject({ approaches: { stakeholders: 3 }, level: { ownMargin: 40 } });
  });
});
