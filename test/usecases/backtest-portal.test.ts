import { describe, expect, test } from 'vitest';
import { backtest } from '../../src/relationship/backtest/backtest.ts';
import { defaultSettings } from '../../src/relationship/settings.ts';
import { backtestPortal, isBacktestDue } from '../../src/usecases/backtest-portal.ts';
import { createWork } from '../../src/usecases/do-work.ts';
import type { Wakeups } from '../../src/usecases/work.ts';
import { livePast, mailOn, type Past } from '../support/past-portal.ts';
import { activity, installation } from '../support/timeline-builders.ts';
import { installedWorld, portal, type WorkWorld } from '../support/work-world.ts';

const dayMs = 86_400_000;
const of = installation(portal);
const going = new AbortController().signal;

async function pastWorld(past: Past): Promise<WorkWorld> {
  const world = await installedWorld();
  await livePast(world, past);
  return world;
}

async function pasts({ store, clock }: WorkWorld) {
  const signals = await store.histories.signals(portal, await store.histories.sample(portal, 6000));
  return [...signals.values()].map((all) => all.filter(({ at }) => at <= clock.at));
}

describe("a back-test of a portal's own past", () => {
  test('is the one of its stored signals up to yesterday, told as it goes and kept with its date', async () => {
    const world = await pastWorld({ contacts: 150 });
    const heard: number[] = [];
    let breaths = 0;
    const breathe = async () => {
      breaths += 1;
    };
    const deps = { ...world.deps, breathe };
    const tested = await backtestPortal(deps, { of, signal: going, onProgress: (done) => heard.push(done) });
    const asOf = Math.floor(world.clock.at / dayMs) - 1;
    const histories = await pasts(world);
    const result = backtest({ histories, settings: defaultSettings, asOf, horizonDays: 90 });
    expect(tested).toEqual({ at: world.clock.at, result });
    expect(result).toMatchObject({ kind: 'done' });
    expect(await world.store.backtests.find(portal)).toEqual(tested);
    expect([heard.at(-1), [...heard].sort((a, b) => a - b)]).toEqual([1, heard]);
    expect(breaths).toBe(heard.length);
  });

  test('knows nothing of today, which is not over, nor of tomorrow', async () => {
    const world = await pastWorld({ contacts: 150 });
    const before = await backtestPortal(world.deps, { of, signal: going });
    const today = Math.floor(world.clock.at / dayMs);
    for (const id of await world.store.histories.sample(portal, 1000)) {
      const signals = [{ ...mailOn(`${id}x`, today), at: world.clock.at }, mailOn(`${id}y`, today + 1)];
      await world.store.timeline.saveActivities(portal, [activity('calls', id, [id], { signals })]);
    }
    expect(await backtestPortal(world.deps, { of, signal: going })).toEqual(before);
  });

  test('of a young portal says that there is too little data', async () => {
    const world = await pastWorld({ contacts: 20, days: 200 });
    const tested = await backtestPortal(world.deps, { of, signal: going });
    expect(tested?.result).toMatchObject({ kind: 'too-little-data', needed: 100 });
  });

  test('that is told to stop leaves what stood', async () => {
    const world = await pastWorld({ contacts: 150 });
    const stop = new AbortController();
    const deps = { ...world.deps, breathe: async () => stop.abort() };
    expect(await backtestPortal(deps, { of, signal: stop.signal })).toBeNull();
    expect(await backtestPortal(world.deps, { of, signal: AbortSignal.abort() })).toBeNull();
    expect(await world.store.backtests.find(portal)).toBeNull();
  });
});

test('a back-test is due when there is none, after thirty days, and the next day while data are too few', async () => {
  const world = await installedWorld();
  const { backtests } = world.store;
  const dueAfter = async (days: number) => {
    world.clock.at += days * dayMs;
    return isBacktestDue(world.deps, of);
  };
  expect(await dueAfter(0)).toBe(true);
  const few = { kind: 'too-little-data', outcomes: 3, needed: 100 } as const;
  await backtests.save(portal, { at: world.clock.at, result: few });
  expect([await dueAfter(0), await dueAfter(1)]).toEqual([false, true]);
  await livePast(world, { contacts: 150 });
  await backtestPortal(world.deps, { of, signal: going });
  expect([await dueAfter(29), await dueAfter(1)]).toEqual([false, true]);
});

describe('what a portal’s past teaches', () => {
  test('is a model and a back-test, asked by one kind of work', async () => {
    const world = await pastWorld({ contacts: 400 });
    expect(await world.run('refit')).toEqual({ kind: 'idle' });
    expect((await world.store.portalModels.newest(portal))?.verdict).toBe('proposed');
    expect((await world.store.backtests.find(portal))?.result.kind).toBe('done');
  });

  test('is not asked of a half-read past, nor of a portal that left', async () => {
    const world = await pastWorld({ contacts: 400 });
    await world.store.backfills.start(portal, ['contacts'], 0, null);
    expect(await world.run('refit')).toEqual({ kind: 'idle' });
    await world.store.backfills.finish(portal, 0);
    await world.store.installations.setState(portal, 'uninstalled');
    expect(await world.run('refit')).toEqual({ kind: 'idle' });
    expect(await world.store.portalModels.newest(portal)).toBeNull();
    expect(await world.store.backtests.find(portal)).toBeNull();
  });

  test('waits while many contacts wait to be assessed', async () => {
    const world = await pastWorld({ contacts: 400 });
    const waiting = Array.from({ length: 1001 }, (_, i) => String(i));
    await world.store.dirtyContacts.mark(portal, waiting);
    expect(await world.run('refit')).toMatchObject({ kind: 'later' });
    expect(await world.store.portalModels.newest(portal)).toBeNull();
    const claim = await world.store.dirtyContacts.claim(portal, 1, 1);
    await world.store.dirtyContacts.settle(portal, claim, claim.items);
    expect(await world.run('refit')).toEqual({ kind: 'idle' });
    expect(await world.store.portalModels.newest(portal)).not.toBeNull();
  });

  test('is asked for a minute after the first reading', async () => {
    const world = await installedWorld();
    await world.store.backfills.start(portal, ['contacts'], 0, null);
    const waits: unknown[] = [];
    const wakeups: Wakeups = { wake: async (kind, of, when) => void waits.push([kind, of, when]) };
    const work = createWork({ ...world.deps, wakeups });
    await work.backfill(portal, 1, going);
    expect(waits).toEqual([
      ['refresh', portal, 'now'],
      ['labels', portal, undefined],
      ['refit', portal, { afterMs: 60_000, attempt: 1 }],
    ]);
  });

  test('is asked again when the service stopped in between', async () => {
    const world = await pastWorld({ contacts: 400 });
    expect(await world.work.refit(portal, 1, AbortSignal.abort())).toEqual({ kind: 'again' });
  });
});
