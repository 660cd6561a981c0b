import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { doctorCommand } from '../../src/cli/doctor.ts';
import { eraseCommand } from '../../src/cli/erase.ts';
import { exportCommand } from '../../src/cli/export.ts';
import { keysCommand } from '../../src/cli/keys.ts';
import { parkedCommand } from '../../src/cli/parked.ts';
import { replayCommand } from '../../src/cli/replay.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import { createPersonalData } from '../../src/db/personal-data.ts';
import { inferIn } from '../../src/infer.ts';
import type { OperatorStore } from '../../src/operator-store.ts';
import { broken, well } from '../../src/usecases/diagnose.ts';
import { portalContext } from '../../src/usecases/portal-context.ts';
import { testStore } from '../support/database.ts';
import { activity, contact, installation, message } from '../support/timeline-builders.ts';
import { portal, workWorld } from '../support/work-world.ts';

afterEach(() => {
  process.exitCode = undefined;
});

async function operatorWorld() {
  const opened = await testStore();
  const world = workWorld({}, { store: opened.store, clock: opened.clock });
  await opened.store.installations.save(installation(portal));
  await opened.store.timeline.saveContacts(portal, [contact('1'), contact('2')]);
  await opened.store.timeline.saveActivities(portal, [
    activity('emails', '10', ['1', '2'], { signals: [message('emails:10', opened.clock.at - 86_400_000)] }),
  ]);
  const openStore = async (): Promise<OperatorStore> => ({
    ...world.deps,
    ...opened.store,
    personalData: createPersonalData(opened.database),
    [Symbol.asyncDispose]: async () => {},
  });
  return { ...opened, world, openStore, [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose]() };
}

type Opener = () => Promise<OperatorStore>;
const commands = { export: exportCommand, erase: eraseCommand, parked: parkedCommand, replay: replayCommand };

async function run(
  name: keyof typeof commands,
  openStore: Opener,
  ...words: readonly string[]
): Promise<string> {
  let printed = '';
  const print = (text: string) => {
    printed += text;
  };
  await commands[name](print, openStore).parseAsync([...words], { from: 'user' });
  return printed;
}

const of = (id: string) => ['--portal', String(portal), '--contact', id];

describe('a person', () => {
  test('is exported with class and purpose of every datum, and of nobody else anything', async () => {
    await using at = await operatorWorld();
    const told = JSON.parse(await run('export', at.openStore, ...of('1')));
    expect(told).toMatchObject({ portal, contact: '1', tables: [{ table: 'contact' }, { table: 'signal' }] });
    for (const { rows, classes, purpose } of told.tables) {
      expect(purpose).toMatch(/^To /);
      for (const column of Object.keys(rows[0])) expect(classes).toHaveProperty(column);
    }
    expect(JSON.stringify(told)).not.toContain('Contact 2');
  });

  test('is erased only when told twice, and then nothing is left', async () => {
    await using at = await operatorWorld();
    await expect(run('erase', at.openStore, ...of('1'))).rejects.toThrow('2 rows about contact 1');
    expect(await at.store.timeline.knows(portal, '1')).toBe(true);
    expect(await run('erase', at.openStore, ...of('1'), '--yes')).toContain('2 rows about contact 1');
    await at.store.timeline.saveContacts(portal, [contact('1', { modifiedAt: 99 })]);
    expect(await at.store.timeline.knows(portal, '1')).toBe(false);
    expect(await at.store.timeline.knows(portal, '2')).toBe(true);
    await expect(run('export', at.openStore, ...of('1'))).rejects.toBeInstanceOf(UsageError);
  });
});

describe('a replay', () => {
  async function assessed() {
    const at = await operatorWorld();
    const [stored] = await at.store.timeline.load(portal, ['1']);
    if (stored === undefined) throw new Error('The contact is stored');
    const context = await portalContext(at.world.deps, installation(portal));
    const { assessment } = inferIn(context)(stored, at.clock.at);
    await at.store.assessments.save(portal, [{ contactId: '1', assessment, writing: false }]);
    return at;
  }

  test('of a stored assessment is identical, whenever it is made', async () => {
    await using at = await assessed();
    at.clock.at += 90 * 86_400_000;
    expect(await run('replay', at.openStore, ...of('1'))).toMatch(/^Identical, by model/);
    expect(process.exitCode).toBeUndefined();
  });

  test('names what differs once more is known, and exits 1', async () => {
    await using at = await assessed();
    const signals = [message('emails:11', at.clock.at - 3_600_000)];
    await at.store.timeline.saveActivities(portal, [activity('emails', '11', ['1'], { signals })]);
    expect(await run('replay', at.openStore, ...of('1'))).toContain('lastTouchAt');
    expect(process.exitCode).toBe(1);
  });

  test('of a contact without an assessment is refused', async () => {
    await using at = await operatorWorld();
    await expect(run('replay', at.openStore, ...of('2'))).rejects.toThrow('no stored assessment');
  });
});

describe('parked work', () => {
  test('is shown, tried again by name or all of it, and what is unknown is refused', async () => {
    await using at = await operatorWorld();
    const park = (subject: string) => at.store.parking.park(portal, { subject, reason: 'x', at: 1 });
    for (const subject of ['contacts:1', 'event:planet.creation', 'emails:10']) await park(subject);
    const shown = await run('parked', at.openStore, '--portal', '7');
    expect(shown).toContain('contacts:1');
    expect(shown).toMatch(/event:planet.creation.*nothing to try again/);
    await expect(run('parked', at.openStore, '--portal', '7', '--retry', 'calls:1')).rejects.toThrow(
      'Nothing is parked as',
    );
    expect(await run('parked', at.openStore, '--portal', '7', '--retry', 'emails:10')).toContain(
      '1 taken up again',
    );
    expect(await run('parked', at.openStore, '--portal', '7', '--retry')).toContain('2 taken up again');
    expect(await run('parked', at.openStore, '--portal', '7')).toBe('Nothing is parked.\n');
    expect(await at.store.dirtyRecords.count(portal)).toBe(2);
  });

  test('of no portal is what nobody could be told', async () => {
    await using at = await operatorWorld();
    await at.store.parking.park(0, { subject: 'portal:9', reason: 'unknown-portal', at: 1 });
    expect(await run('parked', at.openStore)).toContain('unknown-portal');
  });
});

describe('keys', () => {
  const rotated = async (unopened: { portal: number; keyId: string }[]) => {
    let printed = '';
    const command = keysCommand(
      (text) => {
        printed += text;
      },
      async () => ({ resealed: 3, current: 2, unopened }),
    );
    await command.parseAsync(['rotate'], { from: 'user' });
    return printed;
  };

  test('that sealed nothing any more may go', async () => {
    expect(await rotated([])).toBe(
      '3 sealed anew, 2 were sealed with the newest key already.\nKeys behind the first one can be taken out of TOKEN_KEYS.\n',
    );
    expect(process.exitCode).toBeUndefined();
  });

  test('that are missing are named with the portal that needs them, and exit 1', async () => {
    expect(await rotated([{ portal: 7, keyId: 'k0' }])).toContain('add the key k0');
    expect(process.exitCode).toBe(1);
  });
});

describe('the doctor', () => {
  test('says one line per finding with what to do, and exits 1 when something is broken', async () => {
    let printed = '';
    const findings = [well('clock', 'is within 0 s'), broken('database', 'cannot be used', 'Start it.')];
    const print = (text: string) => {
      printed += text;
    };
    await doctorCommand(print, async () => findings).parseAsync([], { from: 'user' });
    expect(printed).toBe('ok      clock is within 0 s.\nBROKEN  database cannot be used. Start it.\n');
    expect(process.exitCode).toBe(1);
  });
});

describe('bad input exits 2 in one sentence', () => {
  const main = path.resolve(import.meta.dirname, '../../src/main.ts');
  test.each([
    ['export', '--portal', 'seven', '--contact', '1'],
    ['export', '--portal', '7', '--contact', 'Jane'],
    ['erase', '--portal', '7'],
    ['replay', '--portal', '7', '--contact', '1', '--nonsense'],
    ['parked', '--portal', '7'],
    ['keys', 'rotate'],
    ['doctor', '--portal', 'x'],
  ])('%s %s %s', (...words) => {
    const env = { DATA_DIR: path.join(import.meta.dirname, 'no-such-folder') };
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], {
      env,
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).not.toMatch(/ at .*\.ts/);
    expect(stderr.trim()).not.toBe('');
  });
});
