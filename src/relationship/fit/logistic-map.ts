/**
 * Logistic regression with a Gaussian prior and sign constraints, solved by projected Newton. Works on typed arrays: a
 * refit of a portal sees some tens of thousands of rows and must not be felt.
 */

/** Rows of `width` inputs each, row after row; per row one outcome (1 or 0) and how much it counts. */
export type Rows = {
  readonly width: number;
  readonly inputs: Float64Array;
  readonly outcomes: Uint8Array;
  readonly importance: Float64Array;
};

export type LogisticPrior = {
  /** Where the intercept is expected; its spread is wide, it only keeps outcomes that are all alike from running away. */
  readonly intercept: number;
  /** Where each weight is expected, and how far it may stray: normal with this spread. */
  readonly mean: readonly number[];
  readonly sd: number;
  /** 1: never below 0. -1: never above 0. 0: free. */
  readonly signs: readonly (-1 | 0 | 1)[];
};

export type LogisticFit = {
  readonly intercept: number;
  readonly weights: readonly number[];
};

const maxSteps = 50;

const interceptSd = 3;

/** The most probable intercept and weights. Deterministic; never NaN for finite inputs. */
export function fitLogistic(rows: Rows, prior: LogisticPrior): LogisticFit {
  const size = rows.width + 1;
  let at = Float64Array.from([
    prior.intercept,
    ...prior.mean.map((m, j) => withSign(m, prior.signs[j] ?? 0)),
  ]);
  let loss = penalisedLoss(rows, at, prior);
  for (let step = 0; step < maxSteps; step++) {
    const { gradient, hessian } = slopes(rows, at, prior);
    const free = Array.from({ length: size }, (_, j) => !isPinned(at, gradient, prior, j));
    const direction = newtonDirection(hessian, gradient, free);
    const next = projectedStep(rows, at, direction, prior, loss);
    if (next === null) break;
    const gained = loss - next.loss;
    at = next.at;
    loss = next.loss;
    if (gained < 1e-9 * (1 + loss)) break;
  }
  const [intercept = 0, ...weights] = at;
  return { intercept, weights };
}

function withSign(weight: number, sign: -1 | 0 | 1): number {
  return sign === 0 || weight * sign > 0 ? weight : 0;
}

/** A constrained weight at its bound whose gradient pushes it further out stays where it is. */
function isPinned(at: Float64Array, gradient: Float64Array, prior: LogisticPrior, j: number): boolean {
  const sign = j === 0 ? 0 : (prior.signs[j - 1] ?? 0);
  return sign !== 0 && (at[j] ?? 0) === 0 && (gradient[j] ?? 0) * sign > 0;
}

function projectedStep(
  rows: Rows,
  at: Float64Array,
  direction: Float64Array,
  prior: LogisticPrior,
  loss: number,
) {
  for (let length = 1; length > 1e-6; length /= 2) {
    const to = at.map((x, j) => {
      const moved = x + length * (direction[j] ?? 0);
      return j === 0 ? moved : withSign(moved, prior.signs[j - 1] ?? 0);
    });
    const there = penalisedLoss(rows, to, prior);
    if (there < loss) return { at: to, loss: there };
  }
  return null;
}

function penalisedLoss(rows: Rows, at: Float64Array, prior: LogisticPrior): number {
  const off = prior.mean.map((m, j) => ((at[j + 1] ?? 0) - m) / prior.sd);
  const interceptOff = ((at[0] ?? 0) - prior.intercept) / interceptSd;
  return dataLoss(rows, at) + off.reduce((sum, o) => sum + (o * o) / 2, (interceptOff * interceptOff) / 2);
}

/** Sum of -ln P(outcome). */
function dataLoss({ width, inputs, outcomes, importance }: Rows, at: Float64Array): number {
  let loss = 0;
  for (let i = 0; i < outcomes.length; i++) {
    const z = scoreOf(inputs, i * width, width, at);
    const margin = outcomes[i] === 1 ? -z : z;
    const surprise = margin > 0 ? margin + Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin));
    loss += surprise * (importance[i] ?? 0);
  }
  return loss;
}

function scoreOf(inputs: Float64Array, from: number, width: number, at: Float64Array): number {
  let z = at[0] ?? 0;
  for (let j = 0; j < width; j++) z += (at[j + 1] ?? 0) * (inputs[from + j] ?? 0);
  return z;
}

/** Gradient and (upper half of the) Hessian of the penalised loss. */
function slopes({ width, inputs, outcomes, importance }: Rows, at: Float64Array, prior: LogisticPrior) {
  const size = width + 1;
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  const row = new Float64Array(size).fill(1, 0, 1);
  for (let i = 0; i < outcomes.length; i++) {
    row.set(inputs.subarray(i * width, (i + 1) * width), 1);
    const p = 1 / (1 + Math.exp(-scoreOf(inputs, i * width, width, at)));
    const counts = importance[i] ?? 0;
    addOuter(hessian, row, counts * p * (1 - p));
    const error = counts * (p - (outcomes[i] ?? 0));
    for (let j = 0; j < size; j++) gradient[j] = (gradient[j] ?? 0) + error * (row[j] ?? 0);
  }
  for (let j = 0; j < size; j++) {
    const sd = j === 0 ? interceptSd : prior.sd;
    const mean = j === 0 ? prior.intercept : (prior.mean[j - 1] ?? 0);
    gradient[j] = (gradient[j] ?? 0) + ((at[j] ?? 0) - mean) / (sd * sd);
    hessian[j * size + j] = (hessian[j * size + j] ?? 0) + 1 / (sd * sd);
  }
  return { gradient, hessian };
}

function addOuter(hessian: Float64Array, row: Float64Array, weight: number): void {
  const size = row.length;
  for (let j = 0; j < size; j++) {
    const scaled = weight * (row[j] ?? 0);
    for (let k = j; k < size; k++)
      hessian[j * size + k] = (hessian[j * size + k] ?? 0) + scaled * (row[k] ?? 0);
  }
}

/** -H^-1 g over the free coordinates, 0 elsewhere, by Cholesky decomposition. */
function newtonDirection(
  hessian: Float64Array,
  gradient: Float64Array,
  free: readonly boolean[],
): Float64Array {
  const size = gradient.length;
  const indices = [...gradient.keys()].filter((j) => free[j]);
  const matrix = indices.map((j, row) =>
    indices.map((k, col) => hessian[row <= col ? j * size + k : k * size + j] ?? 0),
  );
  const solved = solvePositive(
    matrix,
    indices.map((j) => -(gradient[j] ?? 0)),
  );
  const direction = new Float64Array(size);
  indices.forEach((j, i) => {
    direction[j] = solved[i] ?? 0;
  });
  return direction;
}

/** x of A x = y for a symmetric positive definite A. */
export function solvePositive(matrix: readonly (readonly number[])[], y: readonly number[]): number[] {
  const size = y.length;
  const lower: number[][] = [];
  for (let i = 0; i < size; i++) {
    const row: number[] = [];
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i]?.[j] ?? 0;
      const other = i === j ? row : lower[j];
      for (let k = 0; k < j; k++) sum -= (row[k] ?? 0) * (other?.[k] ?? 0);
      row[j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (lower[j]?.[j] ?? 1);
    }
    lower.push(row);
  }
  const forward: number[] = [];
  for (let i = 0; i < size; i++) {
    let sum = y[i] ?? 0;
    for (let k = 0; k < i; k++) sum -= (lower[i]?.[k] ?? 0) * (forward[k] ?? 0);
    forward[i] = sum / (lower[i]?.[i] ?? 1);
  }
  const solved = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    let sum = forward[i] ?? 0;
    for (let k = i + 1; k < size; k++) sum -= (lower[k]?.[i] ?? 0) * (solved[k] ?? 0);
    solved[i] = sum / (lower[i]?.[i] ?? 1);
  }
  return solved;
}
