/** The subscription statuses of many addresses at once. HubSpot opens this to accounts with Marketing Hub Enterprise. */
import { z } from 'zod';
import { iso } from '../crm/record-values.ts';
import { subscriptionKinds } from '../crm/subscriptions.ts';
import type { PortalStore } from '../store.ts';
import { invalid } from './api-error.ts';
import { batchBody } from './batches.ts';
import { refuseLongBatch } from './call-reading.ts';
import type { Answer, Call, Operation } from './dispatch.ts';

const batchMax = 100;

export function communicationPreferenceOperations(store: PortalStore): Operation[] {
  return [
    {
      method: 'post',
      path: '/communication-preferences/:version/statuses/batch/read',
      family: 'communication-preferences.batch.read',
      lane: 'general',
      scopes: () => [['communication_preferences.statuses.batch.read']],
      handle: (call) => readStatuses(store, call),
    },
  ];
}

function readStatuses(store: PortalStore, call: Call): Answer {
  if (call.query.get('channel') !== 'EMAIL') throw invalid('channel must be EMAIL');
  const { inputs } = call.parse<{ inputs: string[] }>(z.object({ inputs: z.array(z.string()) }));
  refuseLongBatch(inputs, batchMax);
  const results = inputs.map((email) => ({ subscriberIdString: email, statuses: statusesOf(store, email) }));
  return { status: 200, body: batchBody(store, results) };
}

/** An address that nobody has ever chosen for is answered all the same. */
function statusesOf(store: PortalStore, email: string) {
  const contact = store.contactByEmail(email);
  return subscriptionKinds.map(({ id, name }) => {
    const subscribed = store.subscriptions.find(email, id);
    const isOut = [`hs_email_optout_${id}`, 'hs_email_optout'].some((it) => contact?.values[it] === 'true');
    const status = isOut ? 'UNSUBSCRIBED' : subscribed === undefined ? 'NOT_SPECIFIED' : 'SUBSCRIBED';
    return {
      subscriberIdString: email,
      channel: 'EMAIL',
      subscriptionId: id,
      subscriptionName: name,
      status,
      source: subscribed === undefined ? '' : 'Form',
      timestamp: iso(subscribed?.at ?? contact?.createdAt ?? store.clock.now()),
      ...(status === 'SUBSCRIBED' ? { legalBasis: subscribed?.legalBasis } : {}),
    };
  });
}
