import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backtestCommand } from '../../src/cli/backtest.ts';
import { eventsOf } from '../../src/cli/read-events.ts';
import { scoreCommand } from '../../src/cli/score.ts';
import { scoreEvents } from '../../src/cli/score-events.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import { ordinaryPortal, portalHistories } from '../relationship/fit/portals.ts';

const day = (n: number) => new Date(n * 86_400_000).toISOString().slice(0, 10);

/** A made portal as a CSV of orders. */
const rows = portalHistories({ ...ordinaryPortal, contacts: 300 }).flatMap((days, i) =>
  days.map((d) => `c${String(i).padStart(3, '0')},${day(d.day)},order,customer,10`),
);
const csv = `contact,at,kind,by,amount\n${rows.join('\n')}\n`;
const asOf = 18_000 + ordinaryPortal.days - 90;
const endOfDay = (n: number) => (n + 1) * 86_400_000 - 1;

let folder = '';
let file = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'score-'));
  file = path.join(folder, 'events.csv');
  await writeFile(file, csv);
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function run(args: string[]): Promise<string> {
  let out = '';
  await scoreCommand((text) => {
    out += text;
  }).parseAsync(args, { from: 'user' });
  return out;
}

const linesOf = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('every contact with an event by the date is one line with the promised keys', async () => {
  const lines = linesOf(await run(['--events', file, '--as-of', day(asOf)]));
  const known = new Set(
    rows.filter((row) => (row.split(',')[1] ?? '') <= day(asOf)).map((row) => row.split(',')[0]),
  );
  expect(lines.map((line) => line.contact)).toEqual([...known].sort());
  for (const line of lines) {
    expect(Object.keys(line)).toEqual([
      'contact',
      'stage',
      'flight',
      'vitality',
      'validUntil',
      'nextStage',
      'epoch',
    ]);
    expect(line.vitality).toBeGreaterThan(0);
    expect(line.vitality).toBeLessThan(1);
    if (line.validUntil !== null) expect(line.validUntil > day(asOf)).toBe(true);
  }
});

test('rows after the date change nothing, with and without a refit', async () => {
  const cut = path.join(folder, 'cut.csv');
  const past = rows.filter((row) => (row.split(',')[1] ?? '') <= day(asOf));
  await writeFile(cut, `contact,at,kind,by,amount\n${past.join('\n')}\n`);
  for (const more of [[], ['--fit']]) {
    const args = ['--as-of', day(asOf), '--horizon', '60', ...more];
    expect(await run(['--events', file, ...args])).toBe(await run(['--events', cut, ...args]));
  }
});

test('the order of rows leaves no trace', async () => {
  const shuffled = path.join(folder, 'shuffled.csv');
  const other = rows.toSorted((a, b) =>
    a.split(',').toReversed().join() < b.split(',').toReversed().join() ? 1 : -1,
  );
  await writeFile(shuffled, `contact,at,kind,by,amount\n${other.join('\n')}\n`);
  const args = ['--as-of', day(asOf), '--fit'];
  expect(await run(['--events', shuffled, ...args])).toBe(await run(['--events', file, ...args]));
});

test('a refit moves vitality, and ranks who returns at least as well as silence does', () => {
  const events = eventsOf(csv, 'made');
  const options = { now: endOfDay(asOf), horizonDays: 90 };
  const shipped = [...scoreEvents(events, { ...options, fit: false })];
  const fitted = [...scoreEvents(events, { ...options, fit: true })];
  expect(fitted.map((s) => s.vitality)).not.toEqual(shipped.map((s) => s.vitality));
  const next = (contact: string) =>
    events.get(contact)?.some(({ at }) => at > endOfDay(asOf) && at <= endOfDay(asOf + 90)) ?? false;
  const meanVitality = (returned: boolean) => {
    const those = fitted.filter((s) => next(s.contact) === returned).map((s) => s.vitality ?? 0);
    return those.reduce((sum, v) => sum + v, 0) / those.length;
  };
  expect(meanVitality(true)).toBeGreaterThan(meanVitality(false) + 0.2);
});

test('a date includes its whole day, a time only what was before it', () => {
  const events = eventsOf('contact,at,kind,by\nc,2024-05-01T18:00Z,order,customer\n', 'x');
  const at = (now: string) => [...scoreEvents(events, { now: Date.parse(now), horizonDays: 90, fit: false })];
  expect(at('2024-05-01T17:59:59Z')).toEqual([]);
  expect(at('2024-05-01T18:00:00Z')).toHaveLength(1);
});

test.each([
  [['--as-of', 'soon'], '--as-of is "soon"'],
  [['--as-of', '2024-01-01', '--horizon', '0'], '--horizon is "0"'],
  [['--as-of', '2024-01-01', '--horizon', '1e99'], '--horizon is "1e99"'],
])('%j is refused before anything is printed', async (args, sentence) => {
  let printed = '';
  const command = scoreCommand((text) => {
    printed += text;
  });
  const running = command.parseAsync(['--events', file, ...args], { from: 'user' });
  await expect(running).rejects.toThrow(UsageError);
  await expect(running).rejects.toThrow(sentence);
  expect(printed).toBe('');
});

test('the back-test prints a table for people and one JSON value for programs', async () => {
  const printed: string[] = [];
  const bars: string[] = [];
  const command = () =>
    backtestCommand({ print: (text) => printed.push(text), progress: (text) => bars.push(text) });
  await command().parseAsync(['--events', file], { from: 'user' });
  await command().parseAsync(['--events', file, '--json'], { from: 'user' });
  const [shown = '', json = ''] = printed;
  const result = JSON.parse(json);
  expect(result).toMatchObject({ kind: 'done', horizonDays: 90 });
  expect(shown).toContain(`${result.outcomes} outcomes`);
  expect(shown).toMatch(/stagnating +\d+ +\d+\.\d %/);
  // The last thing a bar does is to leave its line empty.
  expect(bars.at(-1)).toBe('\r\u001b[K');
});

test('a back-test of a handful of contacts says that there is too little data', async () => {
  const few = path.join(folder, 'few.csv');
  await writeFile(few, `contact,at,kind,by,amount\n${rows.slice(0, 12).join('\n')}\n`);
  const printed: string[] = [];
  await backtestCommand({ print: (text) => printed.push(text), progress: null }).parseAsync(
    ['--events', few],
    {
      from: 'user',
    },
  );
  expect(printed.join('')).toMatch(/^Too little data: \d+ known outcomes, 100 needed\.\n$/);
});
