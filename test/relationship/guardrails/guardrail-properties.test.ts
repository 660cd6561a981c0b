import { expect, test } from 'vitest';
import { guardrailsOf } from '../../../src/relationship/guardrails/contact-guardrails.ts';
import { guardrailProperties } from '../../../src/relationship/guardrails/guardrail-properties.ts';
import { rulingsOf } from '../../../src/relationship/guardrails/rulings.ts';
import { daysAgo, optOut, ours, standing, theirs } from './standing-fixture.ts';

const properties = (at: ReturnType<typeof standing>) => guardrailProperties(guardrailsOf(at), 'en', 'UTC');

test('a contact with nothing against it publishes the highest ceiling and a time that has passed', () => {
  expect(properties(standing({ signals: [theirs(daysAgo(3))] }))).toEqual({
    rapport_intimacy_ceiling: 'I4',
    rapport_contact_pressure: '0',
    rapport_next_outreach_ok_at: '2026-06-12T12:00:00.000Z',
    rapport_guardrail_note: '',
  });
});

test('a contact under pressure publishes when the next outreach passes, and why not before', () => {
  const at = standing({ signals: [10, 20, 30, 40, 50, 60].map((days) => ours(daysAgo(days))) });
  expect(properties(at)).toEqual({
    rapport_intimacy_ceiling: 'I4',
    rapport_contact_pressure: '1.5',
    rapport_next_outreach_ok_at: '2026-07-15T00:00:00.000Z',
    rapport_guardrail_note:
      'Contact pressure is 1.5 (0 calls, 6 e-mails, 0 direct messages, 0 letters). It eases on 15 July 2026.',
  });
});

test('after an opt-out there is no time for the next outreach', () => {
  expect(properties(standing({ signals: [optOut(daysAgo(5))] }))).toMatchObject({
    rapport_next_outreach_ok_at: '',
    rapport_guardrail_note: 'They opted out of everything on 10 June 2026.',
  });
});

test('published values stand still while nothing happens and nothing is due', () => {
  const signals = [theirs(daysAgo(3))];
  expect(properties(standing({ signals, at: daysAgo(-5) }))).toEqual(properties(standing({ signals })));
});

test('the panel has a decision for each of the eight purposes on each of the seven channels', () => {
  const panel = rulingsOf(standing({ facts: { objection: true } }));
  const cells = panel.flatMap(({ purposes, channels }) =>
    purposes.flatMap((purpose) => channels.map((channel) => `${purpose} ${channel}`)),
  );
  expect([cells.length, new Set(cells).size]).toEqual([56, 56]);
  const open = panel.filter(({ answer }) => answer === 'ALLOW').flatMap((it) => it.purposes);
  expect([...new Set(open)]).toEqual(['service_reply', 'transactional']);
});
