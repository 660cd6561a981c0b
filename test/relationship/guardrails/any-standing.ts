/** Random contacts, facts and actions for the laws of the guardrails, unknown and impossible ones among them. */
import fc from 'fast-check';
import { verifiedTypes } from '../../../src/relationship/desired/desired-types.ts';
import {
  type Action,
  type FieldUse,
  outreachChannels,
  purposes,
} from '../../../src/relationship/guardrails/action.ts';
import { type GuardrailFacts, legalBases } from '../../../src/relationship/guardrails/guardrail-facts.ts';
import {
  defaultGuardrailSettings,
  type GuardrailSettings,
} from '../../../src/relationship/guardrails/guardrail-settings.ts';
import { provenanceClasses } from '../../../src/relationship/guardrails/provenance.ts';
import { readStanding, type Standing } from '../../../src/relationship/guardrails/standing.ts';
import { levels } from '../../../src/relationship/level/levels.ts';
import { defaultSettings } from '../../../src/relationship/settings.ts';
import type { Signal } from '../../../src/relationship/signal/signal.ts';
import { readTimeline } from '../../../src/relationship/signal/timeline.ts';
import { stages } from '../../../src/relationship/stage/stages.ts';
import {
  complaint,
  daysAgo,
  field,
  now,
  optOut,
  order,
  ourCall,
  ours,
  theirs,
  visit,
} from './standing-fixture.ts';

export type World = {
  readonly signals: readonly Signal[];
  readonly facts: GuardrailFacts;
  readonly settings: GuardrailSettings;
  readonly stage: Standing['stage'];
  readonly stageValidUntil: number | null;
  readonly timeZone: string;
  readonly at: number;
};

export function standingOf(world: World): Standing {
  return readStanding({
    timeline: readTimeline(world.signals, defaultSettings, world.at),
    stage: { stage: world.stage, since: daysAgo(10), validUntil: world.stageValidUntil },
    facts: world.facts,
    settings: world.settings,
    timeZone: world.timeZone,
    now: world.at,
  });
}

const anyTime = fc.double({ min: daysAgo(200), max: now, noNaN: true });

const channel = fc.constantFrom(...outreachChannels);

export const anySignal: fc.Arbitrary<Signal> = fc.oneof(
  fc.tuple(anyTime, channel, fc.boolean()).map(([at, by, personal]) => ours(at, by, { personal })),
  fc.tuple(anyTime, fc.constantFrom('a', 'b')).map(([at, threadId]) => ours(at, 'email', { threadId })),
  fc.tuple(anyTime, fc.constantFrom('a', 'b')).map(([at, threadId]) => theirs(at, { threadId })),
  fc.tuple(anyTime, fc.constantFrom(0, 200)).map(([at, seconds]) => ourCall(at, seconds)),
  fc
    .tuple(anyTime, fc.option(fc.nat(40)))
    .map(([at, days]) => complaint(at, days === null ? null : at + days * 86_400_000)),
  fc.tuple(anyTime, fc.option(channel)).map(([at, out]) => optOut(at, out ?? undefined)),
  fc.tuple(anyTime, fc.boolean()).map(
    ([at, all]): Signal => ({
      ...optOut(at),
      kind: 'opt_in',
      facts: all ? { scope: 'global' } : { scope: 'partial', channel: 'email' },
    }),
  ),
  anyTime.map(order),
  anyTime.map(visit),
);

/** Bursts of outreach: without them hardly any contact is under pressure. */
const burst: fc.Arbitrary<Signal> = fc
  .tuple(fc.double({ min: daysAgo(95), max: now, noNaN: true }), channel)
  .map(([at, by]) => (by === 'call' ? ourCall(at) : ours(at, by)));

const anySignals = fc
  .tuple(
    fc.array(anySignal, { maxLength: 6, size: 'max' }),
    fc.oneof(fc.constant([]), fc.array(burst, { maxLength: 12, size: 'max' })),
  )
  .map(([signals, outreach]) => [...signals, ...outreach]);

export const anyFacts: fc.Arbitrary<GuardrailFacts> = fc.record({
  objection: fc.boolean(),
  objectionAt: fc.option(anyTime),
  erasure: fc.boolean(),
  restriction: fc.boolean(),
  optOuts: fc.array(
    fc.record({ channel: fc.constantFrom('all' as const, ...outreachChannels), at: fc.option(anyTime) }),
    { maxLength: 1 },
  ),
  subscriptions: fc.option(
    fc.array(
      fc.record({
        name: fc.constant('News'),
        channel,
        purposes: fc.subarray([...purposes]),
        status: fc.constantFrom('subscribed' as const, 'not_subscribed' as const),
      }),
      { maxLength: 2 },
    ),
  ),
  legalBases: fc.option(fc.subarray([...legalBases])),
  consentAt: fc.oneof(
    fc.constant(null),
    fc.double({ min: daysAgo(900), max: now, noNaN: true }),
    // About to be too old.
    fc.double({ min: daysAgo(732), max: daysAgo(700), noNaN: true }),
  ),
  askedUntil: fc.option(fc.double({ min: daysAgo(5), max: daysAgo(-90), noNaN: true })),
  cadenceDays: fc.option(fc.constantFrom(0, 7, 30.5, Number.NaN)),
  refusedChannels: fc.array(fc.record({ channel, at: fc.option(anyTime) }), { maxLength: 1 }),
  vulnerable: fc.option(fc.boolean()),
  mailbox: fc.constantFrom(
    'person' as const,
    'person' as const,
    'role' as const,
    'shared' as const,
    'internal' as const,
  ),
  desired: fc.oneof(
    fc.constant({ kind: 'not_asked' as const }),
    fc
      .constantFrom(...verifiedTypes)
      .map((type) => ({ kind: 'asked' as const, type, source: 'form', at: now })),
    fc.constant({ kind: 'unknown_type' as const, id: 'x', source: 'form', at: now }),
  ),
  depth: fc.constantFrom('individual' as const, 'collective' as const),
  tracking: fc.constantFrom('given' as const, 'refused' as const, 'unknown' as const),
  marketingMailVisible: fc.boolean(),
});

/** Facts in which nothing is wrong as often as not: with everything random at once nearly all is denied. */
export const mildFacts: fc.Arbitrary<GuardrailFacts> = fc
  .tuple(anyFacts, fc.boolean(), fc.boolean())
  .map(([facts, calm, calmer]) => ({
    ...facts,
    ...(calm ? { objection: false, erasure: false, restriction: false, refusedChannels: [] } : {}),
    ...(calmer ? { optOuts: [], vulnerable: false, askedUntil: null, mailbox: 'person' as const } : {}),
  }));

const mixedField: fc.Arbitrary<FieldUse> = fc.record({
  name: fc.constantFrom('a', 'b', 'c', 'd'),
  provenance: fc.option(fc.constantFrom(...provenanceClasses)),
  personal: fc.boolean(),
  context: fc.constantFrom('here' as const, 'elsewhere' as const),
  purposes: fc.oneof(
    fc.constantFrom(null, [...purposes], [...purposes]),
    fc.subarray([...purposes], { minLength: 4 }),
  ),
  source: fc.constantFrom(null, '', 'a fair list'),
  inferredFrom: fc.subarray([...provenanceClasses]),
});

/** Fields that need asking or a notice and nothing more; at random they are rare. */
const plainField = fc.constantFrom(
  field('P6', { name: 'e', source: 'a fair list' }),
  field('P6', { name: 'f', source: 'a fair list', personal: false }),
  field('P5', { name: 'g', inferredFrom: ['P1'] }),
);

export const anyField = fc.oneof(mixedField, plainField);

const fields = fc.array(anyField, { maxLength: 2 });

export const anyAction: fc.Arbitrary<Action> = fc.record(
  {
    purpose: fc.constantFrom(...purposes),
    channel,
    initiator: fc.constantFrom('us' as const, 'customer' as const),
    automated: fc.boolean(),
    fieldsUsed: fields,
    mentions: fields,
    level: fc.constantFrom(...levels),
  },
  { requiredKeys: ['purpose', 'channel'] },
);

export const anyStage: fc.Arbitrary<Standing['stage']> = fc.constantFrom(
  ...stages,
  'bonding' as const,
  'integrating' as const,
  'not_enough_evidence' as const,
  null,
);

export const anyWorld: fc.Arbitrary<World> = fc.record({
  signals: anySignals,
  facts: mildFacts,
  settings: fc
    .record({ legalBasisRequired: fc.boolean() })
    .map((own) => ({ ...defaultGuardrailSettings, ...own })),
  stage: anyStage,
  stageValidUntil: fc.option(fc.double({ min: now + 1, max: daysAgo(-60), noNaN: true })),
  timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Nowhere/Atlantis'),
  at: fc.double({ min: now, max: daysAgo(-1), noNaN: true }),
});
