/**
 * `npm run bench [-- NAME] [--json]`: the one way to run benchmarks. Every file of the registry exports `figures`; with
 * `--json` each figure is one line. Exits with 1 when a figure that must be reached is not, with 2 for an unknown
 * name and without the PostgreSQL that a benchmark needs.
 */

import { parseArgs } from 'node:util';
import { table } from '../src/cli/backtest-table.ts';
import type { Figure } from './figure.ts';

type Bench = { readonly figures: () => Figure[] | Promise<Figure[]>; readonly needsServer?: boolean };

/** Loaded one by one, so that a benchmark does not pay for what another imports. */
const registry: Readonly<Record<string, () => Promise<Bench>>> = {
  engine: () => import('./engine.ts'),
  cards: () => import('./cards.ts'),
  calls: () => import('./calls.ts'),
  backfill: () => import('./backfill.ts'),
  fairness: () => import('./fairness.ts'),
  contacts: () => import('./contacts.ts'),
  door: () => import('./door.ts'),
  preview: () => import('./preview.ts'),
  home: () => import('./home.ts'),
  growth: () => import('./growth.ts'),
  sweep: () => import('./sweep.ts'),
  takeover: () => import('./takeover.ts'),
};

function shown(x: number | null): string {
  if (x === null) return '-';
  return Math.abs(x) >= 100 ? Math.round(x).toLocaleString('en') : x.toPrecision(3);
}

function report(bench: string, figures: readonly Figure[]): string[] {
  const rows = figures.map((f) => [
    f.name,
    `${shown(f.value)} ${f.unit}`,
    shown(f.baseline),
    shown(f.ratio),
    shown(f.must),
    shown(f.ahead),
    f.ok ? 'ok' : 'MISSED',
  ]);
  return table([[bench, 'value', 'baseline', 'ratio', 'must', 'ahead', ''], ...rows]);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
const names = positionals.length > 0 ? positionals : Object.keys(registry);
for (const name of names) {
  const load = registry[name];
  if (load === undefined) {
    console.error(`No benchmark is called ${name}; there are ${Object.keys(registry).join(', ')}.`);
    process.exitCode = 2;
    break;
  }
  const bench = await load();
  if (bench.needsServer && process.env['DATABASE_URL_TEST'] === undefined) {
    console.error(
      `The benchmark ${name} needs PostgreSQL: set DATABASE_URL_TEST to one that may be written to.`,
    );
    process.exitCode = 2;
    break;
  }
  const figures = await bench.figures();
  if (values.json) for (const figure of figures) console.log(JSON.stringify(figure));
  else console.log(report(name, figures).join('\n'));
  if (figures.some((figure) => !figure.ok)) process.exitCode = 1;
}
