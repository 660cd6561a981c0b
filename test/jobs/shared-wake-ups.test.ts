import { describe, expect, test } from 'vitest';
import { shared } from '../../src/jobs/create-jobs.ts';

describe('sharing wake-ups within a process', () => {
  test('callers during a send share one that starts after it', async () => {
    const gates: (() => void)[] = [];
    const send = shared(() => new Promise((resolve) => gates.push(resolve)));
    const first = send('refresh', 1);
    const others = [send('refresh', 1), send('refresh', 1), send('refresh', 1)];
    send('refresh', 2);
    expect(gates.length).toBe(2);
    gates[0]?.();
    await first;
    await Promise.resolve();
    expect(gates.length).toBe(3);
    gates[2]?.();
    await Promise.all(others);
    expect(gates.length).toBe(3);
    send('refresh', 1);
    expect(gates.length).toBe(4);
  });

  test('a failed send fails its own callers, not those after it', async () => {
    let sent = 0;
    const send = shared(async () => {
      sent += 1;
      if (sent === 1) throw new Error('down');
    });
    const [first, second] = [send('refresh', 1), send('refresh', 1)];
    await expect(first).rejects.toThrow('down');
    await expect(second).resolves.toBeUndefined();
  });
});
