/** What a contact allows: legal bases, subscriptions, wishes about channel and pace, and who needs special care. */
import type { GuardrailKnowledge } from '../../relationship/facts.ts';
import type { OutreachChannel, Purpose } from '../../relationship/guardrails/action.ts';
import type { LegalBasis, Subscription } from '../../relationship/guardrails/guardrail-facts.ts';
import type { MappedField } from '../../usecases/property-mapping.ts';
import {
  type CrmRecord,
  isSet,
  isTrue,
  type Meaning,
  numberOf,
  textOf,
  timeOf,
} from '../signals/crm-record.ts';
import { trackingOf } from './identity.ts';

export const consentProperties = [
  'hs_legal_basis',
  'hs_marketable_status',
  'hs_email_first_send_date',
  'hs_email_last_send_date',
  'hs_email_delivered',
] as const;

export const consentFields = [
  'consentAt',
  'trackingConsent',
  'cadenceDays',
  'noCalls',
  'vulnerable',
] as const satisfies readonly MappedField[];

/** One kind of mail, as the address stands towards it. */
export type SubscriptionStatus = {
  readonly id: string;
  readonly name: string;
  readonly status: 'subscribed' | 'unsubscribed' | 'not_specified';
  /** Null where HubSpot names none that we know. */
  readonly legalBasis: LegalBasis | null;
  /** Ms since epoch; null where HubSpot has no date. */
  readonly at: number | null;
};

/** `statuses`: null where they were not read. */
export function consentFacts(
  record: CrmRecord,
  meaning: Meaning,
  statuses: readonly SubscriptionStatus[] | null,
): GuardrailKnowledge {
  const { properties: mapped } = meaning;
  const subscriptions = subscriptionsOf(record, meaning, statuses);
  const legalBases = legalBasesOf(record, statuses);
  const consentAt = consentOf(record, meaning, statuses);
  return {
    ...(subscriptions === null ? {} : { subscriptions }),
    ...(legalBases === null ? {} : { legalBases }),
    ...(consentAt === null ? {} : { consentAt }),
    cadenceDays: mapped.cadenceDays === null ? null : numberOf(record, mapped.cadenceDays),
    refusedChannels: refusedChannelsOf(record, meaning),
    ...(mapped.vulnerable === null ? {} : { vulnerable: isSet(textOf(record, mapped.vulnerable)) }),
    tracking: trackingOf(record, meaning),
    marketingMailVisible: isMarketingVisible(record),
  };
}

function subscriptionsOf(
  record: CrmRecord,
  { properties: { optOutTypes } }: Meaning,
  statuses: readonly SubscriptionStatus[] | null,
): readonly Subscription[] | null {
  if (statuses === null) {
    // Without the statuses a refusal is all that is known; its name is the number HubSpot gave it.
    const refused = optOutTypes.filter((name) => isTrue(record, name));
    return refused.length === 0 ? null : refused.map((name) => mail(name, 'not_subscribed'));
  }
  return statuses.flatMap(({ name, status }) => {
    if (status === 'not_specified') return [];
    return [mail(name, status === 'subscribed' ? 'subscribed' : 'not_subscribed')];
  });
}

function mail(name: string, status: Subscription['status']): Subscription {
  return { name, channel: 'email', purposes: purposesOf(name), status };
}

/** What a kind of mail is for, by its name; marketing unless it says otherwise. */
const named: readonly (readonly [Purpose, RegExp])[] = [
  ['sales', /one.to.one|1:1|sales|vertrieb/i],
  ['survey', /survey|feedback|umfrage/i],
  ['follow_up', /service|customer success|betreuung/i],
];

function purposesOf(name: string): readonly Purpose[] {
  return [named.find(([, words]) => words.test(name))?.[0] ?? 'marketing'];
}

/** HubSpot's own choices of the property, by how they begin in its languages we ship. */
const bases: readonly (readonly [LegalBasis, RegExp])[] = [
  ['legitimate_interest', /legitimate interest|berechtigtes interesse/i],
  ['contract', /contract|vertrag/i],
  ['consent', /consent|einwilligung/i],
  ['not_applicable', /not applicable|nicht zutreffend/i],
];

/** Null where the portal keeps none: there it says nothing that the field is empty. */
function legalBasesOf(
  record: CrmRecord,
  statuses: readonly SubscriptionStatus[] | null,
): readonly LegalBasis[] | null {
  if (record.properties['hs_legal_basis'] === undefined && statuses === null) return null;
  const said = (textOf(record, 'hs_legal_basis') ?? '').split(';');
  const known = said.flatMap((value) => bases.find(([, words]) => words.test(value))?.[0] ?? []);
  const ofMail = (statuses ?? []).flatMap(({ status, legalBasis }) =>
    status === 'subscribed' && legalBasis !== null ? [legalBasis] : [],
  );
  return [...new Set([...known, ...ofMail])];
}

/** When consent was last given: by the portal's own date, or with a subscription. */
function consentOf(
  record: CrmRecord,
  { properties: { consentAt } }: Meaning,
  statuses: readonly SubscriptionStatus[] | null,
): number | null {
  const own = consentAt === null ? null : timeOf(record, consentAt);
  const given = consentsIn(statuses ?? []).map(({ at }) => at);
  const dates = [...(own === null ? [] : [own]), ...given];
  return dates.length === 0 ? null : Math.max(...dates);
}

/** Subscriptions that rest on consent, with the day it was given. */
export function consentsIn(statuses: readonly SubscriptionStatus[]) {
  return statuses.flatMap(({ id, status, legalBasis, at }) =>
    status === 'subscribed' && legalBasis === 'consent' && at !== null ? [{ id, at }] : [],
  );
}

function refusedChannelsOf(
  record: CrmRecord,
  { properties: { noCalls } }: Meaning,
): readonly { readonly channel: OutreachChannel; readonly at: number | null }[] {
  return noCalls !== null && isSet(textOf(record, noCalls)) ? [{ channel: 'call', at: null }] : [];
}

/**
 * HubSpot keeps how many marketing mails there were, but the dates of the first and the last only: with more than these
 * the others are not visible. A counter of nothing may mean that they are sent from elsewhere.
 */
function isMarketingVisible(record: CrmRecord): boolean {
  const delivered = numberOf(record, 'hs_email_delivered') ?? 0;
  const dates = ['hs_email_first_send_date', 'hs_email_last_send_date'].map((name) => timeOf(record, name));
  const known = new Set(dates.filter((at) => at !== null));
  return delivered > 0 && delivered <= known.size;
}
