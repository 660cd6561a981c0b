import { expect, test } from 'vitest';
import { defaultGuardrailSettings } from '../../../src/relationship/guardrails/guardrail-settings.ts';
import {
  classBySource,
  classify,
  classOfSignal,
  classRules,
  provenanceClasses,
  sources,
} from '../../../src/relationship/guardrails/provenance.ts';
import { fieldFromRegister, registerOf } from '../../../src/relationship/guardrails/register.ts';
import { verdict } from '../../../src/relationship/guardrails/verdict.ts';
import { everyKind } from '../stage/any-history.ts';
import { standing } from './standing-fixture.ts';

const settings = defaultGuardrailSettings;
const property = (name: string, source: (typeof sources)[number] = 'form', sensitive = false) => ({
  name,
  label: name,
  group: 'contactinformation',
  definedBy: 'portal' as const,
  source,
  sensitive,
});

test.each([
  ['form', 'P1'],
  ['survey', 'P1'],
  ['crm_ui', 'P1'],
  ['commerce', 'P2'],
  ['tracking', 'P3'],
  ['open_tracking', 'P4'],
  ['calculated', 'P5'],
  ['import', 'P6'],
  ['integration', 'P6'],
  ['enrichment', 'P6'],
  ['api', 'P6'],
  ['unknown', 'P6'],
] as const)('a property last changed by %s is %s', (source, provenance) => {
  expect(classify(property('favourite_colour', source), settings).class).toBe(provenance);
});

test('every source has a class', () => {
  expect(Object.keys(classBySource)).toEqual([...sources]);
});

test("an admin's override stands above the source", () => {
  const overrides = { favourite_colour: 'P2' as const };
  expect(classify(property('favourite_colour', 'import'), { ...settings, overrides })).toEqual({
    class: 'P2',
    by: 'override',
  });
});

test('a property the schema marks as sensitive stays sensitive, whatever an admin says', () => {
  const overrides = { blood_type: 'P1' as const };
  expect(classify(property('blood_type', 'form', true), { ...settings, overrides })).toEqual({
    class: 'P7',
    by: 'sensitive_mark',
  });
});

test.each(['health_notes', 'HealthNotes', 'number_of_children', 'Geburtstag', 'krankenkasse'])(
  'the name %s sounds sensitive',
  (name) => {
    expect(classify(property(name), settings)).toEqual({ class: 'P7', by: 'sensitive_word' });
  },
);

test('a word that only contains a sensitive one is not sensitive', () => {
  expect(classify(property('wealthy'), settings).class).toBe('P1');
  expect(classify(property('reunion_date'), settings).class).toBe('P1');
});

test('a property named like a part of every object is classified by its source', () => {
  expect(classify(property('constructor', 'import'), settings)).toEqual({ class: 'P6', by: 'source' });
});

test('every signal has a class, and what nobody did here with us is third-party', () => {
  const classes = everyKind.map((kind) => [kind, classOfSignal(kind, 'given')] as const);
  expect(classes.filter(([, it]) => !provenanceClasses.includes(it))).toEqual([]);
  const elsewhere = classes.filter(([, it]) => it === 'P6').map(([kind]) => kind);
  expect(elsewhere.sort()).toEqual(['imported', 'referred']);
});

test('visits and clicks are overt with consent to tracking only', () => {
  expect(classOfSignal('page_view', 'given')).toBe('P3');
  expect(classOfSignal('page_view', 'refused')).toBe('P4');
  expect(classOfSignal('click', 'unknown')).toBe('P4');
  expect(classOfSignal('order', 'unknown')).toBe('P2');
});

test('the table says of every class what may be decided by it and what may be said', () => {
  const rows = provenanceClasses.map((it) => [it, classRules[it].decide, classRules[it].mention]);
  expect(rows).toEqual([
    ['P1', 'yes', 'freely'],
    ['P2', 'yes', 'freely'],
    ['P3', 'with_consent', 'generically'],
    ['P4', 'ask_first', 'never'],
    ['P5', 'internal', 'with_notice'],
    ['P6', 'ask_first', 'naming_the_source'],
    ['P7', 'no', 'never'],
  ]);
});

test('the register has one row per property with class, source and purposes; unknown is third-party', () => {
  const rows = registerOf(
    [
      { ...property('shoe_size', 'form'), purposes: ['sales'] },
      { ...property('industry', 'unknown'), purposes: null },
      { ...property('shoe_size', 'import'), purposes: null },
    ],
    settings,
  );
  expect(
    rows.map(({ name, class: it, source, purposes, purposesFrom }) => [
      name,
      it,
      source,
      purposes,
      purposesFrom,
    ]),
  ).toEqual([
    ['industry', 'P6', 'unknown', [], 'class'],
    ['shoe_size', 'P6', 'import', [], 'class'],
  ]);
});

test('a registered property can be used in an action as it stands in the register', () => {
  const [row] = registerOf([{ ...property('shoe_size'), purposes: ['sales'] }], settings);
  if (row === undefined) throw new Error('one property gives one row');
  const mentions = [fieldFromRegister(row)];
  expect(verdict(standing(), { purpose: 'sales', channel: 'email', mentions }).answer).toBe('ALLOW');
  expect(verdict(standing(), { purpose: 'follow_up', channel: 'email', mentions }).answer).toBe('ASK_FIRST');
});
