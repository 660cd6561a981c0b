import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBusinessCalendar } from '../../../src/relationship/business-hours/business-calendar.ts';
import { defaultBusinessHours } from '../../../src/relationship/business-hours/business-hours-settings.ts';
import { fightsIn } from '../../../src/relationship/milestones/fight.ts';
import { firstFight } from '../../../src/relationship/milestones/first-fight.ts';
import {
  type MilestoneFacts,
  noMilestoneFacts,
} from '../../../src/relationship/milestones/milestone-facts.ts';
import { defaultMilestoneSettings as settings } from '../../../src/relationship/milestones/milestone-settings.ts';
import { ourWords } from '../../../src/relationship/milestones/our-words.ts';
import type { Signal } from '../../../src/relationship/signal/signal.ts';
import {
  ago,
  callHeld,
  complaint,
  dayMs,
  mailFromThem,
  mailFromUs,
  now,
  order,
  refund,
  survey,
  timelineAt,
} from '../matrix/signals.ts';
import { anyHistory } from '../stage/any-history.ts';

const calendar = createBusinessCalendar(defaultBusinessHours);

function tell(signals: readonly Signal[], facts: Partial<MilestoneFacts> = {}, at = now) {
  const timeline = timelineAt(at, signals);
  const all = { ...noMilestoneFacts, ...facts };
  const input = { timeline, words: ourWords(timeline), facts: all, calendar, settings, now: at };
  return firstFight(fightsIn(input), input);
}

const dayAt = (at: number, days: number) => (Math.floor(at / dayMs) + days) * dayMs;

describe('what is a fight', () => {
  test('a complaint, a recommendation of 6 or less, a satisfaction of 2 or less, or a refund', () => {
    expect(tell([complaint(ago(5), null)])?.first.kind).toBe('complaint');
    expect(tell([survey(ago(5), 'nps', 6)])?.first.kind).toBe('bad_score');
    expect(tell([survey(ago(5), 'csat', 2)])?.first.kind).toBe('bad_score');
    expect(tell([refund(ago(5), 10)])?.first.kind).toBe('refund');
  });

  test('neither a better score nor an ordinary question is one', () => {
    expect(tell([survey(ago(5), 'nps', 7), survey(ago(4), 'csat', 3), mailFromThem(ago(3))])).toBeNull();
  });

  test('a refund and a bad score about an open complaint belong to it', () => {
    const found = tell([complaint(ago(30), ago(10)), refund(ago(20), 10), survey(ago(5), 'csat', 1)]);
    expect(found).toMatchObject({ count: 1, latest: { remedy: 'refund', kind: 'complaint' } });
  });

  test('a bad score long after a closed complaint is a fight of its own', () => {
    expect(tell([complaint(ago(60), ago(50)), survey(ago(35), 'csat', 1)])?.count).toBe(2);
    expect(tell([complaint(ago(60), ago(50)), survey(ago(36), 'csat', 1)])?.count).toBe(1);
  });

  test('the remedy a person wrote down is kept', () => {
    expect(tell([complaint(ago(5), null, '7')], { remedies: { 7: 'apology' } })?.latest.remedy).toBe(
      'apology',
    );
  });
});

describe('the outcome of a recovery', () => {
  test('is open while the complaint is', () => {
    const found = tell([complaint(ago(300), null), order(ago(200), 10)]);
    expect(found).toMatchObject({ outcome: 'open', recoveryOpen: true, at: ago(300), changesAt: null });
  });

  test('closing a ticket alone recovers nothing: the proof is due for 30 days, then it is unrecovered', () => {
    const closed = [complaint(ago(20), ago(10)), mailFromUs(ago(19))];
    const found = tell(closed);
    expect(found).toMatchObject({ outcome: 'open', recoveryOpen: true, changesAt: dayAt(ago(10), 31) });
    const later = tell(closed, {}, found?.changesAt ?? 0);
    expect(later).toMatchObject({ outcome: 'unrecovered', recoveryOpen: true });
  });

  const proofs: readonly (readonly [string, Signal])[] = [
    ['a satisfaction of 4', survey(ago(25), 'csat', 4)],
    ['a recommendation of 9', survey(ago(25), 'nps', 9)],
    ['a new order', order(ago(25), 10)],
    ['a word of their own accord', mailFromThem(ago(25))],
  ];

  test.each(proofs)('is recovered by %s within 30 days of closing', (_, sign) => {
    const found = tell([complaint(ago(60), ago(40)), sign]);
    expect(found).toMatchObject({ outcome: 'recovered', recoveryOpen: false, changesAt: null });
    expect(found?.latest.sign).toMatchObject({ at: ago(25), activity: sign.source });
  });

  test('is recovered by a recommendation that rose by 2, not by 1', () => {
    const rose = (to: number) =>
      tell([survey(ago(70), 'nps', 5), mailFromUs(ago(69)), survey(ago(50), 'nps', to)]);
    expect(rose(7)?.outcome).toBe('recovered');
    expect(
      tell([survey(ago(99), 'nps', 7), complaint(ago(70), ago(60)), survey(ago(50), 'nps', 8)])?.outcome,
    ).toBe('unrecovered');
  });

  test('is not recovered by a satisfaction of 3, by outreach, by a call of ours, or by what came before the closing', () => {
    const signs = [survey(ago(25), 'csat', 3), mailFromUs(ago(24)), callHeld(ago(23)), mailFromThem(ago(45))];
    expect(tell([complaint(ago(60), ago(40)), ...signs])?.outcome).toBe('unrecovered');
  });

  test('waits one and a half own gaps where these are longer than 30 days', () => {
    const bought = [complaint(ago(100), ago(90)), order(ago(40), 10)];
    expect(tell(bought)?.outcome).toBe('unrecovered');
    expect(tell(bought, { ownGapDays: 40 })?.outcome).toBe('recovered');
    expect(tell(bought, { ownGapDays: Number.NaN })?.outcome).toBe('unrecovered');
  });

  test('is a repeat when a second comes within 180 days and is not recovered', () => {
    const twice = (days: number) => tell([complaint(ago(days), ago(days - 1)), complaint(ago(3), null)]);
    expect(twice(183)).toMatchObject({ outcome: 'repeat', at: ago(183), count: 2, recoveryOpen: true });
    expect(twice(184)?.outcome).toBe('open');
    const mended = [complaint(ago(100), ago(99)), complaint(ago(30), ago(20)), order(ago(10), 10)];
    expect(tell(mended)).toMatchObject({ outcome: 'recovered', recoveryOpen: false });
  });

  test('a refund is settled at once and still needs a sign', () => {
    expect(tell([refund(ago(40), 10)])).toMatchObject({
      outcome: 'unrecovered',
      latest: { closedAt: ago(40), remedy: 'refund' },
    });
    expect(tell([refund(ago(40), 10), order(ago(20), 10)])?.outcome).toBe('recovered');
  });

  test('a bad score is settled by our personal answer, or by a good score later', () => {
    expect(tell([survey(ago(40), 'csat', 1), order(ago(20), 10)])?.outcome).toBe('open');
    expect(tell([survey(ago(40), 'csat', 1), mailFromUs(ago(39)), order(ago(20), 10)])?.outcome).toBe(
      'recovered',
    );
    expect(tell([survey(ago(40), 'csat', 1), survey(ago(20), 'csat', 5)])?.outcome).toBe('recovered');
    expect(tell([survey(ago(200), 'csat', 1)])).toMatchObject({
      outcome: 'unrecovered',
      recoveryOpen: false,
    });
  });

  test('a late sign ends the pause of automation and leaves the verdict', () => {
    const late = tell([complaint(ago(100), ago(90)), order(ago(20), 10)]);
    expect(late).toMatchObject({ outcome: 'unrecovered', recoveryOpen: false });
  });

  test('the pause ends on a known day when the evidence is too old; the verdict stays', () => {
    const signals = [complaint(ago(110), ago(100))];
    const found = tell(signals);
    expect(found).toMatchObject({
      outcome: 'unrecovered',
      recoveryOpen: true,
      changesAt: dayAt(ago(100), 180),
    });
    expect(tell(signals, {}, found?.changesAt ?? 0)).toMatchObject({
      outcome: 'unrecovered',
      recoveryOpen: false,
      changesAt: null,
    });
  });

  test('an old complaint that is still open keeps the pause, whatever became of a later one', () => {
    const later = complaint(ago(250), ago(240));
    expect(tell([later])?.recoveryOpen).toBe(false);
    expect(tell([complaint(ago(300), null), later])?.recoveryOpen).toBe(true);
  });

  test('a ticket that was opened again keeps no closing from before', () => {
    expect(tell([complaint(ago(20), ago(50))])?.latest.closedAt).toBe(ago(20));
  });
});

describe('the acknowledgement', () => {
  const opened = Date.parse('2026-06-10T10:00Z');
  const outcome = (at: string, facts: Partial<MilestoneFacts> = {}) =>
    tell([complaint(opened, null, '7'), mailFromUs(Date.parse(at))], facts)?.acknowledgement.outcome;

  test('of a complaint is due within 6 business hours', () => {
    expect(outcome('2026-06-10T16:00Z')).toBe('in_time');
    expect(outcome('2026-06-10T16:01Z')).toBe('late');
  });

  test('still missing becomes late at a known moment', () => {
    const signals = [complaint(now - 1000, null)];
    const found = tell(signals);
    // Monday noon in UTC: five hours are left until five, the sixth follows on Tuesday.
    expect(found).toMatchObject({ changesAt: Date.parse('2026-06-16T10:00Z') - 999 });
    expect(found?.acknowledgement.outcome).toBe('waiting');
    expect(tell(signals, {}, found?.changesAt ?? 0)?.acknowledgement.outcome).toBe('late');
  });

  test('of a public complaint within one', () => {
    expect(outcome('2026-06-10T11:01Z', { publicTickets: ['7'] })).toBe('late');
    expect(outcome('2026-06-10T11:00Z', { publicTickets: ['7'] })).toBe('in_time');
  });
});

describe('laws', () => {
  const said = (signals: readonly Signal[], at: number) => {
    const found = tell(signals, {}, at);
    return JSON.stringify([found?.outcome, found?.recoveryOpen, found?.acknowledgement.outcome]);
  };
  const anyFights = fc
    .array(
      fc.tuple(
        fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 400 })),
        fc.constantFrom('complaint', 'open', 'nps', 'csat', 'refund', 'order', 'us', 'them'),
        fc.integer({ min: 0, max: 10 }),
      ),
      { maxLength: 12, size: 'max' },
    )
    .map((acts) =>
      acts.map(([days, kind, n], i): Signal => {
        const at = ago(days) - i;
        switch (kind) {
          case 'complaint':
            return complaint(at, Math.min(now, at + n * dayMs), `t${i}`);
          case 'open':
            return complaint(at, null, `t${i}`);
          case 'nps':
            return survey(at, 'nps', n);
          case 'csat':
            return survey(at, 'csat', 1 + (n % 5));
          case 'refund':
            return refund(at, 10, `orders:${i}`);
          case 'order':
            return order(at, 10);
          case 'us':
            return mailFromUs(at);
          default:
            return mailFromThem(at);
        }
      }),
    );

  test('outcome, pause and clock change at the moment announced and at none before', () => {
    fc.assert(
      fc.property(anyFights, fc.double({ min: 0, max: 1, noNaN: true }), (signals, part) => {
        const changesAt = tell(signals)?.changesAt ?? null;
        const until = changesAt === null ? now + 900 * dayMs : changesAt - 1;
        expect(said(signals, now + part * (until - now))).toBe(said(signals, now));
        if (changesAt !== null) expect(said(signals, changesAt)).not.toBe(said(signals, now));
      }),
      { numRuns: 500 },
    );
  });

  test('our own words never make a complaint recovered', () => {
    const words = fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 8 });
    const complaints = anyFights.map((signals) =>
      signals.filter(({ kind }) => kind === 'complaint' || kind === 'order'),
    );
    fc.assert(
      fc.property(complaints, words, (signals, days) => {
        const answered = [
          ...signals,
          ...days.map((one) => mailFromUs(ago(one))),
          ...days.map((one) => callHeld(ago(one))),
        ];
        expect(tell(answered)?.outcome).toBe(tell(signals)?.outcome);
      }),
    );
  });

  test('any history has an answer without NaN', () => {
    fc.assert(
      fc.property(anyHistory, (signals) => {
        const found = tell(signals, { ownGapDays: 20 });
        expect(JSON.stringify(found) ?? '').not.toContain('NaN');
        expect(found === null || found.changesAt === null || found.changesAt > now).toBe(true);
      }),
    );
  });
});
