/** The words of the mapping: what a portal's pipelines and properties mean. The type, which a new language has to fill. */
import type { DealStageView } from './contract-mapping.ts';
import { mappingTextsDe } from './mapping-texts-de.ts';
import { mappingTextsEn } from './mapping-texts-en.ts';
import type { Language } from './viewer.ts';

export type MappingTexts = {
  readonly intro: string;
  readonly onlyAdmins: string;
  readonly pipelines: string;
  readonly noPipelines: string;
  readonly deals: string;
  readonly tickets: string;
  readonly own: string;
  readonly ownHelp: string;
  readonly asPortal: string;
  readonly margin: string;
  readonly marginHelp: string;
  readonly projects: string;
  readonly outcomes: Readonly<Record<DealStageView['outcome'], string>>;
  readonly dealMeanings: Readonly<Record<'early' | 'qualified' | 'won' | 'completed' | 'lost', string>>;
  readonly ticketMeanings: Readonly<Record<'open' | 'closed', string>>;
  readonly families: string;
  readonly familiesHelp: string;
  readonly familyName: string;
  readonly addFamily: string;
  readonly properties: string;
  readonly nothing: string;
  readonly recognised: (label: string) => string;
  /** The property is not there, or cannot hold such a value. */
  readonly missing: (name: string) => string;
  readonly groups: Readonly<Record<MappingGroup, string>>;
  readonly fields: Readonly<Record<string, string>>;
};

export type MappingGroup = 'terms' | 'losses' | 'sales' | 'consent' | 'closeness' | 'advocacy' | 'loyalty';

/** Which field of the mapping is shown where; what is not named is a matter of sales. */
export const mappingGroups: Readonly<Record<MappingGroup, readonly string[]>> = {
  terms: [
    'termStart',
    'termEnd',
    'renewedAt',
    'noticeAt',
    'noticeEffectiveAt',
    'downgradedAt',
    'stopRequestedAt',
    'accountClosedAt',
    'subscriptionEnd',
    'subscriptionCancelledAt',
  ],
  losses: ['competitor', 'lostReason', 'priceObjection', 'remedy'],
  sales: ['productFamily', 'intermediary', 'invoicePaidAt', 'invoiceRefunded', 'registeredAt', 'promised'],
  advocacy: [
    'claimedSource',
    'referredBy',
    'reviewedAt',
    'caseStudyAt',
    'mentionedAt',
    'spokeAt',
    'introductionConsent',
  ],
  loyalty: ['loyaltyMember', 'loyaltySince', 'loyaltyUntil'],
  consent: [
    'consentAt',
    'trackingConsent',
    'askedUntil',
    'cadenceDays',
    'noCalls',
    'vulnerable',
    'sharedMailbox',
  ],
  closeness: ['segment', 'interests', 'captive', 'exitTerms', 'sharedPlan', 'onSite', 'integration'],
};

export function mappingTexts(language: Language): MappingTexts {
  return language === 'de' ? mappingTextsDe : mappingTextsEn;
}
