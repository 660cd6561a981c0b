/** The property API's groups. */
import { z } from 'zod';
import type { GroupDefinition } from '../crm/property-definition.ts';
import type { PortalStore } from '../store.ts';
import { conflict, invalid, notFound } from './api-error.ts';
import { typeIn } from './call-reading.ts';
import type { Answer, Call, Operation } from './dispatch.ts';
import { tellGroup } from './property-answer.ts';
import { readsSchema, writesSchema } from './property-operations.ts';

const creation = z.object({
  name: z.string(),
  label: z.string(),
  displayOrder: z.number().int().default(-1),
});
const change = z.object({ label: z.string(), displayOrder: z.number().int() }).partial();

export function groupOperations(store: PortalStore): Operation[] {
  const base = '/crm/properties/:version/:type/groups';
  const common = { family: 'properties.groups', lane: 'general' } as const;
  const reads = { ...common, method: 'get', scopes: readsSchema } as const;
  const writes = { ...common, scopes: writesSchema } as const;
  const one = `${base}/:name`;
  return [
    { ...reads, path: base, handle: (call) => list(store, call) },
    { ...writes, method: 'post', path: base, handle: (call) => create(store, call) },
    { ...reads, path: one, handle: (call) => ({ status: 200, body: tellGroup(existing(store, call)) }) },
    { ...writes, method: 'patch', path: one, handle: (call) => update(store, call) },
    { ...writes, method: 'delete', path: one, handle: (call) => remove(store, call) },
  ];
}

function existing(store: PortalStore, call: Call): GroupDefinition {
  const name = call.params['name'] ?? '';
  const group = store.catalog.groups(typeIn(call.params).name).get(name);
  if (group === undefined) throw notFound(`Property group named ${name} does not exist`);
  return group;
}

function list(store: PortalStore, call: Call): Answer {
  const groups = [...store.catalog.groups(typeIn(call.params).name).values()];
  return { status: 200, body: { results: groups.map(tellGroup) } };
}

function create(store: PortalStore, call: Call): Answer {
  const type = typeIn(call.params);
  const group = call.parse<z.infer<typeof creation>>(creation);
  if (store.catalog.groups(type.name).has(group.name)) {
    throw conflict(`A property group named '${group.name}' already exists.`, { name: [group.name] });
  }
  store.catalog.putGroup(type.name, group);
  return { status: 201, body: tellGroup(group) };
}

function update(store: PortalStore, call: Call): Answer {
  const given = call.parse(change);
  const before = existing(store, call);
  const after = {
    name: before.name,
    label: given.label ?? before.label,
    displayOrder: given.displayOrder ?? before.displayOrder,
  };
  store.catalog.putGroup(typeIn(call.params).name, after);
  return { status: 200, body: tellGroup(after) };
}

/** A group that still has properties stays. */
function remove(store: PortalStore, call: Call): Answer {
  const type = typeIn(call.params);
  const { name } = existing(store, call);
  if ([...store.catalog.of(type.name).values()].some((definition) => definition.groupName === name)) {
    throw invalid(`Property group ${name} still has properties`);
  }
  store.catalog.removeGroup(type.name, name);
  return { status: 204 };
}
