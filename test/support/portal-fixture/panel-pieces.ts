/** Parts of panels that several contacts of the fixture share. */
import type { DesiredPanel, VitalityCurve } from '@rapport/shared/contract.ts';
import { verifiedTypes } from '../../../src/relationship/desired/desired-types.ts';
import { type Language, midnight } from './fixture-time.ts';

export function desired(
  id: (typeof verifiedTypes)[number]['id'],
  mismatch: DesiredPanel['mismatch'],
  language: Language,
  source: string,
): DesiredPanel {
  const type = verifiedTypes.find((it) => it.id === id) ?? verifiedTypes[0];
  return {
    asked: {
      type: id,
      label: type.label[language],
      wants: type.wants[language],
      source,
      at: midnight(-180),
      rules: type.rules[language],
      captivity: type.captivity,
    },
    mismatch,
    depth: 'individual',
    observed: [
      { axis: 'valence', value: 0.9, evidence: 11 },
      { axis: 'intensity', value: 0.5, evidence: 6 },
      { axis: 'voluntariness', value: 0.7, evidence: 24 },
      { axis: 'duration', value: 0.95, evidence: 24 },
      { axis: 'formality', value: 0.2, evidence: 19 },
      { axis: 'symmetry', value: null, evidence: 0 },
    ],
  };
}

/** Falls by half in `halfLife` days, from `start` percent on the day of the last touch. */
export function curve(fromDay: number, start: number, halfLife: number): VitalityCurve {
  const days = [0, 10, 20, 30, 45, 60, 75, 90, 105, 120, 140];
  return {
    from: midnight(fromDay),
    points: days.map((day) => [day, Math.round(start * 2 ** (-day / halfLife))] as const),
  };
}
