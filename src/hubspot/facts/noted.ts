/** Which properties of a contact are filled, of those that somebody might bring up; what they hold is not kept. */
import type { MappedField } from '../../usecases/property-mapping.ts';
import { type CrmRecord, type Meaning, textOf } from '../signals/crm-record.ts';

export const notedProperties = [
  'phone',
  'mobilephone',
  'jobtitle',
  'company',
  'city',
  'country',
  'hs_analytics_source',
] as const;

export const notedFields = [
  'claimedSource',
  'promised',
  'segment',
  'interests',
  'loyaltyMember',
  'referredBy',
  'vulnerable',
  'reviewedAt',
  'registeredAt',
  'caseStudyAt',
  'mentionedAt',
  'spokeAt',
] as const satisfies readonly MappedField[];

/** So many of those that an admin classified fit beside the rest into the address of a list call. */
const mostClassified = 20;

/** The properties that an admin gave a class: nobody classifies what is of no use. */
export function classifiedProperties({ classified = [] }: Meaning): readonly string[] {
  return classified.toSorted().slice(0, mostClassified);
}

export function filledOf(record: CrmRecord, meaning: Meaning): readonly string[] {
  const mapped = notedFields.map((field) => meaning.properties[field]).filter((name) => name !== null);
  const names = new Set([...notedProperties, ...mapped, ...classifiedProperties(meaning)]);
  return [...names].filter((name) => textOf(record, name) !== null);
}
