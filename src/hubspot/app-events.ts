/** App events on the timeline. They cannot be taken back, and their ids make a repeated one harmless. */

import { CrmError } from '../usecases/crm-error.ts';
import type { AppEvent, AppEventType, PortalId } from '../usecases/ports.ts';
import type { Calls } from './calls.ts';
import { paths } from './versions.ts';

/** HubSpot's full name of each event type, looked up once the project is deployed; null while it is not. */
export type EventTypeNames = Readonly<Record<AppEventType, string | null>>;

const batchSize = 100;

/** An event type without a name is not deployed, so there is nothing to send it as, and nothing is sent. */
export async function sendEvents(
  calls: Calls,
  names: EventTypeNames,
  portal: PortalId,
  events: readonly AppEvent[],
): Promise<void> {
  const inputs = events.flatMap((event) => {
    const eventTypeName = names[event.type];
    return eventTypeName === null ? [] : [input(event, eventTypeName)];
  });
  for (let start = 0; start < inputs.length; start += batchSize) {
    await sendBatch(calls, portal, inputs.slice(start, start + batchSize));
  }
}

type Input = ReturnType<typeof input>;

function input(event: AppEvent, eventTypeName: string) {
  const timestamp = new Date(event.at).toISOString();
  return { eventTypeName, id: event.id, objectId: event.contactId, timestamp, properties: event.values };
}

/** One event that is there already refuses the whole batch (409), so that one is split until each stands alone. */
async function sendBatch(calls: Calls, portal: PortalId, inputs: readonly Input[]): Promise<void> {
  const doing = `send ${inputs.length} app events to portal ${portal}`;
  const call = {
    method: 'POST',
    path: paths.events,
    json: { inputs },
    lane: 'general',
    doing,
    accept: [409],
  } as const;
  const answer = await calls.send(portal, call).catch((error: unknown) => {
    if (error instanceof CrmError && error.failure === 'not-found' && inputs.length === 1) return null;
    throw error;
  });
  if (answer === null || answer.status !== 409 || inputs.length === 1) return;
  const half = Math.ceil(inputs.length / 2);
  await sendBatch(calls, portal, inputs.slice(0, half));
  await sendBatch(calls, portal, inputs.slice(half));
}
