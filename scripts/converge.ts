/**
 * `npm run converge -- [--seeds 200] [--from 1] [--steps 30] [--store pglite|postgres] [--portals 8] [--lost 0.1]`: many
 * random lives of portals, each from its printed seed and so many on one service; exits with 1 when one did not converge.
 * PostgreSQL is the one that DATABASE_URL_TEST names. With `--traffic FOLDER` the calls of each life are left there.
 */
import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { liveThrough } from '../test/convergence/live-through.ts';
import { makeStores } from '../test/convergence/stores.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    steps: { type: 'string', default: '30' },
    store: { type: 'string', default: 'pglite' },
    portals: { type: 'string', default: '8' },
    lost: { type: 'string', default: '0.1' },
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
let converged = 0;
let faultless = true;

for (let from = first; from < first + count; from += beside) {
  const seeds = Array.from({ length: Math.min(beside, first + count - from) }, (_, place) => from + place);
  const started = performance.now();
  const { lives, errors } = await liveThrough({
    seeds,
    stores,
    steps: Number(values.steps),
    lost: Number(values.lost),
    ...traffic,
  });
  const seconds = Math.round((performance.now() - started) / 1000);
  for (const { seed, differences, told } of lives) {
    const holds = differences.length === 0;
    converged += holds ? 1 : 0;
    console.log(`seed ${seed} ${holds ? 'converges' : 'does NOT converge'} on ${values.store}`);
    for (const line of differences) console.log(`  ${line}`);
    if (!holds) for (const line of told) console.log(`    . ${line}`);
  }
  for (const error of errors) console.log(`  the service logged: ${error.trim()}`);
  if (errors.length > 0) faultless = false;
  console.log(`${seeds.length} lives in ${seconds} s`);
}
console.log(`${converged} of ${count} seeds converge on ${values.store}`);
process.exitCode = converged === count && faultless ? 0 : 1;
