import type { Backtest, MethodFigures } from '../relationship/backtest/backtest.ts';
import type { AlarmFigures } from '../relationship/backtest/silences.ts';
import type { Share } from '../relationship/backtest/wilson.ts';
import { msPerDay } from '../relationship/signal/timeline.ts';

/** A back-test as a person reads it in a terminal; ends with a line break. */
export function backtestTable(result: Backtest): string {
  if (result.kind === 'too-little-data') {
    return `Too little data: ${result.outcomes} known outcomes, ${result.needed} needed.\n`;
  }
  const { baseRate, horizonDays } = result;
  const lines = [
    `Asked on ${result.cutoffs.map(isoDay).toReversed().join(', ')}: did the customer act within ${horizonDays} days?`,
    `${result.outcomes} outcomes, ${percent(baseRate.share)} came back (${interval(baseRate)})`,
    '',
    ...table([
      ['stage', 'contacts', 'came back', '95 % interval', 'lift'],
      ...result.stages.map(({ stage, returned, lift }) => [
        stage.replaceAll('_', ' '),
        String(returned.n),
        percent(returned.share),
        interval(returned),
        lift.toFixed(2),
      ]),
      ...result.flights.map(({ flight, returned }) => [
        `= ${flight.replaceAll('_', ' ')}`,
        String(returned.n),
        percent(returned.share),
        interval(returned),
        (returned.share / Math.max(baseRate.share, 1e-9)).toFixed(2),
      ]),
    ]),
    '',
    ...table([
      ['ranking', 'AUC', 'log-loss'],
      ...result.methods.map(({ method, auc, logLoss }) => [
        methodNames[method],
        auc === null ? '-' : auc.toFixed(3),
        logLoss === null ? '-' : logLoss.toFixed(3),
      ]),
    ]),
    '',
    ...alarmLines(result.alarms),
  ];
  return `${lines.join('\n')}\n`;
}

const methodNames: Readonly<Record<MethodFigures['method'], string>> = {
  vitality: 'vitality',
  recency: 'recency',
  bgnbd: 'BG/NBD',
};

function alarmLines(alarms: AlarmFigures): string[] {
  const { lost, found, returned, falseAlarms, medianDays, cutoffDays, leadDays } = alarms;
  const lines = [
    `Of ${lost} contacts who were lost, ${found} were called coming apart; of ${returned} who came back, ${falseAlarms} had been (false alarms).`,
  ];
  if (medianDays !== null)
    lines.push(`A lost contact was flagged after ${medianDays} days of silence (median).`);
  if (cutoffDays !== null && leadDays !== null) {
    const which = leadDays >= 0 ? `${leadDays} days later` : `${-leadDays} days earlier`;
    lines.push(`A plain cutoff with as many false alarms waits ${cutoffDays} days: ${which}.`);
  }
  return lines;
}

/** Columns padded to their widest cell, the first to the left, numbers to the right. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

function isoDay(day: number): string {
  return new Date(day * msPerDay).toISOString().slice(0, 10);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function interval({ low, high }: Share): string {
  return `${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)} %`;
}
