import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outreachChannels, purposes } from '../../../src/relationship/guardrails/action.ts';
import { mentionLists } from '../../../src/relationship/guardrails/mentions.ts';
import { awakeAlways } from '../../../src/relationship/guardrails/quiet-hours.ts';
import { rulingsOf } from '../../../src/relationship/guardrails/rulings.ts';
import { verdict } from '../../../src/relationship/guardrails/verdict.ts';
import { anyField, anyWorld, standingOf } from './any-standing.ts';

test('for each purpose on each channel the rulings say what the verdict says, quiet hours apart', () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      const standing = { ...standingOf(world), quiet: awakeAlways };
      const rulings = rulingsOf(standing);
      for (const purpose of purposes) {
        for (const channel of outreachChannels) {
          const { answer, reasons, safeAlternative } = verdict(standing, { purpose, channel });
          const found = rulings.filter(
            (it) => it.purposes.includes(purpose) && it.channels.includes(channel),
          );
          const because = answer === 'ALLOW' ? [] : reasons.filter((it) => it.answer !== 'ALLOW');
          expect(found).toMatchObject([{ answer, because, instead: withoutAction(safeAlternative) }]);
        }
      }
    }),
    { numRuns: 150 },
  );
});

/** Several purposes share an alternative; the action it was tried with names one of them. */
function withoutAction(alternative: ReturnType<typeof verdict>['safeAlternative']) {
  if (alternative === null || !('action' in alternative)) return alternative;
  const { action: _action, ...rest } = alternative;
  return rest;
}

test('a mention is judged alone as in a whole verdict', () => {
  fc.assert(
    fc.property(anyWorld, anyField, (world, field) => {
      const standing = standingOf(world);
      const action = { purpose: 'follow_up', channel: 'email' } as const;
      const { mayNotMention } = mentionLists(standing, [field], action);
      const { reasons } = verdict(standing, { ...action, mentions: [field] });
      for (const { because } of mayNotMention) expect(reasons).toContainEqual(because);
    }),
    { numRuns: 300 },
  );
});
