import { describe, expect, test } from 'vitest';
import { isRecalibrated, type ToPublish, toPublish } from '../../src/usecases/to-publish.ts';

const values = {
  rapport_stage: 'stagnating',
  rapport_flight: 'coming_apart',
  rapport_stage_movement: 'deteriorate',
  rapport_stage_changed_at: '2026-02-01T00:00:00.000Z',
  rapport_vitality: '40',
  rapport_assessed_at: '2026-03-01T00:00:00.000Z',
};

const written = {
  rapport_stage: 'intensifying',
  rapport_flight: 'coming_together',
  rapport_stage_movement: 'forward',
  rapport_stage_changed_at: '2026-01-01T00:00:00.000Z',
  rapport_vitality: '60',
  rapport_assessed_at: '2026-01-02T00:00:00.000Z',
};

function publish(of: Partial<ToPublish> = {}) {
  return toPublish({
    values,
    published: written,
    unsettled: false,
    live: true,
    missing: new Set(),
    recalibrated: false,
    overrideOver: false,
    ...of,
  });
}

describe('only what changed is written', () => {
  test('the same values give nothing to write, whenever they were computed', () => {
    const again = { ...written, rapport_assessed_at: 'later' };
    expect(publish({ values: again })).toEqual({ changes: {}, stageChanged: false });
  });

  test('an empty value and none are the same', () => {
    const { changes } = publish({ values: { ...written, rapport_runner: '' } });
    expect(changes).toEqual({});
  });

  test('a change carries the time of the assessment', () => {
    const { changes } = publish({
      values: { ...written, rapport_vitality: '50', rapport_assessed_at: 'now' },
    });
    expect(changes).toEqual({ rapport_vitality: '50', rapport_assessed_at: 'now' });
  });

  test('a property that the portal does not have is left out', () => {
    const { changes } = publish({ missing: new Set(['rapport_vitality', 'rapport_assessed_at']) });
    expect(Object.keys(changes)).not.toContain('rapport_vitality');
    expect(Object.keys(changes)).not.toContain('rapport_assessed_at');
    expect(changes).toMatchObject({ rapport_stage: 'stagnating' });
  });

  test('while a write was never settled all is written again, also what stood', () => {
    const { changes, stageChanged } = publish({ values: written, unsettled: true });
    expect(changes).toEqual(written);
    expect(stageChanged).toBe(false);
  });

  test('an objection blanks what stands', () => {
    const blank = Object.fromEntries(Object.keys(values).map((name) => [name, '']));
    const { changes, stageChanged } = publish({ values: { ...blank, rapport_stage: 'not_assessed' } });
    expect(changes).toEqual({ ...blank, rapport_stage: 'not_assessed' });
    expect(stageChanged).toBe(false);
  });
});

describe('workflows are not fired by us', () => {
  test('before going live nothing is written that workflows hang on', () => {
    const { changes, stageChanged } = publish({
      live: false,
      values: { ...values, rapport_recovery_open: 'true' },
    });
    expect(changes).toEqual({ rapport_vitality: '40', rapport_assessed_at: values.rapport_assessed_at });
    expect(stageChanged).toBe(false);
  });

  test('the first write says first, until the stage changes', () => {
    const first = publish({ published: {} });
    expect(first.changes).toMatchObject({ rapport_stage: 'stagnating', rapport_stage_movement: 'first' });
    expect(first.stageChanged).toBe(false);
    expect(publish({ published: first.changes }).changes).toEqual({});
    const next = publish({ published: first.changes, values: { ...values, rapport_stage: 'avoiding' } });
    expect(next.changes).toMatchObject({ rapport_stage: 'avoiding', rapport_stage_movement: 'deteriorate' });
    expect(next.stageChanged).toBe(true);
  });

  test('a person who takes the objection back starts with first', () => {
    const { changes } = publish({ published: { rapport_stage: 'not_assessed' } });
    expect(changes).toMatchObject({ rapport_stage_movement: 'first' });
  });

  test('a change by a new model says recalibrated and leaves the date', () => {
    const { changes, stageChanged } = publish({ recalibrated: true });
    expect(changes).toMatchObject({ rapport_stage: 'stagnating', rapport_stage_movement: 'recalibrated' });
    expect(Object.keys(changes)).not.toContain('rapport_stage_changed_at');
    expect(stageChanged).toBe(false);
  });

  test('a recalibration of what had no date yet gives one', () => {
    const published = { ...written, rapport_stage: 'not_enough_evidence', rapport_stage_changed_at: '' };
    expect(publish({ recalibrated: true, published }).changes).toMatchObject({
      rapport_stage: 'stagnating',
      rapport_stage_changed_at: values.rapport_stage_changed_at,
    });
  });

  test('a recalibration stays one until the relationship moves, also through a second one', () => {
    const published = { ...written, ...publish({ recalibrated: true }).changes };
    expect(publish({ published }).changes).toEqual({});
    const twice = publish({
      published,
      recalibrated: true,
      values: { ...values, rapport_stage: 'avoiding' },
    });
    expect(twice.changes).toMatchObject({ rapport_stage: 'avoiding' });
    expect(twice.stageChanged).toBe(false);
    expect(publish({ published, values: { ...values, rapport_stage: 'avoiding' } }).stageChanged).toBe(true);
  });

  test('the end of an override is told as a recalibration, with the date of the story and not of the override', () => {
    const overridden = {
      ...written,
      rapport_stage_movement: 'recalibrated',
      rapport_stage_changed_at: '2026-02-20T00:00:00.000Z',
      rapport_held_by: 'override',
    };
    const after = { ...values, rapport_stage: 'not_enough_evidence', rapport_stage_changed_at: '' };
    const { changes, stageChanged } = publish({
      values: { ...after, rapport_held_by: 'none' },
      published: overridden,
      recalibrated: true,
      overrideOver: true,
    });
    expect(changes).toMatchObject({
      rapport_stage: 'not_enough_evidence',
      rapport_stage_changed_at: '',
    });
    expect(stageChanged).toBe(false);
  });

  test('another date told by a new model for the same stage is not written', () => {
    const shifted = { ...written, rapport_stage_changed_at: '2025-12-01T00:00:00.000Z' };
    const { changes } = publish({ recalibrated: true, values: shifted });
    expect(Object.keys(changes).sort()).toEqual(['rapport_assessed_at', 'rapport_stage_movement']);
  });
});

describe('values come from another model', () => {
  const model = { modelVersion: 'b', inForceSince: Date.UTC(2026, 0, 2) };
  const at = (day: string) => ({ rapport_assessed_at: `2026-01-${day}T00:00:00.000Z` });

  test('when we wrote them by another', () => {
    expect(isRecalibrated({ publishedModel: 'a', published: at('03') }, model)).toBe(true);
    expect(isRecalibrated({ publishedModel: 'b', published: at('01') }, model)).toBe(false);
  });

  test('when they came along with a contact and were written before ours was in force', () => {
    expect(isRecalibrated({ publishedModel: null, published: at('01') }, model)).toBe(true);
    expect(isRecalibrated({ publishedModel: null, published: {} }, model)).toBe(true);
    expect(isRecalibrated({ publishedModel: null, published: at('02') }, model)).toBe(false);
  });
});
