/** A function of several numbers and its gradient at the same place. */
export type Sloped = (x: readonly number[]) => {
  readonly value: number;
  readonly gradient: readonly number[];
};

/**
 * The place of a local minimum of a smooth function by BFGS with backtracking (Nocedal & Wright 2006, algorithm 6.1).
 * Deterministic; stops when a step gains less than `tolerance` or after `maxSteps`. A step to a value that is not finite
 * is shortened, so the function may answer Infinity outside its domain.
 */
export function minimise(
  f: Sloped,
  start: readonly number[],
  { maxSteps = 200, tolerance = 1e-9 }: { maxSteps?: number; tolerance?: number } = {},
): { readonly at: readonly number[]; readonly value: number } {
  let at = start;
  let here = f(at);
  let inverse = identity(start.length);
  for (let step = 0; step < maxSteps; step++) {
    let direction = inverse.map((row) => -dot(row, here.gradient));
    if (dot(direction, here.gradient) >= 0) {
      // Rounding has made the approximation useless: start again from steepest descent.
      inverse = identity(start.length);
      direction = here.gradient.map((g) => -g);
    }
    const next = stepAlong(f, at, here, direction);
    if (next === null) break;
    const gained = here.value - next.value;
    inverse = updated(inverse, subtract(next.at, at), subtract(next.gradient, here.gradient));
    at = next.at;
    here = next;
    if (gained < tolerance * (1 + Math.abs(here.value))) break;
  }
  return { at, value: here.value };
}

/** Halves the step until it gains at least a small share of what the slope promises; null when no step gains. */
function stepAlong(f: Sloped, at: readonly number[], here: ReturnType<Sloped>, direction: readonly number[]) {
  const slope = dot(direction, here.gradient);
  // A first step longer than 1 in log-parameters would multiply one by more than e.
  let length = Math.min(1, 1 / Math.max(...direction.map(Math.abs)));
  for (let i = 0; i < 40; i++) {
    const to = at.map((x, j) => x + length * (direction[j] ?? 0));
    const there = f(to);
    if (there.value <= here.value + 1e-4 * length * slope) return { at: to, ...there };
    length /= 2;
  }
  return null;
}

/** The BFGS update of the inverse Hessian; skipped where the curvature is not positive. */
function updated(inverse: number[][], s: readonly number[], y: readonly number[]): number[][] {
  const sy = dot(s, y);
  if (!(sy > 1e-12)) return inverse;
  const hy = inverse.map((row) => dot(row, y));
  const scale = (1 + dot(y, hy) / sy) / sy;
  return inverse.map((row, i) =>
    row.map((h, j) => {
      const [si = 0, sj = 0, hyi = 0, hyj = 0] = [s[i], s[j], hy[i], hy[j]];
      return h + scale * si * sj - (hyi * sj + si * hyj) / sy;
    }),
  );
}

function identity(size: number): number[][] {
  return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
}

function subtract(a: readonly number[], b: readonly number[]): number[] {
  return a.map((x, i) => x - (b[i] ?? 0));
}
