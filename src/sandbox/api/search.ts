/** The search API with HubSpot's limits: page, reach, body size, filters, one sort, and an index that may lag behind. */
import { z } from 'zod';
import { type ObjectType, objectTypeOf } from '../crm/object-types.ts';
import { runSearch, type Search } from '../crm/run-search.ts';
import { operators, type SearchFilter } from '../crm/search-filter.ts';
import type { PortalStore } from '../store.ts';
import { invalid } from './api-error.ts';
import { isStrict, readsType, typeIn } from './call-reading.ts';
import type { Answer, Call, Operation } from './dispatch.ts';
import { tellRecord } from './record-answer.ts';

/** HubSpot's limits of a search, from its guide to the search API. */
export const searchLimits = {
  page: 200,
  reach: 10_000,
  bodyCharacters: 3000,
  groups: 5,
  filtersPerGroup: 6,
  filters: 18,
  sorts: 1,
} as const;

export type SearchParts = {
  readonly store: PortalStore;
  /** How long a change takes to be found, in ms on the portal's clock. */
  readonly indexLagMs: number;
};

const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const filterSchema = z.object({
  propertyName: z.string(),
  operator: z.enum(operators),
  value: text.optional(),
  highValue: text.optional(),
  values: z.array(text).optional(),
});

const sortSchema = z.union([
  z.string().transform((name) => ({ property: name.replace(/^-/, ''), descending: name.startsWith('-') })),
  z
    .object({ propertyName: z.string(), direction: z.enum(['ASCENDING', 'DESCENDING']).default('ASCENDING') })
    .transform((sort) => ({ property: sort.propertyName, descending: sort.direction === 'DESCENDING' })),
]);

const groupSchema = z.object({ filters: z.array(filterSchema) });
const afterSchema = z.union([z.string(), z.number()]).transform(Number);

const strictSchema = z.object({
  after: afterSchema,
  filterGroups: z.array(groupSchema),
  limit: z.number(),
  properties: z.array(z.string()),
  sorts: z.array(sortSchema),
  query: z.string().optional(),
});

const looseSchema = z.object({
  after: afterSchema.default(0),
  filterGroups: z.array(groupSchema).default([]),
  limit: z.number().default(10),
  properties: z.array(z.string()).default([]),
  sorts: z.array(sortSchema).default([]),
  query: z.string().optional(),
});

type Body = z.infer<typeof strictSchema>;

export function searchOperations(parts: SearchParts): Operation[] {
  return [
    {
      method: 'post',
      path: '/crm/objects/:version/:type/search',
      family: 'search',
      lane: 'search',
      scopes: readsType,
      handle: (call) => search(parts, call),
    },
  ];
}

function search({ store, indexLagMs }: SearchParts, call: Call): Answer {
  const type = typeIn(call.params);
  if (call.text.length > searchLimits.bodyCharacters) {
    throw invalid(`The request body is longer than ${searchLimits.bodyCharacters} characters`);
  }
  const body: Body = call.parse<Body>(isStrict(call) ? strictSchema : looseSchema);
  const groups = body.filterGroups.map((group) => group.filters);
  refuseTooMuch(body, groups);
  refuseUnknown(store, type, body, groups);
  const found = runSearch(store, type, toSearch(body, groups, store.clock.now() - indexLagMs));
  const page = found.slice(body.after, body.after + body.limit);
  const next = body.after + page.length;
  return {
    status: 200,
    body: {
      total: found.length,
      results: page.map((record) => tellRecord(store, record, { properties: body.properties })),
      ...(next < found.length ? { paging: { next: { after: String(next) } } } : {}),
    },
  };
}

function toSearch(body: Body, groups: readonly (readonly SearchFilter[])[], indexedUntil: number): Search {
  return { groups, query: body.query ?? '', sort: body.sorts[0] ?? null, indexedUntil };
}

function refuseTooMuch(body: Body, groups: readonly (readonly SearchFilter[])[]): void {
  const { page, reach, groups: maxGroups, filtersPerGroup, filters, sorts } = searchLimits;
  if (!Number.isInteger(body.limit) || body.limit < 0 || body.limit > page) {
    throw invalid(`limit must be between 0 and ${page}, it was ${body.limit}`);
  }
  if (!Number.isInteger(body.after) || body.after < 0)
    throw invalid('after must be a number of results to pass over');
  if (body.after + body.limit > reach)
    throw invalid(`The maximum number of results that can be paged through is ${reach}`);
  if (groups.length > maxGroups)
    throw invalid(`There can be at most ${maxGroups} filter groups, there were ${groups.length}`);
  if (groups.some((group) => group.length > filtersPerGroup))
    throw invalid(`There can be at most ${filtersPerGroup} filters in a group`);
  if (groups.flat().length > filters) throw invalid(`There can be at most ${filters} filters in total`);
  if (body.sorts.length > sorts)
    throw invalid(`There can be at most ${sorts} sort, there were ${body.sorts.length}`);
}

function refuseUnknown(
  store: PortalStore,
  type: ObjectType,
  body: Body,
  groups: readonly (readonly SearchFilter[])[],
): void {
  const named = [
    ...groups.flat().map((filter) => filter.propertyName),
    ...body.sorts.map((sort) => sort.property),
  ];
  for (const name of named) {
    const known = name.startsWith('associations.')
      ? objectTypeOf(name.slice('associations.'.length)) !== undefined
      : store.catalog.find(type.name, name) !== undefined;
    if (!known) {
      throw invalid(`There was a problem with the request: there is no property ${name}`, [
        {
          message: `there is no property ${name}`,
          code: 'PROPERTY_DOESNT_EXIST',
          context: { propertyName: [name] },
        },
      ]);
    }
  }
  for (const filter of groups.flat()) {
    const needsList = filter.operator === 'IN' || filter.operator === 'NOT_IN';
    const needsNone = filter.operator === 'HAS_PROPERTY' || filter.operator === 'NOT_HAS_PROPERTY';
    if (needsList ? filter.values === undefined : !needsNone && filter.value === undefined) {
      throw invalid(`operator ${filter.operator} requires ${needsList ? 'values' : 'a value'}`);
    }
  }
}
