/** What a contact chose about our mail: out of all of it, out of one type, back in. */
import type { Signal } from '../../relationship/signal/signal.ts';
import { type CrmRecord, isTrue, type Meaning, stamp } from './crm-record.ts';

export const optOutProperty = 'hs_email_optout';

/** When a flag got the value it has; HubSpot keeps that only in the property's history. */
export type FlagChange = {
  /** Ms since epoch. */
  readonly at: number;
  /** False: it was set once and taken back then. */
  readonly set: boolean;
};

/** By contact, then by property. */
export type FlagChanges = ReadonlyMap<string, ReadonlyMap<string, FlagChange>>;

/** Those for which the history is worth a call; the rest opted out of nothing. */
export function hasOptedOut(record: CrmRecord, { properties }: Meaning): boolean {
  return [optOutProperty, ...properties.optOutTypes].some((name) => isTrue(record, name));
}

export function preferenceSignals(record: CrmRecord, meaning: Meaning, changes: FlagChanges): Signal[] {
  const known = changes.get(record.id);
  const types = meaning.properties.optOutTypes;
  return [optOutProperty, ...types].flatMap((name) => preference(record, name, known?.get(name)));
}

/** Without a history the day of the opt-out is unknown; the creation never lets it outweigh a later touch. */
function preference(record: CrmRecord, property: string, change: FlagChange | undefined): Signal[] {
  const part = property.slice('hs_email_'.length);
  const scope = property === optOutProperty ? 'global' : 'partial';
  const head = { by: 'customer', channel: 'preferences', facts: { scope, channel: 'email' } } as const;
  if (isTrue(record, property)) {
    const at = change?.set === true ? change.at : record.createdAt;
    return [{ ...stamp(record, at, part), kind: 'opt_out', ...head }];
  }
  if (change === undefined || change.set) return [];
  return [{ ...stamp(record, change.at, part.replace('optout', 'optin')), kind: 'opt_in', ...head }];
}

/** A subscription that rests on consent: the kind of mail, and the day it was given, ms since epoch. */
export type Consent = { readonly id: string; readonly at: number };

export function consentSignals(record: CrmRecord, consents: readonly Consent[]): Signal[] {
  const head = { kind: 'opt_in', by: 'customer', channel: 'preferences' } as const;
  const facts = { scope: 'partial', channel: 'email' } as const;
  return consents.map(({ id, at }) => ({ ...stamp(record, at, `consent_${id}`), ...head, facts }));
}
