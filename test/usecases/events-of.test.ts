import { describe, expect, test } from 'vitest';
import { eventsOf, type ToTell } from '../../src/usecases/events-of.ts';
import { assessment } from '../support/timeline-builders.ts';

const published = { rapport_stage: 'integrating', rapport_recovery_open: 'false' };
const tell = (over: Partial<ToTell> = {}) =>
  eventsOf({
    portalId: 7,
    contactId: '1',
    assessment: assessment({ asOf: 900, stage: 'integrating' }),
    values: { rapport_stage: 'integrating', ...over.changes },
    changes: {},
    published,
    stageChanged: false,
    recalibrated: false,
    ...over,
  });
const opened = new Date(500).toISOString();
const fight = { rapport_recovery_open: 'true', rapport_first_fight_at: opened };

describe('milestones', () => {
  test('each is told once, with the time it was reached', () => {
    const events = tell({ changes: { rapport_first_date_at: opened, rapport_met_friends_at: opened } });
    expect(events).toEqual([
      {
        type: 'milestone_reached',
        id: '7-1-first_date',
        contactId: '1',
        at: 500,
        values: { milestone: 'first_date' },
      },
      {
        type: 'milestone_reached',
        id: '7-1-met_friends',
        contactId: '1',
        at: 500,
        values: { milestone: 'met_friends' },
      },
    ]);
  });

  test('a corrected date is no second milestone, and a date that is taken back is none', () => {
    const stood = { ...published, rapport_first_date_at: new Date(1).toISOString() };
    expect(tell({ published: stood, changes: { rapport_first_date_at: opened } })).toEqual([]);
    expect(tell({ published: stood, changes: { rapport_first_date_at: '' } })).toEqual([]);
  });
});

describe('recovery', () => {
  test('a complaint opens one and its recovery closes that same one', () => {
    const [milestone, open] = tell({ changes: fight });
    expect(milestone?.values).toEqual({ milestone: 'first_fight' });
    expect(open).toEqual({
      type: 'recovery_opened',
      id: '7-1-500-opened',
      contactId: '1',
      at: 500,
      values: { opened },
    });
    const closed = tell({
      published: { ...published, ...fight },
      values: { ...fight, rapport_recovery_open: 'false', rapport_first_fight_outcome: 'recovered' },
      changes: { rapport_recovery_open: 'false' },
    });
    expect(closed).toEqual([
      {
        type: 'recovery_closed',
        id: '7-1-500-closed',
        contactId: '1',
        at: 900,
        values: { opened, outcome: 'recovered' },
      },
    ]);
  });

  test('one that ends without a recovery says no more than that it is closed', () => {
    const [closed] = tell({
      published: { ...published, ...fight },
      values: {},
      changes: { rapport_recovery_open: 'false' },
    });
    expect(closed?.values).toEqual({ opened, outcome: 'other' });
  });

  test('a first "no" is no closing', () => {
    expect(
      tell({ published: { rapport_stage: 'integrating' }, changes: { rapport_recovery_open: 'false' } }),
    ).toEqual([]);
  });
});

describe('what is no event', () => {
  const changes = { ...fight, rapport_first_date_at: opened };

  test('what another model or other settings say', () => {
    expect(tell({ changes, recalibrated: true })).toEqual([]);
  });

  test('what is written of a contact for the first time, or after an objection', () => {
    expect(tell({ changes, published: {} })).toEqual([]);
    expect(tell({ changes, published: { rapport_stage: 'not_assessed' } })).toEqual([]);
  });

  test('anything of a contact who objects', () => {
    const values = { rapport_stage: 'not_assessed', rapport_recovery_open: '' };
    expect(tell({ values, changes: values, published: { ...published, ...fight } })).toEqual([]);
  });
});
