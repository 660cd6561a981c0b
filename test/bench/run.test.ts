import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { compileCache } from '../support/compile-cache.ts';

function bench(...args: readonly string[]) {
  const run = new URL('../../bench/run.ts', import.meta.url).pathname;
  const { status, stdout, stderr } = spawnSync(process.execPath, [run, ...args], {
    env: compileCache(),
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test.each(['backfill', 'contacts', 'door', 'fairness', 'growth', 'home', 'preview', 'sweep', 'takeover'])(
  'the benchmark %s says that it needs PostgreSQL and exits with 2 where none is named',
  (name) => {
    const { status, stdout, stderr } = bench(name);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      `The benchmark ${name} needs PostgreSQL: set DATABASE_URL_TEST to one that may be written to.\n`,
    );
  },
);

test('a benchmark that nobody knows exits with 2 and names those there are', () => {
  const { status, stdout, stderr } = bench('dance');
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^No benchmark is called dance; there are engine, .*takeover\.\n$/);
});
