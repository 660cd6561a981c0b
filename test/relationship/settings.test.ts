import { expect, test } from 'vitest';
import { defaultStageSettings, settingRanges } from '../../src/relationship/stage/stage-settings.ts';

test('every default lies within what an admin may choose', () => {
  const outside = Object.entries(settingRanges).filter(([name, { min, max }]) => {
    // The keys of the ranges are exactly the settings that are numbers.
    const value = defaultStageSettings[name as keyof typeof settingRanges];
    return !(value >= min && value <= max);
  });
  expect(outside).toEqual([]);
});

test('every number among the settings has a range', () => {
  const numbers = Object.entries(defaultStageSettings).filter(([, value]) => typeof value === 'number');
  expect(numbers.map(([name]) => name).sort()).toEqual(Object.keys(settingRanges).sort());
});
