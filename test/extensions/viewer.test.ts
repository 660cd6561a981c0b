import {
  activityUrl,
  day,
  dayIn,
  daysUntil,
  minute,
  percent,
  type RecordContext,
  viewerOf,
} from '@rapport/shared/viewer.ts';
import { expect, test } from 'vitest';

const context: RecordContext = {
  user: { locale: 'de-de' },
  portal: { id: 4711, timezone: 'Europe/Berlin' },
  crm: { objectId: 301 },
};
const viewer = viewerOf(context);

test.each([
  ['de', 'de', 'de-DE'],
  ['de-at', 'de', 'de-DE'],
  ['de_CH', 'de', 'de-DE'],
  ['DE', 'de', 'de-DE'],
  ['den', 'en', 'en-GB'],
  ['en-us', 'en', 'en-GB'],
  ['fr-fr', 'en', 'en-GB'],
  [undefined, 'en', 'en-GB'],
])('a viewer with locale %s reads %s and dates of %s', (locale, language, formats) => {
  const { user: _user, ...rest } = context;
  const user = locale === undefined ? {} : { locale };
  expect(viewerOf({ ...rest, user })).toMatchObject({ language, locale: formats });
});

test('a profile names another backend, without it the uploaded one is asked', () => {
  expect(viewer.backend).toBe('https://api.rapport.example');
  const staging = { ...context, variables: { RAPPORT_URL: 'https://staging.rapport.example/' } };
  expect(viewerOf(staging).backend).toBe('https://staging.rapport.example');
});

test("a day is the portal's day, not the machine's", () => {
  const late = '2026-08-03T23:30:00.000Z';
  expect(day(late, viewer)).toBe('4. Aug. 2026');
  expect(day(late, { ...viewer, timeZone: 'America/New_York' })).toBe('3. Aug. 2026');
  expect(day(late, { ...viewer, locale: 'en-gb' })).toBe('4 Aug 2026');
});

test('what is about now carries the minute', () => {
  expect(minute('2026-08-03T09:30:00.000Z', viewer)).toBe('3. Aug. 2026, 11:30');
});

test('a chance is written as the language writes percent', () => {
  expect(percent(34.4, viewer)).toBe('34\u00a0%');
  expect(percent(34.4, { ...viewer, locale: 'en' })).toBe('34%');
});

test('no chance is called impossible or certain', () => {
  const inEnglish = { ...viewer, locale: 'en-GB' };
  expect([0, 10, 90, 100].map((it) => percent(it, inEnglish))).toEqual(['< 5%', '10%', '90%', '> 95%']);
});

test("an engagement opens on the contact's own timeline", () => {
  expect(activityUrl({ objectTypeId: '0-49', objectId: '9001' }, viewer)).toBe(
    '/contacts/4711/record/0-1/301/view/1?engagement=9001',
  );
});

test('a deal, ticket or order opens on its own record', () => {
  expect(activityUrl({ objectTypeId: '0-123', objectId: '77' }, viewer)).toBe(
    '/contacts/4711/record/0-123/77',
  );
});

test("the portal's own host is used where the answer names it", () => {
  const url = activityUrl({ objectTypeId: '0-3', objectId: '5' }, viewer, 'app-eu1.hubspot.com');
  expect(url).toBe('https://app-eu1.hubspot.com/contacts/4711/record/0-3/5');
});

test('what stands on the contact itself has no link, because the viewer is there already', () => {
  expect(activityUrl({ objectTypeId: '0-1', objectId: '301' }, viewer)).toBeNull();
});

test("today is the portal's day, not the rep's", () => {
  const lateInLondon = Date.parse('2026-09-14T23:30:00Z');
  expect(dayIn('Europe/Berlin', lateInLondon)).toBe('2026-09-15');
  expect(dayIn('America/New_York', lateInLondon)).toBe('2026-09-14');
});

test.each([
  ['2026-09-14T22:30:00Z', 1],
  ['2026-09-14T21:30:00Z', 0],
  ['2026-09-17T22:00:00Z', 4],
])('from the morning of 14 September in Berlin until %s it is %i days', (iso, days) => {
  expect(daysUntil(iso, viewer, Date.parse('2026-09-14T09:30:00Z'))).toBe(days);
});
