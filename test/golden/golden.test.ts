/** Golden timelines: stories with the stage a person who knows the model would give, and the sentence why. */
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/relationship/assess.ts';
import { shippedModel } from '../../src/relationship/portal-model.ts';
import { defaultSettings } from '../../src/relationship/settings.ts';
import { goldenRows } from './rows.ts';

describe.each(Object.entries(goldenRows))('%s', (_theme, rows) => {
  test.each(rows)('$title: $sentence', ({ signals, facts, horizonDays, now, expect: told }) => {
    const found = assess(signals, facts, shippedModel(horizonDays), defaultSettings, now);
    expect({ ...found, runnerUp: found.runnerUp?.stage ?? null }).toMatchObject(told);
  });
});
