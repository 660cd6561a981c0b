/** The laws of silence: what time alone may do, and how far ahead the engine knows it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessStage } from '../../../src/relationship/assess.ts';
import { shippedModel } from '../../../src/relationship/portal-model.ts';
import { defaultSettings } from '../../../src/relationship/settings.ts';
import type { StageAnswer } from '../../../src/relationship/stage/stages.ts';
import { anyFacts, anyHistory, dayMs, now } from './any-history.ts';
import { assessAt, published, runs, stageAt, startOfDay } from './asking.ts';

describe('silence', () => {
  test('vitality never rises, no stage comes back, and the end is reached by a step before it', {
    timeout: 90_000,
  }, () => {
    fc.assert(
      fc.property(anyHistory, anyFacts, (signals, facts) => {
        let before = stageAt(signals, facts);
        const visited: StageAnswer[] = [before.stage];
        for (let day = 1; day <= 420; day += 1) {
          const today = stageAt(signals, facts, startOfDay(day));
          expect(today.vitality ?? 0).toBeLessThanOrEqual(before.vitality ?? 0);
          if (today.stage !== before.stage) {
            expect(visited).not.toContain(today.stage);
            if (today.stage === 'terminating') expect(['stagnating', 'avoiding']).toContain(before.stage);
            visited.push(today.stage);
          }
          before = today;
        }
      }),
      { numRuns: 200 },
    );
  });

  test('validUntil is the first day with another stage of a replay day by day, and names it', {
    timeout: 90_000,
  }, () => {
    fc.assert(
      fc.property(anyHistory, anyFacts, fc.constantFrom(30, 90, 365), (signals, facts, horizonDays) => {
        const portal = shippedModel(horizonDays);
        const stageOn = (at: number) => assessStage(signals, facts, portal, defaultSettings, at);
        const today = stageOn(now);
        let first: { at: number; stage: StageAnswer } | null = null;
        for (let day = 1; day <= 500 && first === null; day += 1) {
          const { stage } = stageOn(startOfDay(day));
          if (stage !== today.stage) first = { at: startOfDay(day), stage };
        }
        if (today.validUntil !== null && today.validUntil <= startOfDay(500)) {
          expect({ at: today.validUntil, stage: today.nextStage }).toEqual(first);
        } else {
          expect(first).toBeNull();
        }
      }),
      { numRuns: 500 },
    );
  });

  test('until dueAt every published value stands, and at dueAt one of them is another', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyHistory, anyFacts, share, share, (signals, facts, a, b) => {
        const { dueAt, validUntil } = assessAt(signals, facts);
        const today = published(signals, facts, now);
        const end = dueAt ?? now + 900 * dayMs;
        for (const at of [now + (end - now) * a, now + (end - now) * b, end - 1]) {
          expect(published(signals, facts, Math.min(Math.floor(at), end - 1))).toEqual(today);
        }
        if (dueAt === null) return;
        expect(published(signals, facts, dueAt)).not.toEqual(today);
        expect(dueAt).toBeLessThanOrEqual(validUntil ?? dueAt);
      }),
      runs,
    );
  });
});
