/** `backtest` and `explain` of an installed portal: what they print, and how they refuse. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { backtestCommand } from '../../src/cli/backtest.ts';
import { explainCommand } from '../../src/cli/explain.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { inferIn } from '../../src/infer.ts';
import type { CommandStore } from '../../src/store-for-command.ts';
import { portalContext } from '../../src/usecases/portal-context.ts';
import { livePast } from '../support/past-portal.ts';
import { contact, installation } from '../support/timeline-builders.ts';
import { installedWorld, portal, type WorkWorld } from '../support/work-world.ts';

const auckland = { timeZone: 'Pacific/Auckland' };

async function pastWorld(): Promise<WorkWorld> {
  const world = await installedWorld({}, auckland);
  await livePast(world, { contacts: 120 });
  await world.store.timeline.saveContacts(portal, [contact('1'), contact('2', { objection: true })]);
  return world;
}

/** How often the store was opened and closed again stands in `open` and `closed`. */
function storeOf(world: WorkWorld) {
  const count = { open: 0, closed: 0 };
  const openStore = async (): Promise<CommandStore> => {
    count.open += 1;
    const close = async () => {
      count.closed += 1;
    };
    return { ...world.deps, [Symbol.asyncDispose]: close };
  };
  return { count, openStore };
}

async function run(world: WorkWorld, command: 'backtest' | 'explain', ...words: readonly string[]) {
  let printed = '';
  let bar = '';
  const print = (text: string) => {
    printed += text;
  };
  const progress = (text: string) => {
    bar += text;
  };
  const { count, openStore } = storeOf(world);
  const made =
    command === 'backtest'
      ? backtestCommand({ print, progress }, openStore)
      : explainCommand(print, openStore);
  await made.parseAsync([...words], { from: 'user' });
  expect(count.closed).toBe(count.open);
  return { printed, bar };
}

describe('a back-test of a portal', () => {
  test('is shown as a table under a bar that leaves nothing behind, and kept in the store', async () => {
    const world = await pastWorld();
    const { printed, bar } = await run(world, 'backtest', '--portal', '7');
    expect(printed).toMatch(/^Asked on \d{4}-\d\d-\d\d.*did the customer act within 90 days/);
    expect(printed).toContain('coming apart');
    expect(bar).toContain('█');
    expect(bar.endsWith('\r\u001b[K')).toBe(true);
    expect(await world.store.backtests.find(portal)).toMatchObject({ at: world.clock.at });
  });

  test('as JSON is the stored result', async () => {
    const world = await pastWorld();
    const { printed } = await run(world, 'backtest', '--portal', '7', '--json');
    expect(JSON.parse(printed)).toEqual((await world.store.backtests.find(portal))?.result);
  });
});

describe('a contact of a portal, explained', () => {
  test("is told as on its card: by the portal's own model, and with the dates of its zone", async () => {
    const world = await pastWorld();
    const [id = ''] = await world.store.histories.sample(portal, 1);
    const { printed } = await run(world, 'explain', '--portal', '7', '--contact', id);
    const [stored] = await world.store.timeline.load(portal, [id]);
    if (stored === undefined) throw new Error('The contact is stored');
    const context = await portalContext(world.deps, installation(portal, auckland));
    const { values } = inferIn(context)(stored, world.clock.at);
    expect(printed).toContain(values['rapport_stage_reason']);
    const utc = inferIn({ ...context, installation: installation(portal, { timeZone: 'UTC' }) });
    expect(utc(stored, world.clock.at).values['rapport_stage_reason']).not.toBe(
      values['rapport_stage_reason'],
    );
  });

  test('is the assessment of that contact as JSON, also as of an earlier day, and in German', async () => {
    const world = await pastWorld();
    const [id = ''] = await world.store.histories.sample(portal, 1);
    const json = JSON.parse(
      (await run(world, 'explain', '--portal', '7', '--contact', id, '--json')).printed,
    );
    expect(json).toMatchObject({ contact: id, asOf: world.clock.at, modelVersion: 'shipped-1/90' });
    const words = ['--portal', '7', '--contact', id, '--as-of', '2001-01-01'];
    const early = JSON.parse((await run(world, 'explain', ...words, '--json')).printed);
    expect(early).toMatchObject({ stage: 'not_enough_evidence' });
    const german = await run(world, 'explain', '--portal', '7', '--contact', id, '--lang', 'de');
    expect(german.printed).toContain('Nächster Schritt');
  });

  test('of whom nothing is known, or who objects, is said to be so', async () => {
    const world = await pastWorld();
    const unknown = await run(world, 'explain', '--portal', '7', '--contact', '1');
    expect(unknown.printed).not.toContain('Why');
    const objecting = await run(world, 'explain', '--portal', '7', '--contact', '2');
    expect(objecting.printed).toContain('the person objected');
  });
});

describe('what cannot be asked is refused in one sentence', () => {
  test.each([
    ['backtest', ['--portal', '8'], 'knows no portal 8'],
    ['backtest', ['--portal', 'seven'], 'is "seven", expected the number of a HubSpot account'],
    ['backtest', [], 'either --events'],
    ['backtest', ['--portal', '7', '--events', 'x.csv'], 'either --events'],
    ['backtest', ['--portal', '7', '--horizon', '30'], '--horizon goes with --events'],
    ['backtest', ['--portal', '7', '--as-of', '2026-01-01'], '--as-of goes with --events'],
    ['explain', ['--portal', '7', '--contact', '999'], 'no contact "999"'],
    ['explain', ['--portal', '7', '--contact', '1', '--fit'], '--fit goes with --events'],
    ['explain', ['--events', 'x.csv', '--contact', '1'], '--as-of is missing'],
  ] as const)('%s %j', async (command, words, sentence) => {
    const world = await pastWorld();
    const asked = run(world, command, ...words);
    await expect(asked).rejects.toBeInstanceOf(UsageError);
    await expect(asked).rejects.toThrow(sentence);
  });

  test('a portal that is still being read', async () => {
    const world = await pastWorld();
    await world.store.backfills.start(portal, ['contacts'], 0, null);
    await expect(run(world, 'backtest', '--portal', '7')).rejects.toThrow('not been read to its end');
  });
});

describe('the store of a command', () => {
  function rapport(words: readonly string[], env: Readonly<Record<string, string>>) {
    const main = path.resolve(import.meta.dirname, '../../src/main.ts');
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], {
      env,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }

  test('is asked for no secret, and a folder without one is refused and stays as it is', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'rapport-command-'));
    const missing = path.join(folder, 'store');
    for (const words of [
      ['backtest', '--portal', '7'],
      ['explain', '--portal', '7', '--contact', '1'],
    ]) {
      expect(rapport(words, { DATA_DIR: missing })).toEqual({
        status: 2,
        stdout: '',
        stderr: `There is no store in the folder ${missing}. Set DATA_DIR to the folder of the service, or DATABASE_URL.\n`,
      });
    }
    expect(existsSync(missing)).toBe(false);
    await rm(folder, { recursive: true });
  });

  test('is opened from the folder of a service that stopped, and refused while it runs', {
    timeout: 60_000,
  }, async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'rapport-command-'));
    const database = await openDatabase({ kind: 'folder', path: folder });
    const words = ['backtest', '--portal', '7'];
    const locked = rapport(words, { DATA_DIR: folder });
    expect(locked).toMatchObject({ status: 2, stdout: '' });
    expect(locked.stderr).toBe(
      `The folder ${folder} is in use by process ${process.pid}. Stop that process or choose another folder.\n`,
    );
    await database.close();
    expect(rapport(words, { DATA_DIR: folder })).toEqual({
      status: 2,
      stdout: '',
      stderr: 'This store knows no portal 7: check the id and the store.\n',
    });
    await rm(folder, { recursive: true });
  });

  test('of an unreachable server is refused', () => {
    const env = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
    expect(rapport(['backtest', '--portal', '7'], env)).toMatchObject({ status: 2, stdout: '' });
  });
});
