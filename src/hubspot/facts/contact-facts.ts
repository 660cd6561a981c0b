/** The standing facts that a contact record holds, for every model. What the portal does not say is absent. */
import type { ReadFacts } from '../../usecases/ports.ts';
import type { FlagChanges } from '../signals/contact-preferences.ts';
import { type CrmRecord, isTrue, type Meaning, textOf, timeOf } from '../signals/crm-record.ts';
import type { Referral } from '../signals/referrals.ts';
import {
  approachFacts,
  closenessFields,
  closenessProperties,
  desiredAnswer,
  desiredProperty,
  isCaptive,
  levelFacts,
} from './closeness.ts';
import { consentFacts, consentFields, consentProperties, type SubscriptionStatus } from './consent.ts';
import { identityProperties, mailboxOf, matrixFacts } from './identity.ts';
import { milestoneFacts, milestoneFields, milestoneProperties } from './milestones.ts';
import { classifiedProperties, filledOf, notedFields, notedProperties } from './noted.ts';

const standing = [
  'rapport_objection',
  ...identityProperties,
  ...consentProperties,
  ...closenessProperties,
  ...milestoneProperties,
  ...notedProperties,
] as const;

const fields = [
  'askedUntil',
  'sharedMailbox',
  ...consentFields,
  ...closenessFields,
  ...milestoneFields,
  ...notedFields,
] as const;

/** HubSpot's own and ours, and those by which this portal says the rest. */
export function factProperties(meaning: Meaning): readonly string[] {
  const mapped = fields.map((field) => meaning.properties[field]).filter((name) => name !== null);
  return [...standing, ...mapped, ...classifiedProperties(meaning)];
}

/** What is known of a contact beside its own properties. */
export type Beside = {
  readonly changes?: FlagChanges;
  readonly referrals?: readonly Referral[];
  /** Null where they were not read. */
  readonly statuses?: readonly SubscriptionStatus[] | null;
};

export function contactFacts(record: CrmRecord, meaning: Meaning, beside: Beside = {}): ReadFacts {
  const { askedUntil, segment } = meaning.properties;
  return {
    objection: isTrue(record, 'rapport_objection'),
    askedUntil: askedUntil === null ? null : timeOf(record, askedUntil),
    captive: isCaptive(record, meaning),
    mailbox: mailboxOf(record, meaning),
    company: textOf(record, 'associatedcompanyid'),
    ...(segment === null ? {} : { segment: textOf(record, segment) }),
    matrix: matrixFacts(record, meaning),
    level: levelFacts(record, meaning),
    approaches: approachFacts(record, meaning),
    milestones: milestoneFacts(record, meaning, beside.referrals ?? []),
    guardrails: {
      ...consentFacts(record, meaning, beside.statuses ?? null),
      filled: filledOf(record, meaning),
    },
    desired: desiredAnswer(record, beside.changes?.get(record.id)?.get(desiredProperty)),
  };
}
