/**
 * Many small writes at a time become few: what arrives in one turn of the event loop, or while writes are under way, goes
 * into one. Each caller waits until its own item is durable, and a write that fails is repeated item by item, so that a bad
 * one harms no neighbour.
 */
export type GroupLimits = {
  /** Writes under way at a time. */
  readonly lanes: number;
  /** Items in one write. */
  readonly most: number;
  /** A write is full when its items weigh this much together. */
  readonly mostWeight: number;
};

type Waiting<T> = {
  readonly item: T;
  readonly weight: number;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
};

/** @param write makes all items durable, or none and throws. */
export function groupCommit<T>(
  write: (items: readonly T[]) => Promise<void>,
  limits: GroupLimits,
  weightOf: (item: T) => number,
): (item: T) => Promise<void> {
  const waiting: Waiting<T>[] = [];
  let under = 0;

  async function lane(): Promise<void> {
    while (waiting.length > 0) await commit(write, nextGroup(waiting, limits));
    under -= 1;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, weight: weightOf(item), resolve, reject });
      if (under >= limits.lanes) return;
      under += 1;
      // Not at once: of many that arrive together the first would go alone, and the others wait for it.
      setImmediate(lane);
    });
}

function nextGroup<T>(waiting: Waiting<T>[], { most, mostWeight }: GroupLimits): readonly Waiting<T>[] {
  let weight = 0;
  let count = 0;
  for (const { weight: own } of waiting) {
    weight += own;
    if (count > 0 && (count >= most || weight > mostWeight)) break;
    count += 1;
  }
  return waiting.splice(0, count);
}

async function commit<T>(
  write: (items: readonly T[]) => Promise<void>,
  group: readonly Waiting<T>[],
): Promise<void> {
  try {
    await write(group.map(({ item }) => item));
  } catch (error) {
    const [only] = group;
    if (group.length > 1) for (const one of group) await commit(write, [one]);
    else only?.reject(error);
    return;
  }
  for (const { resolve } of group) resolve();
}
