/** What of a portal is kept between two starts, one thing a line. Access tokens and the logs are not. */
import { z } from 'zod';
import type { ChangeSource } from './crm/change.ts';
import { objectType, objectTypeNames } from './crm/object-types.ts';
import type { PropertyDefinition } from './crm/property-definition.ts';
import type { StoredRecord } from './crm/shelf.ts';
import { legalBases } from './crm/subscriptions.ts';
import type { SandboxParts } from './sandbox.ts';
import type { WorkflowView } from './sandbox-api-for-pages.ts';

const type = z.enum(objectTypeNames);
const key = z.object({ type, id: z.string() });
/** Checked by their makers when they were made; here only their presence is. */
const definition = z.custom<PropertyDefinition>((value) => typeof value === 'object' && value !== null);
const workflow = z.custom<WorkflowView>((value) => typeof value === 'object' && value !== null);
const author = z.custom<ChangeSource>((value) => typeof value === 'object' && value !== null);
const values = z.record(z.string(), z.string());

const lineSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('clock'), now: z.number() }),
  z.object({
    kind: z.literal('owner'),
    owner: z.object({
      id: z.string(),
      email: z.string(),
      firstName: z.string(),
      lastName: z.string(),
      userId: z.number(),
      createdAt: z.number(),
    }),
  }),
  z.object({
    kind: z.literal('subscribed'),
    subscribed: z.object({
      email: z.string(),
      subscriptionId: z.number(),
      legalBasis: z.enum(legalBases),
      at: z.number(),
    }),
  }),
  z.object({
    kind: z.literal('group'),
    type,
    group: z.object({ name: z.string(), label: z.string(), displayOrder: z.number() }),
  }),
  z.object({ kind: z.literal('property'), type, definition }),
  z.object({
    kind: z.literal('record'),
    type,
    id: z.string(),
    values,
    createdAt: z.number(),
    updatedAt: z.number(),
    archivedAt: z.number(),
    mergedInto: z.string().nullable(),
    history: z
      .record(z.string(), z.array(z.object({ value: z.string(), at: z.number(), by: author })))
      .optional(),
  }),
  z.object({ kind: z.literal('link'), from: key, to: key, typeIds: z.array(z.number()) }),
  z.object({
    kind: z.literal('installation'),
    appId: z.number(),
    refreshToken: z.string(),
    installedAt: z.number(),
    scopes: z.array(z.string()),
  }),
  z.object({ kind: z.literal('withheld'), appId: z.number(), scopes: z.array(z.string()) }),
  z.object({
    kind: z.literal('event'),
    appId: z.number(),
    uid: z.string(),
    typeName: z.string(),
    id: z.string(),
    objectId: z.string(),
    at: z.number(),
    properties: values,
  }),
  z.object({ kind: z.literal('workflow'), workflow }),
]);

type StateLine = z.infer<typeof lineSchema>;

/** Definitions come before the records that use them, records before links. */
export function* stateLines(parts: SandboxParts): Generator<StateLine> {
  const { store, grants, events, book } = parts;
  yield { kind: 'clock', now: store.clock.now() };
  for (const owner of store.owners.values()) yield { kind: 'owner', owner };
  for (const subscribed of store.subscriptions.all()) yield { kind: 'subscribed', subscribed };
  for (const name of objectTypeNames) {
    for (const group of store.catalog.groups(name).values()) yield { kind: 'group', type: name, group };
    for (const one of store.catalog.of(name).values()) {
      if (!one.hubspotDefined) yield { kind: 'property', type: name, definition: one };
    }
  }
  for (const name of objectTypeNames) {
    for (const record of store.shelf(name).records.values()) yield recordLine(parts, record);
  }
  for (const pair of store.associations.pairs()) yield { kind: 'link', ...pair, typeIds: [...pair.typeIds] };
  for (const { appId } of grants.apps) {
    const installation = grants.installation(appId);
    if (installation !== undefined)
      yield { kind: 'installation', ...installation, scopes: [...installation.scopes] };
    yield { kind: 'withheld', appId, scopes: [...grants.withheld(appId)] };
  }
  for (const { app, type: eventType, ...event } of events.all()) {
    yield {
      kind: 'event',
      ...event,
      appId: app.appId,
      uid: eventType.uid,
      properties: { ...event.properties },
    };
  }
  for (const one of book.list()) yield { kind: 'workflow', workflow: one };
}

function recordLine({ store }: SandboxParts, record: StoredRecord): StateLine {
  const { type: recordType, ...rest } = record;
  const past = store.history.get(record);
  return {
    kind: 'record',
    type: recordType.name,
    ...rest,
    ...(past === undefined ? {} : { history: Object.fromEntries(past) }),
  };
}

/** @throws a ZodError for a line that is none. */
export function restoreLine(parts: SandboxParts, json: unknown): void {
  const line = lineSchema.parse(json);
  const { store, grants, book } = parts;
  switch (line.kind) {
    case 'clock':
      store.clock.advanceTo(line.now);
      break;
    case 'owner':
      store.owners.set(line.owner.id, line.owner);
      break;
    case 'subscribed':
      store.subscriptions.add(line.subscribed);
      break;
    case 'group':
      store.catalog.putGroup(line.type, line.group);
      break;
    case 'property':
      store.catalog.put(line.type, line.definition);
      break;
    case 'record':
      restoreRecord(parts, line);
      break;
    case 'link':
      for (const typeId of line.typeIds) store.associations.link(line.from, line.to, typeId);
      break;
    case 'installation':
      grants.restore(line);
      break;
    case 'withheld':
      grants.withhold(line.appId, line.scopes);
      break;
    case 'event':
      restoreEvent(parts, line);
      break;
    case 'workflow':
      book.restore(line.workflow);
      break;
  }
}

function restoreRecord({ store }: SandboxParts, line: Extract<StateLine, { kind: 'record' }>): void {
  const { kind: _, type: name, history, ...rest } = line;
  const record: StoredRecord = { ...rest, type: objectType(name) };
  store.shelf(name).add(record);
  if (name === 'contacts' && record.archivedAt === 0)
    store.setEmail(record, undefined, record.values['email']);
  if (history !== undefined) store.history.set(record, new Map(Object.entries(history)));
}

/** Events of a type that is not declared any more are left out: nobody could show them. */
function restoreEvent({ grants, events }: SandboxParts, line: Extract<StateLine, { kind: 'event' }>): void {
  const { kind: _, appId, uid, ...event } = line;
  const app = grants.appById(appId);
  const eventType = app?.eventTypes?.find((one) => one.uid === uid);
  if (app !== undefined && eventType !== undefined) events.add({ ...event, app, type: eventType });
}
