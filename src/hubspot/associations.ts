/** Who belongs to whom, read in batches of a thousand; a record with more partners than a page is read to its end. */
import type { PortalId } from '../usecases/ports.ts';
import type { Calls } from './calls.ts';
import { associationsSchema } from './schemas.ts';
import { paths } from './versions.ts';

const batchSize = 1000;

export type Associations = {
  /** Partners by record; records without any are absent. */
  read(
    portal: PortalId,
    from: string,
    to: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>>;
};

type Input = { readonly id: string; readonly after?: string };

export function createAssociations(calls: Calls): Associations {
  return {
    async read(portal, from, to, ids) {
      const found = new Map<string, Set<string>>();
      const open: Input[] = ids.map((id) => ({ id }));
      while (open.length > 0) {
        const inputs = open.splice(0, batchSize);
        const json = { inputs };
        const doing = `read the ${to} of ${inputs.length} ${from} of portal ${portal}`;
        const call = {
          method: 'POST',
          path: paths.associations(from, to),
          json,
          lane: 'associations',
          doing,
        } as const;
        const answer = await calls.read(portal, call, associationsSchema);
        for (const { from: record, to: partners, paging } of answer.results) {
          const known = found.get(record.id) ?? new Set();
          for (const { toObjectId } of partners) known.add(toObjectId);
          found.set(record.id, known);
          if (paging?.next !== undefined) open.push({ id: record.id, after: paging.next.after });
        }
      }
      return new Map([...found].map(([id, partners]) => [id, [...partners]]));
    },
  };
}
