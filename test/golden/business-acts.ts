/** The acts of golden stories about deals, terms, ends and reach. */
import type { FactsOf } from '../../src/relationship/signal/signal.ts';
import type { Act, Moment } from './timeline.ts';

const stamp = ({ id, source, at }: Moment) => ({ id, source, at });

export const dealOpened =
  (dealId = 'd1', project = false): Act =>
  (m) => ({ ...stamp(m), kind: 'deal_opened', by: 'us', channel: 'deal', facts: { dealId, project } });
/** We moved the deal past qualification: the negotiation began. */
export const dealQualified =
  (dealId = 'd1', project = false): Act =>
  (m) => ({ ...stamp(m), kind: 'deal_qualified', by: 'us', channel: 'deal', facts: { dealId, project } });
export const dealChanged =
  (dealId = 'd1'): Act =>
  (m) => ({ ...stamp(m), kind: 'deal_changed', by: 'us', channel: 'deal', facts: { dealId } });
/** Recorded by us, an act of the customer all the same. */
export const dealWon =
  (dealId = 'd1', project = false): Act =>
  (m) => ({
    ...stamp(m),
    kind: 'deal_won',
    by: 'customer',
    channel: 'deal',
    facts: { dealId, amount: 4800, project },
  });
export const dealLost =
  (dealId = 'd1', more: { doNotContact?: boolean } = {}): Act =>
  (m) => ({ ...stamp(m), kind: 'deal_lost', by: 'us', channel: 'deal', facts: { dealId, ...more } });
/** A quote that runs out at midnight of that day, or never. */
export const quoteSent =
  (expiresDay: number | null = null): Act =>
  (m) => ({
    ...stamp(m),
    kind: 'quote_sent',
    by: 'us',
    channel: 'deal',
    facts: { quoteId: m.id, expiresAt: expiresDay === null ? null : m.midnight(expiresDay), closedAt: null },
  });
export const renewal =
  (months = 12): Act =>
  (m) => ({ ...stamp(m), kind: 'renewal', by: 'customer', channel: 'deal', facts: { months } });
/** A paid term from now on until midnight of that day, or open-ended. */
export const term =
  (endDay: number | null): Act =>
  (m) => ({
    ...stamp(m),
    kind: 'term',
    by: 'us',
    channel: 'deal',
    facts: { endAt: endDay === null ? null : m.midnight(endDay) },
  });
export const competitorNamed = (): Act => (m) => ({
  ...stamp(m),
  kind: 'competitor',
  by: 'customer',
  channel: 'deal',
  facts: {},
});
export const priceObjection = (): Act => (m) => ({
  ...stamp(m),
  kind: 'price_objection',
  by: 'customer',
  channel: 'deal',
  facts: {},
});
export const downgrade = (): Act => (m) => ({
  ...stamp(m),
  kind: 'downgrade',
  by: 'customer',
  channel: 'deal',
  facts: {},
});

/** Notice given, effective at midnight of that day. */
export const gaveNotice =
  (effectiveDay: number): Act =>
  (m) => ({
    ...stamp(m),
    kind: 'cancellation',
    by: 'customer',
    channel: 'deal',
    facts: { effectiveAt: m.midnight(effectiveDay) },
  });
export const askedUsToStop = (): Act => (m) => ({
  ...stamp(m),
  kind: 'stop_request',
  by: 'customer',
  channel: 'email',
  facts: {},
});
export const closedAccount = (): Act => (m) => ({
  ...stamp(m),
  kind: 'account_closed',
  by: 'customer',
  channel: 'other',
  facts: {},
});
export const projectCompleted =
  (dealId: string): Act =>
  (m) => ({ ...stamp(m), kind: 'project_completed', by: 'us', channel: 'deal', facts: { dealId } });

export const becameCustomer = (): Act => (m) => ({
  ...stamp(m),
  kind: 'became_customer',
  by: 'system',
  channel: 'other',
  facts: {},
});
export const registered =
  (what: FactsOf['registered']['what']): Act =>
  (m) => ({ ...stamp(m), kind: 'registered', by: 'customer', channel: 'form', facts: { what } });

const bare =
  (kind: 'page_view' | 'ad' | 'bounce' | 'automation' | 'imported'): Act =>
  (m) => ({
    ...stamp(m),
    kind,
    by: kind === 'page_view' ? 'customer' : 'system',
    channel: kind === 'bounce' ? 'email' : 'web',
    facts: {},
  });
export const pageView = (): Act => bare('page_view');
export const sawAnAd = (): Act => bare('ad');
export const bounced = (): Act => bare('bounce');
export const automationRan = (): Act => bare('automation');
export const imported = (): Act => bare('imported');
export const clicked =
  (bot = false): Act =>
  (m) => ({ ...stamp(m), kind: 'click', by: bot ? 'system' : 'customer', channel: 'email', facts: { bot } });
export const referredByAFriend = (): Act => (m) => ({
  ...stamp(m),
  kind: 'referred',
  by: 'system',
  channel: 'other',
  facts: {},
});
