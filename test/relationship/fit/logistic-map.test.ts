import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  fitLogistic,
  type LogisticPrior,
  type Rows,
  solvePositive,
} from '../../../src/relationship/fit/logistic-map.ts';

/** Even pseudo-random numbers in (0, 1): the same in every run. */
function uniforms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return (state + 0.5) / 4_294_967_296;
  };
}

function simulate(count: number, intercept: number, weights: readonly number[]): Rows {
  const next = uniforms(7);
  const width = weights.length;
  const inputs = Float64Array.from({ length: count * width }, () => 4 * next() - 2);
  const outcomes = Uint8Array.from({ length: count }, (_, i) => {
    const z = weights.reduce((sum, w, j) => sum + w * (inputs[i * width + j] ?? 0), intercept);
    return next() < 1 / (1 + Math.exp(-z)) ? 1 : 0;
  });
  return { width, inputs, outcomes, importance: new Float64Array(count).fill(1) };
}

const flat = (width: number): LogisticPrior => ({
  intercept: 0,
  mean: new Array<number>(width).fill(0),
  sd: 100,
  signs: new Array<0>(width).fill(0),
});

test('weights that made the outcomes are found again', () => {
  const fit = fitLogistic(simulate(40_000, -0.5, [1, -0.7, 0]), flat(3));
  expect(fit.intercept).toBeCloseTo(-0.5, 1);
  expect(fit.weights[0]).toBeCloseTo(1, 1);
  expect(fit.weights[1]).toBeCloseTo(-0.7, 1);
  expect(fit.weights[2]).toBeCloseTo(0, 1);
});

test('a weight that the data want on the forbidden side stays at zero', () => {
  const fit = fitLogistic(simulate(5000, 0, [1, -0.7]), { ...flat(2), signs: [-1, 1] });
  expect(fit.weights.map(Math.abs)).toEqual([0, 0]);
});

test('with nothing to learn from, the prior stands', () => {
  const none = {
    width: 2,
    inputs: new Float64Array(),
    outcomes: new Uint8Array(),
    importance: new Float64Array(),
  };
  const fit = fitLogistic(none, { intercept: 0.3, mean: [0.5, -0.2], sd: 0.3, signs: [1, -1] });
  expect(fit).toEqual({ intercept: 0.3, weights: [0.5, -0.2] });
});

test('a row that counts twice is two rows', () => {
  const rows = simulate(200, 0.2, [0.5, -0.5]);
  const doubled = fitLogistic({ ...rows, importance: rows.importance.map(() => 2) }, { ...flat(2), sd: 0.3 });
  const twice: Rows = {
    width: 2,
    inputs: Float64Array.from([...rows.inputs, ...rows.inputs]),
    outcomes: Uint8Array.from([...rows.outcomes, ...rows.outcomes]),
    importance: new Float64Array(400).fill(1),
  };
  const fit = fitLogistic(twice, { ...flat(2), sd: 0.3 });
  expect(doubled.intercept).toBeCloseTo(fit.intercept, 6);
  doubled.weights.forEach((w, j) => {
    expect(w).toBeCloseTo(fit.weights[j] ?? Number.NaN, 6);
  });
});

test('signs are obeyed and numbers stay finite on any rows, also when all outcomes agree', () => {
  const rows = fc.integer({ min: 1, max: 40 }).chain((count) =>
    fc.record({
      width: fc.constant(3),
      inputs: fc
        .array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 3 * count, maxLength: 3 * count })
        .map((list) => Float64Array.from(list)),
      outcomes: fc
        .oneof(
          fc.array(fc.nat({ max: 1 }), { minLength: count, maxLength: count }),
          fc.constantFrom(0, 1).map((y) => new Array<number>(count).fill(y)),
        )
        .map((list) => Uint8Array.from(list)),
      importance: fc.constant(new Float64Array(count).fill(1)),
    }),
  );
  fc.assert(
    fc.property(rows, (data) => {
      const fit = fitLogistic(data, { intercept: 0, mean: [0.4, -0.4, 0], sd: 0.3, signs: [1, -1, 0] });
      expect([fit.intercept, ...fit.weights].every(Number.isFinite)).toBe(true);
      expect(fit.weights[0]).toBeGreaterThanOrEqual(0);
      expect(fit.weights[1]).toBeLessThanOrEqual(0);
    }),
    { numRuns: 300 },
  );
});

test('a positive definite system is solved', () => {
  const solved = solvePositive(
    [
      [4, 1, 0],
      [1, 3, 1],
      [0, 1, 2],
    ],
    [6, 10, 8],
  );
  [1, 2, 3].forEach((x, i) => {
    expect(solved[i]).toBeCloseTo(x, 10);
  });
});
