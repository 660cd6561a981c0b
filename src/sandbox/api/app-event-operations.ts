/** The app event API: one event, a batch of them, and the full name of a declared type. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type AppDeclaration, qualifiedEventName } from '../app-declaration.ts';
import type { AppEventRecord, AppEvents } from '../app-events.ts';
import { objectTypeOf } from '../crm/object-types.ts';
import { toTime } from '../crm/property-value.ts';
import { iso } from '../crm/record-values.ts';
import type { PortalStore } from '../store.ts';
import { ApiError, conflict, invalid, notFound, toBatchError } from './api-error.ts';
import { batchBody } from './batches.ts';
import { refuseLongBatch } from './call-reading.ts';
import type { Answer, Call, Operation } from './dispatch.ts';

const batchMax = 500;

const eventSchema = z.object({
  eventTypeName: z.string(),
  id: z.string().optional(),
  objectId: z.coerce.string().optional(),
  email: z.string().optional(),
  properties: z.record(z.string(), z.coerce.string()),
  timestamp: z.union([z.string(), z.number()]).optional(),
  extraData: z.unknown().optional(),
});
type EventInput = z.infer<typeof eventSchema>;

export type EventParts = { readonly store: PortalStore; readonly events: AppEvents };

export function appEventOperations(parts: EventParts): Operation[] {
  const base = '/integrators/timeline/:version';
  const common = { method: 'post', lane: 'general' } as const;
  return [
    {
      ...common,
      path: `${base}/events`,
      family: 'app-events.send',
      scopes: () => [['timeline']],
      handle: (call) => ({ status: 201, body: send(parts, call, call.parse<EventInput>(eventSchema)) }),
    },
    {
      ...common,
      path: `${base}/events/batch`,
      family: 'app-events.batch',
      scopes: () => [['timeline']],
      handle: (call) => sendBatch(parts, call),
    },
    {
      ...common,
      path: `${base}/types/projects`,
      family: 'app-events.types',
      scopes: () => [['developers-read']],
      handle: resolveType,
    },
  ];
}

/** A batch tells each refusal beside the accepted events; only a batch of nothing but duplicates is a conflict. */
function sendBatch(parts: EventParts, call: Call): Answer {
  const { inputs } = call.parse<{ inputs: EventInput[] }>(z.object({ inputs: z.array(eventSchema) }));
  refuseLongBatch(inputs, batchMax);
  const results: unknown[] = [];
  const refusals: ApiError[] = [];
  for (const input of inputs) {
    try {
      results.push(send(parts, call, input));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      refusals.push(error);
    }
  }
  const worst = refusals.find((refusal) => refusal.status !== 409) ?? refusals[0];
  if (results.length === 0 && worst !== undefined) throw worst;
  const errors = refusals.map(({ about: { status: _, ...about } }) => toBatchError(about));
  return { status: 200, body: batchBody(parts.store, results, errors) };
}

function send(parts: EventParts, call: Call, input: EventInput): Record<string, unknown> {
  const event = prepare(parts.store, call.access.app, input);
  if (!parts.events.add(event))
    throw conflict(`An event with id ${event.id} was sent before`, { id: [event.id] });
  return {
    eventTypeName: event.typeName,
    id: event.id,
    objectId: event.objectId,
    timestamp: iso(event.at),
    properties: event.properties,
  };
}

function prepare(store: PortalStore, app: AppDeclaration, input: EventInput): AppEventRecord {
  const type = app.eventTypes?.find((one) => qualifiedEventName(app, one.uid) === input.eventTypeName);
  if (type === undefined) throw invalid(`Event type ${input.eventTypeName} does not exist`);
  const unknown = Object.keys(input.properties).find(
    (name) => !type.properties.some((property) => property.name === name),
  );
  if (unknown !== undefined) {
    throw invalid(`Event type ${type.name} has no property ${unknown}`, [
      {
        message: `no property ${unknown}`,
        code: 'PROPERTY_DOESNT_EXIST',
        context: { propertyName: [unknown] },
      },
    ]);
  }
  for (const property of type.properties) refuseMisfit(property, input.properties[property.name]);
  const recordType = objectTypeOf(type.objectType);
  if (recordType === undefined) throw new Error(`Event type ${type.uid} is declared for no known object`);
  const found =
    input.objectId === undefined
      ? store.contactByEmail(input.email ?? '')
      : store.findLive(recordType.name, input.objectId);
  if (found === undefined) throw notFound('The record of the event does not exist');
  const at = input.timestamp === undefined ? store.clock.now() : toTime(String(input.timestamp));
  if (at === null) throw invalid(`${input.timestamp} was not a valid timestamp`);
  return {
    id: input.id ?? randomUUID(),
    app,
    type,
    typeName: input.eventTypeName,
    objectId: found.id,
    at,
    properties: input.properties,
  };
}

type EventProperty = NonNullable<AppDeclaration['eventTypes']>[number]['properties'][number];

function refuseMisfit(property: EventProperty, value: string | undefined): void {
  if (value === undefined || value === '') return;
  const fits =
    property.type === 'number'
      ? Number.isFinite(Number(value))
      : property.type === 'date' || property.type === 'datetime'
        ? toTime(value) !== null
        : property.type !== 'enumeration' ||
          (property.options ?? []).some((option) => option.value === value);
  if (!fits) throw invalid(`${value} is no value of the event property ${property.name} (${property.type})`);
}

function resolveType(call: Call): Answer {
  const body = call.parse(z.object({ developerSymbol: z.string(), projectName: z.string() }));
  const type = call.access.app.eventTypes?.find((one) => one.uid === body.developerSymbol);
  if (type === undefined) throw notFound(`There is no event type ${body.developerSymbol}`);
  return {
    status: 200,
    body: {
      fullyQualifiedName: qualifiedEventName(call.access.app, type.uid),
      developerQualifiedSymbol: body,
    },
  };
}
