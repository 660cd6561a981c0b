import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createHint } from '../../src/jobs/hint.ts';

test('a hundred hints at a time wake twice: at once, and once more for what came after', async () => {
  let woken = 0;
  const wake = async () => {
    woken += 1;
  };
  const hint = createHint({ wake, everyMs: 20, report: () => undefined });
  for (let i = 0; i < 100; i += 1) hint();
  expect(woken).toBe(1);
  await expect.poll(() => woken).toBe(2);
  await sleep(60);
  expect(woken).toBe(2);
  hint();
  expect(woken).toBe(3);
});

test('a wake-up that fails is told of, and keeps nobody from the next', async () => {
  const told: unknown[] = [];
  const failure = new Error('the queue is away');
  const wake = () => Promise.reject(failure);
  const hint = createHint({ wake, everyMs: 1, report: (error) => void told.push(error) });
  hint();
  await expect.poll(() => told).toEqual([failure]);
  hint();
  await expect.poll(() => told).toEqual([failure, failure]);
});
