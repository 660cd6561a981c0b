import { describe, expect, test } from 'vitest';
import type { CrmFailure } from '../../src/usecases/crm-error.ts';
import { pauseOf, remedyFor } from '../../src/usecases/remedy-for.ts';

const failures: readonly CrmFailure[] = [
  'rate-limited',
  'unavailable',
  'timeout',
  'unauthorized',
  'missing-scope',
  'not-found',
  'invalid-input',
  'property-missing',
  'installation-gone',
  'our-credentials',
  'unreadable-answer',
];

describe('the remedy of a first failure', () => {
  test.each([
    ['rate-limited', 'retry'],
    ['unavailable', 'retry'],
    ['timeout', 'retry'],
    ['unauthorized', 'retry'],
    ['missing-scope', 'park'],
    ['not-found', 'forget'],
    ['invalid-input', 'bisect'],
    ['property-missing', 'repair'],
    ['installation-gone', 'disconnect'],
    ['our-credentials', 'retry'],
    ['unreadable-answer', 'retry'],
  ] as const)('%s: %s', (failure, kind) => {
    expect(remedyFor({ failure, retryAfterMs: null }, 1).kind).toBe(kind);
  });
});

test.each(failures)('trying again after %s ends', (failure) => {
  const kinds = Array.from(
    { length: 100 },
    (_, tried) => remedyFor({ failure, retryAfterMs: 1 }, tried + 1).kind,
  );
  expect(['park', 'forget', 'bisect', 'disconnect']).toContain(kinds.at(-1));
});

test('our own wrong secret never disconnects a portal', () => {
  for (let attempt = 1; attempt < 20; attempt++) {
    expect(remedyFor({ failure: 'our-credentials', retryAfterMs: null }, attempt).kind).not.toBe(
      'disconnect',
    );
  }
});

test('what HubSpot asks to wait is waited, and without it the wait doubles up to a minute, so that new work does not stand behind an old failure', () => {
  const waits = [1, 2, 3, 11].map((attempt) =>
    remedyFor({ failure: 'rate-limited', retryAfterMs: null }, attempt),
  );
  expect(waits.map(pauseOf)).toEqual([10_000, 20_000, 40_000, 60_000]);
  expect(remedyFor({ failure: 'rate-limited', retryAfterMs: 77_000 }, 1)).toEqual({
    kind: 'retry',
    afterMs: 77_000,
  });
});
