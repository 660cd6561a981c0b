import { quantile } from './measures.ts';

/** One silence: when it began, and how it went on. Days are counted from the last touch before it. */
export type Silence = {
  /** Days until the next touch; null when there was none for as long as one looked (2H): the contact was lost. */
  readonly returnedAfter: number | null;
  /** Days until we said "coming apart"; null when we never did. */
  readonly flaggedAfter: number | null;
};

export type AlarmFigures = {
  readonly lost: number;
  readonly returned: number;
  /** Lost contacts that were flagged at all. */
  readonly found: number;
  /** Returning contacts that had been flagged before they returned. */
  readonly falseAlarms: number;
  /** Median days to the flag over all lost contacts; null when half of them were never flagged. */
  readonly medianDays: number | null;
  /** Days of a plain silence cutoff that raises as many false alarms. */
  readonly cutoffDays: number | null;
  /** How much earlier than that cutoff we flag; negative when later. */
  readonly leadDays: number | null;
};

/** How soon lost contacts are flagged, what that costs in false alarms, and what a plain cutoff at the same cost does. */
export function alarmFigures(silences: readonly Silence[]): AlarmFigures {
  const lost = silences.filter((s) => s.returnedAfter === null);
  const gaps = silences.flatMap((s) => (s.returnedAfter === null ? [] : [s.returnedAfter]));
  const falseAlarms = silences.filter(isFalseAlarm).length;
  const medianDays = finite(
    quantile(
      lost.map((s) => s.flaggedAfter ?? Number.POSITIVE_INFINITY),
      0.5,
    ),
  );
  const cutoffDays = finite(quantile(gaps, 1 - falseAlarms / Math.max(gaps.length, 1)));
  return {
    lost: lost.length,
    returned: gaps.length,
    found: lost.filter((s) => s.flaggedAfter !== null).length,
    falseAlarms,
    medianDays,
    cutoffDays,
    leadDays: medianDays === null || cutoffDays === null ? null : cutoffDays - medianDays,
  };
}

function isFalseAlarm({ returnedAfter, flaggedAfter }: Silence): boolean {
  return returnedAfter !== null && flaggedAfter !== null && flaggedAfter < returnedAfter;
}

function finite(x: number): number | null {
  return Number.isFinite(x) ? x : null;
}
