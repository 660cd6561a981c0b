/** A workflow's own webhook: the contact as the portal's older API writes it, to any address. */
import { readValue } from '../crm/record-values.ts';
import type { StoredRecord } from '../crm/shelf.ts';
import type { PortalStore } from '../store.ts';
import { type PostOutcome, postToApp } from './post-to-app.ts';

export type WebhookCall = {
  readonly store: PortalStore;
  readonly portalId: number;
  readonly contact: StoredRecord;
  readonly url: string;
  readonly timeScale: number;
  readonly stopping: AbortSignal;
};

export function callWebhook(call: WebhookCall): Promise<PostOutcome> {
  const body = JSON.stringify(toBody(call));
  return postToApp({ ...call, body, headers: () => ({ 'Content-Type': 'application/json' }) });
}

function toBody({ store, portalId, contact }: WebhookCall) {
  const properties = Object.keys(contact.values).map((name) => {
    const past = store.history.get(contact)?.get(name) ?? [];
    const versions = past.toReversed().map(({ value, at, by }) => ({
      value,
      timestamp: at,
      'source-type': by.source,
      'source-id': by.sourceId,
    }));
    return [name, { value: readValue(store, contact, name) ?? '', versions }];
  });
  return {
    vid: Number(contact.id),
    'canonical-vid': Number(contact.id),
    'portal-id': portalId,
    'is-contact': true,
    properties: Object.fromEntries(properties),
  };
}
