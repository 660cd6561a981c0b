import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outreachChannels, purposes } from '../../../src/relationship/guardrails/action.ts';
import type { GuardrailFacts } from '../../../src/relationship/guardrails/guardrail-facts.ts';
import { mentionLists } from '../../../src/relationship/guardrails/mentions.ts';
import { awakeAlways } from '../../../src/relationship/guardrails/quiet-hours.ts';
import { rulingsOf } from '../../../src/relationship/guardrails/rulings.ts';
import type { Standing } from '../../../src/relationship/guardrails/standing.ts';
import { verdict } from '../../../src/relationship/guardrails/verdict.ts';
import { anyField, anyWorld, standingOf } from './any-standing.ts';
import { complaint, daysAgo, openFacts, standing } from './standing-fixture.ts';

/** Nothing is known that could part one purpose from another. */
const plain: Partial<GuardrailFacts> = { subscriptions: null, legalBases: null, consentAt: null };

test.each([
  ['nothing', standing({ facts: plain })],
  ['an open complaint', standing({ facts: plain, signals: [complaint(daysAgo(3))] })],
  ['an old consent', standing({ facts: { ...plain, consentAt: daysAgo(900) } })],
  ['a vulnerable person', standing({ facts: { ...plain, vulnerable: true } })],
  ['a contract as the only basis', standing({ facts: { ...plain, legalBases: ['contract'] } })],
  ['a basis that is demanded', standing({ facts: plain, settings: { legalBasisRequired: true } })],
  ['a relationship that ends', standing({ facts: plain, stage: 'terminating' })],
  ['a subscription', standing({ facts: { ...plain, subscriptions: openFacts.subscriptions } })],
  ['a refused channel', standing({ facts: { ...plain, refusedChannels: [{ channel: 'call', at: null }] } })],
  ['an objection', standing({ facts: { ...plain, objection: true } })],
] as const)('the rulings say what the verdict says where %s parts the purposes', (_title, at) => {
  expectVerdicts(at);
});

test('for each purpose on each channel the rulings say what the verdict says, quiet hours apart', () => {
  fc.assert(
    fc.property(anyWorld, (world) => expectVerdicts({ ...standingOf(world), quiet: awakeAlways })),
    { numRuns: 150 },
  );
});

function expectVerdicts(at: Standing): void {
  const rulings = rulingsOf(at);
  for (const purpose of purposes) {
    for (const channel of outreachChannels) {
      const { answer, reasons, safeAlternative } = verdict(at, { purpose, channel });
      const found = rulings.filter((it) => it.purposes.includes(purpose) && it.channels.includes(channel));
      const because = answer === 'ALLOW' ? [] : reasons.filter((it) => it.answer !== 'ALLOW');
      expect(found).toMatchObject([{ answer, because, instead: withoutAction(safeAlternative) }]);
    }
  }
}

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
