import { lastWritten, readLastWritten } from '@rapport/shared/last-written.ts';
import { expect, test } from 'vitest';

const written = {
  rapport_stage: 'stagnating',
  rapport_stage_changed_at: '1785715200000',
  rapport_stage_reason: 'Silent for long.',
  rapport_holds_until: '2026-10-12T00:00:00Z',
  rapport_assessed_at: 'soon',
};

test('what was last written is read from the record, with times in either of the forms HubSpot gives', () => {
  expect(lastWritten(written)).toEqual({
    stage: 'stagnating',
    flight: 'coming_apart',
    since: '2026-08-03T00:00:00.000Z',
    reason: 'Silent for long.',
    holdsUntil: '2026-10-12T00:00:00.000Z',
    assessedAt: null,
  });
});

test.each([
  ['an empty stage', { ...written, rapport_stage: '' }],
  ['an objection', { ...written, rapport_stage: 'not_assessed' }],
  ['too little evidence', { ...written, rapport_stage: 'not_enough_evidence' }],
  ['no property at all', {}],
  ['nothing', null],
])('%s is no last known stage', (_name, properties) => {
  expect(lastWritten(properties)).toBeNull();
});

test('a record that cannot be read either leaves nothing to show', async () => {
  const reader = { fetchCrmObjectProperties: () => Promise.reject(new Error('no permission')) };
  expect(await readLastWritten(reader)).toBeNull();
});
