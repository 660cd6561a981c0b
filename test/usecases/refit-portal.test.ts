import { describe, expect, test } from 'vitest';
import { inferIn } from '../../src/infer.ts';
import { adoptProposal } from '../../src/usecases/adopt-proposal.ts';
import type { TriedModel } from '../../src/usecases/learned.ts';
import { fewestOutcomes, mostMovers, refitPortal } from '../../src/usecases/refit-portal.ts';
import { refreshContacts } from '../../src/usecases/refresh-contacts.ts';
import { livePast, mailOn, type Past } from '../support/past-portal.ts';
import { activity, contact, installation } from '../support/timeline-builders.ts';
import { installedWorld, portal, type WorkWorld } from '../support/work-world.ts';

const dayMs = 86_400_000;
/** Few of these would move, because most of them left long ago. */
const settled: Past = { contacts: 400, gone: 600 };
/** More than one in twenty of these would move. */
const lively: Past = { contacts: 400 };

async function pastWorld(past: Past): Promise<WorkWorld> {
  const world = await installedWorld();
  await livePast(world, past);
  return world;
}

function refit(world: WorkWorld, signal = new AbortController().signal) {
  return refitPortal(world.deps, { of: installation(portal), signal });
}

async function newest({ store }: WorkWorld): Promise<TriedModel> {
  const found = await store.portalModels.newest(portal);
  if (found === null) throw new Error('No model was fitted');
  return found;
}

async function everyoneIsMarked({ store }: Awaited<ReturnType<typeof pastWorld>>): Promise<boolean> {
  const claim = await store.dirtyRecords.claim(portal, 9, 1);
  await store.dirtyRecords.release(portal, claim, claim.items, 0);
  return claim.items.some(({ type }) => type === 'everyone');
}

describe('a model of its own', () => {
  test('is adopted when it foretells better and moves few, and then everybody is looked at again', async () => {
    const world = await pastWorld(settled);
    const done = await refit(world);
    const { model, judgement, ...tried } = await newest(world);
    const now = world.clock.at;
    expect(done).toEqual({ kind: 'adopted', version: model.version, judgement });
    expect(tried).toEqual({ fittedAt: now, verdict: 'adopted', adoptedAt: now });
    expect(judgement.before - judgement.after).toBeGreaterThan(0.002);
    expect(judgement.outcomes).toBeGreaterThanOrEqual(fewestOutcomes);
    expect(judgement).toMatchObject({ lookedAt: 1000 });
    expect(judgement.movers / judgement.lookedAt).toBeLessThan(mostMovers);
    expect(judgement.movers).toBeGreaterThan(0);
    expect(await world.store.portalModels.current(portal)).toEqual(model);
    expect(await everyoneIsMarked(world)).toBe(true);
    expect(world.woken).toEqual([{ kind: 'refresh', portal }]);
  });

  test('stays a proposal when it would move many, until an admin lets it in', async () => {
    const world = await pastWorld(lively);
    const done = await refit(world);
    const { model, judgement, verdict } = await newest(world);
    expect([done.kind, verdict]).toEqual(['proposed', 'proposed']);
    expect(judgement.movers / judgement.lookedAt).toBeGreaterThan(mostMovers);
    expect(await world.store.portalModels.current(portal)).toBeNull();
    expect([await everyoneIsMarked(world), world.woken]).toEqual([false, []]);
    expect(await adoptProposal(world.deps, { portal, version: 'another' })).toBe(false);
    expect(await adoptProposal(world.deps, { portal, version: model.version })).toBe(true);
    expect(await world.store.portalModels.current(portal)).toEqual(model);
    expect(await everyoneIsMarked(world)).toBe(true);
    expect(await newest(world)).toMatchObject({
      verdict: 'adopted',
      adoptedAt: world.clock.at,
    });
    expect(await adoptProposal(world.deps, { portal, version: model.version })).toBe(false);
  });

  test('that foretells nothing better leaves the one in force', async () => {
    const world = await pastWorld(settled);
    await refit(world);
    const first = await newest(world);
    const earlier = world.clock.at - 40 * dayMs;
    const same = {
      ...first,
      model: { ...first.model, version: 'same' },
      fittedAt: earlier,
      adoptedAt: earlier,
    };
    await world.store.portalModels.save(portal, { ...first, fittedAt: 0, adoptedAt: 0 });
    await world.store.portalModels.save(portal, same);
    expect(await refit(world)).toMatchObject({ kind: 'kept', judgement: { lookedAt: 0, movers: 0 } });
    expect((await world.store.portalModels.current(portal))?.version).toBe('same');
  });

  test('is not made of few outcomes', async () => {
    const world = await pastWorld({ contacts: 200 });
    expect(await refit(world)).toEqual({ kind: 'too-few-outcomes', outcomes: 100, needed: fewestOutcomes });
    expect(await world.store.portalModels.newest(portal)).toBeNull();
  });

  test('is made at most every thirty days', async () => {
    const world = await pastWorld(lively);
    await refit(world);
    const { fittedAt } = await newest(world);
    // The nightly tick comes at any second of its minute: days are counted, not hours.
    world.clock.at += 30 * dayMs - 3_600_000 * 11;
    expect(await refit(world)).toEqual({ kind: 'not-due' });
    world.clock.at += 3_600_000 * 2;
    expect((await refit(world)).kind).not.toBe('not-due');
    expect((await newest(world)).fittedAt).toBeGreaterThan(fittedAt);
  });
});

test('nothing of the horizon on which a model is judged reaches the model', async () => {
  const world = await pastWorld(settled);
  const other = await pastWorld(settled);
  const yesterday = Math.floor(world.clock.at / dayMs) - 1;
  const ids = await other.store.histories.sample(portal, 1000);
  for (const [i, id] of ids.entries()) {
    const day = yesterday - (i % 90);
    const added = activity('calls', id, [id], { signals: [mailOn(`${id}x`, day)] });
    await other.store.timeline.saveActivities(portal, [added]);
  }
  await refit(world);
  await refit(other);
  const [judged, otherwise] = [await newest(world), await newest(other)];
  expect(otherwise.model).toEqual(judged.model);
  expect(otherwise.judgement.before).not.toBe(judged.judgement.before);
});

test('what came today is no outcome yet', async () => {
  const world = await pastWorld(lively);
  const other = await pastWorld(lively);
  const today = Math.floor(world.clock.at / dayMs);
  for (const id of await other.store.histories.sample(portal, 1000)) {
    const mail = { ...mailOn(`${id}x`, today), at: world.clock.at - 1 };
    await other.store.timeline.saveActivities(portal, [activity('calls', id, [id], { signals: [mail] })]);
  }
  await refit(world);
  await refit(other);
  const [without, withToday] = [await newest(world), await newest(other)];
  expect(withToday.model).toEqual(without.model);
  expect(withToday.judgement.after).toBe(without.judgement.after);
});

describe('a refit that ends early', () => {
  test('because the service stops decides nothing', async () => {
    const world = await pastWorld(lively);
    expect(await refit(world, AbortSignal.abort())).toEqual({ kind: 'interrupted' });
    expect(await world.store.portalModels.newest(portal)).toBeNull();
  });
});

test('what a new model moves is written as recalibrated, with the date of the change as it stood and no event', async () => {
  const world = await installedWorld({ infer: inferIn }, { appEvents: true });
  await livePast(world, settled);
  const ids = await world.store.histories.sample(portal, 1000);
  for (const id of ids) world.crm.add(contact(id));
  await world.store.dirtyContacts.mark(portal, ids);
  await world.run('refresh');
  const before = new Map([...world.crm.contacts].map(([id, { published }]) => [id, published]));
  const written = world.crm.writes.length;
  const done = await refit(world);
  await world.drain();
  const moved = [...world.crm.contacts.values()].filter(
    ({ id, published }) => published['rapport_stage'] !== before.get(id)?.['rapport_stage'],
  );
  expect(done).toMatchObject({ kind: 'adopted', judgement: { movers: moved.length } });
  for (const { id, published } of moved) {
    expect(published['rapport_stage_movement']).toBe('recalibrated');
    expect(published['rapport_stage_changed_at']).toBe(before.get(id)?.['rapport_stage_changed_at']);
  }
  expect(world.crm.writes.length).toBeGreaterThan(written);
  expect(world.crm.events).toEqual([]);
});

test('a model adopted while a batch is being claimed is the one that the batch is assessed by', async () => {
  const world = await installedWorld({ infer: inferIn });
  await livePast(world, lively);
  await refit(world);
  const { model } = await newest(world);
  const [id = ''] = await world.store.histories.sample(portal, 1);
  world.crm.add(contact(id));
  await world.store.dirtyContacts.mark(portal, [id]);
  const { claim } = world.store.dirtyContacts;
  const dirtyContacts = {
    ...world.store.dirtyContacts,
    claim: async (...of: Parameters<typeof claim>) => {
      const claimed = await claim(...of);
      await adoptProposal(world.deps, { portal, version: model.version });
      return claimed;
    },
  };
  await refreshContacts({ ...world.deps, dirtyContacts }, installation(portal));
  const [stored] = await world.store.timeline.load(portal, [id]);
  expect(stored?.publishedModel).toBe(model.version);
});
