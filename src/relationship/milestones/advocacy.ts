import type { InputProblem } from '../matrix/input-problem.ts';
import type { EncounterSource } from './milestone-facts.ts';

/** Who brought whom, and what came of it: the advocacy chain of a portal, in which nobody is credited twice. */
export type AdvocacyChain = {
  /** The one contact that brought this one; null for who came by itself. */
  referrerOf(contactId: string): string | null;
  advocacyOf(contactId: string): Advocacy;
  /** Every contact that brought somebody. */
  readonly referrers: readonly string[];
  readonly problems: readonly InputProblem[];
};

export type Advocacy = {
  /** Whom the contact brought itself. */
  readonly brought: readonly string[];
  /** What those spent: over all referrers these sums add up, since everybody has one referrer. */
  readonly value: number;
  /** Everybody further down the chain with them, and what all of them spent: a view, not to be added up. */
  readonly reach: number;
  readonly reachValue: number;
};

/** A referral: the first word of it names when it happened, ms since epoch. */
export type ReferralLink = { readonly referrer: string; readonly referred: string; readonly at: number };

const nobody: Advocacy = { brought: [], value: 0, reach: 0, reachValue: 0 };

/**
 * Builds the chain from all links of a portal. The earliest referrer of a contact has the credit; a contact that names
 * itself and a link that would close a circle are left out; each of it is told. The same link said twice is one.
 */
export function advocacyChain(
  links: readonly ReferralLink[],
  worthOf: (contactId: string) => number,
): AdvocacyChain {
  const problems: InputProblem[] = [];
  const selves = new Set<string>();
  const parents = new Map<string, string>();
  const children = new Map<string, string[]>();
  const roots = createRoots();
  for (const { referrer, referred } of inOrder(links)) {
    const known = parents.get(referred);
    if (referrer === referred) selves.add(referrer);
    else if (known === referrer) continue;
    else if (known !== undefined) problems.push({ code: 'second_referrer', referrer, referred });
    else if (roots.rootOf(referrer) === referred)
      problems.push({ code: 'referral_cycle', referrer, referred });
    else {
      parents.set(referred, referrer);
      roots.join(referred, referrer);
      const brought = children.get(referrer);
      if (brought === undefined) children.set(referrer, [referred]);
      else brought.push(referred);
    }
  }
  const advocacies = sumUp(parents, children, worthOf);
  return {
    referrerOf: (contactId) => parents.get(contactId) ?? null,
    advocacyOf: (contactId) => advocacies.get(contactId) ?? nobody,
    referrers: [...children.keys()],
    problems: [
      ...problems,
      ...[...selves].map((contactId) => ({ code: 'self_referral', contactId }) as const),
    ],
  };
}

function inOrder(links: readonly ReferralLink[]): readonly ReferralLink[] {
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return links
    .filter(({ at }) => !Number.isNaN(at))
    .sort(
      (a, b) =>
        (a.at === b.at ? 0 : a.at - b.at) ||
        compare(a.referrer, b.referrer) ||
        compare(a.referred, b.referred),
    );
}

/** Finds the one at the top of a chain; remembers the way, so that long chains cost little. */
function createRoots() {
  const up = new Map<string, string>();
  function rootOf(id: string): string {
    let root = id;
    for (let next = up.get(root); next !== undefined; next = up.get(root)) root = next;
    for (let at = id; at !== root; ) {
      const next = up.get(at) ?? root;
      up.set(at, root);
      at = next;
    }
    return root;
  }
  return { rootOf, join: (child: string, parent: string) => up.set(child, rootOf(parent)) };
}

/** From the ends of the chains upwards, so that every contact is visited once. */
function sumUp(
  parents: ReadonlyMap<string, string>,
  children: ReadonlyMap<string, readonly string[]>,
  worthOf: (contactId: string) => number,
): ReadonlyMap<string, Advocacy> {
  const advocacies = new Map<string, Advocacy>();
  const worth = (id: string) => {
    const value = worthOf(id);
    return Number.isFinite(value) ? value : 0;
  };
  const waiting = new Map(
    [...children].map(([id, brought]) => [id, brought.filter((one) => children.has(one)).length]),
  );
  const ready = [...waiting].filter(([, count]) => count === 0).map(([id]) => id);
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    const brought = children.get(id) ?? [];
    let [value, reach, reachValue] = [0, 0, 0];
    for (const one of brought) {
      const below = advocacies.get(one) ?? nobody;
      value += worth(one);
      reach += 1 + below.reach;
      reachValue += worth(one) + below.reachValue;
    }
    advocacies.set(id, { brought, value, reach, reachValue });
    const parent = parents.get(id);
    if (parent === undefined) continue;
    const left = (waiting.get(parent) ?? 0) - 1;
    waiting.set(parent, left);
    if (left === 0) ready.push(parent);
  }
  return advocacies;
}

/** How much of a portal's growth comes by recommendation. */
export type WordOfMouth = {
  /** Share of first encounters with a known source, 0..1; null without any. */
  readonly share: number | null;
  readonly known: number;
  readonly unknown: number;
};

export function wordOfMouthShare(sources: Iterable<EncounterSource>): WordOfMouth {
  let recommended = 0;
  let known = 0;
  let unknown = 0;
  for (const source of sources) {
    if (source === 'unknown') unknown += 1;
    else known += 1;
    if (source === 'word_of_mouth') recommended += 1;
  }
  return { share: known === 0 ? null : recommended / known, known, unknown };
}
