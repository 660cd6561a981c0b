/** What the portal's own contact properties say: membership, referral, review, registration, and explicit ends. */
import type { Signal } from '../../relationship/signal/signal.ts';
import type { MappedField } from '../../usecases/property-mapping.ts';
import type { FlagChanges } from './contact-preferences.ts';
import { type CrmRecord, isSet, type Meaning, stamp, textOf, timeOf } from './crm-record.ts';

const fields = [
  'loyaltyMember',
  'loyaltySince',
  'loyaltyUntil',
  'referredBy',
  'reviewedAt',
  'registeredAt',
  'stopRequestedAt',
  'accountClosedAt',
] as const satisfies readonly MappedField[];

export function standingProperties({ properties: mapped }: Meaning): readonly string[] {
  return fields.map((field) => mapped[field]).filter((name) => name !== null);
}

/** The flag whose day only its history tells: a membership without a date of its own. */
export function undatedMember(record: CrmRecord, { properties: mapped }: Meaning): string | null {
  const { loyaltyMember, loyaltySince } = mapped;
  if (loyaltyMember === null || !isSet(textOf(record, loyaltyMember))) return null;
  return loyaltySince !== null && timeOf(record, loyaltySince) !== null ? null : loyaltyMember;
}

export function standingSignals(record: CrmRecord, meaning: Meaning, changes: FlagChanges): Signal[] {
  const { properties: mapped } = meaning;
  const head = { by: 'customer', channel: 'other' } as const;
  const dated = (property: string | null, make: (at: number) => Signal): Signal[] => {
    const at = property === null ? null : timeOf(record, property);
    return at === null ? [] : [make(at)];
  };
  return [
    ...loyaltyOf(record, meaning, changes),
    ...referredOf(record, meaning),
    ...dated(mapped.reviewedAt, (at) => {
      return { ...stamp(record, at, 'review'), kind: 'review', ...head, facts: {} };
    }),
    ...dated(mapped.registeredAt, (at) => {
      return { ...stamp(record, at, 'registered'), kind: 'registered', ...head, facts: { what: 'product' } };
    }),
    ...dated(mapped.stopRequestedAt, (at) => {
      return { ...stamp(record, at, 'stop_request'), kind: 'stop_request', ...head, facts: {} };
    }),
    ...dated(mapped.accountClosedAt, (at) => {
      return { ...stamp(record, at, 'account_closed'), kind: 'account_closed', ...head, facts: {} };
    }),
  ];
}

/** A date alone makes a member, unless a flag beside it says otherwise; an end before the start is no end. */
function loyaltyOf(record: CrmRecord, meaning: Meaning, changes: FlagChanges): Signal[] {
  const { loyaltyMember, loyaltySince, loyaltyUntil } = meaning.properties;
  const flag = loyaltyMember === null ? null : textOf(record, loyaltyMember);
  if (flag !== null && !isSet(flag)) return [];
  const since = loyaltySince === null ? null : timeOf(record, loyaltySince);
  if (flag === null && since === null) return [];
  const change = loyaltyMember === null ? undefined : changes.get(record.id)?.get(loyaltyMember);
  const at = since ?? (change?.set === true ? change.at : record.createdAt);
  const until = loyaltyUntil === null ? null : timeOf(record, loyaltyUntil);
  const endAt = until !== null && until >= at ? until : null;
  return [
    { ...stamp(record, at, 'loyalty'), kind: 'loyalty', by: 'customer', channel: 'other', facts: { endAt } },
  ];
}

/** Dated by the contact's creation: word of mouth is the first encounter. Who it was is content. */
function referredOf(record: CrmRecord, { properties: mapped }: Meaning): Signal[] {
  if (mapped.referredBy === null || !isSet(textOf(record, mapped.referredBy))) return [];
  const head = { ...stamp(record, record.createdAt, 'referred'), kind: 'referred' } as const;
  return [{ ...head, by: 'system', channel: 'other', facts: {} }];
}
