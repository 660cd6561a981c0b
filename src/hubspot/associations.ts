/** Who belongs to whom, read in batches of a thousand; a record with more partners than a page is read to its end. */
import type { PortalId } from '../usecases/ports.ts';
import type { Calls } from './calls.ts';
import { associationsSchema } from './schemas.ts';
import { paths } from './versions.ts';

const batchSize = 1000;

/** The other end of a link, and by which types of link. */
export type Partner = { readonly id: string; readonly typeIds: readonly number[] };

export type Associations = {
  /** Partners by record; records without any are absent. */
  read(
    portal: PortalId,
    from: string,
    to: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>>;
  /** The same, with the types of each link: its labels. */
  readTyped(
    portal: PortalId,
    from: string,
    to: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Partner[]>>;
};

type Input = { readonly id: string; readonly after?: string };

export function createAssociations(calls: Calls): Associations {
  const associations: Pick<Associations, 'readTyped'> = {
    async readTyped(portal, from, to, ids) {
      const found = new Map<string, Map<string, Partner>>();
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
          const known = found.get(record.id) ?? new Map<string, Partner>();
          for (const { toObjectId, associationTypes } of partners) {
            known.set(toObjectId, { id: toObjectId, typeIds: associationTypes.map(({ typeId }) => typeId) });
          }
          found.set(record.id, known);
          if (paging?.next !== undefined) open.push({ id: record.id, after: paging.next.after });
        }
      }
      return new Map([...found].map(([id, partners]) => [id, [...partners.values()]]));
    },
  };
  return {
    ...associations,
    async read(portal, from, to, ids) {
      const found = await associations.readTyped(portal, from, to, ids);
      return new Map([...found].map(([id, partners]) => [id, partners.map((partner) => partner.id)]));
    },
  };
}
