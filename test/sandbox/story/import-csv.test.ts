import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSandboxClock } from '../../../src/sandbox/clock/sandbox-clock.ts';
import type { SandboxRecord } from '../../../src/sandbox/sandbox-record.ts';
import { createStore } from '../../../src/sandbox/store.ts';
import { importCsv } from '../../../src/sandbox/story/import-csv.ts';
import { StoryError } from '../../../src/sandbox/story/story-error.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'story-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(text: string): string {
  const name = path.join(folder, 'events.csv');
  writeFileSync(name, text);
  return name;
}

const rows = (...lines: readonly string[]) =>
  importCsv(file(['contact,at,kind,by,amount', ...lines].join('\n')));
const recordsOf = (...lines: readonly string[]): SandboxRecord[] => [...rows(...lines).records()];
const activities = (...lines: readonly string[]) =>
  recordsOf(...lines).filter(({ type }) => type !== 'owners' && type !== 'contacts');
const contacts = (...lines: readonly string[]) =>
  recordsOf(...lines).filter(({ type }) => type === 'contacts');

describe('a CSV of real activity', () => {
  test('becomes one contact per id and one object per row', () => {
    const story = rows(
      'a,2026-01-02,order,customer,20',
      'b,2026-01-03,email,us,',
      'a,2026-02-01T10:00:00Z,call,both,',
    );
    expect(story).toMatchObject({ contacts: 2, rows: 3, lastAt: Date.UTC(2026, 1, 1, 10) });
    const types = [...story.records()].map(({ type }) => type);
    expect(types).toEqual(['owners', 'contacts', 'contacts', 'orders', 'emails', 'calls']);
  });

  test('can be read again', () => {
    const story = rows('a,2026-01-02,order,customer,20', 'b,2026-01-03,email,us,');
    expect([...story.records()]).toEqual([...story.records()]);
  });

  test('links each activity to the contact of its row', () => {
    const all = recordsOf('a,2026-01-02,order,customer,20', 'b,2026-01-03,email,us,');
    const [a, b] = all.filter(({ type }) => type === 'contacts');
    const linked = (type: string) => all.find((one) => one.type === type)?.associations;
    expect(linked('orders')).toEqual([{ type: 'contacts', id: a?.id }]);
    expect(linked('emails')).toEqual([{ type: 'contacts', id: b?.id }]);
  });

  test('starts a contact with its earliest row, in whatever order rows come', () => {
    const [contact] = contacts('a,2026-03-02,email,us,', 'a,2026-01-02,email,us,', 'a,2026-02-02,email,us,');
    expect(contact?.createdAt).toBe(Date.UTC(2026, 0, 2));
    expect(contact?.updatedAt).toBe(Date.UTC(2026, 2, 2));
  });

  test('keeps the id readable beside an invented name that is always the same', () => {
    const [one] = contacts('00017,2026-01-02,email,us,');
    const [again] = contacts('x,2026-01-01,email,us,', '00017,2026-01-02,email,us,').slice(1);
    expect(one?.properties['lastname']).toMatch(/^\S.* \(00017\)$/);
    expect(again?.properties['lastname']).toBe(one?.properties['lastname']);
    expect(again?.properties['firstname']).toBe(one?.properties['firstname']);
  });

  test('takes an address as an address and its parts as the name', () => {
    const [contact] = contacts('mara.holloway@shop.example,2026-01-02,email,us,');
    expect(contact?.properties).toMatchObject({
      email: 'mara.holloway@shop.example',
      firstname: 'Mara',
      lastname: 'Holloway',
    });
  });

  test('fits into the portal, whatever the kinds', () => {
    const kinds =
      'message newsletter bounce call meeting no_show decline booking meeting_planned order refund ticket complaint nps csat survey ' +
      'deal_opened deal_qualified won lost cancellation competitor price_objection postal automation sms whatsapp linkedin chat ' +
      'form page_view ad opt_out opt_in became_customer imported pull_request';
    const lines = kinds
      .split(' ')
      .flatMap((kind) =>
        ['customer', 'us', 'both', 'system'].map((by, day) => `${kind},2026-01-0${day + 1},${kind},${by},5`),
      );
    const records = recordsOf(...lines);
    const store = createStore({ clock: createSandboxClock(Date.UTC(2026, 1, 1)), customPropertyLimit: 1000 });
    expect(store.load(records)).toBe(records.length);
  });
});

describe('what stands on the contact', () => {
  test('is the first and the latest form; those between are messages', () => {
    const lines = [
      'a,2026-01-01,form,customer,',
      'a,2026-01-05,form,customer,',
      'a,2026-01-09,form,customer,',
    ];
    expect(contacts(...lines)[0]?.properties).toMatchObject({
      first_conversion_date: '2026-01-01T00:00:00.000Z',
      recent_conversion_date: '2026-01-09T00:00:00.000Z',
      num_conversion_events: '3',
    });
    expect(activities(...lines).map(({ type, createdAt }) => [type, createdAt])).toEqual([
      ['communications', Date.UTC(2026, 0, 5)],
    ]);
  });

  test('is an opt-out with its day', () => {
    const [contact] = contacts('a,2026-01-01,email,us,', 'a,2026-01-05,unsubscribe,customer,');
    expect(contact?.properties['hs_email_optout']).toBe('true');
    expect(contact?.valuesSince).toEqual({ hs_email_optout: Date.UTC(2026, 0, 5) });
  });

  test('is no opt-out once they opted in again', () => {
    const lines = ['a,2026-01-09,opt_in,customer,', 'a,2026-01-05,opt_out,customer,'];
    expect(contacts(...lines)[0]?.properties['hs_email_optout']).toBeUndefined();
    expect(contacts(...lines.toReversed())[0]?.properties['hs_email_optout']).toBeUndefined();
  });

  test('is how they came', () => {
    expect(contacts('a,2026-01-05,page_view,customer,')[0]?.properties).toMatchObject({
      hs_analytics_source: 'DIRECT_TRAFFIC',
    });
    expect(contacts('a,2026-01-05,ad,system,')[0]?.properties).toMatchObject({
      hs_analytics_source: 'PAID_SEARCH',
    });
    expect(contacts('a,2026-01-05,email,us,')[0]?.properties).toMatchObject({
      hs_analytics_source: 'OFFLINE',
    });
  });
});

describe('the file', () => {
  test('may come from a spreadsheet: byte order mark, CRLF, quotes, blank lines, columns in any order', () => {
    const text =
      '\uFEFF"By",Kind,AT,Contact\r\ncustomer,order,2026-01-02,"Smith, ""Jo"""\r\n\r\nus,email,2026-01-03 08:15,x\r\n';
    const story = importCsv(file(text));
    expect(story).toMatchObject({ contacts: 2, rows: 2, lastAt: Date.UTC(2026, 0, 3, 8, 15) });
    const [smith] = [...story.records()].filter(({ type }) => type === 'contacts');
    expect(smith?.properties['lastname']).toContain('(Smith, "Jo")');
  });

  test('is read whole where it is longer than what is read at once', () => {
    const lines = Array.from(
      { length: 5000 },
      (_, index) => `kündin ${index % 7},2026-01-02,order,customer,${index}`,
    );
    const story = rows(...lines);
    expect(story).toMatchObject({ contacts: 7, rows: 5000 });
    const prices = [...story.records()].flatMap(({ properties }) => properties['hs_total_price'] ?? []);
    expect(prices).toEqual(lines.map((_, index) => String(index)));
  });

  test('may name a zone; without one times are UTC', () => {
    expect(rows('a,2026-01-02T10:00+02:00,order,customer,').lastAt).toBe(Date.UTC(2026, 0, 2, 8));
    expect(rows('a,2026-01-02T10:00:30.5,order,customer,').lastAt).toBe(Date.UTC(2026, 0, 2, 10, 0, 30, 500));
  });

  const good = 'a,2026-01-02,order,customer,5';
  test.each([
    ['an empty file', '', /is empty: give it a header/],
    ['a header alone', 'contact,at,kind,by\n', /has a header and no rows: add/],
    [
      'an unknown column',
      `contact,at,kind,by,colour\n${good}`,
      /unknown column "colour": rename or remove it/,
    ],
    ['a missing column', 'contact,at,kind\na,2026-01-02,order', /lacks the column "by": add it/],
    ['a column that stands twice', 'contact,at,kind,by,by\n', /the column "by" twice/],
    [
      'a date that is none',
      `contact,at,kind,by,amount\n${good}\na,yesterday,order,customer,5`,
      /^Row 3 of .*"yesterday"/,
    ],
    ['a day no calendar has', 'contact,at,kind,by\na,2026-02-30,order,customer', /^Row 2 of .*"2026-02-30"/],
    ['a time before 1970', 'contact,at,kind,by\na,1969-12-31,order,customer', /^Row 2 of .*from 1970 on/],
    [
      'an unknown actor',
      'contact,at,kind,by\na,2026-01-02,order,me',
      /^Row 2 of .*"me".*customer, us, both or system/,
    ],
    [
      'an amount that is no number',
      'contact,at,kind,by,amount\na,2026-01-02,order,us,five',
      /^Row 2 of .*"five"/,
    ],
    ['a row without a contact', 'contact,at,kind,by\n ,2026-01-02,order,us', /^Row 2 of .*names no contact/],
    ['a row with too many fields', 'contact,at,kind,by\na,2026-01-02,order,us,9', /^Row 2 of .*has 5 fields/],
    ['a quote left open', 'contact,at,kind,by\n"a,2026-01-02,order,us', /^Row 2 of .*opens a quote/],
  ])('with %s is refused with one sentence that says what to do', (_title, text, message) => {
    const attempt = () => importCsv(file(text));
    expect(attempt).toThrow(StoryError);
    expect(attempt).toThrow(message);
  });

  test('that is not there is refused by its name', () => {
    expect(() => importCsv(path.join(folder, 'absent.csv'))).toThrow(/Cannot open .*absent\.csv/);
  });
});
