/** The rows of the vitality chart: one line so far, one while the stage holds, one beyond its horizon. */
import type { VitalityCurve } from './contract.ts';

export type CurvePart = 'past' | 'ahead' | 'beyond';
export type CurveRow = { readonly day: number; readonly percent: number; readonly part: CurvePart };

const dayMs = 86_400_000;

/**
 * Parts that meet share their point, so that no gap is drawn. `now` and `holdsUntil` in ms since epoch; `holdsUntil` is
 * null when silence alone changes nothing, and then there is nothing beyond.
 */
export function curveRows(curve: VitalityCurve, now: number, holdsUntil: number | null): readonly CurveRow[] {
  const start = Date.parse(curve.from);
  const points = curve.points.map(([days, percent]) => ({ day: start + days * dayMs, percent }));
  const rows: CurveRow[] = [];
  let before: CurvePart | null = null;
  for (const point of points) {
    const part = partOf(point.day, now, holdsUntil);
    const last = rows.at(-1);
    if (before !== null && part !== before && last !== undefined) rows.push({ ...last, part });
    rows.push({ ...point, part });
    before = part;
  }
  return rows;
}

function partOf(day: number, now: number, holdsUntil: number | null): CurvePart {
  if (day <= now) return 'past';
  return holdsUntil === null || day <= holdsUntil ? 'ahead' : 'beyond';
}
