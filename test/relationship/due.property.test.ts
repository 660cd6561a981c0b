import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/relationship/assess.ts';
import { toCard } from '../../src/relationship/card.ts';
import { toProperties } from '../../src/relationship/properties.ts';
import type { Signal } from '../../src/relationship/signal/signal.ts';
import { anyKnownFacts, anyPortal, anySettings } from './any-contact.ts';
import { anyHistory, dayMs, now } from './stage/any-history.ts';

/**
 * What leaves the model, but for the time of the assessment: the properties, and what the card shows beside the evidence
 * of the day.
 */
function everything(assessment: ReturnType<typeof assess>, settings: Parameters<typeof assess>[3]) {
  const card = (language: 'en' | 'de') => {
    const shown = toCard({ ...assessment, asOf: 0 }, [], { language, settings, timeZone: 'Europe/Berlin' });
    return shown.kind === 'ready' ? { ...shown, evidence: [], everythingElse: null } : shown;
  };
  return {
    properties: { ...toProperties(assessment, { timeZone: 'Europe/Berlin' }), rapport_assessed_at: '' },
    en: card('en'),
    de: card('de'),
  };
}

const ahead: Signal = {
  id: 'ahead',
  source: 'ahead',
  at: now,
  kind: 'call',
  by: 'both',
  channel: 'call',
  facts: { connected: true, seconds: 60 },
};

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('what is published of all models', () => {
  test('stands until dueAt', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        anyHistory,
        anyKnownFacts,
        anyPortal,
        anySettings,
        share,
        share,
        (signals, facts, portal, settings, a, b) => {
          const told = (at: number) => everything(assess(signals, facts, portal, settings, at), settings);
          const { dueAt, validUntil } = assess(signals, facts, portal, settings, now);
          const today = told(now);
          const end = dueAt ?? now + 900 * dayMs;
          for (const at of [now + (end - now) * a, now + (end - now) * b, end - 1]) {
            expect(told(Math.min(Math.floor(at), end - 1))).toEqual(today);
          }
          if (dueAt === null) return;
          expect(dueAt).toBeGreaterThan(now);
          expect(dueAt).toBeLessThanOrEqual(validUntil ?? dueAt);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('stands no longer than until something dated ahead begins to count', () => {
    fc.assert(
      fc.property(
        anyHistory,
        anyKnownFacts,
        anyPortal,
        anySettings,
        fc.nat(400 * dayMs),
        fc.boolean(),
        (signals, facts, portal, settings, wait, isColleagues) => {
          const at = now + 1 + wait;
          const touch = { at, dealId: 'd1' };
          const known = isColleagues
            ? { ...facts, colleagueTouches: [...facts.colleagueTouches, touch] }
            : facts;
          const call = { ...ahead, at };
          const { dueAt, stage } = assess(
            isColleagues ? signals : [...signals, call],
            known,
            portal,
            settings,
            now,
          );
          if (stage === 'not_assessed') return;
          expect(dueAt).not.toBeNull();
          expect(dueAt).toBeLessThanOrEqual(at);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('does not turn on the order of signals, on repeated ones or on future ones', () => {
    fc.assert(
      fc.property(
        anyHistory,
        anyKnownFacts,
        anyPortal,
        anySettings,
        share,
        (signals, facts, portal, settings, a) => {
          const told = (of: readonly Signal[]) =>
            everything(assess(of, facts, portal, settings, now), settings);
          const cut = Math.floor(signals.length * a);
          const turned = [...signals.slice(cut), ...signals.slice(0, cut)].reverse();
          const future = signals
            .slice(0, 3)
            .map((it, i) => ({ ...it, id: `f${i}`, at: now + 1 + i * dayMs }));
          expect(told([...turned, ...signals.slice(0, cut), ...future])).toEqual(told(signals));
        },
      ),
      { numRuns: 100 },
    );
  });

  test('is nothing but that nothing is assessed, once the person objects', () => {
    fc.assert(
      fc.property(anyHistory, anyKnownFacts, anyPortal, anySettings, (signals, facts, portal, settings) => {
        const refused = assess(signals, { ...facts, objection: true }, portal, settings, now);
        const { rapport_stage: stage, ...rest } = toProperties(refused);
        expect([stage, ...Object.values(rest)].join('')).toBe('not_assessed');
        expect(toCard(refused, [], { language: 'en' })).toEqual({ kind: 'objection', since: null });
        const { quadrant, level, approaches, milestones, guardrails, desired, nextStep } = refused;
        expect([quadrant, level, approaches, milestones, guardrails, desired, nextStep]).toEqual(
          Array.from({ length: 7 }, () => null),
        );
      }),
      { numRuns: 50 },
    );
  });
});
