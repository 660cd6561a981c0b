/** What is learned of a portal, and what it is learned from; on the fake and on the real store. */
import { describe, expect, test } from 'vitest';
import { perFeature, shippedModel } from '../../src/relationship/portal-model.ts';
import type { TriedModel } from '../../src/usecases/learned.ts';
import { storeWorlds } from '../support/store-world.ts';
import { activity, contact, installation, message } from '../support/timeline-builders.ts';

const portal = 7;

function tried(version: string, of: Partial<TriedModel> = {}): TriedModel {
  return {
    model: { ...shippedModel(), version, weights: perFeature((_, i) => Math.sin(i) / 3), intercept: 1e-17 },
    fittedAt: 1,
    verdict: 'proposed',
    adoptedAt: null,
    judgement: { outcomes: 200, before: 1 / 3, after: 0.1 + 0.2, lookedAt: 100, movers: 6 },
    ...of,
  };
}

describe.each(storeWorlds)('what is learned, as %s', (_name, open) => {
  test('a sample is spread evenly over those who ever acted, and always the same', async () => {
    await using world = await open();
    const { timeline, histories } = world.store;
    const ids = ['10', '11', '12', '13', '14', '15', '16', '17', '18', '19'];
    await timeline.saveContacts(
      portal,
      ids.map((id) => contact(id)),
    );
    const acted = ids.slice(3);
    for (const id of acted) await timeline.saveActivities(portal, [activity('emails', id, [id])]);
    const looked = { ...message('calls:1', 5), kind: 'page_view', channel: 'web', facts: {} } as const;
    const ours = { ...message('calls:2', 5), by: 'us' } as const;
    await timeline.saveActivities(portal, [
      activity('calls', '1', ['11'], { signals: [looked] }),
      activity('calls', '2', ['12'], { signals: [ours] }),
    ]);
    await timeline.saveContacts(8, [contact('1')]);
    await timeline.saveActivities(8, [activity('emails', '1', ['1'])]);
    expect(await histories.sample(portal, 7)).toEqual(acted);
    expect(await histories.sample(portal, 100)).toEqual(acted);
    expect(await histories.sample(portal, 3)).toEqual(['15', '17', '19']);
    expect(await histories.sample(portal, 1)).toEqual(['19']);
    expect(await histories.sample(9, 3)).toEqual([]);
  });

  test('signals come by contact in order of time; who has none is absent', async () => {
    await using world = await open();
    const { timeline, histories } = world.store;
    await timeline.saveContacts(portal, [contact('1'), contact('2')]);
    const later = activity('emails', '10', ['1'], { signals: [message('emails:10', 20)] });
    const earlier = activity('calls', '11', ['1'], { signals: [message('calls:11', 10)] });
    await timeline.saveActivities(portal, [later, earlier]);
    expect(await histories.signals(portal, ['1', '2', '3'])).toEqual(
      new Map([['1', [message('calls:11', 10), message('emails:10', 20)]]]),
    );
  });

  test('the model adopted last is in force, to the last digit; a proposal is not', async () => {
    await using world = await open();
    const { portalModels } = world.store;
    expect([await portalModels.current(portal), await portalModels.newest(portal)]).toEqual([null, null]);
    const proposed = tried('a');
    await portalModels.save(portal, proposed);
    expect(await portalModels.current(portal)).toBeNull();
    expect(await portalModels.currentSince(portal)).toBeNull();
    expect(await portalModels.newest(portal)).toEqual(proposed);
    const adopted = tried('b', { fittedAt: 2, verdict: 'adopted', adoptedAt: 3 });
    await portalModels.save(portal, adopted);
    await portalModels.save(portal, tried('c', { fittedAt: 4, verdict: 'kept' }));
    expect(await portalModels.current(portal)).toEqual(adopted.model);
    expect(await portalModels.currentSince(portal)).toBe(adopted.adoptedAt);
    expect((await portalModels.newest(portal))?.model.version).toBe('c');
    expect(await portalModels.current(8)).toBeNull();
  });

  test('a model saved again is the one version with its new state', async () => {
    await using world = await open();
    const { portalModels } = world.store;
    await portalModels.save(portal, tried('a'));
    const adopted = tried('a', { verdict: 'adopted', adoptedAt: 9 });
    await portalModels.save(portal, adopted);
    expect(await portalModels.newest(portal)).toEqual(adopted);
  });

  test('only the newest back-test is kept', async () => {
    await using world = await open();
    const { backtests } = world.store;
    expect(await backtests.find(portal)).toBeNull();
    const result = { kind: 'too-little-data', outcomes: 1, needed: 100 } as const;
    await backtests.save(portal, { at: 1, result });
    await backtests.save(portal, { at: 2, result: { ...result, outcomes: 5 } });
    expect(await backtests.find(portal)).toEqual({ at: 2, result: { ...result, outcomes: 5 } });
    expect(await backtests.find(8)).toBeNull();
  });

  test('an erased portal has taught nothing', async () => {
    await using world = await open();
    const { installations, portalModels, backtests } = world.store;
    await installations.save(installation(portal));
    await portalModels.save(portal, tried('a', { verdict: 'adopted', adoptedAt: 1 }));
    await backtests.save(portal, { at: 1, result: { kind: 'too-little-data', outcomes: 1, needed: 100 } });
    await installations.erase(portal);
    expect([await portalModels.current(portal), await backtests.find(portal)]).toEqual([null, null]);
  });
});
