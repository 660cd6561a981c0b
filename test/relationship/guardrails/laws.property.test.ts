import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Action,
  compareAnswers,
  compareCeilings,
  passes,
} from '../../../src/relationship/guardrails/action.ts';
import {
  channelLights,
  guardrailsOf,
  nextOutreachAt,
} from '../../../src/relationship/guardrails/contact-guardrails.ts';
import { unknownGuardrailFacts } from '../../../src/relationship/guardrails/guardrail-facts.ts';
import { guardrailRules } from '../../../src/relationship/guardrails/rules.ts';
import { type Decision, decide, verdict } from '../../../src/relationship/guardrails/verdict.ts';
import { wordVerdict } from '../../../src/relationship/guardrails/word-verdict.ts';
import { languages } from '../../../src/relationship/stage/reason.ts';
import { anyAction, anyField, anySignal, anyWorld, standingOf, type World } from './any-standing.ts';
import { complaint, field, optOut } from './standing-fixture.ts';

const runs = { numRuns: 2000 };

/** Stricter or equal in both what may be done and how close it may come. */
function expectNoLaxer(after: Decision, before: Decision): void {
  expect(compareAnswers(after.answer, before.answer)).toBeGreaterThanOrEqual(0);
  expect(compareCeilings(after.ceiling, before.ceiling)).toBeLessThanOrEqual(0);
}

function neverLaxer(change: fc.Arbitrary<(world: World, action: Action) => readonly [World, Action]>) {
  fc.assert(
    fc.property(anyWorld, anyAction, change, (world, action, apply) => {
      const [changed, changedAction] = apply(world, action);
      expectNoLaxer(decide(standingOf(changed), changedAction), decide(standingOf(world), action));
    }),
    runs,
  );
}

const withFacts = (facts: Partial<World['facts']>) =>
  fc.constant(
    (world: World, action: Action) => [{ ...world, facts: { ...world.facts, ...facts } }, action] as const,
  );

test('with stage and time fixed, adding an opt-out never makes a verdict laxer', () => {
  const anyOptOut = fc.tuple(fc.nat(200), fc.constantFrom('email', 'call', undefined)).map(
    ([days, channel]) =>
      (world: World, action: Action) =>
        [
          { ...world, signals: [...world.signals, optOut(world.at - days * 86_400_000, channel)] },
          action,
        ] as const,
  );
  neverLaxer(anyOptOut);
  neverLaxer(
    fc.constant((world: World, action: Action) => {
      const optOuts = [...world.facts.optOuts, { channel: action.channel, at: null }];
      return [{ ...world, facts: { ...world.facts, optOuts } }, action] as const;
    }),
  );
});

test('with stage and time fixed, adding an objection never makes a verdict laxer', () => {
  neverLaxer(withFacts({ objection: true }));
  neverLaxer(withFacts({ erasure: true }));
  neverLaxer(withFacts({ restriction: true }));
});

test('with stage and time fixed, adding a complaint never makes a verdict laxer', () => {
  neverLaxer(
    fc.tuple(fc.nat(200), fc.boolean()).map(([days, isOpen]) => (world: World, action: Action) => {
      const at = world.at - days * 86_400_000;
      return [
        { ...world, signals: [...world.signals, complaint(at, isOpen ? null : at + 1)] },
        action,
      ] as const;
    }),
  );
});

test('with stage and time fixed, using or saying one thing more never makes a verdict laxer, a sensitive one least of all', () => {
  const firmographic = field('P6', { personal: false, source: 'the trade register' });
  const more = fc.oneof(fc.constantFrom(field('P7'), firmographic), anyField);
  neverLaxer(
    fc.tuple(more, fc.boolean()).map(([added, said]) => (world: World, action: Action) => {
      const { mentions = [], fieldsUsed = [] } = action;
      const changed = said
        ? { ...action, mentions: [...mentions, added] }
        : { ...action, fieldsUsed: [...fieldsUsed, added] };
      return [world, changed] as const;
    }),
  );
  fc.assert(
    fc.property(anyWorld, anyAction, (world, action) => {
      const said = decide(standingOf(world), {
        ...action,
        mentions: [...(action.mentions ?? []), field('P7')],
      });
      expect(said.answer).toBe('DENY');
    }),
    runs,
  );
});

test('an objection cannot be overridden: with it only replies and contract matters pass, whatever the settings', () => {
  fc.assert(
    fc.property(anyWorld, anyAction, (world, action) => {
      const settings = {
        ...world.settings,
        pressureDeny: 100,
        quietChannels: [],
        stageCeilings: { ...world.settings.stageCeilings, bonding: 'I4' as const },
      };
      const said = decide(
        standingOf({ ...world, settings, facts: { ...world.facts, objection: true } }),
        action,
      );
      if (action.purpose !== 'service_reply' && action.purpose !== 'transactional')
        expect(said.answer).toBe('DENY');
      expect(compareCeilings(said.ceiling, 'I1')).toBeLessThanOrEqual(0);
    }),
    runs,
  );
});

test('the order of the rules does not matter', () => {
  const shuffled = fc.shuffledSubarray([...guardrailRules], { minLength: guardrailRules.length });
  fc.assert(
    fc.property(anyWorld, anyAction, shuffled, (world, action, rules) => {
      const standing = standingOf(world);
      expect(decide(standing, action, rules)).toEqual(decide(standing, action));
    }),
    runs,
  );
});

test('the order in which signals arrive does not matter', () => {
  fc.assert(
    fc.property(anyWorld, anyAction, (world, action) => {
      const backwards = { ...world, signals: world.signals.toReversed() };
      expect(decide(standingOf(backwards), action)).toEqual(decide(standingOf(world), action));
    }),
    runs,
  );
});

test('unknown input is closed for mentions: what nobody knows the source of is never said', () => {
  fc.assert(
    fc.property(anyWorld, anyAction, (world, action) => {
      const facts = unknownGuardrailFacts;
      const unknown = field(null, { purposes: null });
      const said = decide(standingOf({ ...world, facts, stage: null }), { ...action, mentions: [unknown] });
      expect(said.answer).toBe('DENY');
    }),
    runs,
  );
});

test('unknown input is open for service replies: who asked gets an answer', () => {
  const used = fc.array(
    anyField.map((it) => ({ ...it, provenance: null, purposes: null })),
    { maxLength: 3 },
  );
  fc.assert(
    fc.property(anyWorld, used, (world, fieldsUsed) => {
      const standing = standingOf({ ...world, facts: unknownGuardrailFacts, stage: null });
      const said = decide(standing, { purpose: 'service_reply', channel: 'email', fieldsUsed });
      expect(passes(said.answer)).toBe(true);
    }),
    runs,
  );
});

test('a verdict holds until its date when nothing new happens', () => {
  fc.assert(
    fc.property(anyWorld, anyAction, fc.double({ min: 0, max: 1, noNaN: true }), (world, action, share) => {
      const before = decide(standingOf(world), action);
      const end = before.validUntil ?? world.at + 400 * 86_400_000;
      const later = Math.min(world.at + Math.floor((end - world.at) * share), end - 1);
      if (later <= world.at) return;
      const after = decide(standingOf({ ...world, at: later }), action);
      expect([after.answer, after.ceiling]).toEqual([before.answer, before.ceiling]);
      expect(after.reasons.map((it) => it.rule)).toEqual(before.reasons.map((it) => it.rule));
    }),
    runs,
  );
});

test('on the date of the next outreach marketing passes, and on none before it while it is denied', () => {
  fc.assert(
    fc.property(anyWorld, fc.double({ min: 0, max: 0.999, noNaN: true }), (world, share) => {
      const marketing: Action = { purpose: 'marketing', channel: 'email' };
      const at = nextOutreachAt(standingOf(world));
      if (at === null || at === world.at) return;
      expect(passes(decide(standingOf({ ...world, at }), marketing).answer)).toBe(true);
      const before = Math.floor(world.at + (at - world.at) * share);
      expect(passes(decide(standingOf({ ...world, at: before }), marketing).answer)).toBe(false);
    }),
    runs,
  );
});

test('a safe alternative passes itself', () => {
  fc.assert(
    fc.property(anyWorld, anyAction, (world, action) => {
      const standing = standingOf(world);
      const { safeAlternative } = verdict(standing, action);
      if (safeAlternative === null || !('action' in safeAlternative)) return;
      expect(passes(decide(standing, safeAlternative.action).answer)).toBe(true);
    }),
    runs,
  );
});

const oddNumber = fc.constantFrom(
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  -1,
  0,
  1e300,
);

test('the guardrails are total: impossible zones, no business hours, and numbers that are none', () => {
  const oddSettings = fc.record({
    pressureDays: oddNumber,
    callsTolerated: oddNumber,
    pressureNotice: oddNumber,
    pressureDeny: oddNumber,
    invitedDays: oddNumber,
    quietFromHour: oddNumber,
    quietToHour: oddNumber,
    quietWeekdays: fc.constantFrom([], [0, 1, 2, 3, 4, 5, 6], [Number.NaN]),
    partingPauseDays: oddNumber,
    consentRefreshDays: oddNumber,
  });
  const oddFacts = fc.record({
    askedUntil: oddNumber,
    consentAt: oddNumber,
    cadenceDays: oddNumber,
    objectionAt: oddNumber,
  });
  const oddSignal = fc.tuple(anySignal, oddNumber).map(([signal, at]) => ({ ...signal, at }));
  fc.assert(
    fc.property(
      anyWorld,
      anyAction,
      oddSettings,
      oddFacts,
      fc.array(oddSignal, { maxLength: 3 }),
      fc.oneof(oddNumber, fc.constant(0)),
      fc.constantFrom('', 'Nowhere/Atlantis', 'UTC', '../etc', '+25:99'),
      (world, action, settings, facts, signals, at, timeZone) => {
        const standing = standingOf({
          ...world,
          at,
          timeZone,
          signals: [...world.signals, ...signals],
          settings: { ...world.settings, ...settings },
          facts: { ...world.facts, ...facts },
        });
        const said = verdict(standing, action);
        const summary = guardrailsOf(standing);
        const worded = languages.map((language) => wordVerdict(said, language, standing.timeZone));
        expect(summary.pressure.value).not.toBeNaN();
        expect([said.validUntil, summary.dueAt]).not.toContain(Number.NaN);
        expect(channelLights(standing)).toHaveLength(7);
        expect(JSON.stringify([worded, summary.nextOutreach])).not.toMatch(/NaN|undefined|Invalid/);
      },
    ),
    runs,
  );
});
