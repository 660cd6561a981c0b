import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attentionIn } from '../../../src/relationship/level/attention.ts';
import type { CustomerBand, MarginBand } from '../../../src/relationship/level/grid.ts';
import { compareLevels } from '../../../src/relationship/level/level-gap.ts';
import { defaultLevelSettings } from '../../../src/relationship/level/level-settings.ts';
import { levelSentences } from '../../../src/relationship/level/level-texts.ts';
import { levels } from '../../../src/relationship/level/levels.ts';
import { noTies, practisedLevel } from '../../../src/relationship/level/practised-level.ts';
import { type Ceiling, suggestLevel } from '../../../src/relationship/level/suggested-level.ts';
import { defaultMatrixSettings } from '../../../src/relationship/matrix/matrix-settings.ts';
import { purchasesOf } from '../../../src/relationship/matrix/purchases.ts';
import type { Signal } from '../../../src/relationship/signal/signal.ts';
import {
  ago,
  callHeld,
  complaint,
  dayMs,
  mailFromThem,
  mailFromUs,
  meeting,
  now,
  order,
  signal,
  survey,
  timelineAt,
  won,
} from '../matrix/signals.ts';
import { anyHistory } from '../stage/any-history.ts';

const settings = defaultLevelSettings;

function practise(signals: readonly Signal[], ties = noTies, at = now) {
  const timeline = timelineAt(at, signals);
  const { list } = purchasesOf(timeline, new Map(), defaultMatrixSettings);
  const attention = attentionIn(timeline, list, settings);
  return { ...practisedLevel(attention, ties, settings, at), problems: attention.problems };
}

const dayAt = (at: number, days = 0) => (Math.floor(at / dayMs) + days) * dayMs;

describe('the practised level is what was really done', () => {
  test('nothing personal after the last sale is basic', () => {
    const found = practise([order(ago(40), 10), mailFromUs(ago(30), false), mailFromThem(ago(20))]);
    expect(found).toMatchObject({ level: 'basic', why: 'nothing', due: 1, followed: 0 });
  });

  test('personal words before the last sale do not lift it above basic', () => {
    expect(practise([won(ago(300), 'a'), mailFromUs(ago(200)), order(ago(40), 10)]).level).toBe('basic');
  });

  test('answering when the customer calls on us is reactive', () => {
    const found = practise([order(ago(40), 10), mailFromThem(ago(30)), mailFromUs(ago(29))]);
    expect(found).toMatchObject({ level: 'reactive', why: 'answers' });
  });

  test('an answer to a complaint is no follow-up of the sale', () => {
    const found = practise([order(ago(40), 10), complaint(ago(38), ago(30)), callHeld(ago(37))]);
    expect(found).toMatchObject({ level: 'reactive', followed: 0 });
  });

  test('a personal follow-up within 14 days after 70 % of the sales is accountable', () => {
    const sold = (days: number, id: string) => won(ago(days), id);
    const followed = [
      sold(300, 'a'),
      mailFromUs(ago(286)),
      sold(200, 'b'),
      callHeld(ago(190)),
      sold(100, 'c'),
    ];
    expect(practise(followed)).toMatchObject({ level: 'basic', due: 3, followed: 2 });
    expect(practise([...followed, meeting(ago(95))])).toMatchObject({ level: 'accountable', followed: 3 });
    expect(practise([sold(100, 'a'), mailFromUs(ago(85))]).followed).toBe(0);
    expect(practise([sold(100, 'a'), mailFromUs(ago(86))])).toMatchObject({
      level: 'accountable',
      why: 'follow_ups',
    });
  });

  test('a bulk mail follows nothing up', () => {
    expect(practise([won(ago(100), 'a'), mailFromUs(ago(95), false)]).followed).toBe(0);
  });

  test('a survey with a human reply is a follow-up', () => {
    const asked = [won(ago(100), 'a'), survey(ago(70), 'csat', 4)];
    expect(practise(asked).level).toBe('basic');
    expect(practise([...asked, mailFromUs(ago(69))])).toMatchObject({ level: 'accountable', followed: 1 });
  });

  test('one follow-up covers all sales of the days before', () => {
    expect(practise([order(ago(50), 10), order(ago(45), 10), callHeld(ago(44))])).toMatchObject({
      due: 2,
      followed: 2,
    });
  });

  test('a word of our own accord at least every 90 days is proactive', () => {
    const words = [won(ago(300), 'a'), ...[290, 230, 150, 70].map((days) => mailFromUs(ago(days)))];
    expect(practise(words)).toMatchObject({ level: 'proactive', why: 'unasked' });
    expect(practise(words.filter((_, i) => i !== 3)).level).toBe('accountable');
    const answers = [230, 150, 70].flatMap((days) => [mailFromThem(ago(days + 1)), mailFromUs(ago(days))]);
    expect(practise([won(ago(300), 'a'), mailFromUs(ago(290)), ...answers]).level).toBe('accountable');
  });

  test('a long time without a word is forgiven on the day the year has passed over it', () => {
    const words = [won(ago(600), 'a'), ...[595, 250, 170, 90, 10].map((days) => mailFromUs(ago(days)))];
    const found = practise(words);
    // The year before began with 115 days of silence; 25 days later 90 of them are left.
    expect(found).toMatchObject({ level: 'reactive', changesAt: dayAt(now, 25) });
    expect(practise(words, noTies, found.changesAt ?? 0).level).toBe('proactive');
  });

  test('joint meetings at least every 45 days are a partnership', () => {
    const met = (...days: number[]) => [won(ago(300), 'a'), ...days.map((one) => meeting(ago(one)))];
    expect(practise(met(130, 85, 40))).toMatchObject({ level: 'partnership', why: 'meetings' });
    expect(practise(met(131, 85, 40)).level).not.toBe('partnership');
    expect(practise(met(136, 91, 46)).level).not.toBe('partnership');
    expect(practise(met(40, 40, 40)).level).not.toBe('partnership');
  });

  test('a shared plan with meetings at their place or a live integration is a partnership', () => {
    const sold = [won(ago(100), 'a')];
    expect(practise(sold, { sharedPlan: true, onSite: true, integration: false })).toMatchObject({
      level: 'partnership',
      why: 'ties',
    });
    expect(practise(sold, { sharedPlan: true, onSite: false, integration: false }).level).toBe('basic');
  });

  test('before a sale no level is practised, and right after it none can be told', () => {
    expect(practise([mailFromThem(ago(3)), mailFromUs(ago(2))])).toMatchObject({
      level: 'unknown',
      why: 'no_sale',
      changesAt: null,
    });
    const fresh = practise([won(ago(3), 'a')]);
    expect(fresh).toMatchObject({ level: 'unknown', why: 'too_early', missed: [] });
    expect(fresh.changesAt).toBe(dayAt(ago(3), 15));
  });

  test('an orphan survey shows no follow-up, and is named', () => {
    const orphan = survey(ago(70), 'nps', 9);
    const found = practise([orphan, mailFromUs(ago(69)), won(ago(60), 'a')]);
    expect(found.followed).toBe(0);
    expect(found.problems).toEqual([{ code: 'orphan_survey', source: orphan.source }]);
  });
});

describe('the gap', () => {
  const suggested = (band: CustomerBand, margin: MarginBand | null, ceilings: readonly Ceiling[] = []) =>
    suggestLevel(
      { customers: { count: 10, band, problems: [] }, margin, stage: 'integrating', ceilings },
      settings,
    );
  const compare = (signals: readonly Signal[], ...of: Parameters<typeof suggested>) =>
    compareLevels(suggested(...of), practise(signals));
  const neglected = [
    won(ago(300), 'a'),
    won(ago(200), 'b'),
    won(ago(100), 'c'),
    mailFromThem(ago(60)),
    mailFromUs(ago(59)),
  ];

  test('is practised minus suggested, and each missed follow-up is linked to its deal', () => {
    const found = compare(neglected, 'many', 'high');
    expect(found.gap).toBe(-1);
    expect(found.missed).toEqual(
      [300, 200, 100].map((days, i) => ({
        source: `deals:${'abc'[i]}`,
        dealId: 'abc'[i],
        soldAt: dayAt(ago(days)),
        dueAt: dayAt(ago(days), 15),
      })),
    );
    expect(levelSentences(found, 'en')).toEqual([
      'You practise Reactive here.',
      'Many customers and a high margin support Accountable.',
      'No follow-up after 3 of 3 sales.',
    ]);
    expect(levelSentences(found, 'de')).toContain('Kein Nachfassen nach 3 von 3 Verkäufen.');
  });

  test('is two levels where two are missing, and above nothing where too much is done', () => {
    expect(compare([won(ago(100), 'a')], 'many', 'high').gap).toBe(-2);
    const close = [won(ago(300), 'a'), ...[130, 85, 40].map((days) => meeting(ago(days)))];
    expect(compare(close, 'many', 'medium').gap).toBe(3);
  });

  test('is none where either of two suiting levels is practised', () => {
    expect(compare([won(ago(100), 'a')], 'many', 'low').gap).toBe(0);
    expect(compare(neglected, 'many', 'low').gap).toBe(0);
  });

  test('without margin data is unknown, and the sentence names the two cells', () => {
    const found = compare(neglected, 'medium', null);
    expect(found.gap).toBeNull();
    expect(levelSentences(found, 'en')[1]).toBe(
      'Level unavailable: no margin data. It lies between Reactive and Proactive.',
    );
    expect(levelSentences(found, 'de')[1]).toContain('Sie liegt zwischen Reagierend und Vorausschauend.');
  });

  test('shrinks with a ceiling, and the rule that lowered is said', () => {
    const found = compare(neglected, 'few', 'high', [{ by: 'guardrail', level: 'reactive', rule: 'G12' }]);
    expect(found.gap).toBe(0);
    expect(found.missed).toEqual([]);
    expect(levelSentences(found, 'en')).toEqual([
      'You practise Reactive here.',
      'Few customers and a high margin support Partnership.',
      'Reactive at most, because of the stage.',
    ]);
  });
});

describe('laws', () => {
  const said = (signals: readonly Signal[], at: number) => {
    const { level, why, due, followed, missed } = practise(signals, noTies, at);
    return JSON.stringify([level, why, due, followed, missed.map(({ source }) => source)]);
  };
  // Half of the days are recent, so that meetings and words come close enough together to make the upper levels.
  const anyDay = fc.oneof(fc.integer({ min: 1, max: 140 }), fc.integer({ min: 1, max: 700 }));
  const busy = fc
    .array(fc.tuple(anyDay, fc.constantFrom('sale', 'them', 'us', 'us', 'met', 'met', 'survey')), {
      maxLength: 25,
      size: 'max',
    })
    .map((acts) =>
      acts.map(([days, kind], i): Signal => {
        const at = ago(days) + i;
        switch (kind) {
          case 'sale':
            return won(at, String(i));
          case 'them':
            return mailFromThem(at);
          case 'us':
            return mailFromUs(at);
          case 'met':
            return meeting(at);
          default:
            return survey(at, 'csat', 4);
        }
      }),
    );

  test('if nothing new happens the answer changes on the day announced and on no day before', () => {
    fc.assert(
      fc.property(busy, fc.double({ min: 0, max: 1, noNaN: true }), (signals, part) => {
        const { changesAt } = practise(signals);
        const until = changesAt === null ? now + 800 * dayMs : changesAt - 1;
        expect(said(signals, now + part * (until - now))).toBe(said(signals, now));
        if (changesAt !== null) expect(said(signals, changesAt)).not.toBe(said(signals, now));
      }),
      { numRuns: 400 },
    );
  });

  test('bulk mail never lifts the practised level', () => {
    fc.assert(
      fc.property(busy, fc.array(fc.integer({ min: 1, max: 700 }), { maxLength: 10 }), (signals, bulk) => {
        const mailed = [...signals, ...bulk.map((days) => mailFromUs(ago(days), false))];
        expect(said(mailed, now)).toBe(said(signals, now));
      }),
    );
  });

  test('any history has an answer', () => {
    fc.assert(
      fc.property(anyHistory, (signals) => {
        const { level, due, followed, changesAt } = practise(signals);
        expect(['unknown', ...levels]).toContain(level);
        expect(followed).toBeLessThanOrEqual(due);
        expect(changesAt === null || changesAt > now).toBe(true);
      }),
    );
  });
});

test('a call in vain follows nothing up', () => {
  const vain = signal('call', ago(95), 'us', 'call', { connected: false, seconds: 0 });
  expect(practise([won(ago(100), 'a'), vain]).followed).toBe(0);
});
