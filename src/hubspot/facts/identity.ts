/** Whom a contact record stands for: one person, a role, several people, or nobody who could be told apart. */
import type { ContactFacts, MatrixFacts } from '../../relationship/facts.ts';
import type { TrackingConsent } from '../../relationship/guardrails/provenance.ts';
import { type CrmRecord, isSet, type Meaning, textOf } from '../signals/crm-record.ts';

export const identityProperties = ['email', 'phone', 'mobilephone'] as const;

export function mailboxOf(record: CrmRecord, { mapping }: Meaning): ContactFacts['mailbox'] {
  const { local, domain } = addressOf(record);
  if (domain !== '' && mapping.internalDomains.includes(domain)) return 'internal';
  return mapping.roleMailboxes.includes(local) ? 'role' : 'person';
}

/**
 * The key the record stands on: an address of one person's own, without an address the phone. Whether a phone is shared
 * nobody says, so it counts as a person's own.
 */
export function matrixFacts(record: CrmRecord, meaning: Meaning): MatrixFacts {
  return { key: keyOf(record, meaning), trackingRefused: trackingOf(record, meaning) === 'refused' };
}

function keyOf(record: CrmRecord, meaning: Meaning): NonNullable<MatrixFacts['key']> {
  if (textOf(record, 'email') === null) {
    const hasPhone = textOf(record, 'phone') !== null || textOf(record, 'mobilephone') !== null;
    return hasPhone ? 'personal' : 'none';
  }
  if (mailboxOf(record, meaning) === 'role') return 'role';
  const { sharedMailbox } = meaning.properties;
  const isShared = sharedMailbox !== null && isSet(textOf(record, sharedMailbox));
  return isShared || meaning.mapping.sharedMailboxes.includes(addressOf(record).local)
    ? 'shared'
    : 'personal';
}

function addressOf(record: CrmRecord): { local: string; domain: string } {
  const [local = '', domain = ''] = textOf(record, 'email')?.toLowerCase().split('@') ?? [];
  return { local, domain };
}

/** A field that is filled says yes or no; an empty one, or none at all, says nothing. */
export function trackingOf(record: CrmRecord, { properties }: Meaning): TrackingConsent {
  const said = properties.trackingConsent === null ? null : textOf(record, properties.trackingConsent);
  if (said === null) return 'unknown';
  return isSet(said) ? 'given' : 'refused';
}
