import type { ContactFacts } from './facts.ts';
import { activeCustomer } from './level/customers-per-owner.ts';
import type { WonDeal } from './level/margin.ts';
import { purchaseDetails, quadrantFacts } from './matrix/contact-quadrant.ts';
import { purchasesOf } from './matrix/purchases.ts';
import { quadrantOf } from './matrix/quadrant.ts';
import type { PortalRow } from './measure-portal.ts';
import type { ReferralLink } from './milestones/advocacy.ts';
import type { EncounterSource } from './milestones/milestone-facts.ts';
import { preparePortal } from './prepare-portal.ts';
import type { Settings } from './settings.ts';
import type { Signal } from './signal/signal.ts';
import { readTimeline } from './signal/timeline.ts';
import type { StageAnswer } from './stage/stages.ts';

/** A contact as the store has it, with those of its signals that say what it bought, is under, and whom it brought. */
export type MeasuredContact = {
  readonly id: string;
  readonly owner: string | null;
  readonly facts: Pick<
    ContactFacts,
    'company' | 'segment' | 'approaches' | 'matrix' | 'mailbox' | 'guardrails'
  >;
  /** Of the last assessment; null before the first one. */
  readonly stage: StageAnswer | null;
  readonly acted: boolean;
  /** How it first met us, by the last assessment; null before the first one, and where it never met us. */
  readonly encounter: EncounterSource | null;
  readonly signals: readonly Signal[];
};

/** The kinds of signal that measuring reads; the others need not be loaded. */
export const measuredKinds = [
  'order',
  'refund',
  'deal_won',
  'renewal',
  'term',
  'referral',
  'referred',
] as const satisfies readonly Signal['kind'][];

export function portalRow(contact: MeasuredContact, settings: Settings, now: number): PortalRow {
  const { id, owner, facts, stage, acted, encounter } = contact;
  const timeline = readTimeline(contact.signals, settings, now);
  const bought = purchasesOf(timeline, purchaseDetails(facts), settings.matrix);
  const purchases = bought.list;
  const identity = quadrantFacts(facts);
  const { questionnaire } = preparePortal(settings);
  return {
    id,
    owner,
    company: facts.company ?? null,
    segment: facts.segment ?? null,
    isClose: stage === 'integrating' || stage === 'bonding',
    interest: facts.approaches?.interest ?? null,
    acted,
    isActiveCustomer: activeCustomer(timeline, purchases, settings.level, now).isActive,
    purchases,
    won: timeline.signals.flatMap((signal) => wonDeal(signal)),
    links: timeline.signals.flatMap((signal) => linkOf(id, signal)),
    quadrant: quadrantOf(bought, identity, questionnaire, settings.matrix, now).quadrant,
    hasKey: identity.identity.key === 'personal',
    encounter,
  };
}

function wonDeal(signal: Signal): WonDeal[] {
  if (signal.kind !== 'deal_won') return [];
  const { dealId, family, currency, lines } = signal.facts;
  const common = { id: dealId, at: signal.at, family: family ?? null, currency: currency ?? null };
  return [{ ...common, lines: lines === undefined ? [] : [lines] }];
}

/** Either end of a referral says the same; who is not named brought nobody we could count. */
function linkOf(id: string, { kind, at, facts }: Signal): ReferralLink[] {
  if (kind === 'referral' && facts.contactId !== undefined)
    return [{ referrer: id, referred: facts.contactId, at }];
  if (kind === 'referred' && facts.contactId !== undefined)
    return [{ referrer: facts.contactId, referred: id, at }];
  return [];
}
