/** Random histories for the laws: every kind of signal, in any order, with long silences and lively weeks. */
import fc from 'fast-check';
import { type ContactFacts, noFacts } from '../../../src/relationship/facts.ts';
import type { By, Channel, FactsOf, Signal, SignalKind } from '../../../src/relationship/signal/signal.ts';

export const dayMs = 86_400_000;

/** Noon of a fixed day, so that nothing depends on when the test runs. */
export const now = Date.UTC(2026, 5, 15, 12);

type Shape = { [K in SignalKind]: { by: readonly By[]; facts: (n: number, at: number) => FactsOf[K] } };

const dealIds = ['d1', 'd2', 'd3'];
const dealOf = (n: number) => ({ dealId: dealIds[n % 3] ?? 'd1' });
const maybeDeal = (n: number) => (n % 4 === 3 ? {} : dealOf(n));
const customer = ['customer'] as const;
const both = ['both'] as const;
const us = ['us'] as const;
const system = ['system'] as const;

const shapes: Shape = {
  message: {
    by: ['customer', 'us', 'us'],
    facts: (n) => ({
      personal: n % 5 !== 0,
      ...(n % 7 === 0 ? { sequence: true } : {}),
      ...(n % 11 === 0 ? { autoReply: true } : {}),
      ...(n % 13 === 0 ? { participants: 7 } : {}),
    }),
  },
  call: {
    by: ['both', 'us', 'customer'],
    facts: (n) => ({ connected: n % 3 !== 0, seconds: (n * 17) % 400 }),
  },
  booking: { by: ['customer', 'us'], facts: () => ({}) },
  meeting: { by: both, facts: (n) => ({ minutes: 30, ...(n % 6 === 0 ? { participants: 9 } : {}) }) },
  meeting_planned: {
    by: us,
    facts: (n, at) => ({ startAt: at + (n % 60) * dayMs, endAt: at + (n % 60) * dayMs + 3_600_000 }),
  },
  no_show: { by: both, facts: (n) => (n % 4 === 0 ? { newDate: true } : {}) },
  decline: { by: customer, facts: (n) => (n % 4 === 0 ? { newDate: true } : {}) },
  meeting_cancelled: { by: ['customer', 'us'], facts: (n) => (n % 4 === 0 ? { newDate: true } : {}) },
  form: { by: customer, facts: () => ({}) },
  ticket: { by: ['customer', 'us'], facts: () => ({}) },
  complaint: { by: customer, facts: (n, at) => ({ closedAt: n % 2 === 0 ? null : at + (n % 30) * dayMs }) },
  order: { by: customer, facts: (n) => ({ amount: n % 9 === 0 ? 0 : n, ...(n % 5 === 0 ? dealOf(n) : {}) }) },
  refund: { by: customer, facts: (n) => ({ amount: n }) },
  survey: {
    by: customer,
    facts: (n) => (n % 3 === 0 ? { metric: 'csat', value: 1 + (n % 5) } : { metric: 'nps', value: n % 11 }),
  },
  referral: { by: customer, facts: () => ({}) },
  review: { by: customer, facts: () => ({}) },
  opt_in: {
    by: customer,
    facts: (n) => (n % 2 === 0 ? { scope: 'global' } : { scope: 'partial', channel: 'email' }),
  },
  opt_out: {
    by: customer,
    facts: (n) => (n % 3 === 0 ? { scope: 'global' } : { scope: 'partial', channel: 'email' }),
  },
  deal_opened: { by: us, facts: dealOf },
  deal_qualified: { by: us, facts: dealOf },
  deal_changed: { by: us, facts: dealOf },
  deal_won: { by: customer, facts: (n) => ({ ...dealOf(n), amount: n }) },
  deal_lost: { by: us, facts: (n) => ({ ...dealOf(n), ...(n % 8 === 0 ? { doNotContact: true } : {}) }) },
  quote_sent: {
    by: us,
    facts: (n, at) => ({ ...maybeDeal(n), expiresAt: n % 2 === 0 ? null : at + n * dayMs }),
  },
  renewal: { by: customer, facts: () => ({ months: 12 }) },
  competitor: { by: customer, facts: maybeDeal },
  price_objection: { by: customer, facts: maybeDeal },
  downgrade: { by: customer, facts: maybeDeal },
  term: { by: us, facts: (n, at) => ({ endAt: n % 5 === 0 ? null : at + n * 3 * dayMs, ...maybeDeal(n) }) },
  loyalty: { by: customer, facts: () => ({ endAt: null }) },
  became_customer: { by: system, facts: () => ({}) },
  registered: { by: customer, facts: () => ({ what: 'product' }) },
  page_view: { by: customer, facts: () => ({}) },
  click: { by: ['customer', 'system'], facts: (n) => (n % 2 === 0 ? { bot: true } : {}) },
  ad: { by: system, facts: () => ({}) },
  referred: { by: system, facts: () => ({}) },
  cancellation: { by: customer, facts: (n, at) => ({ effectiveAt: at + (n % 90) * dayMs }) },
  stop_request: { by: customer, facts: () => ({}) },
  account_closed: { by: customer, facts: () => ({}) },
  project_completed: { by: us, facts: maybeDeal },
  bounce: { by: system, facts: () => ({}) },
  automation: { by: system, facts: () => ({}) },
  imported: { by: system, facts: () => ({}) },
};

/** Ends are rarer than in a lottery over kinds, or most histories would be over before they began. */
const rare: readonly SignalKind[] = ['cancellation', 'stop_request', 'account_closed', 'project_completed'];
// The keys of the table are exactly the kinds; Object.keys forgets it.
export const everyKind = Object.keys(shapes) as SignalKind[];
const kinds = everyKind.filter((kind) => !rare.includes(kind));
const common: readonly SignalKind[] = [
  'message',
  'message',
  'message',
  'call',
  'meeting',
  'order',
  'order',
  'form',
];

const anyKind: fc.Arbitrary<SignalKind> = fc.oneof(
  { weight: 24, arbitrary: fc.constantFrom(...common) },
  { weight: 20, arbitrary: fc.constantFrom(...kinds) },
  { weight: 1, arbitrary: fc.constantFrom(...rare) },
);

/** One signal of a kind, `n` choosing among its variants. */
export function signalOf(kind: SignalKind, at: number, n: number, id: string): Signal {
  const shape = shapes[kind];
  const channel: Channel = kind === 'order' ? 'order' : 'email';
  const by = shape.by[n % shape.by.length] ?? 'customer';
  // The table gives each kind its own facts; TypeScript cannot follow the correlation through the index.
  return { id, source: `emails:${id}`, at, kind, by, channel, facts: shape.facts(n, at) } as Signal;
}

/** Gaps in days: lively, ordinary and long ones. */
const anyGap = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 9 }) },
  { weight: 4, arbitrary: fc.integer({ min: 5, max: 60 }) },
  { weight: 1, arbitrary: fc.integer({ min: 60, max: 700 }) },
);

const anyStep = fc.record({
  kind: anyKind,
  gap: anyGap,
  n: fc.integer({ min: 1, max: 400 }),
  ms: fc.constantFrom(0, 0, 1, 3_600_000, 43_200_000, 86_399_999),
});

/** What stands at the end of many a history: mails of ours without an answer, withdrawals, deals, agreed meetings. */
const anyTail = fc.array(
  fc.record({
    kind: fc.constantFrom<SignalKind>(
      'message',
      'message',
      'message',
      'message',
      'message',
      'message',
      'no_show',
      'decline',
      'opt_out',
      'deal_qualified',
      'deal_changed',
      'deal_lost',
      'meeting_planned',
      'complaint',
      'survey',
      'term',
    ),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    n: fc.integer({ min: 1, max: 400 }),
  }),
  { maxLength: 7, size: 'max' },
);

/** A history whose last ordinary act lies up to a year before `now`. */
export const anyHistory: fc.Arbitrary<readonly Signal[]> = fc
  .tuple(
    fc.array(anyStep, { maxLength: 40, size: 'max' }),
    fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 400 })),
    fc.oneof(fc.constant([]), anyTail),
  )
  .map(([steps, silence, tail]) => {
    const signals: Signal[] = [];
    let day = Math.floor(now / dayMs) - silence;
    for (const [i, step] of steps.entries()) {
      const at = Math.min(day * dayMs + step.ms, now);
      signals.push(signalOf(step.kind, at, step.n, `s${i}`));
      day -= step.gap;
    }
    for (const [i, { kind, part, n }] of tail.entries()) {
      const at = Math.floor(now - part * silence * dayMs);
      const signal = signalOf(kind, at, n, `t${i}`);
      signals.push(
        signal.kind === 'message' ? { ...signal, by: 'us', facts: { personal: n % 8 !== 0 } } : signal,
      );
    }
    return signals;
  });

export const anyFacts: fc.Arbitrary<ContactFacts> = fc
  .record({
    asked: fc.oneof(
      { weight: 6, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.integer({ min: -200, max: 200 }) },
    ),
    captive: fc.boolean(),
    colleagues: fc.array(
      fc.record({ ago: fc.integer({ min: 0, max: 90 }), deal: fc.constantFrom(...dealIds) }),
      {
        maxLength: 4,
        size: 'max',
      },
    ),
  })
  .map(({ asked, captive, colleagues }) => ({
    ...noFacts,
    captive,
    askedUntil: asked === null ? null : now + asked * dayMs,
    colleagueTouches: colleagues.map(({ ago, deal }) => ({ at: now - ago * dayMs, dealId: deal })),
  }));
