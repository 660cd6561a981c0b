import { isContactCard } from '@rapport/shared/contract.ts';
import { expect, test } from 'vitest';
import { assess } from '../../src/relationship/assess.ts';
import { toCard } from '../../src/relationship/card.ts';
import { shippedModel } from '../../src/relationship/portal-model.ts';
import { defaultSettings } from '../../src/relationship/settings.ts';
import { wouldMove } from '../../src/relationship/stage/what-would-move.ts';
import { goldenRows } from '../golden/rows.ts';
import type { GoldenRow } from '../golden/timeline.ts';

const rows = Object.values(goldenRows).flat();

/** What our service sends for a story, as it arrives. */
function answerOn({ signals, facts, horizonDays, now }: GoldenRow, language: 'en' | 'de'): unknown {
  const model = shippedModel(horizonDays);
  const assessment = assess(signals, facts, model, defaultSettings, now);
  const moves = wouldMove(signals, facts, model, defaultSettings, now);
  return JSON.parse(JSON.stringify(toCard(assessment, moves, { language })));
}

test.each(['en', 'de'] as const)(
  'every golden story, told in %s, is an answer that the cards can show',
  (language) => {
    const unreadable = rows.filter((row) => !isContactCard(answerOn(row, language))).map((row) => row.title);
    expect(unreadable).toEqual([]);
  },
);

test('the stories reach every kind of answer that an assessment can give', () => {
  const kinds = new Set(rows.map((row) => Reflect.get(Object(answerOn(row, 'en')), 'kind')));
  expect([...kinds].sort()).toEqual(['not-enough-evidence', 'objection', 'ready']);
});

test('no answer lists more evidence than the card shows', () => {
  const lengths = rows.map((row) => Reflect.get(Object(answerOn(row, 'en')), 'evidence')?.length ?? 0);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(5);
  expect(Math.max(...lengths)).toBeGreaterThan(1);
});
