import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRollingWindow } from '../../../src/sandbox/limits/rolling-window.ts';

const gaps = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 80, size: 'max' });

test('no span as long as the window ever holds more calls than allowed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), gaps, (max, steps) => {
      const window = createRollingWindow(max, 100);
      let now = 0;
      const admitted: number[] = [];
      for (const step of steps) {
        now += step;
        if (window.admit(now)) admitted.push(now);
      }
      for (const start of admitted) {
        expect(admitted.filter((at) => at >= start && at < start + 100).length).toBeLessThanOrEqual(max);
      }
    }),
  );
});

test('a call is refused only when the window before it is full', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), gaps, (max, steps) => {
      const window = createRollingWindow(max, 100);
      let now = 0;
      const admitted: number[] = [];
      for (const step of steps) {
        now += step;
        const before = admitted.filter((at) => now - at < 100).length;
        expect(window.used(now)).toBe(before);
        expect(window.admit(now)).toBe(before < max);
        if (before < max) admitted.push(now);
      }
    }),
  );
});
