/** What one run of the sandbox did, in numbers: contacts, stages, values written and what it cost. */
import type { World } from './start-world.ts';

export type RunReport = {
  readonly contacts: number;
  readonly signals: number;
  readonly stages: Readonly<Record<string, number>>;
  /** Values of our properties that stand in the portal. */
  readonly propertiesWritten: number;
  readonly apiCalls: { readonly total: number; readonly byFamily: Readonly<Record<string, number>> };
  readonly rateLimited: number;
  readonly seconds: number;
};

/** @param seconds since the start of the run. */
export async function reportRun(world: World, seconds: number): Promise<RunReport> {
  const { signals } = await world.stored();
  const calls = world.sandbox.counter.counts();
  const stages: Record<string, number> = {};
  let contacts = 0;
  let propertiesWritten = 0;
  for (const { archivedAt, values } of world.sandbox.store.shelf('contacts').records.values()) {
    if (archivedAt !== 0) continue;
    contacts += 1;
    for (const [name, value] of Object.entries(values)) {
      if (!name.startsWith('rapport_') || value === '') continue;
      propertiesWritten += 1;
      if (name === 'rapport_stage') stages[value] = (stages[value] ?? 0) + 1;
    }
  }
  return {
    contacts,
    signals,
    stages,
    propertiesWritten,
    apiCalls: { total: calls.total, byFamily: calls.byFamily },
    rateLimited: calls.rateLimited,
    seconds: Math.round(seconds * 10) / 10,
  };
}
