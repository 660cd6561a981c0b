import type { SignalKind } from '../signal/signal.ts';
import { reasonTexts, sayCause } from './reason-texts.ts';
import type { HeldBy } from './stages.ts';

/**
 * Why a stage was given, as data. Times are ms since epoch. A reason says only what stays true while the stage stands:
 * dates, never counts of days, so that its sentence does not change by itself.
 */
export type Reason = Cause & {
  /** What protects the contact from being called quiet, and until when (null: no end is known). */
  readonly held: { readonly by: HeldBy; readonly until: number | null } | null;
};

export type Cause =
  | { readonly code: 'objection' }
  | { readonly code: 'nothing_yet' }
  | { readonly code: 'internal_address' }
  | { readonly code: 'role_mailbox' }
  | { readonly code: 'reached'; readonly how: ReachedHow; readonly at: number }
  | { readonly code: 'first_words'; readonly kind: SignalKind; readonly at: number }
  | { readonly code: 'negotiation_over'; readonly at: number }
  | { readonly code: 'negotiating'; readonly how: NegotiatingHow; readonly at: number }
  | { readonly code: 'customer'; readonly by: ExchangeSource; readonly at: number }
  | {
      readonly code: 'recovery_unproven';
      readonly trouble: TroubleKind;
      readonly at: number;
      readonly settled: boolean;
    }
  | { readonly code: 'bonded'; readonly sign: BondingSign; readonly cycles: number; readonly at: number }
  | { readonly code: 'differs'; readonly troubles: readonly TroubleKind[]; readonly at: number }
  | { readonly code: 'differs_and_orders_slower'; readonly trouble: TroubleKind; readonly at: number }
  | {
      readonly code: 'narrowed';
      readonly what: 'breadth' | 'depth';
      readonly and: NarrowingSign;
      readonly at: number;
    }
  | { readonly code: 'quiet'; readonly lastTouchAt: number }
  | { readonly code: 'we_owe_an_answer'; readonly since: number }
  | { readonly code: 'renewal_quiet'; readonly termEndsAt: number; readonly lastTouchAt: number }
  | { readonly code: 'deal_stale'; readonly changedAt: number; readonly lastTouchAt: number }
  | { readonly code: 'withdrew'; readonly count: number; readonly at: number }
  | { readonly code: 'opted_out'; readonly at: number }
  | { readonly code: 'unanswered'; readonly count: number; readonly firstAt: number }
  | { readonly code: 'faded'; readonly lastTouchAt: number }
  | { readonly code: 'faded_owing'; readonly since: number }
  | { readonly code: 'cancelled'; readonly at: number; readonly effectiveAt: number }
  | { readonly code: 'asked_to_stop'; readonly at: number }
  | { readonly code: 'do_not_contact'; readonly at: number }
  | { readonly code: 'account_closed'; readonly at: number }
  | { readonly code: 'project_completed'; readonly at: number }
  | { readonly code: 'set_by_hand'; readonly at: number; readonly until: number };

export type ReachedHow = 'outreach' | 'page_view' | 'click' | 'ad' | 'referred';

export type NegotiatingHow = 'open_deal' | 'open_quote' | 'meetings';

/** What made the contact a customer; the evidence names it. */
export type ExchangeSource = 'order' | 'won_deal' | 'term' | 'lifecycle' | 'registered' | 'engagement';

export type BondingSign = 'promoter' | 'referral' | 'review' | 'renewal' | 'term' | 'loyalty' | 'third_cycle';

export const troubleKinds = [
  'complaint',
  'bad_nps',
  'bad_csat',
  'refund',
  'downgrade',
  'competitor',
  'price_objection',
] as const;

export type TroubleKind = (typeof troubleKinds)[number];

export type NarrowingSign = 'partial_opt_out' | 'trouble' | 'slower_replies';

export const languages = ['en', 'de'] as const;

export type Language = (typeof languages)[number];

/** The reason in one sentence a person understands; dates in the given zone (UTC unless told). */
export function sentence(reason: Reason, language: Language, timeZone = 'UTC'): string {
  const texts = reasonTexts[language];
  const date = (at: number) => sayDate(at, language, timeZone);
  const said = sayCause(texts, reason, date);
  if (reason.held === null || reason.held.by === 'none') return said;
  return `${said} ${texts.held[reason.held.by](reason.held.until === null ? null : date(reason.held.until))}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** A date as people of that language write it, for example 3 May 2026. */
export function sayDate(at: number, language: Language, timeZone: string): string {
  const key = `${language} ${timeZone}`;
  // Building a formatter costs a hundred times what formatting does; the few of them are kept.
  let format = formats.get(key);
  if (format === undefined) {
    const locale = language === 'en' ? 'en-GB' : 'de-DE';
    format = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'long', year: 'numeric' });
    formats.set(key, format);
  }
  return format.format(at);
}
