import { describe, expect, test } from 'vitest';
import { createBusinessCalendar } from '../../../src/relationship/business-hours/business-calendar.ts';
import { defaultBusinessHours } from '../../../src/relationship/business-hours/business-hours-settings.ts';
import { defaultMatrixSettings } from '../../../src/relationship/matrix/matrix-settings.ts';
import { purchasesOf } from '../../../src/relationship/matrix/purchases.ts';
import {
  encounterSources,
  type MilestoneFacts,
  noMilestoneFacts,
} from '../../../src/relationship/milestones/milestone-facts.ts';
import {
  defaultMilestoneSettings,
  milestoneFields,
} from '../../../src/relationship/milestones/milestone-settings.ts';
import { milestoneSentences, recoveryCheck } from '../../../src/relationship/milestones/milestone-texts.ts';
import { milestonesOf } from '../../../src/relationship/milestones/milestones.ts';
import { minutesTaken } from '../../../src/relationship/milestones/response-clock.ts';
import type { Signal } from '../../../src/relationship/signal/signal.ts';
import {
  ago,
  callHeld,
  dayMs,
  form,
  mailFromThem,
  mailFromUs,
  now,
  order,
  signal,
  timelineAt,
  won,
} from '../matrix/signals.ts';

const calendar = createBusinessCalendar({
  ...defaultBusinessHours,
  hours: { ...defaultBusinessHours.hours, timeZone: 'Europe/Berlin' },
});

function tell(signals: readonly Signal[], facts: Partial<MilestoneFacts> = {}, at = now) {
  const timeline = timelineAt(at, signals);
  const { list } = purchasesOf(timeline, new Map(), defaultMatrixSettings);
  const portal = { calendar, settings: defaultMilestoneSettings };
  return milestonesOf(timeline, list, { ...noMilestoneFacts, contactId: 'me', ...facts }, portal, at);
}

const ad = (at: number) => signal('ad', at, 'system', 'web', {});
const imported = (at: number) => signal('imported', at, 'system', 'other', {});
const referred = (at: number, contactId?: string) =>
  signal('referred', at, 'system', 'other', contactId === undefined ? {} : { contactId });
const referral = (at: number, contactId?: string) =>
  signal('referral', at, 'customer', 'other', contactId === undefined ? {} : { contactId });

describe('first encounter', () => {
  test('is the first dated act or reach, with its channel and activity', () => {
    const first = ad(ago(50));
    expect(tell([mailFromThem(ago(40)), first]).firstEncounter).toMatchObject({
      at: ago(50),
      channel: 'web',
      activity: first.source,
      source: 'unknown',
    });
  });

  test('an import, an automation or a bounce is no encounter', () => {
    const automation = signal('automation', ago(20), 'system', 'other', {});
    const bounce = signal('bounce', ago(19), 'system', 'email', {});
    const opened = signal('deal_opened', ago(18), 'us', 'deal', { dealId: '1' });
    expect(tell([imported(ago(30)), automation, bounce, opened]).firstEncounter).toBeNull();
    expect(tell([imported(ago(30)), mailFromThem(ago(5))]).firstEncounter?.at).toBe(ago(5));
  });

  test('their own claim beats a referrer, a referrer beats tracking, tracking beats the first act', () => {
    const signals = [mailFromUs(ago(50)), referred(ago(49), 'anna')];
    const source = (given: readonly Signal[], facts: Partial<MilestoneFacts>) => {
      const found = tell(given, facts).firstEncounter;
      return [found?.source, found?.sourceBy];
    };
    const tracked = { trackedSource: 'paid_search' } as const;
    expect(source(signals, { ...tracked, claimedSource: 'event' })).toEqual(['event', 'claim']);
    expect(source(signals, { ...tracked, claimedSource: 'unknown' })).toEqual(['word_of_mouth', 'referrer']);
    expect(source(signals.slice(0, 1), tracked)).toEqual(['paid_search', 'tracking']);
    expect(source(signals.slice(0, 1), {})).toEqual(['our_outreach', 'first_act']);
    expect(source([mailFromThem(ago(5))], {})).toEqual(['unknown', 'nothing']);
  });

  test('names who referred them', () => {
    expect(tell([referred(ago(50), 'anna')]).firstEncounter?.referrer).toBe('anna');
    expect(tell([referred(ago(50))]).firstEncounter).toMatchObject({
      referrer: null,
      source: 'word_of_mouth',
    });
  });

  test('a contact that refers itself has no referrer, and that is said once for each side', () => {
    const found = tell([referred(ago(50), 'me'), referral(ago(40), 'me')]);
    expect(found.firstEncounter).toMatchObject({ referrer: null, source: 'unknown' });
    expect(found.metFriends).toBeNull();
    expect(found.problems).toEqual([
      { code: 'self_referral', contactId: 'me' },
      { code: 'self_referral', contactId: 'me' },
    ]);
  });

  test('their first word starts a clock in business hours', () => {
    // A Friday at 16:30 in Berlin; six business hours end on Monday at 14:30.
    const asked = Date.parse('2026-06-05T14:30Z');
    const reply = (at: number) => tell([mailFromThem(asked), mailFromUs(at)]).firstEncounter?.firstReply;
    expect(reply(Date.parse('2026-06-08T12:30Z'))?.outcome).toBe('in_time');
    const late = reply(Date.parse('2026-06-08T12:31Z'));
    expect(late).toMatchObject({ outcome: 'late', dueAt: Date.parse('2026-06-08T12:30Z') });
    expect(late === null || late === undefined ? 0 : minutesTaken(late, calendar, now)).toBe(361);
  });

  test('a word that still waits becomes late at a known moment', () => {
    const asked = Date.parse('2026-06-15T11:00Z');
    const found = tell([mailFromThem(asked)]);
    expect(found.firstEncounter?.firstReply?.outcome).toBe('waiting');
    // Berlin closes at 15:00 UTC: four hours are left, two follow on Tuesday.
    expect(found.changesAt).toBe(Date.parse('2026-06-16T09:00Z') + 1);
    expect(tell([mailFromThem(asked)], {}, found.changesAt ?? 0).firstEncounter?.firstReply?.outcome).toBe(
      'late',
    );
  });
});

describe('first date', () => {
  test('is the door of data when a form came before the first purchase', () => {
    const found = tell([form(ago(50), 'newsletter'), won(ago(20), 'a')], {
      promises: { newsletter: 'a guide' },
    });
    expect(found.firstDate).toMatchObject({
      at: ago(50),
      door: 'data',
      volunteered: 'form',
      promise: 'a guide',
    });
  });

  test('is the door of purchase when the purchase came first or at the same moment', () => {
    expect(tell([order(ago(50), 10), form(ago(40))]).firstDate).toMatchObject({
      at: ago(50),
      door: 'purchase',
      reply: null,
    });
    expect(tell([form(ago(50)), order(ago(50), 10)]).firstDate?.door).toBe('purchase');
  });

  test('a recorded consent is shared data that asks for no answer', () => {
    const consent = signal('opt_in', ago(50), 'customer', 'preferences', {
      scope: 'partial',
      channel: 'email',
    });
    expect(tell([consent]).firstDate).toMatchObject({ door: 'data', volunteered: 'opt_in', reply: null });
  });

  test('an order of nothing, or one fully refunded, is no date', () => {
    expect(tell([order(ago(50), 0), order(ago(40), 10, { refunded: true })]).firstDate).toBeNull();
    expect(tell([mailFromThem(ago(5))]).firstDate).toBeNull();
  });

  test('a form is answered in time within one business hour', () => {
    const filled = Date.parse('2026-06-10T08:00Z');
    const outcome = (answer: string) =>
      tell([form(filled), mailFromUs(Date.parse(answer))]).firstDate?.reply?.outcome;
    expect(outcome('2026-06-10T09:00Z')).toBe('in_time');
    expect(outcome('2026-06-10T09:01Z')).toBe('late');
  });

  test('a bulk mail answers no form', () => {
    const filled = Date.parse('2026-06-10T08:00Z');
    expect(tell([form(filled), mailFromUs(filled + 60_000, false)]).firstDate?.reply?.outcome).toBe('late');
  });

  test('is the first of many when a second act follows within 30 days', () => {
    expect(tell([form(ago(50)), mailFromThem(ago(20))]).firstDate?.outcome).toBe('first_of_many');
    expect(tell([form(ago(50)), mailFromThem(ago(19))]).firstDate?.outcome).toBe('single');
    expect(tell([form(ago(50)), order(ago(50) + 1000, 10)]).firstDate?.outcome).toBe('single');
  });

  test('stays open until the 30 days are over, on a known day', () => {
    const found = tell([form(ago(10)), mailFromUs(ago(10) + 1)]);
    expect(found.firstDate).toMatchObject({
      outcome: 'open',
      changesAt: (Math.floor(ago(10) / dayMs) + 31) * dayMs,
    });
  });
});

describe('meet my friends', () => {
  test('is the first referral or review', () => {
    const review = signal('review', ago(30), 'customer', 'web', {});
    expect(tell([review, referral(ago(20), 'ben')]).metFriends).toMatchObject({
      at: ago(30),
      how: 'review',
      brought: ['ben'],
    });
    expect(tell([mailFromThem(ago(3))]).metFriends).toBeNull();
  });

  test('each friend counts once', () => {
    const found = tell([referral(ago(30), 'ben'), referral(ago(20), 'ben'), referral(ago(10), 'cleo')]);
    expect(found.metFriends?.brought).toEqual(['ben', 'cleo']);
  });

  test.each(['case_study', 'colleague', 'public_mention', 'speaker'] as const)(
    'a %s counts, with its consent',
    (kind) => {
      const introductions = [{ at: ago(40), kind, contactId: null, consentToUse: true }];
      expect(tell([mailFromThem(ago(50))], { introductions }).metFriends).toEqual({
        at: ago(40),
        how: kind,
        activity: null,
        brought: [],
        consentToUse: true,
      });
    },
  );

  test('what is dated after now, or what we wrote down ourselves, does not count', () => {
    const introductions = [
      { at: now + dayMs, kind: 'speaker' as const, contactId: null, consentToUse: false },
    ];
    const ours = signal('referral', ago(4), 'us', 'other', {});
    expect(tell([ours], { introductions }).metFriends).toBeNull();
  });
});

describe('in words', () => {
  test("each milestone is a sentence in both languages, with dates of the portal's zone", () => {
    const found = tell([ad(ago(60)), form(ago(50), 'x'), callHeld(ago(49)), referral(ago(30), 'ben')], {
      promises: { x: 'a guide' },
    });
    expect(milestoneSentences(found, 'en', 'Europe/Berlin')).toEqual({
      firstEncounter: 'First met on 16 April 2026, nobody knows how.',
      firstDate:
        'They first shared something on 26 April 2026. We promised: a guide. It was the first of many.',
      firstFight: null,
      metFriends: 'They referred somebody to us on 16 May 2026.',
    });
    expect(milestoneSentences(found, 'de').firstDate).toContain('Versprochen war: a guide.');
  });

  test('every source has its words', () => {
    const said = new Set(
      encounterSources.map(
        (claimedSource) => milestoneSentences(tell([ad(ago(9))], { claimedSource }), 'de').firstEncounter,
      ),
    );
    expect(said.size).toBe(encounterSources.length);
  });

  test('a recovery is checked for outcome, respect and effort', () => {
    expect(recoveryCheck('en')).toHaveLength(3);
    expect(recoveryCheck('de')[1]).toContain('Entschuldigung');
  });
});

test('facts that are no time or no number change nothing', () => {
  const introductions = [{ at: Number.NaN, kind: 'speaker' as const, contactId: null, consentToUse: true }];
  const signals = [form(ago(50)), mailFromThem(ago(20))];
  expect(tell(signals, { introductions, ownGapDays: Number.NaN })).toEqual(tell(signals));
});

test('without business hours, or in an impossible zone, the clocks still run', () => {
  const timeline = timelineAt(now, [mailFromThem(ago(1))]);
  const dueIn = (hours: Partial<typeof defaultBusinessHours.hours>) => {
    const odd = createBusinessCalendar({
      ...defaultBusinessHours,
      hours: { ...defaultBusinessHours.hours, ...hours },
    });
    const portal = { calendar: odd, settings: defaultMilestoneSettings };
    return milestonesOf(timeline, [], noMilestoneFacts, portal, now).firstEncounter?.firstReply?.dueAt;
  };
  expect(dueIn({ week: [] })).toBe(ago(1) + 6 * 3_600_000);
  // Sunday noon: Monday nine to three in UTC.
  expect(dueIn({ timeZone: 'Mars/Olympus' })).toBe(Date.parse('2026-06-15T15:00Z'));
});

test('nobody who never met us has a milestone', () => {
  expect(tell([])).toEqual({
    firstEncounter: null,
    firstDate: null,
    firstFight: null,
    metFriends: null,
    changesAt: null,
    problems: [],
  });
});

test('every milestone setting is described, and its default lies in its range', () => {
  for (const [name, { description, range }] of Object.entries(milestoneFields)) {
    expect(description).not.toBe('');
    const value = Number(Reflect.get(defaultMilestoneSettings, name));
    expect(range.kind === 'number' && value >= range.min && value <= range.max).toBe(true);
  }
});
