/**
 * Where the values of HubSpot's contact properties come from, in our words: by what HubSpot itself writes, by the
 * definition, or by the `sourceType` of past values. What nobody can tell is unknown, and counts as third-party.
 */
import type { Source } from '../relationship/guardrails/provenance.ts';

/**
 * HubSpot's `sourceType` of a value, in our words [D]. Several of them stand for whatever a tool of HubSpot or of somebody
 * else copied there, and are unknown like one that is not listed.
 * https://knowledge.hubspot.com/records/understand-property-history-sources
 */
const sourceOfType: Readonly<Record<string, Source>> = {
  FORM: 'form',
  FORMS: 'form',
  MEETINGS: 'form',
  PREFERENCES: 'form',
  EMAIL_UNSUBSCRIBE: 'form',
  SURVEY: 'survey',
  FEEDBACK: 'survey',
  CRM_UI: 'crm_ui',
  CRM_UI_BULK_ACTION: 'crm_ui',
  CONTACTS_WEB: 'crm_ui',
  MOBILE_IOS: 'crm_ui',
  MOBILE_ANDROID: 'crm_ui',
  SALES: 'crm_ui',
  TASK: 'crm_ui',
  DEALS: 'commerce',
  ECOMMERCE: 'commerce',
  PAYMENTS: 'commerce',
  QUOTES: 'commerce',
  TICKETS: 'commerce',
  ANALYTICS: 'tracking',
  EMAIL: 'tracking',
  ADS: 'tracking',
  IMPORT: 'import',
  INTEGRATION: 'integration',
  INTEGRATIONS_PLATFORM: 'integration',
  INTEGRATIONS_SYNC: 'integration',
  SALESFORCE: 'integration',
  API: 'api',
  COMPANY_INSIGHTS: 'enrichment',
  DATA_ENRICHMENT: 'enrichment',
  SOCIAL: 'enrichment',
  CALCULATED: 'calculated',
  AUTOMATION_PLATFORM: 'calculated',
  WORKFLOWS: 'calculated',
};

export function sourceOf(sourceType: string | null | undefined): Source {
  const known = sourceType ?? '';
  return Object.hasOwn(sourceOfType, known) ? (sourceOfType[known] ?? 'unknown') : 'unknown';
}

/** HubSpot's own properties that HubSpot alone writes, by name: whoever has a form or an import cannot. The first wins. */
const writtenByHubSpot: readonly (readonly [RegExp, Source])[] = [
  [/^hs_.*email.*open|^hs_email_(first|last)_open/, 'open_tracking'],
  [/^ip_|^hs_ip_/, 'open_tracking'],
  [/^hs_analytics_|^hs_latest_source|^hs_(first|last)_(seen|visit)|^hs_email_.*click/, 'tracking'],
  [/^(first|recent)_conversion_|^num_(unique_)?conversion_events$/, 'form'],
  [/^hs_email_optout/, 'form'],
  [/^(first|recent)_deal_|^total_revenue$|^num_associated_deals$|^days_to_close$/, 'commerce'],
  [
    /^(twitter|linkedin|klout|followercount|facebook|google_plus)|^hs_(linkedin|twitter|enrich)/,
    'enrichment',
  ],
  [/^hubspotscore$|^hs_predictive|score|^hs_lifecyclestage_|^lifecyclestage$|^hs_.*likelihood/, 'calculated'],
];

/** Null where HubSpot does not write it by itself: then the past values say it. */
export function sourceByName(name: string): Source | null {
  return writtenByHubSpot.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
