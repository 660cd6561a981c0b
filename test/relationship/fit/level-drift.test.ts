import { expect, test } from 'vitest';
import { fitPortal } from '../../../src/relationship/fit/fit-portal.ts';
import { levelDrift } from '../../../src/relationship/fit/level-drift.ts';
import { ordinaryPortal, portalHistories } from './portals.ts';

const histories = portalHistories({ ...ordinaryPortal, contacts: 2000 });
const end = 18_000 + ordinaryPortal.days;
const model = fitPortal(histories, end, 90);

test('a portal that goes on as before hardly drifts from its own model', () => {
  expect(Math.abs(levelDrift(model, histories, end))).toBeLessThan(0.2);
});

test('a model that promises too much is told so, by no more than the lasting share', () => {
  const optimist = { ...model, intercept: model.intercept + 1 };
  const drift = levelDrift(optimist, histories, end) - levelDrift(model, histories, end);
  expect(drift).toBeLessThan(-0.4);
  expect(drift).toBeGreaterThan(-0.61);
});

test('without an outcome there is no drift', () => {
  expect(levelDrift(model, [], end)).toBe(0);
  expect(levelDrift(model, histories, 17_000)).toBe(0);
});

test('the last weeks of a portal that went silent lower its refit', () => {
  const silenced = histories
    .map((days) => days.filter((d) => d.day <= end - 31))
    .filter((days) => days.length > 0);
  const before = fitPortal(silenced, end - 31, 90);
  const after = fitPortal(silenced, end, 90);
  const missed = levelDrift(before, silenced, end);
  expect(missed).toBeLessThan(-1);
  // A refit that ignored the last weeks would miss them as much as the model of a month ago does.
  expect(levelDrift(after, silenced, end)).toBeGreaterThan(0.7 * missed);
});
