/** Counts what apps called, by family, operation and status, for the portal's calls page and for checks of thrift. */
export type CallCounter = {
  count(family: string, operation: string, status: number): void;
  counts(): {
    readonly total: number;
    readonly byFamily: Readonly<Record<string, number>>;
    readonly byOperation: Readonly<Record<string, number>>;
    readonly byStatus: Readonly<Record<string, number>>;
    readonly rateLimited: number;
  };
};

export function createCallCounter(): CallCounter {
  let total = 0;
  const byFamily: Record<string, number> = {};
  const byOperation: Record<string, number> = {};
  const byStatus: Record<string, number> = {};
  const add = (counts: Record<string, number>, key: string) => {
    counts[key] = (counts[key] ?? 0) + 1;
  };
  return {
    count(family, operation, status) {
      total += 1;
      add(byFamily, family);
      add(byOperation, operation);
      add(byStatus, String(status));
    },
    counts: () => ({
      total,
      byFamily: { ...byFamily },
      byOperation: { ...byOperation },
      byStatus: { ...byStatus },
      rateLimited: byStatus['429'] ?? 0,
    }),
  };
}
