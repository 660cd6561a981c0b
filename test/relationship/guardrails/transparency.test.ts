import { describe, expect, test } from 'vitest';
import {
  releaseStatement,
  transparencyStatement,
} from '../../../src/relationship/guardrails/transparency.ts';
import type { Signal } from '../../../src/relationship/signal/signal.ts';
import { languages } from '../../../src/relationship/stage/reason.ts';
import { stages } from '../../../src/relationship/stage/stages.ts';
import { readingGrade } from './reading-grade.ts';
import { complaint, daysAgo, now, optOut, order, ours, standing, theirs, visit } from './standing-fixture.ts';

const text = (at: ReturnType<typeof standing>, language: 'en' | 'de' = 'en') =>
  transparencyStatement(at, language)
    .sections.map((it) => `${it.heading}. ${it.text}`)
    .join(' ');

const imported: Signal = {
  ...theirs(daysAgo(300)),
  kind: 'imported',
  by: 'system',
  channel: 'other',
  facts: {},
};
const referred: Signal = {
  ...theirs(daysAgo(290)),
  kind: 'referred',
  by: 'system',
  channel: 'other',
  facts: {},
};

test('the statement names the kinds of acts it rests on and the day of the first', () => {
  const said = text(standing({ signals: [order(daysAgo(20)), theirs(daysAgo(10))] }));
  expect(said).toContain('what you bought from us; when we wrote or spoke to each other');
  expect(said).toContain('The first is from 26 May 2026.');
});

test('the statement contains no fact of a third party, and does not begin with one', () => {
  const signals = [imported, referred, order(daysAgo(20))];
  expect(text(standing({ signals }))).toBe(text(standing({ signals: [order(daysAgo(20))] })));
});

test('visits are in the statement with consent to tracking only', () => {
  const signals = [visit(daysAgo(20)), order(daysAgo(10))];
  const without = text(standing({ signals, facts: { tracking: 'refused' } }));
  expect(text(standing({ signals }))).toContain('came to our site');
  expect(without).toBe(text(standing({ signals: [order(daysAgo(10))] })));
});

test('our own outreach is no act of theirs: it is not in the statement', () => {
  expect(text(standing({ signals: [ours(daysAgo(9))] }))).toBe(text(standing()));
});

test('after an objection, an erasure request or a restriction the statement says that no picture is drawn', () => {
  for (const facts of [{ objection: true }, { erasure: true }, { restriction: true }]) {
    expect(text(standing({ facts }))).toContain('You asked us to stop, so we draw no picture of you.');
  }
});

test('the statement carries its version and date, and waits for a person to release it', () => {
  const draft = transparencyStatement(standing(), 'en');
  expect([draft.version, draft.asOf, draft.release]).toEqual(['1', now, null]);
  expect(draft.sections.at(-1)?.text).toBe('This is version 1 of 15 June 2026.');
  expect(releaseStatement(draft, ' ', now).release).toBeNull();
  expect(releaseStatement(draft, 'privacy officer', now).release).toEqual({ by: 'privacy officer', at: now });
});

const all = [
  order(daysAgo(20)),
  theirs(daysAgo(19)),
  visit(daysAgo(18)),
  complaint(daysAgo(17)),
  optOut(daysAgo(16)),
  { ...theirs(daysAgo(15)), kind: 'form', channel: 'form', facts: {} },
  { ...theirs(daysAgo(14)), kind: 'review', channel: 'other', facts: {} },
  { ...theirs(daysAgo(13)), kind: 'survey', channel: 'survey', facts: { metric: 'nps', value: 3 } },
  { ...theirs(daysAgo(12)), kind: 'meeting', channel: 'meeting', facts: { minutes: 30 } },
] satisfies Signal[];

describe.each([...stages, null])('in %s', (stage) => {
  test('the English statement reads at grade 8 or below, headings left out', () => {
    const body = (at: ReturnType<typeof standing>) =>
      transparencyStatement(at, 'en')
        .sections.map((it) => it.text)
        .join(' ');
    expect(readingGrade(body(standing({ stage, signals: all })))).toBeLessThanOrEqual(8);
    expect(readingGrade(body(standing({ stage })))).toBeLessThanOrEqual(8);
  });

  test('the statement is neutral: no name of a stage, no class, no number about the person', () => {
    for (const language of languages) {
      const said = text(standing({ stage, signals: all }), language);
      expect(said).not.toMatch(
        /avoid|terminat|stagnat|detractor|ausweich|stillstand|stufe|\bP[1-7]\b|nps|complain/i,
      );
    }
  });
});

test('the reading grade tells plain words from officialese', () => {
  expect(readingGrade('The cat sat on the mat. It was a red cat.')).toBeLessThan(2);
  expect(
    readingGrade(
      'Notwithstanding applicable regulatory obligations, personal information is systematically processed.',
    ),
  ).toBeGreaterThan(15);
});
