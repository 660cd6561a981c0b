import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/relationship/assess.ts';
import { noFacts } from '../../src/relationship/facts.ts';
import type { Override } from '../../src/relationship/override.ts';
import { shippedModel } from '../../src/relationship/portal-model.ts';
import { toProperties } from '../../src/relationship/properties.ts';
import { defaultSettings } from '../../src/relationship/settings.ts';
import { stages } from '../../src/relationship/stage/stages.ts';
import { message } from '../support/timeline-builders.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 5, 15, 12);
const until = now + 30 * day;
const override: Override = {
  id: 'o1',
  stage: 'bonding',
  reason: 'They signed on paper',
  until,
  at: now - day,
  by: 'rep@us.example',
};
const signals = [message('emails:1', now - 20 * day), message('emails:2', now - 10 * day)];
const at = (when: number, of: Override | null = override) =>
  assess(signals, { ...noFacts, override: of }, shippedModel(), defaultSettings, when);

describe('an override', () => {
  test('stands over the computed stage, which goes on in the shadow', () => {
    const shown = at(now);
    expect([shown.stage, shown.heldBy, shown.heldUntil]).toEqual(['bonding', 'override', until]);
    expect(shown.override?.shadow.stage).toBe(at(now, null).stage);
    expect(toProperties(shown)).toMatchObject({ rapport_stage: 'bonding', rapport_held_by: 'override' });
  });

  test('ends on its day, as announced', () => {
    const shown = at(now);
    expect([shown.validUntil, shown.dueAt === null ? null : shown.dueAt <= until]).toEqual([until, true]);
    expect(at(until - 1).stage).toBe('bonding');
    expect(at(until).stage).toBe(at(until, null).stage);
    expect(at(until - 1).nextStage).toBe(at(until, null).stage);
    expect(at(until).override).toBeNull();
  });

  test('says nothing to a person who objected', () => {
    const facts = { ...noFacts, objection: true, override };
    const shown = assess(signals, facts, shippedModel(), defaultSettings, now);
    expect([shown.stage, shown.override]).toEqual(['not_assessed', null]);
  });

  test('can be given to a contact of whom nothing is known yet', () => {
    const shown = assess([], { ...noFacts, override }, shippedModel(), defaultSettings, now);
    expect([shown.stage, shown.override?.shadow.stage]).toEqual(['bonding', 'not_enough_evidence']);
  });

  test('its begin and its end are no movement of the relationship', () => {
    expect(at(now).movement).toBe('recalibrated');
    expect(at(now).modelVersion).not.toBe(at(until).modelVersion);
  });

  test('whatever is overridden, the shadow is what would be said without it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...stages), fc.integer({ min: -40, max: 40 }), (stage, days) => {
        const when = now + days * day;
        const shown = at(when, { ...override, stage });
        const plain = at(when, null);
        const stands = when >= override.at && when < until;
        expect(shown.stage).toBe(stands ? stage : plain.stage);
        expect(shown.override?.shadow.stage ?? plain.stage).toBe(plain.stage);
      }),
    );
  });
});
