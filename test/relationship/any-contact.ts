/** Random contacts as all models read them: known facts, the view over their portal, and the portal's settings. */
import fc from 'fast-check';
import { verifiedTypes } from '../../src/relationship/desired/desired-types.ts';
import type { ContactFacts } from '../../src/relationship/facts.ts';
import { outreachChannels, purposes } from '../../src/relationship/guardrails/action.ts';
import { legalBases } from '../../src/relationship/guardrails/guardrail-facts.ts';
import { sources } from '../../src/relationship/guardrails/provenance.ts';
import { encounterSources } from '../../src/relationship/milestones/milestone-facts.ts';
import { shippedModel } from '../../src/relationship/portal-model.ts';
import { type Portal, type SegmentView, unmeasuredView } from '../../src/relationship/portal-view.ts';
import { defaultSettings, type Settings } from '../../src/relationship/settings.ts';
import { anyFacts, dayMs, now } from './stage/any-history.ts';

const daysAgo = (min: number, max: number) =>
  fc.double({ min: now - max * dayMs, max: now - min * dayMs, noNaN: true }).map(Math.floor);

const segments = ['a', 'b'] as const;

const propertyNames = ['hobby', 'health_notes', 'industry'] as const;

const anyRegister = fc.array(
  fc.record({
    name: fc.constantFrom(...propertyNames),
    label: fc.constant('A label'),
    group: fc.constant(''),
    definedBy: fc.constantFrom('crm' as const, 'portal' as const),
    source: fc.constantFrom(...sources),
    sensitive: fc.boolean(),
    purposes: fc.option(fc.subarray([...purposes])),
  }),
  { maxLength: 3 },
);

const anyGuardrailKnowledge = fc.record(
  {
    optOuts: fc.array(
      fc.record({
        channel: fc.constantFrom('all' as const, ...outreachChannels),
        at: fc.option(daysAgo(0, 300)),
      }),
      { maxLength: 1 },
    ),
    subscriptions: fc.array(
      fc.record({
        name: fc.constant('News'),
        channel: fc.constantFrom(...outreachChannels),
        purposes: fc.subarray([...purposes]),
        status: fc.constantFrom('subscribed' as const, 'not_subscribed' as const),
      }),
      { maxLength: 2 },
    ),
    legalBases: fc.subarray([...legalBases]),
    consentAt: fc.oneof(daysAgo(0, 800), daysAgo(700, 735)),
    cadenceDays: fc.constantFrom(7, 30.5, 90),
    refusedChannels: fc.array(
      fc.record({ channel: fc.constantFrom(...outreachChannels), at: fc.option(daysAgo(0, 300)) }),
      { maxLength: 1 },
    ),
    vulnerable: fc.boolean(),
    tracking: fc.constantFrom('given' as const, 'refused' as const, 'unknown' as const),
    marketingMailVisible: fc.boolean(),
    filled: fc.subarray([...propertyNames, 'unheard_of']),
  },
  { requiredKeys: [] },
);

const anyApproachKnowledge = fc.record(
  {
    affinity: fc.constantFrom('volunteered' as const, 'inferred' as const, 'none' as const),
    ownerSince: daysAgo(0, 120),
    consentsToIntroduction: fc.boolean(),
    isCompany: fc.boolean(),
    stakeholders: fc.nat(3),
    exitTermsWritten: fc.boolean(),
    interest: fc.constantFrom('sailing', 'south'),
    standing: fc.record({ rank: fc.double({ min: 0.01, max: 1, noNaN: true }), isRising: fc.boolean() }),
  },
  { requiredKeys: [] },
);

export const anyKnownFacts: fc.Arbitrary<ContactFacts> = fc
  .tuple(
    anyFacts,
    fc.record(
      {
        segment: fc.constantFrom(...segments),
        mailbox: fc.constantFrom('person' as const, 'role' as const),
        matrix: fc.record(
          {
            key: fc.constantFrom('personal' as const, 'role' as const, 'shared' as const, 'none' as const),
            trackingRefused: fc.boolean(),
            coverage: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
            family: fc.constantFrom('shop', 'service'),
          },
          { requiredKeys: [] },
        ),
        level: fc.record(
          {
            sharedPlan: fc.boolean(),
            onSite: fc.boolean(),
            ownMargin: fc.double({ min: -1, max: 99, noNaN: true }),
          },
          { requiredKeys: [] },
        ),
        approaches: anyApproachKnowledge,
        milestones: fc.record(
          {
            contactId: fc.constant('1'),
            claimedSource: fc.constantFrom(...encounterSources),
            introductions: fc.array(
              fc.record({
                at: daysAgo(0, 400),
                kind: fc.constantFrom('case_study' as const, 'speaker' as const),
                contactId: fc.constantFrom('1', '2', null),
                consentToUse: fc.boolean(),
              }),
              { maxLength: 2 },
            ),
          },
          { requiredKeys: [] },
        ),
        guardrails: anyGuardrailKnowledge,
        desired: fc.record({
          id: fc.constantFrom(...verifiedTypes.map(({ id }) => id), 'moon', 'not_asked'),
          source: fc.constantFrom('form', '', null),
          at: daysAgo(0, 500),
        }),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([facts, known]) => ({ ...facts, ...known }));

const anySegment: fc.Arbitrary<SegmentView> = fc.record({
  customers: fc.option(fc.nat(400)),
  owners: fc.option(fc.nat(4)),
  margin: fc.constantFrom(
    { source: 'admin' as const, share: 0.6, band: 'high' as const },
    { source: 'admin' as const, share: 0.1, band: 'low' as const },
    { source: 'unknown' as const, filled: 0, deals: 3 },
  ),
  terciles: fc.option(fc.constant({ low: 10, high: 40 })),
  concentration: fc.option(fc.constant({ share: 0.7, customers: 40, top: 8, lossMakers: 1 })),
});

export const anyPortal: fc.Arbitrary<Portal> = fc
  .tuple(anySegment, anySegment, fc.constantFrom('UTC', 'Europe/Berlin', 'Mars/Olympus'), anyRegister)
  .map(([whole, a, timeZone, register]) => ({
    ...shippedModel(90),
    view: {
      ...unmeasuredView,
      measuredAt: now,
      timeZone,
      whole,
      segments: { a },
      cyclesPerYear: { '': 4, shop: 2 },
      interests: { sailing: 25 },
      register,
    },
  }));

/** The portal's choices that turn most. */
export const anySettings: fc.Arbitrary<Settings> = fc
  .record({
    collects: fc.constantFrom('us' as const, 'partner' as const, 'both' as const, 'unknown' as const),
    anonymous: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
    identification: fc.constantFrom('strict' as const, 'practical' as const),
    mode: fc.constantFrom('market' as const, 'contact' as const),
    legalBasisRequired: fc.boolean(),
    marketingChannel: fc.constantFrom('email' as const, 'call' as const, 'sms' as const),
    depth: fc.constantFrom('individual' as const, 'collective' as const),
  })
  .map(({ collects, anonymous, identification, mode, legalBasisRequired, marketingChannel, depth }) => ({
    ...defaultSettings,
    questionnaire: { general: { collects, anonymous, anonymousShare: null }, families: {} },
    matrix: { ...defaultSettings.matrix, identification },
    level: { ...defaultSettings.level, mode },
    approaches: { ...defaultSettings.approaches, rewardCost: 0.1 },
    guardrails: { ...defaultSettings.guardrails, legalBasisRequired, marketingChannel },
    desired: { ...defaultSettings.desired, depth },
  }));
