import { expect, test } from 'vitest';
import { sayParked } from '../../src/http/parked-texts.ts';

const say = (subject: string, reason: string, language: 'en' | 'de' = 'en') =>
  sayParked({ subject, reason, at: 0 }, language);

test.each([
  ['contacts:17', 'invalid-input', /^Contact 17: HubSpot refused the values\. Look for/],
  ['deals:4', 'not-found', /^deals 4: HubSpot does not have it any more\.$/],
  ['backfill:tickets', 'missing-scope', /^The first reading of tickets: a permission is missing\. Install/],
  ['refresh', 'timeout', /^Reading what changed: HubSpot did not answer in time\.$/],
  ['something:new', 'odd', /^something new: could not be done \(odd\)\.$/],
])('%s parked as %s is told in words', (subject, reason, said) => {
  expect(say(subject, reason)).toMatch(said);
});

test('the same is told in German', () => {
  expect(say('contacts:17', 'property-missing', 'de')).toBe(
    'Kontakt 17: eine Rapport-Eigenschaft wurde gelöscht.',
  );
});
