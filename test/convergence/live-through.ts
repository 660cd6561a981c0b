/**
 * Random lives of portals beside each other, and of the service they share: edits, time, lost, late, doubled and disordered
 * webhooks, calls that fail, and a process that is killed in the middle. In the end each portal must say what a fresh
 * install on it would say.
 */
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { generateStory } from '../../src/sandbox/story/generate.ts';
import { createRandom, type Random } from '../../src/sandbox/story/random.ts';
import { freePort } from '../../src/world/free-port.ts';
import { installByConsent } from '../../src/world/install-by-consent.ts';
import { untilSettled } from '../../src/world/until-settled.ts';
import { type CorrectionLog, overriddenIn, readLog } from './correction-log.ts';
import { differences } from './differences.ts';
import { type ForkedService, forkService } from './forked-service.ts';
import { installFresh, pace } from './fresh-install.ts';
import { openPortals, type Portal, type PortalPlan } from './portals.ts';
import { editAtRandom } from './random-edits.ts';
import { type People, peopleOf } from './random-words.ts';
import type { ServiceOrders } from './service-process.ts';
import { configured } from './service-store.ts';
import type { StoreMaker } from './stores.ts';

export type LifeOptions = {
  /** One portal for each; what happens to their service follows from the first. */
  readonly seeds: readonly number[];
  readonly stores: StoreMaker;
  /** How many things happen to each portal. */
  readonly steps: number;
  /** Share of webhooks that never arrive. */
  readonly lost: number;
  /** Share of what people do that is said on cards. */
  readonly words: number;
  /** A JSONL file of every call is left here for each seed. */
  readonly trafficFolder?: string;
};

export type LifeOutcome = {
  readonly seed: number;
  readonly differences: readonly string[];
  /** What happened, in order: to see, though not to repeat, since processes race. */
  readonly told: readonly string[];
  readonly counts: LifeCounts;
};

export type LifeCounts = {
  /** How often people did what. */
  readonly edits: Readonly<Record<string, number>>;
  readonly webhooks: { readonly delivered: number; readonly lost: number };
  readonly calls: { readonly made: number; readonly failed: number };
  /** Events on timelines. */
  readonly events: number;
};

export type Outcomes = {
  readonly lives: readonly LifeOutcome[];
  /** What the service logged as errors. */
  readonly errors: readonly string[];
  /** How often the service was killed. */
  readonly kills: number;
};

type Life = Portal & {
  readonly seed: number;
  readonly random: Random;
  readonly people: People;
  readonly told: string[];
  readonly edits: Record<string, number>;
};

type Lives = {
  readonly all: readonly Life[];
  readonly random: Random;
  readonly orders: Omit<ServiceOrders, 'offset'>;
  readonly errors: string[];
  service: ForkedService | null;
  kills: number;
};

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** The day on which every life begins, so that none hangs on the day it is run. */
const beginning = Date.UTC(2026, 2, 2, 9);

/** Longest time to come to rest, real ms: a retried job alone waits for 10, 20, 40 s. */
const restMs = 600_000;

/** Real time between two looks whether all is at rest, ms. */
const lookEveryMs = 500;

export async function liveThrough(options: LifeOptions): Promise<Outcomes> {
  const servicePort = await freePort();
  const serviceUrl = `http://localhost:${servicePort}`;
  await using portals = await openPortals(
    options.seeds.map((seed) => planOf(seed, options)),
    serviceUrl,
  );
  const all = portals.all.map((portal, place) => {
    const seed = options.seeds[place] ?? 0;
    const random = createRandom(seed);
    return { ...portal, seed, random, people: peopleOf(portal, random, serviceUrl), told: [], edits: {} };
  });
  const store = await options.stores.make();
  const orders = { portalUrl: portals.url, serviceUrl, servicePort, store, pace };
  const random = createRandom(options.seeds[0] ?? 0);
  const lives: Lives = { all, random, orders, errors: [], service: null, kills: 0 };
  try {
    await revive(lives);
    for (const { url, seed, people } of all) {
      await installByConsent(serviceUrl, url);
      if (seed % 3 === 0) await people.wantEvents();
    }
    // Some lives begin before the first reading is through.
    if (random.chance(0.7)) await rest(lives, restMs);
    for (let step = 0; step < options.steps * all.length; step += 1) await live(lives, options.words);
    await calmDown(lives);
    await die(lives);
    const log = await readLog(configured(store), all);
    await revive(lives);
    const fresh = await installFresh(all, configured(await options.stores.make()), log);
    await moveTo(lives, fresh.at);
    await mustRest(lives);
    return await outcomes(lives, fresh.of, log);
  } finally {
    await die(lives);
  }
}

function planOf(seed: number, options: LifeOptions): PortalPlan {
  const { trafficFolder } = options;
  return {
    portalId: 145_000_000 + seed,
    fill: ({ store }) => void store.load(generateStory({ contacts: 4 + (seed % 9), seed, now: beginning })),
    options: {
      startAt: beginning,
      webhookGatherMs: 20,
      webhookFaults: { seed, drop: options.lost, duplicate: 0.15, shuffle: true, delay: 0.1 },
      apiFaultSeed: seed,
      limits: { timeScale: pace },
      ...(trafficFolder === undefined ? {} : { recordFile: path.join(trafficFolder, `${seed}.jsonl`) }),
    },
  };
}

async function outcomes(
  lives: Lives,
  fresh: Awaited<ReturnType<typeof installFresh>>['of'],
  log: CorrectionLog,
): Promise<Outcomes> {
  const service = running(lives);
  const told: LifeOutcome[] = [];
  for (const life of lives.all) {
    const computed = fresh.get(life.portalId);
    if (computed === undefined) throw new Error(`Portal ${life.portalId} was not installed afresh`);
    const stored = await service.stored(life.portalId);
    const found = differences(life.sandbox.store, stored, computed, overriddenIn(log, life.portalId));
    told.push({ seed: life.seed, differences: found, told: life.told, counts: countsOf(life) });
  }
  return { lives: told, errors: [...lives.errors, ...service.errors], kills: lives.kills };
}

function countsOf({ sandbox, edits }: Life): LifeCounts {
  const { delivered, lost } = sandbox.webhooks.log();
  const { total, byStatus } = sandbox.counter.counts();
  const failed = Object.entries(byStatus).filter(([status]) => Number(status) >= 423);
  return {
    edits,
    webhooks: { delivered, lost },
    calls: { made: total, failed: failed.reduce((sum, [, count]) => sum + count, 0) },
    events: [...sandbox.events.all()].length,
  };
}

/** One thing happens; then some real time passes, so that the service is caught in the middle of its work. */
async function live(lives: Lives, words: number): Promise<void> {
  const { all, random } = lives;
  const life = all[random.int(0, all.length - 1)];
  if (life === undefined) return;
  const chance = random.next();
  if (chance < 0.16 / all.length) await (lives.service === null ? revive(lives) : die(lives));
  else if (chance < 0.08) weather(life);
  else if (chance < 0.08 + 0.2 / all.length) await moveTo(lives, life.sandbox.clock.now() + someTime(random));
  else if (chance < 0.08 + 0.3 / all.length) await rest(lives, 20_000);
  else {
    const { kind, told } = random.chance(words)
      ? await life.people.say()
      : editAtRandom(life.sandbox.store, life.random);
    life.told.push(told);
    life.edits[kind] = (life.edits[kind] ?? 0) + 1;
  }
  // Nobody is down for long.
  if (lives.service === null && random.chance(0.3)) await revive(lives);
  await sleep((random.next() ** 2 * 400) / all.length);
}

function weather({ sandbox, random, told }: Life): void {
  const share = random.pick([0, 0, 0.1, 0.3, 0.6]);
  sandbox.faults.set(share);
  told.push(`${share * 100} % of calls fail`);
}

function someTime(random: Random): number {
  return random.pick([random.int(1, 59) * minuteMs, random.int(1, 23) * hourMs, random.int(1, 40) * dayMs]);
}

function tell({ all }: Lives, what: string): void {
  for (const { told } of all) told.push(what);
}

async function moveTo(lives: Lives, at: number): Promise<void> {
  for (const { sandbox } of lives.all) sandbox.clock.advanceTo(at);
  tell(lives, `it is ${new Date(at).toISOString()}`);
  await lives.service?.setClock(offsetOf(lives));
}

function offsetOf({ all }: Lives): number {
  return Math.max(...all.map(({ sandbox }) => sandbox.clock.offset()));
}

async function revive(lives: Lives): Promise<void> {
  if (lives.service !== null) return;
  tell(lives, 'the service starts');
  lives.service = await forkService({ ...lives.orders, offset: offsetOf(lives) });
}

async function die(lives: Lives): Promise<void> {
  if (lives.service === null) return;
  tell(lives, 'the service is killed');
  await lives.service.kill();
  lives.kills += 1;
  lives.errors.push(...lives.service.errors);
  lives.service = null;
}

function running({ service }: Lives): ForkedService {
  if (service === null) throw new Error('The service does not run');
  return service;
}

/** Waits until nothing is left to do in any portal, but not for longer than told. */
async function rest(lives: Lives, longestMs: number): Promise<boolean> {
  const { service } = lives;
  if (service === null) return false;
  const givenUp = AbortSignal.timeout(longestMs);
  const eachAtRest = async () => {
    for (const { sandbox, portalId } of lives.all) {
      await untilSettled(sandbox, () => service.health(portalId), undefined, givenUp, lookEveryMs);
    }
  };
  await Promise.race([eachAtRest(), sleep(longestMs, undefined, { ref: false })]);
  tell(lives, givenUp.aborted ? 'no rest yet' : 'all is at rest');
  return !givenUp.aborted;
}

async function mustRest(lives: Lives): Promise<void> {
  if (await rest(lives, restMs)) return;
  const service = running(lives);
  const health = await Promise.all(lives.all.map(({ portalId }) => service.health(portalId)));
  throw new Error(`The portals do not come to rest: ${JSON.stringify(health)}\n${lives.errors.join('')}`);
}

/** Waits until every portal was looked through for what no webhook told, at some time after `since`. */
async function reconciled(lives: Lives, since: number): Promise<void> {
  const service = running(lives);
  for (const { portalId } of lives.all) {
    const latest = performance.now() + restMs;
    while (((await service.health(portalId)).reconciledAt ?? 0) <= since) {
      if (performance.now() > latest) throw new Error(`Portal ${portalId} is not reconciled`);
      await sleep(lookEveryMs);
    }
  }
}

/** The faults end, leases of the dead run out, what was parked is tried again; at last it is the noon of the next day. */
async function calmDown(lives: Lives): Promise<void> {
  for (const { sandbox } of lives.all) sandbox.faults.set(0);
  await revive(lives);
  const now = () => Math.max(...lives.all.map(({ sandbox }) => sandbox.clock.now()));
  for (let round = 0; round < 3; round += 1) {
    const before = now();
    await moveTo(lives, before + 70 * minuteMs);
    await reconciled(lives, before);
    await mustRest(lives);
  }
  const day = Math.floor(now() / dayMs) + 1;
  await moveTo(lives, day * dayMs + 10 * hourMs + 17 * minuteMs);
  await mustRest(lives);
}
