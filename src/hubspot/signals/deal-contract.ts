/** What a won deal says of its contract, where the portal's own properties tell: the term, its renewal, its notice. */
import type { Signal } from '../../relationship/signal/signal.ts';
import { type CrmRecord, type Meaning, stamp, textOf, timeOf } from './crm-record.ts';

/** The properties of `dealtype` and of the contract that this portal has. */
export function contractProperties({ properties: mapped }: Meaning): readonly string[] {
  const own = [mapped.termStart, mapped.termEnd, mapped.renewedAt, mapped.downgradedAt];
  const notice = [mapped.noticeAt, mapped.noticeEffectiveAt];
  const renewal = mapped.renewalDealTypes.length > 0 ? ['dealtype'] : [];
  return [...new Set([...own, ...notice, ...renewal].filter((name) => name !== null))];
}

/** `wonAt`: when the deal was won, ms since epoch. */
export function contractSignals(record: CrmRecord, meaning: Meaning, wonAt: number): Signal[] {
  const term = termOf(record, meaning, wonAt);
  return [
    ...term,
    ...renewalOf(record, meaning, wonAt, term[0]),
    ...noticeOf(record, meaning),
    ...downgradeOf(record, meaning),
  ];
}

type TermSignal = Extract<Signal, { kind: 'term' }>;

/** A term that ends before it starts is a slip of the pen, and holds nobody. */
function termOf(record: CrmRecord, meaning: Meaning, wonAt: number): TermSignal[] {
  const endAt = mappedTime(record, meaning.properties.termEnd);
  if (endAt === null) return [];
  const at = mappedTime(record, meaning.properties.termStart) ?? wonAt;
  if (endAt < at) return [];
  const facts = { endAt, dealId: record.id };
  return [{ ...stamp(record, at, 'term'), kind: 'term', by: 'us', channel: 'deal', facts }];
}

/** A month of 365.2425 / 12 days, as the Gregorian calendar has it on average. */
const monthMs = (365.2425 / 12) * 86_400_000;

/** Renewed on a date of its own, or won as a deal that is a renewal; both say the same once. */
function renewalOf(
  record: CrmRecord,
  meaning: Meaning,
  wonAt: number,
  term: TermSignal | undefined,
): Signal[] {
  const { renewedAt, renewalDealTypes } = meaning.properties;
  const type = textOf(record, 'dealtype');
  const isRenewal = type !== null && renewalDealTypes.includes(type);
  const at = mappedTime(record, renewedAt) ?? (isRenewal ? wonAt : null);
  if (at === null) return [];
  const endAt = term?.facts.endAt ?? null;
  const months = term === undefined || endAt === null ? 0 : Math.round((endAt - term.at) / monthMs);
  const facts = { dealId: record.id, ...(months > 0 ? { months } : {}) };
  return [{ ...stamp(record, at, 'renewal'), kind: 'renewal', by: 'customer', channel: 'deal', facts }];
}

/**
 * Known by its effective date alone, a notice counts from then on: no later edit can move that day. A date before the
 * notice is the notice's own.
 */
function noticeOf(record: CrmRecord, { properties: mapped }: Meaning): Signal[] {
  const effective = mappedTime(record, mapped.noticeEffectiveAt);
  const at = mappedTime(record, mapped.noticeAt) ?? effective;
  if (at === null) return [];
  const facts = { effectiveAt: Math.max(at, effective ?? at) };
  const head = { by: 'customer', channel: 'deal' } as const;
  return [{ ...stamp(record, at, 'cancellation'), kind: 'cancellation', ...head, facts }];
}

function downgradeOf(record: CrmRecord, { properties: mapped }: Meaning): Signal[] {
  const at = mappedTime(record, mapped.downgradedAt);
  if (at === null) return [];
  const facts = { dealId: record.id };
  return [{ ...stamp(record, at, 'downgrade'), kind: 'downgrade', by: 'customer', channel: 'deal', facts }];
}

function mappedTime(record: CrmRecord, property: string | null): number | null {
  return property === null ? null : timeOf(record, property);
}
