import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factProperties } from '../../../src/hubspot/facts/contact-facts.ts';
import { factRows } from '../../../src/hubspot/facts/mapping-facts.ts';
import { contactProperties, contactSignals } from '../../../src/hubspot/signals/contacts.ts';
import { defaultMapping, happenedAt, toTime } from '../../../src/hubspot/signals/crm-record.ts';
import { mapping, signalsDocument } from '../../../src/hubspot/signals/mapping.ts';
import { translations } from '../../../src/hubspot/signals/translations.ts';
import { loadManifest } from '../../../src/manifest.ts';
import type { Signal, SignalKind } from '../../../src/relationship/signal/signal.ts';
import { activityTypes, type RecordType } from '../../../src/usecases/ports.ts';
import { mappedLists } from '../../../src/usecases/property-mapping.ts';
import { activity, created, fullyMapped, happened, iso, modified } from './records.ts';

/** Every kind must be named here, or this file does not compile. */
const everyKind: Readonly<Record<SignalKind, true>> = {
  message: true,
  call: true,
  booking: true,
  meeting: true,
  meeting_planned: true,
  no_show: true,
  decline: true,
  meeting_cancelled: true,
  form: true,
  ticket: true,
  complaint: true,
  order: true,
  refund: true,
  survey: true,
  referral: true,
  review: true,
  opt_in: true,
  opt_out: true,
  deal_opened: true,
  deal_qualified: true,
  deal_changed: true,
  deal_won: true,
  deal_lost: true,
  quote_sent: true,
  renewal: true,
  competitor: true,
  price_objection: true,
  downgrade: true,
  term: true,
  loyalty: true,
  became_customer: true,
  registered: true,
  page_view: true,
  click: true,
  ad: true,
  referred: true,
  cancellation: true,
  stop_request: true,
  account_closed: true,
  project_completed: true,
  bounce: true,
  automation: true,
  imported: true,
};

/** Read beside the signals: names for our own pages, facts, and dates that others fall back on. */
const noSignal = [
  'firstname',
  'lastname',
  'lastmodifieddate',
  'hs_createdate',
  'hs_lastmodifieddate',
  'hs_timestamp',
];

const types: readonly RecordType[] = ['contacts', ...activityTypes];
const propertiesOf = (type: RecordType) =>
  type === 'contacts'
    ? [...contactProperties(fullyMapped), ...factProperties(fullyMapped)]
    : translations[type].properties(fullyMapped);

describe('the mapping table', () => {
  it('stands in docs/signals.md', () => {
    expect(readFileSync(new URL('../../../docs/signals.md', import.meta.url), 'utf8')).toBe(
      signalsDocument(),
    );
  });

  it('names every kind of signal', () => {
    const named = new Set(mapping.map(({ kind }) => kind));
    expect([...named].sort()).toEqual(Object.keys(everyKind).sort());
  });

  it.each(types)('holds every property that is read of %s, and only such', (type) => {
    const rows = [
      ...mapping.filter(({ object }) => object === type),
      ...(type === 'contacts' ? factRows : []),
    ];
    const lists: readonly string[] = mappedLists;
    const named = rows.flatMap(({ mapped = [] }) => mapped.filter((field) => !lists.includes(field)));
    const told = new Set([...rows.flatMap((row) => row.properties), ...named.map((field) => `own_${field}`)]);
    const starred = (name: string) => {
      if (/^hs_email_optout_\d+$/.test(name)) return 'hs_email_optout_*';
      const isStage = name.startsWith('hs_v2_date_entered_') && !name.endsWith('current_stage');
      return isStage ? 'hs_v2_date_entered_*' : name;
    };
    const read = new Set(propertiesOf(type).map(starred));
    expect([...read].filter((name) => !told.has(name) && !noSignal.includes(name))).toEqual([]);
    expect([...told].filter((name) => !read.has(name))).toEqual([]);
  });

  it('asks for scopes that the app declares', () => {
    const { required, optional } = loadManifest().scopes;
    const declared = [...required, ...optional].map(({ name }) => name);
    for (const { scope } of [...mapping, ...factRows]) if (scope !== null) expect(declared).toContain(scope);
  });

  it('says of each row what is lost without it', () => {
    for (const { rule, lost } of [...mapping, ...factRows])
      expect(rule.length * lost.length).toBeGreaterThan(0);
  });
});

const text = fc.oneof(
  fc.constantFrom(
    '',
    'true',
    'false',
    '0',
    '-1',
    '1e309',
    'NaN',
    iso(happened),
    String(happened),
    'COMPLETED',
    'EMAIL',
    'INCOMING_EMAIL',
    'NO_SHOW',
    'won',
    'lost',
    'offer',
    'delivered',
    'NPS',
    'COMPLAINT',
    'customer',
    '{"to":[1]}',
    'do not contact: price, competitor',
  ),
  fc.string(),
);

describe('any record whatever its values', () => {
  const anyRecord = fc.constantFrom(...types).chain((type) =>
    fc.record({
      type: fc.constant(type),
      properties: fc.dictionary(fc.constantFrom(...propertiesOf(type)), text, { maxKeys: 40 }),
    }),
  );
  const translate = ({
    type,
    properties,
  }: {
    type: RecordType;
    properties: Record<string, string>;
  }): Signal[] => {
    const it = { type, id: '5', properties, createdAt: created, modifiedAt: modified, contacts: 1 };
    return type === 'contacts'
      ? contactSignals(it, fullyMapped)
      : translations[type].signals(it, fullyMapped);
  };

  it('gives signals with times that are times, ids that are unique, and a row in the table', () => {
    fc.assert(
      fc.property(anyRecord, (one) => {
        const signals = translate(one);
        expect(new Set(signals.map(({ id }) => id)).size).toBe(signals.length);
        for (const { kind, by, at, source } of signals) {
          expect(Number.isFinite(at) && at >= 0 && at <= 8.64e15).toBe(true);
          expect(source).toBe(`${one.type}:5`);
          expect(
            mapping.some((row) => row.kind === kind && row.object === one.type && row.by.includes(by)),
          ).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps no content: nothing that people wrote stands in its signals', () => {
    const contents = [
      'hs_email_headers',
      'closed_lost_reason',
      'hs_email_from_email',
      'firstname',
      'lastname',
      'email',
    ];
    const written = Object.fromEntries(
      contents.map((name) => [name, 'Dear Ada, the price of secrecy is 4711']),
    );
    fc.assert(
      fc.property(anyRecord, (one) => {
        const said = translate({ ...one, properties: { ...one.properties, ...written } });
        expect(JSON.stringify(said)).not.toContain('secrecy');
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a time', () => {
  it.each<[string, string, number | null]>([
    ['ISO text', '2026-01-12T09:00:00Z', happened],
    ['ISO text with ms', '2026-01-12T09:00:00.000Z', happened],
    ['a date', '2026-01-12', happened - 9 * 3_600_000],
    ['ms', String(happened), happened],
    ['seconds', String(happened / 1000), happened],
    ['the epoch', '0', 0],
    ['before 1970', '1969-12-31', null],
    ['a negative number', '-5', null],
    ['beyond what a date can be', '9'.repeat(18), null],
    ['no date', 'yesterday', null],
    ['nothing', '', null],
  ])('given as %s', (_name, given, expected) => {
    expect(toTime(given)).toBe(expected);
  });

  it('that is none is replaced by the creation of the record', () => {
    for (const hs_timestamp of ['', 'soon', '1969-01-01', '-1']) {
      expect(happenedAt(activity('calls', { hs_timestamp }))).toBe(created);
    }
  });
});

describe('the settings of the mapping', () => {
  it('say each word list in lower case, as it is compared', () => {
    const { doNotContactWords, competitorWords, priceWords, roleMailboxes } = defaultMapping;
    for (const word of [...doNotContactWords, ...competitorWords, ...priceWords, ...roleMailboxes]) {
      expect(word).toBe(word.toLowerCase());
    }
  });
});
