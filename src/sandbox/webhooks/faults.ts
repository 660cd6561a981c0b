/** What may go wrong between HubSpot and an app on purpose: lost, doubled, disordered and late items, repeatable by a seed. */
export type WebhookFaults = {
  readonly seed: number;
  /** Share of items that are never sent, 0 to 1. */
  readonly drop: number;
  /** Share of items that are sent twice, 0 to 1. */
  readonly duplicate: number;
  readonly shuffle: boolean;
  /** Share of items that are held back, so that what happened after them is told before, 0 to 1. */
  readonly delay: number;
  /** How long an item is held back at most, in real ms. */
  readonly delayMs: number;
};

export const noFaults: WebhookFaults = {
  seed: 1,
  drop: 0,
  duplicate: 0,
  shuffle: false,
  delay: 0,
  delayMs: 2000,
};

/** `late`: each is to leave alone, after so many real ms. */
export type Packed<T> = {
  readonly now: readonly T[];
  readonly late: readonly { readonly item: T; readonly afterMs: number }[];
  readonly lost: number;
};

/** Applies the faults to the items that wait to be sent. */
export function createFaults(faults: WebhookFaults): <T>(items: readonly T[]) => Packed<T> {
  const random = createRandom(faults.seed);
  return <T>(items: readonly T[]) => {
    const late: { item: T; afterMs: number }[] = [];
    let lost = 0;
    const sent = items.flatMap((item) => {
      if (random() < faults.drop) {
        lost += 1;
        return [];
      }
      if (faults.delay > 0 && random() < faults.delay) {
        late.push({ item, afterMs: Math.ceil(random() * faults.delayMs) });
        return [];
      }
      return random() < faults.duplicate ? [item, item] : [item];
    });
    return { now: faults.shuffle ? shuffled(sent, random) : sent, late, lost };
  };
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** Mulberry32: small, and the same everywhere. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
