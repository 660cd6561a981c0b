import { describe, expect, test } from 'vitest';
import type { Because } from '../../../src/relationship/guardrails/fired.ts';
import {
  defaultGuardrailSettings,
  guardrailSettingFields,
} from '../../../src/relationship/guardrails/guardrail-settings.ts';
import { guardrailTexts, sayIn } from '../../../src/relationship/guardrails/guardrail-texts.ts';
import { languages } from '../../../src/relationship/stage/reason.ts';
import { daysAgo } from './standing-fixture.ts';

const at = daysAgo(3);
const fields = ['shoe_size'];

/** One reason per code: a new code without an example does not compile. */
const reasons: { readonly [C in Because['code']]: Extract<Because, { code: C }> } = {
  objection: { code: 'objection', at },
  erasure: { code: 'erasure' },
  restriction: { code: 'restriction' },
  opted_out: { code: 'opted_out', channel: 'all', at },
  not_subscribed: { code: 'not_subscribed', subscription: 'Newsletter' },
  no_legal_basis: { code: 'no_legal_basis' },
  subscription_unknown: { code: 'subscription_unknown', channel: 'email' },
  contract_only: { code: 'contract_only' },
  sensitive: { code: 'sensitive', fields },
  covert_mention: { code: 'covert_mention', fields },
  covert_use: { code: 'covert_use', fields },
  third_party: { code: 'third_party', fields, source: 'a list' },
  third_party_use: { code: 'third_party_use', fields },
  inferred: { code: 'inferred', fields, allowed: true },
  other_purpose: { code: 'other_purpose', fields, purpose: 'sales' },
  pressure: {
    code: 'pressure',
    value: 1.5,
    calls: 0,
    emails: 6,
    directMessages: 0,
    mailings: 0,
    until: at,
    visible: true,
  },
  quiet_hours: { code: 'quiet_hours', until: at },
  asked_until: { code: 'asked_until', until: at },
  cadence: { code: 'cadence', days: 30, until: at },
  refused_channel: { code: 'refused_channel', channel: 'call', at },
  stage: { code: 'stage', stage: 'stagnating', since: at, ceiling: 'I2' },
  stage_pause: { code: 'stage_pause', stage: 'avoiding', lastAt: at, until: at },
  stage_by_hand: { code: 'stage_by_hand', stage: 'terminating' },
  other_context: { code: 'other_context', fields, stage: 'initiating' },
  open_complaint: { code: 'open_complaint', at },
  desired: { code: 'desired', type: { en: 'Buddies', de: 'Kumpel' }, at, ceiling: 'I2', captivity: false },
  desired_unknown: { code: 'desired_unknown', id: 'penpals', at },
  collective: { code: 'collective', fields },
  vulnerable: { code: 'vulnerable' },
  consent_old: { code: 'consent_old', at, since: at },
  shared_address: { code: 'shared_address', mailbox: 'role' },
  silent: { code: 'silent', by: ['G12'] },
  too_close: { code: 'too_close', level: 'proactive', allowed: 'reactive', fields, by: ['G12'] },
};

/** A date, a named field, a stage or a field of the record. */
const names: Readonly<Record<(typeof languages)[number], RegExp>> = {
  en: /12 June 2026|“.+”|shoe_size|stage is|the stage/,
  de: /12\. Juni 2026|„.+“|shoe_size|Stufe ist|die Stufe/,
};

describe.each(languages)('in the language %s', (language) => {
  test.each(Object.values(reasons))(
    'the reason $code is a sentence that names the field or the date',
    (because) => {
      const said = guardrailTexts[language].because(because, sayIn(language, 'UTC'));
      expect(said).toMatch(names[language]);
      expect(said).toMatch(/^[A-ZÄÖÜ„“].+\.$/);
      expect(said).not.toMatch(/\bG\d\d\b|undefined|NaN/);
    },
  );
});

test('a date that is none is said as unknown', () => {
  for (const time of [null, Number.NaN, Number.POSITIVE_INFINITY, 9e15]) {
    expect(sayIn('en', 'UTC').date(time)).toBe('an unknown date');
    expect(sayIn('de', 'UTC').time(time)).toBe('einem unbekannten Tag');
  }
});

test('a wish of which nobody wrote down the day is said without one', () => {
  const wish = { code: 'refused_channel', channel: 'call', at: null } as const;
  const out = { code: 'opted_out', channel: 'email', at: null } as const;
  const say = (language: 'en' | 'de', because: Because) =>
    guardrailTexts[language].because(because, sayIn(language, 'UTC'));
  expect(say('en', wish)).toBe('They asked us not to use phone.');
  expect(say('de', out)).toBe('Sie haben den Kanal E-Mail abbestellt.');
});

test("times are said in the portal's zone", () => {
  expect(sayIn('en', 'Europe/Berlin').time(Date.UTC(2026, 5, 15, 6))).toBe('15 June 2026, 08:00');
});

test('a servant’s wish comes with the care that they can leave', () => {
  const because = { ...reasons.desired, captivity: true };
  expect(guardrailTexts.en.because(because, sayIn('en', 'UTC'))).toContain('Make sure that they can leave.');
});

test('every default lies in its range, and every setting has a mark and a description', () => {
  for (const [name, { range, description, mark }] of Object.entries(guardrailSettingFields)) {
    expect(description.length).toBeGreaterThan(20);
    expect(mark).toMatch(/^[VRD]$/);
    const value: unknown = Reflect.get(defaultGuardrailSettings, name);
    if (range.kind !== 'number') {
      expect(typeof value).not.toBe('number');
      continue;
    }
    expect(value).toBeGreaterThanOrEqual(range.min);
    expect(value).toBeLessThanOrEqual(range.max);
  }
  expect(Object.keys(guardrailSettingFields).sort()).toEqual(Object.keys(defaultGuardrailSettings).sort());
});
