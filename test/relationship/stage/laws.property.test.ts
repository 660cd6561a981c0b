/** The laws of the stage engine, on random histories of every kind of signal. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ContactFacts } from '../../../src/relationship/facts.ts';
import { defaultSettings } from '../../../src/relationship/settings.ts';
import type { Signal, SignalKind } from '../../../src/relationship/signal/signal.ts';
import { readTimeline } from '../../../src/relationship/signal/timeline.ts';
import { touchDaysOf } from '../../../src/relationship/signal/touch-days.ts';
import { stageAnswers } from '../../../src/relationship/stage/stages.ts';
import { countersOf } from '../../../src/relationship/vitality/counters.ts';
import { logitOfMedian, logitV } from '../../../src/relationship/vitality/vitality.ts';
import { anyFacts, anyHistory, dayMs, now, signalOf } from './any-history.ts';
import { assessAt, closeness, model, published, runs, stageAt } from './asking.ts';

describe('what the input looks like does not matter', () => {
  test('shuffled and duplicated signals give the same assessment', () => {
    const shuffled = anyHistory.chain((signals) =>
      fc.tuple(
        fc.constant(signals),
        fc.shuffledSubarray([...signals], { minLength: signals.length }),
        fc.subarray([...signals]),
      ),
    );
    fc.assert(
      fc.property(shuffled, anyFacts, ([signals, mixed, again], facts) => {
        expect(assessAt([...again, ...mixed], facts)).toEqual(assessAt(signals, facts));
      }),
      runs,
    );
  });

  test('a signal dated after now changes nothing', () => {
    const later = fc.record({
      ms: fc.integer({ min: 1, max: 400 * dayMs }),
      n: fc.nat(400),
      kind: fc.constantFrom<SignalKind>('message', 'order', 'stop_request', 'opt_out', 'term', 'complaint'),
    });
    fc.assert(
      fc.property(anyHistory, anyFacts, later, (signals, facts, { ms, n, kind }) => {
        const more = [...signals, signalOf(kind, now + ms, n, 'later')];
        expect(assessAt(more, facts)).toEqual(assessAt(signals, facts));
      }),
      runs,
    );
  });

  test('the replay since the last healing touch and the whole story end at the same stage', () => {
    fc.assert(
      fc.property(anyHistory, anyFacts, (signals, facts) => {
        const { stage, ending, vitality, validUntil, nextStage, epoch } = assessAt(signals, facts);
        expect(stageAt(signals, facts)).toEqual({ stage, ending, vitality, validUntil, nextStage, epoch });
      }),
      runs,
    );
  });
});

describe('every history gets one honest answer', () => {
  test('there is exactly one stage and no number is NaN', () => {
    const odd = fc.constantFrom(Number.NaN, -1, Number.POSITIVE_INFINITY, 0, 1e300);
    fc.assert(
      fc.property(anyHistory, anyFacts, odd, fc.nat(400), (signals, facts, at, n) => {
        const strange: Signal[] = [
          { ...signalOf('order', now - dayMs, n, 'x'), kind: 'order', facts: { amount: at } },
          { ...signalOf('form', at, n, 'y') },
        ];
        const found = assessAt([...signals, ...strange], facts);
        expect(stageAnswers).toContain(found.stage);
        expect(JSON.stringify(found, (_key, value) => (Number.isNaN(value) ? 'NaN' : value))).not.toContain(
          'NaN',
        );
      }),
      runs,
    );
  });

  test('evidence and everything else add up to the log-odds against the median contact', () => {
    fc.assert(
      fc.property(anyHistory, anyFacts, (signals, facts) => {
        const found = assessAt(signals, facts);
        const counters = countersOf(touchDaysOf(readTimeline(signals, defaultSettings, now)), 90);
        const sum = found.evidence.reduce((total, item) => total + item.effect.logOdds, found.everythingElse);
        const silent = counters === null ? 0 : Math.floor(now / dayMs) - counters.last;
        const told = counters === null ? 0 : logitV(counters, silent, model) - logitOfMedian(model);
        expect(sum).toBeCloseTo(told, 9);
        expect(found.evidence.length).toBeLessThanOrEqual(5);
      }),
      runs,
    );
  });

  test('removing the signal of an item changes the explanation', () => {
    fc.assert(
      fc.property(anyHistory, anyFacts, (signals, facts) => {
        const found = assessAt(signals, facts);
        for (const item of found.evidence) {
          if (item.signalId === null) continue;
          const without = assessAt(
            signals.filter((signal) => signal.id !== item.signalId),
            facts,
          );
          expect(without.evidence).not.toEqual(found.evidence);
        }
      }),
      runs,
    );
  });
});

describe('our own activity', () => {
  const ours = fc.record({
    kind: fc.constantFrom<SignalKind>('message', 'call', 'booking', 'automation', 'bounce'),
    day: fc.integer({ min: 0, max: 500 }),
    n: fc.nat(400),
  });
  const oneByOne = fc.array(ours, { minLength: 1, maxLength: 6, size: 'max' });
  /** Personal mails every few days, the last of them some days ago. */
  const persistent = fc
    .record({
      last: fc.nat(60),
      step: fc.integer({ min: 3, max: 20 }),
      count: fc.integer({ min: 3, max: 8 }),
    })
    .map(({ last, step, count }) =>
      Array.from({ length: count }, (_, i) => ({ kind: 'message' as const, day: last + i * step, n: 1 })),
    );
  const ourActs = fc.oneof(oneByOne, persistent).map((acts) =>
    acts.map(({ kind, day, n }, i): Signal => {
      const at = now - day * dayMs - i;
      const by = kind === 'automation' || kind === 'bounce' ? 'system' : 'us';
      const signal = signalOf(kind, at, n, `ours${i}`);
      return signal.kind === 'call'
        ? { ...signal, by, facts: { connected: false, seconds: 0 } }
        : { ...signal, by };
    }),
  );

  test('outreach and system signals leave vitality the same number and never raise a stage', () => {
    fc.assert(
      fc.property(anyHistory, anyFacts, ourActs, (signals, facts, acts) => {
        const before = stageAt(signals, facts);
        const after = stageAt([...signals, ...acts], facts);
        expect(after.vitality).toBe(before.vitality);
        expect(closeness(after.stage)).toBeLessThanOrEqual(closeness(before.stage));
        expect(after.epoch).toBe(before.epoch);
      }),
      runs,
    );
  });

  test('our mails never move the day on which it is over', () => {
    /** When it is over in silence; null when it never is, 0 when it is over already. */
    const endOf = (signals: readonly Signal[], facts: ContactFacts): number | null => {
      let at = now;
      for (let step = 0; step < 6; step += 1) {
        const found = stageAt(signals, facts, at);
        if (found.stage === 'terminating') return step === 0 ? 0 : at;
        if (found.validUntil === null) return null;
        at = found.validUntil;
      }
      throw new Error('More than five falls in one silence');
    };
    fc.assert(
      fc.property(anyHistory, anyFacts, ourActs, (signals, facts, acts) => {
        // A contract or a withdrawal of their own after our mails meets another stage with them than without them, and
        // then another end is right: here nothing but our mails follows their last touch.
        const lastTouchAt = assessAt(signals, facts).lastTouchAt;
        fc.pre(lastTouchAt !== null);
        const plain = signals.filter((signal) => signal.at <= (lastTouchAt ?? 0));
        const alone = { ...facts, colleagueTouches: [] };
        expect(endOf([...plain, ...acts], alone)).toEqual(endOf(plain, alone));
        // A colleague holds against Stagnating and never against Avoiding, which fades without a dwell of its own: who is
        // held falls later, and ignored mails can only take that delay away.
        const never = Number.POSITIVE_INFINITY;
        expect(endOf([...plain, ...acts], facts) ?? never).toBeLessThanOrEqual(endOf(plain, facts) ?? never);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('what speaks against us', () => {
  const against: fc.Arbitrary<Signal> = fc.constantFrom(
    signalOf('complaint', now, 2, 'now'),
    signalOf('opt_out', now, 3, 'now'),
    signalOf('opt_out', now, 1, 'now'),
  );

  test('a complaint or an opt-out dated now never raises a stage above Experimenting', () => {
    fc.assert(
      fc.property(anyHistory, anyFacts, against, (signals, facts, signal) => {
        const before = stageAt(signals, facts).stage;
        const after = stageAt([...signals, signal], facts).stage;
        const bound = Math.max(closeness(before), closeness('experimenting'));
        expect(closeness(after)).toBeLessThanOrEqual(bound);
      }),
      runs,
    );
  });

  test('an objection leaves nothing but the word that nothing is assessed', () => {
    fc.assert(
      fc.property(anyHistory, anyFacts, (signals, facts) => {
        const values = published(signals, { ...facts, objection: true }, now);
        const { rapport_stage: stage, ...rest } = values;
        expect(stage).toBe('not_assessed');
        expect(Object.values(rest).every((value) => value === '')).toBe(true);
      }),
      runs,
    );
  });
});
