import { expect, test } from 'vitest';
import { assess } from '../../../src/relationship/assess.ts';
import { shippedModel } from '../../../src/relationship/portal-model.ts';
import { defaultSettings } from '../../../src/relationship/settings.ts';
import { form, meeting, noShow, nps, order, theyWrote } from '../../golden/acts.ts';
import { dealWon, term } from '../../golden/business-acts.ts';
import { at, every, golden, type Story } from '../../golden/timeline.ts';

function runnerUpOf(...story: Story[]) {
  const row = golden('', '', { story, expect: { stage: 'initiating' } });
  return assess(row.signals, row.facts, shippedModel(90), defaultSettings, row.now).runnerUp;
}

test('one kind of trouble and an even rhythm: a third of the way from a stretched interval', () => {
  // Of "trouble" and "1.3 times the own interval" the first is met and the second (1.3 - 1) / 1.3 away: the mean is .115.
  const runnerUp = runnerUpOf(every(30, -332, -2, order()), at(-5, nps(3)));
  expect(runnerUp?.stage).toBe('differentiating');
  expect(runnerUp?.gap).toBeCloseTo(0.3 / 1.3 / 2, 9);
});

test('one meeting of two is near Intensifying', () => {
  expect(runnerUpOf(at(-9, form()), at(-2, meeting()))?.stage).toBe('intensifying');
});

test('one missed meeting is not near Avoiding', () => {
  expect(runnerUpOf(at(-9, form()), at(-8, theyWrote()), at(-1, noShow()))).toBeNull();
});

test('who is covered is near no silence, but may be near a bond', () => {
  const runnerUp = runnerUpOf(every(7, -264, -187, theyWrote()), at(-180, dealWon(), term(185)));
  expect(runnerUp?.stage).toBe('bonding');
});

test('a prospect three weeks silent is near Stagnating', () => {
  expect(runnerUpOf(every(5, -100, -21, theyWrote()))?.stage).toBe('stagnating');
});
