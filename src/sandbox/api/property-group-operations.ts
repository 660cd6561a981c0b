/** The property API's groups. */
import { z } from 'zod';
import type { PortalStore } from '../store.ts';
import { conflict, invalid, notFound } from './api-error.ts';
import { typeIn } from './call-reading.ts';
import type { Call, Operation } from './dispatch.ts';
import { tellGroup } from './property-answer.ts';
import { readsSchema, writesSchema } from './property-operations.ts';

export function groupOperations(store: PortalStore): Operation[] {
  const base = '/crm/properties/:version/:type/groups';
  const body = z.object({ name: z.string(), label: z.string(), displayOrder: z.number().int().default(-1) });
  const groupOf = (call: Call) => {
    const name = call.params['name'] ?? '';
    const group = store.catalog.groups(typeIn(call.params).name).get(name);
    if (group === undefined) throw notFound(`Property group named ${name} does not exist`);
    return group;
  };
  const common = { family: 'properties.groups', lane: 'general' } as const;
  return [
    {
      ...common,
      method: 'get',
      path: base,
      scopes: readsSchema,
      handle: (call) => ({
        status: 200,
        body: { results: [...store.catalog.groups(typeIn(call.params).name).values()].map(tellGroup) },
      }),
    },
    {
      ...common,
      method: 'post',
      path: base,
      scopes: writesSchema,
      handle: (call) => {
        const type = typeIn(call.params);
        const group = call.parse<z.infer<typeof body>>(body);
        if (store.catalog.groups(type.name).has(group.name)) {
          throw conflict(`A property group named '${group.name}' already exists.`, { name: [group.name] });
        }
        store.catalog.putGroup(type.name, group);
        return { status: 201, body: tellGroup(group) };
      },
    },
    {
      ...common,
      method: 'get',
      path: `${base}/:name`,
      scopes: readsSchema,
      handle: (call) => ({ status: 200, body: tellGroup(groupOf(call)) }),
    },
    {
      ...common,
      method: 'patch',
      path: `${base}/:name`,
      scopes: writesSchema,
      handle: (call) => {
        const given = call.parse(z.object({ label: z.string(), displayOrder: z.number().int() }).partial());
        const group = groupOf(call);
        const changed = {
          name: group.name,
          label: given.label ?? group.label,
          displayOrder: given.displayOrder ?? group.displayOrder,
        };
        store.catalog.putGroup(typeIn(call.params).name, changed);
        return { status: 200, body: tellGroup(changed) };
      },
    },
    {
      ...common,
      method: 'delete',
      path: `${base}/:name`,
      scopes: writesSchema,
      handle: (call) => {
        const type = typeIn(call.params);
        const { name } = groupOf(call);
        if ([...store.catalog.of(type.name).values()].some((definition) => definition.groupName === name)) {
          throw invalid(`Property group ${name} still has properties`);
        }
        store.catalog.removeGroup(type.name, name);
        return { status: 204 };
      },
    },
  ];
}
