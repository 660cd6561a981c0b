/**
 * `npm run converge -- [--seeds 200] [--from 1] [--steps 30] [--store pglite|postgres] [--portals 8] [--lost 0.1] [--words 0.15]`:
 * many random lives of portals, each from its printed seed and so many on one service; exits with 1 when one did not converge.
 * PostgreSQL is the one that DATABASE_URL_TEST names. With `--traffic FOLDER` the calls of each life are left there.
 */
import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type LifeCounts, type LifeOutcome, liveThrough } from '../test/convergence/live-through.ts';
import { makeStores } from '../test/convergence/stores.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    steps: { type: 'string', default: '30' },
    store: { type: 'string', default: 'pglite' },
    portals: { type: 'string', default: '8' },
    lost: { type: 'string', default: '0.1' },
    words: { type: 'string', default: '0.15' },
    traffic: { type: 'string' },
  },
});

const { DATABASE_URL_TEST: serverUrl } = process.env;
if (values.store === 'postgres' && serverUrl === undefined) {
  console.error('Set DATABASE_URL_TEST to the PostgreSQL that may be used, or leave out --store postgres.');
  process.exit(2);
}

await using stores = await makeStores(values.store === 'postgres' ? (serverUrl ?? null) : null);
const traffic = values.traffic === undefined ? {} : { trafficFolder: values.traffic };
if (values.traffic !== undefined) await mkdir(values.traffic, { recursive: true });

const first = Number(values.from);
const count = Number(values.seeds);
const beside = Number(values.portals);
const all: LifeOutcome[] = [];
let kills = 0;
let errors = 0;

for (let from = first; from < first + count; from += beside) {
  const seeds = Array.from({ length: Math.min(beside, first + count - from) }, (_, place) => from + place);
  const started = performance.now();
  const lived = await liveThrough({
    seeds,
    stores,
    steps: Number(values.steps),
    lost: Number(values.lost),
    words: Number(values.words),
    ...traffic,
  });
  const seconds = Math.round((performance.now() - started) / 1000);
  for (const outcome of lived.lives) tell(outcome);
  for (const error of lived.errors) console.log(`  the service logged: ${error.trim()}`);
  all.push(...lived.lives);
  kills += lived.kills;
  errors += lived.errors.length;
  console.log(`${seeds.length} lives in ${seconds} s`);
}
summarise();

function tell({ seed, differences, told }: LifeOutcome): void {
  const holds = differences.length === 0;
  console.log(`seed ${seed} ${holds ? 'converges' : 'does NOT converge'} on ${values.store}`);
  for (const line of differences) console.log(`  ${line}`);
  if (!holds) for (const line of told) console.log(`    . ${line}`);
}

function summarise(): void {
  const sum = (read: (counts: LifeCounts) => number) =>
    all.reduce((total, { counts }) => total + read(counts), 0);
  const kinds = new Set(all.flatMap(({ counts }) => Object.keys(counts.edits)));
  const edits = [...kinds].sort().map((kind) => `${kind} ${sum((counts) => counts.edits[kind] ?? 0)}`);
  const failed = all.filter(({ differences }) => differences.length > 0).map(({ seed }) => seed);
  console.log(`edits: ${edits.join(', ')}`);
  console.log(
    `webhooks: ${sum((it) => it.webhooks.delivered)} delivered, ${sum((it) => it.webhooks.lost)} lost; ` +
      `calls: ${sum((it) => it.calls.made)}, of which failed ${sum((it) => it.calls.failed)}; ` +
      `events on timelines: ${sum((it) => it.events)}; kills of the service: ${kills}`,
  );
  console.log(`${all.length - failed.length} of ${count} seeds converge on ${values.store}`);
  if (failed.length > 0) console.log(`failed: ${failed.join(' ')}`);
  if (errors > 0) console.log(`the service logged ${errors} errors`);
  process.exitCode = failed.length === 0 && errors === 0 ? 0 : 1;
}
