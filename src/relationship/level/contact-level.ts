import type { Desired } from '../desired/desired.ts';
import type { LevelFacts } from '../facts.ts';
import { levelUnder } from '../guardrails/action.ts';
import type { ContactGuardrails } from '../guardrails/contact-guardrails.ts';
import { ceilingRules } from '../guardrails/fired.ts';
import type { InputProblem } from '../matrix/input-problem.ts';
import type { Purchase } from '../matrix/purchases.ts';
import type { SegmentView } from '../portal-view.ts';
import type { Timeline } from '../signal/timeline.ts';
import type { StageAnswer } from '../stage/stages.ts';
import { attentionIn } from './attention.ts';
import { activeCustomer, customersPerOwner } from './customers-per-owner.ts';
import { compareLevels, type LevelAnswer } from './level-gap.ts';
import type { LevelSettings } from './level-settings.ts';
import { noTies, practisedLevel } from './practised-level.ts';
import { type Ceiling, contactMargin, type SuggestedLevel, suggestLevel } from './suggested-level.ts';

/** What the level of one contact is read from, beside its timeline. */
export type ContactLevelInput = {
  readonly purchases: readonly Purchase[];
  readonly stage: StageAnswer;
  readonly facts: LevelFacts;
  readonly segment: SegmentView;
  readonly desired: Desired;
  readonly guardrails: Pick<ContactGuardrails, 'ceilingBy'>;
};

export type ContactLevel = { readonly answer: LevelAnswer; readonly problems: readonly InputProblem[] };

/** The level practised with a contact beside the one its segment, its wish and the guardrails support. */
export function contactLevel(
  timeline: Timeline,
  input: ContactLevelInput,
  settings: LevelSettings,
  now: number,
): ContactLevel {
  const attention = attentionIn(timeline, input.purchases, settings);
  const practised = practisedLevel(attention, { ...noTies, ...input.facts }, settings, now);
  const suggested = suggestedFor(input, settings);
  return {
    answer: compareLevels(suggested.level, practised),
    problems: [
      ...attention.problems,
      ...suggested.problems,
      ...activeCustomer(timeline, input.purchases, settings, now).problems,
    ],
  };
}

function suggestedFor(
  { stage, facts, segment, desired, guardrails }: ContactLevelInput,
  settings: LevelSettings,
) {
  const { customers, owners, margin, terciles } = segment;
  const perOwner =
    customers === null || owners === null ? unknownCustomers : customersPerOwner(customers, owners, settings);
  const level: SuggestedLevel = suggestLevel(
    {
      customers: perOwner,
      margin: contactMargin(facts.ownMargin ?? null, margin, terciles, settings),
      stage,
      ceilings: [...wishOf(desired), ...guardrailCeilings(guardrails)],
    },
    settings,
  );
  return { level, problems: perOwner.problems };
}

const unknownCustomers = { count: null, band: null, problems: [] };

function wishOf(desired: Desired): readonly Ceiling[] {
  if (desired.kind !== 'asked') return [];
  const { id, ceiling } = desired.type;
  return [{ by: 'preference', level: levelUnder(ceiling), rule: id }];
}

/** A wish is told as a wish, not once more as the rule that keeps it. */
function guardrailCeilings({ ceilingBy }: Pick<ContactGuardrails, 'ceilingBy'>): readonly Ceiling[] {
  const ceilings: Ceiling[] = [];
  for (const { rule: id, ceiling, because } of ceilingBy) {
    const rule = ceilingRules.find((it) => it === id);
    if (rule === undefined || ceiling === null || because.code === 'desired') continue;
    ceilings.push({ by: 'guardrail', level: levelUnder(ceiling), rule });
  }
  return ceilings;
}
