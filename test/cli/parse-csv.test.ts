import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCsv } from '../../src/cli/parse-csv.ts';
import { UsageError } from '../../src/cli/usage-error.ts';

const fieldsOf = (text: string) => [...parseCsv(text)].map((record) => record.fields);

test('line ends of every system and a missing last one give the same records', () => {
  const records = [
    ['a', 'b'],
    ['1', '2'],
  ];
  for (const text of ['a,b\n1,2\n', 'a,b\r\n1,2\r\n', 'a,b\r1,2', '\uFEFFa,b\n1,2']) {
    expect(fieldsOf(text)).toEqual(records);
  }
});

test('quoted fields hold commas, quotes and line breaks', () => {
  expect(fieldsOf('"a,b","say ""hi""","two\nlines"\n')).toEqual([['a,b', 'say "hi"', 'two\nlines']]);
});

test('records know the line of the file on which they begin', () => {
  const lines = [...parseCsv('a\n\n"x\ny"\nz\n')].map((record) => record.line);
  expect(lines).toEqual([1, 3, 5]);
});

test('empty lines are skipped, a quoted nothing is not lost among fields', () => {
  expect(fieldsOf('\n\na,""\n\n')).toEqual([['a', '']]);
});

test('a quote that is never closed or closed in the middle is refused with its row', () => {
  expect(() => fieldsOf('a\n"b')).toThrow(UsageError);
  expect(() => fieldsOf('a\n"b')).toThrow('Row 2');
  expect(() => fieldsOf('"a"b,c')).toThrow('Row 1');
});

test('whatever is written with quotes is read back', () => {
  const field = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', ' ', 'é') });
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { maxLength: 8 }), (records) => {
      expect(fieldsOf(records.map((fields) => fields.map(quoted).join(',')).join('\r\n'))).toEqual(records);
    }),
    { numRuns: 500 },
  );
});
