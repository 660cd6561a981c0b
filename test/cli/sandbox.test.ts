import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lockFolder } from '../../src/db/folder-lock.ts';
import { compileCache } from '../support/compile-cache.ts';

const main = path.resolve(import.meta.dirname, '..', '..', 'src', 'main.ts');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rapport-cli-'));
});

afterAll(() => rm(folder, { recursive: true }));

function rapport(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { PATH = '' } = process.env;
  const run = spawnSync(process.execPath, [main, ...words], {
    encoding: 'utf8',
    cwd: folder,
    env: { PATH, ...compileCache(), ...env },
    timeout: 120_000,
  });
  return { exit: run.status, out: run.stdout, said: run.stderr.trim() };
}

async function csv(name: string, text: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return file;
}

const orders =
  'contact,at,kind,by,amount\na,2020-01-01,order,customer,10\na,2020-02-01,order,customer,12\nb,2020-01-05,call,us,\n';

test.each([
  ['an unknown column', 'contact,when,kind,by\n1,2020-01-01,order,customer\n', 'unknown column "when"'],
  ['a day that is none', 'contact,at,kind,by\n1,2020-02-31,order,customer\n', 'Row 2'],
  ['an empty file', '', 'is empty'],
])('%s ends the sandbox with 2 and one sentence that says what to do', async (name, text, expected) => {
  const file = await csv(`${name}.csv`, text);
  const { exit, out, said } = rapport(['sandbox', '--once', '--json', '--data', file]);
  expect([exit, out]).toEqual([2, '']);
  expect(said).toContain(expected);
  expect(said.split('\n')).toHaveLength(1);
});

test.each([
  [
    ['--once', '--record', path.join('no', 'such', 'folder.jsonl')],
    'Cannot write to no/such/folder.jsonl: name a file in a folder that exists.',
  ],
  [
    ['--port', '47000', '--service-port', '47000'],
    'The portal and the service need a port each: give --service-port another one.',
  ],
])('%j is refused with one sentence', (words, sentence) => {
  const { exit, said } = rapport(['sandbox', ...words]);
  expect([exit, said]).toEqual([2, sentence]);
});

test('a port that is taken is named, with the option that gives another', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { exit, said } = rapport(['sandbox', '--port', String(port)]);
  taken.close();
  expect([exit, said]).toEqual([
    2,
    `Port ${port} is in use: stop the other program or give --port another one.`,
  ]);
});

test('a service without its client secret names the variable and writes nothing', async () => {
  const before = await readdir(folder);
  const key = Buffer.alloc(32).toString('base64');
  const env = { HUBSPOT_CLIENT_ID: 'id', PUBLIC_URL: 'https://rapport.example', TOKEN_KEYS: `k1:${key}` };
  const { exit, said } = rapport(['serve'], env);
  expect(exit).toBe(2);
  expect(said).toMatch(/^HUBSPOT_CLIENT_SECRET is missing: .+\.$/);
  expect(await readdir(folder)).toEqual(before);
});

test('a run over a CSV reports one line of JSON in which every contact has a stage', {
  timeout: 120_000,
}, async () => {
  const file = await csv('orders.csv', orders);
  const { exit, out, said } = rapport(['sandbox', '--once', '--json', '--data', file]);
  expect([exit, said]).toEqual([0, '']);
  expect(out.trim().split('\n')).toHaveLength(1);
  const report = JSON.parse(out);
  expect(report).toMatchObject({ contacts: 2, rateLimited: 0, stages: { integrating: 1, initiating: 1 } });
  expect(report.signals).toBeGreaterThanOrEqual(3);
  expect(report.apiCalls.total).toBe(
    Object.values<number>(report.apiCalls.byFamily).reduce((sum, calls) => sum + calls, 0),
  );
  expect(report.propertiesWritten).toBeGreaterThan(10);
});

test('a portal kept in a file goes on where it was, with nothing to write again', {
  timeout: 120_000,
}, async () => {
  const file = await csv('kept.csv', orders);
  const state = path.join(folder, 'portal.json');
  const words = ['sandbox', '--once', '--json', '--state', state];
  const first = JSON.parse(rapport([...words, '--data', file]).out);
  const second = JSON.parse(rapport(words).out);
  expect(first.stages).toEqual({ integrating: 1, initiating: 1 });
  expect(second.stages).toEqual(first.stages);
  expect(second.apiCalls.byFamily['objects.batch.update']).toBeUndefined();
});

test('a portal whose folder another process holds is not started, and nothing of it is written', async () => {
  const state = path.join(folder, 'held.json');
  const lock = await lockFolder(`${state}.store`);
  const before = await readdir(folder);
  const { exit, said } = rapport(['sandbox', '--once', '--json', '--state', state]);
  expect([exit, said]).toEqual([
    2,
    `The folder ${state}.store is in use by process ${process.pid}. Stop that process or choose another folder.`,
  ]);
  expect(await readdir(folder)).toEqual(before);
  await lock.release();
});

test('a first reading that is broken off leaves a portal that goes on', { timeout: 180_000 }, async () => {
  const state = path.join(folder, 'broken-off.json');
  const { PATH = '' } = process.env;
  const words = ['sandbox', '--once', '--contacts', '120', '--state', state];
  const run = spawn(process.execPath, [main, ...words], {
    env: { PATH, ...compileCache() },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve) => {
    run.stdout.on('data', (chunk) => /^[1-9]\d* of /m.test(String(chunk)) && resolve());
  });
  run.kill('SIGINT');
  const [exit] = await once(run, 'exit');
  expect(exit).toBe(130);
  const { stages } = JSON.parse(rapport([...words, '--json']).out);
  expect(Object.values<number>(stages).reduce((sum, n) => sum + n, 0)).toBe(120);
});

test('a file that is no portal is named, and left as it is', async () => {
  const state = await csv('other.json', '{"some":"file"}');
  const { exit, said } = rapport(['sandbox', '--once', '--state', state]);
  expect([exit, said]).toEqual([
    2,
    `${state} is no state of a sandbox portal: name another file or remove it.`,
  ]);
});
