/** What decides how much attention a contact can get, and in which ways: owner, company, ties, interests, what they want. */
import { createHash } from 'node:crypto';
import type { DesiredAnswer } from '../../relationship/desired/desired.ts';
import type { ApproachKnowledge, LevelFacts } from '../../relationship/facts.ts';
import type { MappedField } from '../../usecases/property-mapping.ts';
import type { FlagChange } from '../signals/contact-preferences.ts';
import { type CrmRecord, isSet, type Meaning, textOf, timeOf } from '../signals/crm-record.ts';

export const closenessProperties = [
  'hubspot_owner_id',
  'hubspot_owner_assigneddate',
  'associatedcompanyid',
  'rapport_desired_relationship',
  'rapport_desired_relationship_source',
] as const;

export const closenessFields = [
  'segment',
  'interests',
  'introductionConsent',
  'exitTerms',
  'sharedPlan',
  'onSite',
  'integration',
  'captive',
] as const satisfies readonly MappedField[];

export const desiredProperty = 'rapport_desired_relationship';

/** What no property of the portal says stays absent: not visible. */
export function approachFacts(record: CrmRecord, { properties: mapped }: Meaning): ApproachKnowledge {
  const interest = interestOf(mapped.interests === null ? null : textOf(record, mapped.interests));
  return {
    ownerSince:
      textOf(record, 'hubspot_owner_id') === null ? null : timeOf(record, 'hubspot_owner_assigneddate'),
    isCompany: textOf(record, 'associatedcompanyid') !== null,
    ...(mapped.interests === null ? {} : { interest, affinity: interest === null ? 'none' : 'volunteered' }),
    ...(mapped.introductionConsent === null
      ? {}
      : { consentsToIntroduction: isSet(textOf(record, mapped.introductionConsent)) }),
    ...(mapped.exitTerms === null ? {} : { exitTermsWritten: isSet(textOf(record, mapped.exitTerms)) }),
  };
}

/** The first interest they named. What it is stays in HubSpot: to count who shares it, a hash is enough. */
function interestOf(said: string | null): string | null {
  const [first = ''] = (said ?? '').split(/[;,]/).map((one) => one.trim().toLowerCase());
  return first === '' ? null : createHash('sha256').update(first).digest('base64url').slice(0, 16);
}

export function levelFacts(record: CrmRecord, { properties: mapped }: Meaning): LevelFacts {
  const tie = (property: string | null, name: 'sharedPlan' | 'onSite' | 'integration') =>
    property === null ? {} : { [name]: isSet(textOf(record, property)) };
  return {
    ...tie(mapped.sharedPlan, 'sharedPlan'),
    ...tie(mapped.onSite, 'onSite'),
    ...tie(mapped.integration, 'integration'),
  };
}

/** The wish, who says so, and since when it stands; HubSpot keeps that date in the property's history only. */
export function desiredAnswer(record: CrmRecord, change: FlagChange | undefined): DesiredAnswer {
  return {
    id: textOf(record, desiredProperty),
    source: textOf(record, 'rapport_desired_relationship_source'),
    at: change?.set === true ? change.at : null,
  };
}

/** They want to be served in everything, or cannot leave. */
export function isCaptive(record: CrmRecord, { properties: { captive } }: Meaning): boolean {
  if (textOf(record, desiredProperty) === 'master_slave') return true;
  return captive !== null && isSet(textOf(record, captive));
}
