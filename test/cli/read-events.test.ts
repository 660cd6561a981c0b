import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { eventsOf, parseTime, readEvents } from '../../src/cli/read-events.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import { defaultSettings } from '../../src/relationship/settings.ts';
import { touchDays } from '../../src/relationship/signal/touch-days.ts';

const header = 'contact,at,kind,by,amount\n';

const one = (row: string) => [...eventsOf(header + row, 'x.csv').values()].flat()[0];

test('a row becomes a signal of its contact', () => {
  expect(one('c1,2024-05-01,order,customer,12.5')).toMatchObject({
    at: Date.parse('2024-05-01'),
    kind: 'order',
    by: 'customer',
    facts: { amount: 12.5 },
  });
});

test('who is won again is won by another deal, whatever the order of rows', () => {
  const rows = [
    'a,2024-01-01,deal_opened,us,',
    'a,2024-02-01,won,customer,9',
    'a,2024-02-01,won,customer,9',
    'a,2024-03-01,deal_qualified,us,',
    'a,2024-04-01,lost,us,',
    'a,2024-05-01,won,customer,5',
  ];
  const deals = (order: string[]) =>
    (eventsOf(header + order.join('\n'), 'x.csv').get('a') ?? [])
      .toSorted((a, b) => a.at - b.at)
      .map((signal) => ('dealId' in signal.facts ? signal.facts.dealId : null));
  const expected = ['deal-1', 'deal-1', 'deal-1', 'deal-2', 'deal-2', 'deal-3'];
  expect(deals(rows)).toEqual(expected);
  expect(deals(rows.toReversed())).toEqual(expected);
  expect(deals(rows.slice(0, 4))).toEqual(expected.slice(0, 4));
});

test('columns may stand in any order, and the amount may be absent', () => {
  const events = eventsOf('by,kind,at,contact\ncustomer,mail,2024-05-01T10:00,c1\n', 'x.csv');
  expect(events.get('c1')?.[0]).toMatchObject({ kind: 'message', at: Date.parse('2024-05-01T10:00Z') });
});

test('contacts come in the order of their names, whatever the order of rows', () => {
  const rows = ['b,2024-01-01,order,customer,1', 'a,2024-01-02,order,customer,1'];
  const names = (order: string[]) => [...eventsOf(header + order.join('\n'), 'x.csv').keys()];
  expect(names(rows)).toEqual(['a', 'b']);
  expect(names(rows.toReversed())).toEqual(['a', 'b']);
});

test('a row given twice is one signal', () => {
  const twice = eventsOf(header + 'a,2024-01-01,order,customer,1\n'.repeat(2), 'x.csv').get('a') ?? [];
  expect(touchDays(twice, defaultSettings)).toMatchObject([{ touches: 1 }]);
});

test.each([
  ['email', 'customer', 'message'],
  ['Purchase', 'customer', 'order'],
  ['phone call', 'both', 'call'],
  ['form-submission', 'customer', 'form'],
  ['closed won', 'us', 'deal_won'],
  ['unsubscribe', 'customer', 'opt_out'],
])('%s by %s is read as %s', (kind, by, expected) => {
  expect(one(`c,2024-01-01,${kind},${by},`)?.kind).toBe(expected);
});

test('an unknown kind is a touch when the customer acted and nothing personal when we did', () => {
  const touchesOf = (by: string) => {
    const signal = one(`c,2024-01-01,pull request,${by},`);
    return signal === undefined ? [] : touchDays([signal], defaultSettings);
  };
  expect(touchesOf('customer')).toMatchObject([{ touches: 1, inbound: true }]);
  expect(touchesOf('both')).toMatchObject([{ touches: 1, inbound: false }]);
  expect(touchesOf('us')).toEqual([]);
  expect(touchesOf('system')).toEqual([]);
  expect(one('c,2024-01-01,pull request,us,')).toMatchObject({ kind: 'message', facts: { personal: false } });
});

test('a row may end before the amount where that is the last column', () => {
  expect(one('c,2024-01-01,mail,customer')).toMatchObject({ kind: 'message' });
  const inside = 'contact,at,amount,kind,by\nc,2024-01-01,order,customer\n';
  expect(() => eventsOf(inside, 'x.csv')).toThrow('row 2: 4 fields where the header has 5');
});

test('an order below zero is a refund, and one without an amount is paid', () => {
  expect(one('c,2024-01-01,order,customer,-5')).toMatchObject({ kind: 'refund', facts: { amount: 5 } });
  expect(one('c,2024-01-01,order,customer,')).toMatchObject({ kind: 'order', facts: { amount: 1 } });
});

test.each([
  ['', 'x.csv is empty'],
  ['contact,at,kind\n', 'column "by" is missing'],
  ['contact,at,kind,by,colour\n', 'unknown column "colour"'],
  ['contact,at,at,kind,by\n', 'column "at" stands there twice'],
  [header, 'no events'],
  [
    `${header}c,2024-01-01,order,customer,1\nc,yesterday,order,customer,1\n`,
    'row 3: "yesterday" is no ISO date',
  ],
  [`${header}c,1969-12-31,order,customer,1\n`, 'row 2: "1969-12-31"'],
  [`${header}c,2024-02-30,order,customer,1\n`, 'row 2: "2024-02-30"'],
  [`${header},2024-01-01,order,customer,1\n`, 'row 2: the contact is empty'],
  [`${header}c,2024-01-01,order,boss,1\n`, 'row 2: by is "boss"'],
  [`${header}c,2024-01-01,order,customer,NaN\n`, 'row 2: the amount "NaN"'],
  [`${header}c,2024-01-01,order\n`, 'row 2: 3 fields where the header has 5'],
])('%j is refused in one sentence', (text, sentence) => {
  expect(() => eventsOf(text, 'x.csv')).toThrow(UsageError);
  expect(() => eventsOf(text, 'x.csv')).toThrow(sentence);
});

test('times are read in every ISO form, UTC where no zone is named', () => {
  const noon = Date.parse('2024-05-01T12:00:00Z');
  for (const text of ['2024-05-01T12:00:00Z', '2024-05-01 12:00', '2024-05-01T14:00:00.000+02:00']) {
    expect(parseTime(text)).toBe(noon);
  }
  expect(parseTime('2024-05-01T12:00:00.123456Z')).toBe(noon + 123);
  expect(parseTime('2024-05-01T10:30:00-0130')).toBe(noon);
  for (const text of [
    '2024-05-01T24:00',
    '2024-05-01T12:60',
    '2024-05-01T12:00:61',
    '01.05.2024',
    '2024-13-01',
  ]) {
    expect(parseTime(text)).toBeNull();
  }
});

test('a file that is not there is a usage error with its cause', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'events-'));
  try {
    await expect(readEvents(path.join(folder, 'none.csv'))).rejects.toThrow(UsageError);
    await writeFile(path.join(folder, 'one.csv'), `${header}c,2024-01-01,order,customer,1\n`);
    expect((await readEvents(path.join(folder, 'one.csv'))).size).toBe(1);
  } finally {
    await rm(folder, { recursive: true });
  }
});
