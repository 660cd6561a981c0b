import {
  type CorrectionsView,
  isCorrectionAnswer,
  isCorrectionsView,
} from '@rapport/shared/contract-corrections.ts';
import { expect, test } from 'vitest';
import { stagnating } from './card-answers.ts';

const view: CorrectionsView = {
  kind: 'corrections',
  desiredTypes: [{ id: 'buddies', label: 'Buddies', wants: 'a long acquaintance without closeness' }],
  log: [
    {
      id: 'correction-0000000001',
      kind: 'override',
      at: '2026-09-10T08:00:00.000Z',
      by: 'ida@example.com',
      sentence: 'Stage set to Bonding',
      reason: 'They told me so in person',
      until: '2026-12-01T00:00:00.000Z',
      undoneAt: null,
      mayUndo: true,
    },
  ],
};

test('what was corrected so far can be shown', () => {
  expect(isCorrectionsView(view)).toBe(true);
  expect(isCorrectionsView({ ...view, log: [{}] })).toBe(false);
});

test.each([
  ['done, with the card as it stands now', { kind: 'done', card: stagnating }, true],
  [
    'refused field by field',
    { kind: 'invalid', problems: [{ field: 'until', sentence: 'In the past' }] },
    true,
  ],
  ['refused as a whole', { kind: 'invalid', problems: [{ field: null, sentence: 'Undone already' }] }, true],
  ['done without a card', { kind: 'done' }, false],
  ['done with a card that is none', { kind: 'done', card: { kind: 'ready' } }, false],
  ['a problem without a sentence', { kind: 'invalid', problems: [{ field: 'until' }] }, false],
  ['nothing', null, false],
])('an answer to a correction that is %s is told apart', (_name, answer, isOne) => {
  expect(isCorrectionAnswer(answer)).toBe(isOne);
});
