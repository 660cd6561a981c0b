/** Short ways to write the signals of a contact down, shared by the tests of the matrix, level, approaches and milestones. */
import { defaultSettings } from '../../../src/relationship/settings.ts';
import type { By, Channel, FactsOf, Signal, SignalKind } from '../../../src/relationship/signal/signal.ts';
import { readTimeline, type Timeline } from '../../../src/relationship/signal/timeline.ts';

export const dayMs = 86_400_000;

/** Noon of a fixed day, a Monday, so that nothing depends on when the test runs. */
export const now = Date.UTC(2026, 5, 15, 12);

/** So many days before `now`. */
export const ago = (days: number) => now - days * dayMs;

let ids = 0;

export function signal<K extends SignalKind>(
  kind: K,
  at: number,
  by: By,
  channel: Channel,
  facts: FactsOf[K],
  source = `${kind}:${at}`,
): Signal {
  ids += 1;
  // Kind and facts come from the same K, which the union cannot see.
  return { id: `s${ids}`, source, at, kind, by, channel, facts } as Signal;
}

export const order = (
  at: number,
  amount: number,
  facts: Partial<FactsOf['order']> = {},
  source = `orders:${at}`,
) => signal('order', at, 'customer', 'order', { amount, ...facts }, source);
export const won = (at: number, dealId: string, amount: number | null = 100) =>
  signal('deal_won', at, 'customer', 'deal', { dealId, amount }, `deals:${dealId}`);
export const mailFromThem = (at: number) => signal('message', at, 'customer', 'email', { personal: true });
export const mailFromUs = (at: number, personal = true) => signal('message', at, 'us', 'email', { personal });
export const meeting = (at: number) => signal('meeting', at, 'both', 'meeting', { minutes: 30 });
export const callHeld = (at: number) => signal('call', at, 'both', 'call', { connected: true, seconds: 300 });
export const complaint = (at: number, closedAt: number | null, ticketId = `t${at}`) =>
  signal('complaint', at, 'customer', 'ticket', { ticketId, closedAt }, `tickets:${ticketId}`);
export const survey = (at: number, metric: 'nps' | 'csat', value: number) =>
  signal('survey', at, 'customer', 'survey', { metric, value });
export const refund = (at: number, amount: number, source = `orders:${at}`) =>
  signal('refund', at, 'customer', 'order', { amount }, source);
export const form = (at: number, formId?: string) =>
  signal('form', at, 'customer', 'form', formId === undefined ? {} : { formId });

export const timelineOf = (...signals: readonly Signal[]): Timeline =>
  readTimeline(signals, defaultSettings, now);

/** The same signals read at another time. */
export const timelineAt = (at: number, signals: readonly Signal[]): Timeline =>
  readTimeline(signals, defaultSettings, at);
