import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim, DirtySet } from '../../src/usecases/store.ts';
import { storeName, type TestClock, testClock, testStore } from '../support/database.ts';
import { fakeDirtySet } from '../support/fake-dirty-set.ts';

/**
 * The law's bookkeeping: each mark of a contact is a state of the world that some later, settled look must have seen.
 * A look happens at the claim, so a settled claim has seen the marks made before it and none made after.
 */
type Model = { clock: TestClock; marked: Map<string, number>; seen: Map<string, number>; step: number };
type Look = { readonly claim: Claim<string>; readonly at: number };
type Real = { readonly set: DirtySet<string>; readonly looks: Look[] };

const portal = 1;
const leaseMs = 100;
const contacts = ['a', 'b'];

class Mark implements fc.AsyncCommand<Model, Real> {
  readonly id: string;
  constructor(id: string) {
    this.id = id;
  }
  check = () => true;
  async run(model: Model, { set }: Real) {
    await set.mark(portal, [this.id]);
    model.marked.set(this.id, ++model.step);
  }
  toString = () => `mark ${this.id}`;
}

class Look1 implements fc.AsyncCommand<Model, Real> {
  readonly limit: number;
  constructor(limit: number) {
    this.limit = limit;
  }
  check = () => true;
  async run(model: Model, { set, looks }: Real) {
    const claim = await set.claim(portal, this.limit, leaseMs);
    if (claim.items.length > 0) looks.push({ claim, at: ++model.step });
  }
  toString = () => `claim ${this.limit}`;
}

class Settle implements fc.AsyncCommand<Model, Real> {
  readonly which: number;
  constructor(which: number) {
    this.which = which;
  }
  check = () => true;
  async run(model: Model, { set, looks }: Real) {
    const look = looks[this.which % Math.max(1, looks.length)];
    if (look === undefined) return;
    await set.settle(portal, look.claim, look.claim.items);
    for (const id of look.claim.items) model.seen.set(id, Math.max(look.at, model.seen.get(id) ?? 0));
  }
  toString = () => `settle ${this.which}`;
}

class Release implements fc.AsyncCommand<Model, Real> {
  readonly which: number;
  constructor(which: number) {
    this.which = which;
  }
  check = () => true;
  async run(model: Model, { set, looks }: Real) {
    const look = looks[this.which % Math.max(1, looks.length)];
    if (look !== undefined) await set.release(portal, look.claim, look.claim.items, model.clock.at + leaseMs);
  }
  toString = () => `release ${this.which}`;
}

class Expire implements fc.AsyncCommand<Model, Real> {
  check = () => true;
  async run(model: Model) {
    model.clock.at += leaseMs + 1;
  }
  toString = () => 'leases expire';
}

/** Whoever took over thought the claimers dead; some may settle later all the same. */
class Free implements fc.AsyncCommand<Model, Real> {
  check = () => true;
  run = (_model: Model, { set }: Real) => set.free(portal);
  toString = () => 'free';
}

const commands = fc.commands(
  [
    fc.constantFrom(...contacts).map((id) => new Mark(id)),
    fc.constantFrom(1, 2).map((limit) => new Look1(limit)),
    fc.nat(3).map((which) => new Settle(which)),
    fc.nat(3).map((which) => new Release(which)),
    fc.constant(new Expire()),
    fc.constant(new Free()),
  ],
  { size: 'max', maxCommands: 40 },
);

async function noMarkIsLost(
  set: DirtySet<string>,
  clock: TestClock,
  steps: Iterable<fc.AsyncCommand<Model, Real>>,
) {
  const model: Model = { clock, marked: new Map(), seen: new Map(), step: 0 };
  await fc.asyncModelRun(() => ({ model, real: { set, looks: [] } }), steps);
  clock.at += 10 * leaseMs;
  const left = await set.claim(portal, 100, leaseMs);
  const lost = contacts.filter(
    (id) => (model.marked.get(id) ?? 0) > (model.seen.get(id) ?? 0) && !left.items.includes(id),
  );
  await set.settle(portal, left, left.items);
  expect(lost).toEqual([]);
  expect(await set.count(portal)).toBe(0);
}

describe('no mark is lost under any order of mark, claim, settle, release, freeing and lease expiry', () => {
  test('in the fake', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(commands, async (steps) => {
        const clock = testClock(1_000);
        await noMarkIsLost(fakeDirtySet(clock, String), clock, steps);
      }),
      { numRuns: 1000 },
    );
  });

  test(`in the store (${storeName})`, { timeout: 120_000 }, async () => {
    await using world = await testStore();
    await fc.assert(
      fc.asyncProperty(commands, (steps) => noMarkIsLost(world.store.dirtyContacts, world.clock, steps)),
      { numRuns: 200 },
    );
  });
});
