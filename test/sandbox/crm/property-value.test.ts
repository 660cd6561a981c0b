import { describe, expect, test } from 'vitest';
import type { PropertyDefinition } from '../../../src/sandbox/crm/property-definition.ts';
import { checkValue } from '../../../src/sandbox/crm/property-value.ts';

function property(about: Partial<PropertyDefinition>): PropertyDefinition {
  return {
    name: 'p',
    label: 'P',
    description: '',
    groupName: 'g',
    type: 'string',
    fieldType: 'text',
    options: [],
    displayOrder: 0,
    hidden: false,
    formField: false,
    hasUniqueValue: false,
    hubspotDefined: false,
    readOnlyValue: false,
    externalOptions: false,
    dataSensitivity: 'non_sensitive',
    createdAt: 0,
    updatedAt: 0,
    archivedAt: 0,
    ...about,
  };
}

const options = ['a', 'b'].map((value, displayOrder) => ({
  value,
  label: value,
  displayOrder,
  hidden: false,
}));
const select = property({ type: 'enumeration', fieldType: 'select', options });
const several = property({ type: 'enumeration', fieldType: 'checkbox', options });
const date = property({ type: 'date', fieldType: 'date' });
const datetime = property({ type: 'datetime', fieldType: 'date' });
const number = property({ type: 'number', fieldType: 'number' });
const bool = property({ type: 'bool', fieldType: 'booleancheckbox' });
const email = property({ name: 'email' });

describe('values that fit are kept in one form', () => {
  test.each([
    ['a datetime in ms becomes ISO text', datetime, '1767225600000', '2026-01-01T00:00:00.000Z'],
    [
      'a datetime with an offset becomes UTC',
      datetime,
      '2026-01-01T01:00:00+01:00',
      '2026-01-01T00:00:00.000Z',
    ],
    ['a date in ms becomes a day', date, '1767225600000', '2026-01-01'],
    ['a day stays a day', date, '2026-01-01', '2026-01-01'],
    ['several options are joined by semicolons', several, 'b;a', 'b;a'],
    ['an address is lower case', email, 'Ann@Customer.example', 'ann@customer.example'],
    ['nothing clears a property of any type', number, '', ''],
  ])('%s', (_fact, definition, given, kept) => {
    expect(checkValue(definition, given)).toEqual({ kind: 'fits', value: kept });
  });
});

describe('values that do not fit are refused by a code', () => {
  test.each([
    ['an option that is none', select, 'c', 'INVALID_OPTION'],
    ['two options where one is allowed', select, 'a;b', 'INVALID_OPTION'],
    ['one wrong option among several', several, 'a;c', 'INVALID_OPTION'],
    ['a date that is not midnight in UTC', date, '1767229200000', 'INVALID_DATE'],
    ['a datetime in words', datetime, 'tomorrow', 'INVALID_DATE'],
    ['a number with a thousands comma', number, '1,000', 'INVALID_DOUBLE'],
    ['a number with blanks around it', number, ' 5', 'INVALID_DOUBLE'],
    ['yes for a boolean', bool, 'yes', 'INVALID_BOOLEAN'],
    ['an address without a domain', email, 'ann', 'INVALID_EMAIL'],
    ['a text of 65,537 characters', property({}), 'x'.repeat(65_537), 'INVALID_STRING_LENGTH'],
  ])('%s', (_fact, definition, given, code) => {
    expect(checkValue(definition, given)).toMatchObject({ kind: 'fault', fault: { code } });
  });
});
