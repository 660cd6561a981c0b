/** What is not asked could have said nothing: sparing the work never changes an answer. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Action, outreachChannels, passes, toAsk } from '../../../src/relationship/guardrails/action.ts';
import { guardrailRules } from '../../../src/relationship/guardrails/rules.ts';
import { decide, verdict } from '../../../src/relationship/guardrails/verdict.ts';
import { anyAction, anyWorld, standingOf } from './any-standing.ts';

const runs = { numRuns: 2000 };

test('a rule that calls itself silent says nothing of the contact, whatever is asked', () => {
  fc.assert(
    fc.property(anyWorld, anyAction, (world, action) => {
      const standing = standingOf(world);
      const silent = guardrailRules.filter((rule) => rule.isSilent?.(standing) === true);
      expect(silent.flatMap((rule) => rule.applies(toAsk(action), standing) ?? [])).toEqual([]);
    }),
    runs,
  );
});

test('where no other channel and no other hand is advised, none would have passed', () => {
  fc.assert(
    fc.property(anyWorld, anyAction, (world, action) => {
      const standing = standingOf(world);
      const { answer, safeAlternative } = verdict(standing, action);
      if (passes(answer)) return;
      const code = safeAlternative?.code ?? null;
      if (code === 'leave_out') return;
      const byHand = { ...toAskable(action), automated: false };
      const isHandBetter = toAsk(action).automated && passes(decide(standing, byHand).answer);
      expect(code === 'write_by_hand').toBe(isHandBetter);
      if (isHandBetter) return;
      const others = outreachChannels.filter((channel) => channel !== action.channel);
      const passing = others.filter((channel) =>
        passes(decide(standing, { ...toAskable(action), channel }).answer),
      );
      expect(code === 'other_channel').toBe(passing.length > 0);
    }),
    runs,
  );
});

/** An alternative is of no level. */
function toAskable({ level: _level, ...action }: Action): Action {
  return action;
}
