/**
 * `npm run quality [-- FOLDER] [--horizon DAYS] [--json]`: runs the return protocol on the histories in a folder (by
 * default the public ones beside the project), prints our figures beside simple methods, and exits with 1 when a goal
 * that must be met is missed.
 */

import { parseArgs } from 'node:util';
import { table } from '../src/cli/backtest-table.ts';
import { horizonOf } from '../src/cli/event-options.ts';
import { datasetFolder } from './histories.ts';
import { measurePublishedSplit } from './published-split.ts';
import { type Goal, judge, type Measured } from './quality-goals.ts';
import { measureReturns, methods } from './return-protocol.ts';
import { measureStages } from './stage-protocol.ts';
import { readHistories, type SignalHistory } from './touch-histories.ts';

function measure(history: SignalHistory): Measured {
  return {
    name: history.name,
    returns: measureReturns(history),
    stages: measureStages(history),
    split: history.name === 'CDNOW' ? measurePublishedSplit(history.contacts) : null,
  };
}

function returnsTable(measured: readonly Measured[]): string[] {
  const rows = measured.flatMap(({ name, returns }) =>
    methods.map((method, i) => {
      const { auc, logLoss, calibration } = returns[method];
      const cell = (x: number | null) => (x === null ? '-' : x.toFixed(4));
      return [i === 0 ? name : '', method, cell(auc), cell(logLoss), cell(calibration)];
    }),
  );
  return table([['history', 'method', 'AUC', 'log-loss', 'ECE'], ...rows]);
}

function stagesTable(measured: readonly Measured[]): string[] {
  return measured.map(({ name, stages }) => {
    const shares = stages.returning.map((s) => `${s.stage} ${(100 * s.share).toFixed(0)} % of ${s.n}`);
    return `${name}: share returning, ${shares.join(', ')}; ${(100 * stages.flaggedShare).toFixed(0)} % coming apart`;
  });
}

/** One line per goal, verdicts first: what was found is too long for a column in the middle. */
function goalsTable(goals: readonly Goal[]): string[] {
  const line = (cells: readonly string[]) => cells.map((cell, i) => cell.padEnd([5, 8, 8][i] ?? 0)).join(' ');
  return [
    line(['goal', 'must', 'ahead', 'what: found']),
    ...goals.map(({ goal, what, found, must, ahead }) => line([`${goal}`, must, ahead, `${what}: ${found}`])),
  ];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { horizon: { type: 'string', default: '90' }, json: { type: 'boolean', default: false } },
});
const folder = positionals[0] ?? datasetFolder;
const { found, absent } = await readHistories(folder, horizonOf(values.horizon));
const measured = found.map(measure);
const goals = measured.length === 0 ? [] : judge(measured);
if (values.json) {
  console.log(JSON.stringify({ absent, measured, goals }));
} else {
  for (const file of absent) console.log(`Absent, so not measured: ${file}`);
  if (measured.length === 0) console.log(`No history in ${folder}: nothing was measured.`);
  else {
    const sections = [returnsTable(measured), stagesTable(measured), goalsTable(goals)];
    console.log(sections.map((lines) => lines.join('\n')).join('\n\n'));
  }
}
if (goals.some((goal) => goal.must === 'missed')) process.exitCode = 1;
