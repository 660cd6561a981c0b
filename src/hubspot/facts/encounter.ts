/** How somebody first met us: what they answered, and what HubSpot tracked. */
import type { EncounterSource } from '../../relationship/milestones/milestone-facts.ts';
import { type CrmRecord, type Meaning, textOf } from '../signals/crm-record.ts';

/** HubSpot's original source. OFFLINE says only that somebody put the contact there: nothing was tracked. */
const tracked: Readonly<Record<string, EncounterSource>> = {
  ORGANIC_SEARCH: 'organic_search',
  PAID_SEARCH: 'paid_search',
  EMAIL_MARKETING: 'email',
  SOCIAL_MEDIA: 'social',
  PAID_SOCIAL: 'paid_social',
  REFERRALS: 'referral',
  AI_REFERRALS: 'referral',
  OTHER_CAMPAIGNS: 'other',
  DIRECT_TRAFFIC: 'direct',
};

/** The first that fits wins; what fits none is another source, since they did answer. */
const claims: readonly (readonly [EncounterSource, RegExp])[] = [
  ['word_of_mouth', /friend|colleague|recommend|word of mouth|family|freund|kolleg|empfehl|bekannte/i],
  ['event', /event|fair|trade ?show|conference|webinar|messe|veranstaltung|konferenz/i],
  ['paid_social', /(paid|sponsored).*(social|facebook|instagram|linkedin)/i],
  ['paid_search', /advert|\bads?\b|anzeige|werbung/i],
  ['social', /social|facebook|instagram|linkedin|youtube|tiktok|soziale/i],
  ['organic_search', /search|google|bing|suchmaschine|suche/i],
  ['email', /e-?mail|newsletter/i],
  ['our_outreach', /you (called|wrote|contacted)|sales (call|rep)|angerufen|vertrieb/i],
  ['referral', /link|article|blog|website of|artikel/i],
  ['offline', /shop|store|walk|poster|radio|print|laden|plakat/i],
  ['direct', /knew|known|already|kannte|bekannt/i],
];

export function trackedSourceOf(record: CrmRecord): EncounterSource | null {
  return tracked[textOf(record, 'hs_analytics_source') ?? ''] ?? null;
}

/** Null where nobody asks, and where they did not answer. The words are not kept. */
export function claimedSourceOf(record: CrmRecord, { properties }: Meaning): EncounterSource | null {
  const said = properties.claimedSource === null ? null : textOf(record, properties.claimedSource);
  if (said === null) return null;
  return claims.find(([, words]) => words.test(said))?.[0] ?? 'other';
}
