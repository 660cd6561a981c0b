import type { HistoryPanel, VitalityCurve } from '@rapport/shared/contract.ts';
import type { StageAssessment } from '../assessment.ts';
import { iso } from './linked.ts';

/** A rep looks back so far; the rest is counted. */
const mostSteps = 8;

/** The latest steps of the story, and the earlier lives of the relationship. */
export function historyPanel({ history, epochs }: StageAssessment): HistoryPanel {
  const current = epochs.at(-1)?.epoch ?? 1;
  const epochAt = (at: number) => epochs.findLast(({ startedAt }) => startedAt <= at)?.epoch ?? 1;
  return {
    steps: history
      .slice(-mostSteps)
      .reverse()
      .map(({ stage, since, movement }) => ({ stage, since: iso(since), movement, epoch: epochAt(since) })),
    earlier: Math.max(0, history.length - mostSteps),
    epochs: epochs
      .filter(({ epoch }) => epoch !== current)
      .reverse()
      .map(({ epoch, startedAt, endedAt, ending }) => ({
        epoch,
        startedAt: iso(startedAt),
        endedAt: endedAt === null ? null : iso(endedAt),
        ending,
      })),
  };
}

/** The chance of hearing from them in percent, day by day of silence. */
export function curvePanel({ curve }: StageAssessment): VitalityCurve | null {
  if (curve === null) return null;
  return {
    from: iso(curve.from),
    points: curve.points.map(([days, chance]) => [days, Math.round(chance * 100)] as const),
  };
}
