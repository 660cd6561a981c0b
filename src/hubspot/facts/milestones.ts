/** What the milestones read of a contact: how we met, what we promised, and acts of advocacy that leave no other trace. */
import type { MilestoneKnowledge } from '../../relationship/facts.ts';
import type { Introduction } from '../../relationship/milestones/milestone-facts.ts';
import type { MappedField } from '../../usecases/property-mapping.ts';
import { type CrmRecord, type Meaning, textOf, timeOf } from '../signals/crm-record.ts';
import type { Referral } from '../signals/referrals.ts';
import { claimedSourceOf, trackedSourceOf } from './encounter.ts';

export const milestoneProperties = ['hs_analytics_source', 'first_conversion_event_name'] as const;

export const milestoneFields = [
  'claimedSource',
  'promised',
  'caseStudyAt',
  'mentionedAt',
  'spokeAt',
] as const satisfies readonly MappedField[];

export function milestoneFacts(
  record: CrmRecord,
  meaning: Meaning,
  referrals: readonly Referral[],
): MilestoneKnowledge {
  return {
    contactId: record.id,
    claimedSource: claimedSourceOf(record, meaning),
    trackedSource: trackedSourceOf(record),
    promises: promisesOf(record, meaning),
    introductions: [...dated(record, meaning), ...introduced(referrals)],
  };
}

/** What was promised for the first form, by the name HubSpot has of it. */
function promisesOf(record: CrmRecord, { properties }: Meaning): Readonly<Record<string, string>> {
  const promise = properties.promised === null ? null : textOf(record, properties.promised);
  return promise === null ? {} : { [textOf(record, 'first_conversion_event_name') ?? '']: promise };
}

/** Who agrees to a case study agrees that we use it; who spoke in public did so on their own. */
function dated(record: CrmRecord, { properties: mapped }: Meaning): Introduction[] {
  const act = (property: string | null, kind: Introduction['kind']): Introduction[] => {
    const at = property === null ? null : timeOf(record, property);
    return at === null ? [] : [{ at, kind, contactId: null, consentToUse: kind === 'case_study' }];
  };
  return [
    ...act(mapped.caseStudyAt, 'case_study'),
    ...act(mapped.mentionedAt, 'public_mention'),
    ...act(mapped.spokeAt, 'speaker'),
  ];
}

/** A link has no date: the colleague was introduced when they came to be in the portal. */
function introduced(referrals: readonly Referral[]): Introduction[] {
  return referrals.flatMap(({ how, contactId, createdAt }) =>
    how === 'introduced'
      ? [{ at: createdAt, kind: 'colleague', contactId, consentToUse: false } as const]
      : [],
  );
}
