import { sayProblem } from '@rapport/shared/say-problem.ts';
import { expect, test } from 'vitest';

test('a setting is named as the page names it, not by its path', () => {
  const sentence = 'level.fewCustomers must not be above level.mediumCustomers.';
  expect(sayProblem({ path: 'level.fewCustomers', sentence }, 'en')).toBe(
    '“Few customers per owner, up to” must not be above “Medium number of customers per owner, up to”.',
  );
});

test('what names no setting is said as it came', () => {
  expect(sayProblem({ path: null, sentence: 'The last admin stays: name another one first.' }, 'en')).toBe(
    'The last admin stays: name another one first.',
  );
});

test('a path inside a table is named, too', () => {
  const path = 'guardrails.stageCeilings.bonding';
  expect(sayProblem({ path, sentence: `${path} takes one of these: I0, I1.` }, 'de')).toBe(
    '“Bindung” takes one of these: I0, I1.',
  );
});
