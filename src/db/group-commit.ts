/**
 * Many small writes at a time become few: what arrives in one turn of the event loop, or while writes are under way, goes
 * into one. Each caller waits until its own item is durable. A write that fails for what an item says is repeated item by
 * item, so that a bad one harms no neighbour; one that fails for any other reason fails for all, who hear of it at once.
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

export type GroupWrite<T> = {
  /** Makes all items durable, or none and throws. */
  readonly write: (items: readonly T[]) => Promise<void>;
  readonly weightOf: (item: T) => number;
  /** Whether a write failed for what one of its items says. */
  readonly isItemsFault: (error: unknown) => boolean;
};

export function groupCommit<T>(how: GroupWrite<T>, limits: GroupLimits): (item: T) => Promise<void> {
  const waiting: Waiting<T>[] = [];
  let under = 0;

  async function lane(): Promise<void> {
    while (waiting.length > 0) await commit(how, nextGroup(waiting, limits));
    under -= 1;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, weight: how.weightOf(item), resolve, reject });
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

async function commit<T>(how: GroupWrite<T>, group: readonly Waiting<T>[]): Promise<void> {
  try {
    await how.write(group.map(({ item }) => item));
  } catch (error) {
    if (group.length > 1 && how.isItemsFault(error)) for (const one of group) await commit(how, [one]);
    else for (const { reject } of group) reject(error);
    return;
  }
  for (const { resolve } of group) resolve();
}
