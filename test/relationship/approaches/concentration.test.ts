import { describe, expect, test } from 'vitest';
import { measureMargins } from '../../../src/relationship/approaches/concentration.ts';

import { settings } from './ideal-contact.ts';

describe('the concentration is measured, not assumed', () => {
  const margins = (values: readonly number[], before = 0) =>
    measureMargins(
      values.map((margin, i) => ({ id: String(i), margin, before })),
      settings,
    );

  test('it is the share of the margin that the top 20 % bring', () => {
    const even = margins(Array.from({ length: 100 }, () => 10)).concentration;
    expect(even.share).toBeCloseTo(0.2);
    const steep = margins(Array.from({ length: 100 }, (_, i) => (i < 20 ? 40 : 2.5))).concentration;
    expect(steep).toEqual({ share: 0.8, customers: 100, top: 20, lossMakers: 0 });
  });

  test('losses are in no share, and are counted', () => {
    const found = margins([...Array.from({ length: 19 }, () => 10), -1000]).concentration;
    expect(found.lossMakers).toBe(1);
    expect(found.share).toBeCloseTo(40 / 190);
  });

  test('too few customers, or no margin at all, are no measurement', () => {
    expect(margins([1, 2, 3]).concentration.share).toBeNull();
    expect(margins(Array.from({ length: 30 }, () => -1)).concentration.share).toBeNull();
    expect(margins([Number.NaN]).concentration).toEqual({ share: null, customers: 0, top: 0, lossMakers: 0 });
  });

  test('equal customers stand equally, and growth by a fifth is rising', () => {
    const found = measureMargins(
      [
        { id: 'a', margin: 120, before: 100 },
        { id: 'b', margin: 50, before: 49 },
        { id: 'c', margin: 50, before: 0 },
        { id: 'd', margin: 10, before: 10 },
      ],
      settings,
    );
    expect(found.standingOf('a')).toEqual({ rank: 0.25, isRising: true });
    expect(found.standingOf('b')).toEqual({ rank: 0.5, isRising: false });
    expect(found.standingOf('c')).toEqual({ rank: 0.5, isRising: false });
    expect(found.standingOf('nobody')).toBeNull();
  });
});
