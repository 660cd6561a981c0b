/**
 * Who subscribed to which mail: one call per hundred marketing contacts, where that was granted and the portal has kinds
 * of mail. Others get no marketing mail at all, so nobody asks about them.
 */
import type { LegalBasis } from '../relationship/guardrails/guardrail-facts.ts';
import { CrmError } from '../usecases/crm-error.ts';
import type { PortalId } from '../usecases/ports.ts';
import type { Calls } from './calls.ts';
import type { SubscriptionStatus } from './facts/consent.ts';
import { statusesSchema } from './schemas.ts';
import { type CrmRecord, isTrue, type Meaning, textOf, toTime } from './signals/crm-record.ts';
import { paths } from './versions.ts';

export const statusesScope = 'communication_preferences.statuses.batch.read';

const batchSize = 100;

/** By contact; contacts that were not asked about are absent. */
export async function readSubscriptions(
  calls: Calls,
  portal: PortalId,
  records: readonly CrmRecord[],
  { properties: { optOutTypes } }: Meaning,
  granted: readonly string[],
): Promise<ReadonlyMap<string, readonly SubscriptionStatus[]>> {
  const found = new Map<string, readonly SubscriptionStatus[]>();
  if (optOutTypes.length === 0 || !granted.includes(statusesScope)) return found;
  const byAddress = new Map(records.flatMap((record) => addressed(record)));
  const addresses = [...byAddress.keys()];
  for (let start = 0; start < addresses.length; start += batchSize) {
    const inputs = addresses.slice(start, start + batchSize);
    for (const { subscriberIdString, statuses } of await ask(calls, portal, inputs)) {
      const id = byAddress.get(subscriberIdString.toLowerCase());
      if (id !== undefined) found.set(id, statuses.map(toStatus));
    }
  }
  return found;
}

function addressed(record: CrmRecord): (readonly [string, string])[] {
  const email = textOf(record, 'email');
  return email === null || !isTrue(record, 'hs_marketable_status') ? [] : [[email.toLowerCase(), record.id]];
}

/** The portal's plan may not include it, whatever was granted: then nothing is known. */
async function ask(calls: Calls, portal: PortalId, inputs: readonly string[]) {
  const doing = `read what ${inputs.length} contacts of portal ${portal} subscribed to`;
  const query = { channel: 'EMAIL' };
  const call = {
    method: 'POST',
    path: paths.subscriptionStatuses,
    query,
    json: { inputs },
    lane: 'general',
    doing,
  } as const;
  try {
    return (await calls.read(portal, call, statusesSchema)).results;
  } catch (error) {
    if (error instanceof CrmError && error.failure === 'missing-scope') return [];
    throw error;
  }
}

type Told = Awaited<ReturnType<typeof ask>>[number]['statuses'][number];

const statuses: Readonly<Record<string, SubscriptionStatus['status']>> = {
  SUBSCRIBED: 'subscribed',
  UNSUBSCRIBED: 'unsubscribed',
};

const bases: Readonly<Record<string, LegalBasis>> = {
  CONSENT_WITH_NOTICE: 'consent',
  LEGITIMATE_INTEREST_PQL: 'legitimate_interest',
  LEGITIMATE_INTEREST_CLIENT: 'legitimate_interest',
  LEGITIMATE_INTEREST_OTHER: 'legitimate_interest',
  PERFORMANCE_OF_CONTRACT: 'contract',
  PROCESS_AND_STORE: 'process_and_store',
  NON_GDPR: 'not_applicable',
};

function toStatus({
  subscriptionId,
  subscriptionName,
  status,
  legalBasis,
  timestamp,
}: Told): SubscriptionStatus {
  return {
    id: subscriptionId,
    name: subscriptionName ?? subscriptionId,
    status: statuses[status] ?? 'not_specified',
    legalBasis: bases[legalBasis ?? ''] ?? null,
    at: toTime(timestamp ?? ''),
  };
}
