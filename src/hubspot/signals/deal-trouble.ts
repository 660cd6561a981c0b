/** What speaks against us in a deal: a competitor at the table, the price; and the reason of a loss, read and not kept. */
import type { Signal } from '../../relationship/signal/signal.ts';
import { type CrmRecord, isSet, type Meaning, mentions, stamp, textOf } from './crm-record.ts';

export function troubleProperties({ properties: mapped }: Meaning): readonly string[] {
  return [mapped.competitor, mapped.lostReason, mapped.priceObjection].filter((name) => name !== null);
}

/** Whether the reason of the loss says that the person wants no contact. */
export function asksForNoContact(record: CrmRecord, meaning: Meaning): boolean {
  return isMentioned(record, meaning, meaning.mapping.doNotContactWords);
}

/**
 * Of a deal not won; in one that was won the competitor was beaten and the price agreed. `at`: when it was lost, and
 * while it is open its creation, the one date that no later edit can move. Ms since epoch.
 */
export function troubleSignals(record: CrmRecord, meaning: Meaning, at: number, lost: boolean): Signal[] {
  const { mapping, properties: mapped } = meaning;
  const said = (words: readonly string[]) => lost && isMentioned(record, meaning, words);
  const theirs = { by: 'customer', channel: 'deal', facts: { dealId: record.id } } as const;
  const signals: Signal[] = [];
  if (isNamed(record, mapped.competitor) || said(mapping.competitorWords)) {
    signals.push({ ...stamp(record, at, 'competitor'), kind: 'competitor', ...theirs });
  }
  if (isNamed(record, mapped.priceObjection) || said(mapping.priceWords)) {
    signals.push({ ...stamp(record, at, 'price_objection'), kind: 'price_objection', ...theirs });
  }
  return signals;
}

function isNamed(record: CrmRecord, property: string | null): boolean {
  return property !== null && isSet(textOf(record, property));
}

function isMentioned(record: CrmRecord, { properties: mapped }: Meaning, words: readonly string[]): boolean {
  const reasons = ['closed_lost_reason', ...(mapped.lostReason === null ? [] : [mapped.lostReason])];
  return reasons.some((property) => mentions(textOf(record, property), words));
}
