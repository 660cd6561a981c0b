import { feedbackParts, longestDays, reasonLength } from '@rapport/shared/contract-corrections.ts';
import {
  dayAfter,
  emptyDraft,
  fieldsOf,
  newCorrectionId,
  problemsIn,
  requestOf,
} from '@rapport/shared/correction-draft.ts';
import { expect, test } from 'vitest';

const today = '2026-09-14';
const asked = { id: 'c-1234567890123456', contactId: '301', locale: 'en' };
const whole = {
  ...emptyDraft,
  stage: 'bonding',
  about: 'level',
  type: 'buddies',
  source: ' At lunch ',
  saidOn: today,
  reason: ' They said so. ',
  until: '2026-09-15',
};

test.each(['override', 'feedback', 'desired', 'snooze'] as const)(
  'an empty %s names every field that is missing, all at once',
  (kind) => {
    const missing = fieldsOf[kind].filter((field) => emptyDraft[field] === '');
    expect(Object.keys(problemsIn(kind, emptyDraft, today))).toEqual(missing);
    expect(missing.length).toBeGreaterThan(0);
    expect(problemsIn(kind, whole, today)).toEqual({});
  },
);

test.each([
  ['an expiry in the past', { until: '2026-09-13' }, { until: 'in_the_past' }],
  ['an expiry today', { until: today }, { until: 'in_the_past' }],
  ['an expiry in more than a year', { until: dayAfter(today, longestDays + 1) }, { until: 'too_far' }],
  ['a reason of 5,000 characters', { reason: 'x'.repeat(5000) }, { reason: 'too_long' }],
  ['a reason of blanks', { reason: '   ' }, { reason: 'needed' }],
])('%s is refused before anything is sent', (_name, change, problems) => {
  expect(problemsIn('override', { ...whole, ...change }, today)).toEqual(problems);
});

test('the longest reason and the farthest day are fine', () => {
  const draft = { ...whole, reason: 'x'.repeat(reasonLength), until: dayAfter(today, longestDays) };
  expect(problemsIn('override', draft, today)).toEqual({});
});

test('what they want was said today or earlier, never tomorrow', () => {
  expect(problemsIn('desired', { ...whole, saidOn: '2026-09-15' }, today)).toEqual({
    saidOn: 'in_the_future',
  });
});

test('a request carries what was written, without blanks around it', () => {
  expect(requestOf('override', whole, asked)).toEqual({
    ...asked,
    stage: 'bonding',
    reason: 'They said so.',
    until: '2026-09-15',
  });
  expect(requestOf('feedback', whole, asked)).toEqual({ ...asked, about: 'level', reason: 'They said so.' });
  expect(requestOf('desired', whole, asked)).toEqual({
    ...asked,
    type: 'buddies',
    source: 'At lunch',
    saidOn: today,
  });
  expect(requestOf('snooze', whole, asked)).toEqual({
    ...asked,
    reason: 'They said so.',
    until: '2026-09-15',
  });
});

test('HTML in a reason stays text', () => {
  const reason = '<img src=x onerror=alert(1)>';
  expect(requestOf('feedback', { ...whole, reason }, asked)).toMatchObject({ reason });
});

test('a stage or a part that is none makes no request', () => {
  expect(requestOf('override', { ...whole, stage: 'not_assessed' }, asked)).toBeNull();
  expect(requestOf('feedback', { ...whole, about: 'weather' }, asked)).toBeNull();
  expect(feedbackParts).toContain('stage');
});

test('no two forms have the same id, and each is one that the service takes', () => {
  const chances = [0, 0.5, 0.123456789, 1 - 2 ** -53];
  const ids = chances.map((chance) => newCorrectionId(1_789_000_000_000, () => chance));
  expect(new Set(ids).size).toBe(chances.length);
  for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9-]{16,64}$/);
});
