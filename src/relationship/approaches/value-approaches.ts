import { dayOf, msPerDay } from '../signal/timeline.ts';
import { type Approach, approaches, priorityIn } from './approach.ts';
import type { ApproachSettings } from './approach-settings.ts';
import {
  type ApproachFacts,
  type ConditionId,
  conditions,
  conditionsOf,
  type Finding,
} from './conditions.ts';

/** Which approaches of building value suit a contact now, and what stands in the way of each other one. */
export type ValueApproaches = {
  /** Those the stage puts first come first. */
  readonly eligible: readonly Approach[];
  /** Of the eligible ones, those the stage puts first. */
  readonly priority: readonly Approach[];
  /** For each approach that is not eligible, the first condition that fails. */
  readonly refused: readonly Refusal[];
  /** 00:00 UTC of the day on which any of this changes by time alone; null when it never does. */
  readonly changesAt: number | null;
};

export type Refusal = { readonly approach: Approach; readonly condition: ConditionId } & Finding;

export function valueApproaches(
  facts: ApproachFacts,
  settings: ApproachSettings,
  now: number,
): ValueApproaches {
  const refused: Refusal[] = [];
  const eligible: Approach[] = [];
  const first = priorityIn(facts.stage) ?? [];
  for (const approach of approaches) {
    const refusal = refusalOf(approach, facts, settings, now);
    if (refusal === null) eligible.push(approach);
    else refused.push(refusal);
  }
  const priority = first.filter((approach) => eligible.includes(approach));
  const rest = eligible.filter((approach) => !first.includes(approach));
  return {
    eligible: [...priority, ...rest],
    priority,
    refused,
    changesAt: nextChange(facts, settings, now, refused),
  };
}

function refusalOf(
  approach: Approach,
  facts: ApproachFacts,
  settings: ApproachSettings,
  now: number,
): Refusal | null {
  for (const condition of conditionsOf[approach]) {
    const { holds, have, need } = conditions[condition](facts, settings, now);
    if (!holds) return { approach, condition, holds, have, need };
  }
  return null;
}

/** Two things change by time alone: an owner becomes an old hand, and a score grows too old to be believed. */
function nextChange(
  facts: ApproachFacts,
  settings: ApproachSettings,
  now: number,
  refused: readonly Refusal[],
): number | null {
  const days: number[] = [];
  if (facts.ownerSince !== null) days.push(dayOf(facts.ownerSince) + settings.ownerDays);
  if (facts.nps !== null) days.push(dayOf(facts.nps.at) + settings.npsDays);
  const today = dayOf(now);
  for (const day of days.filter((one) => one > today).sort((a, b) => a - b)) {
    const at = day * msPerDay;
    const then = approaches.flatMap((approach) => refusalOf(approach, facts, settings, at) ?? []);
    const isSame =
      then.length === refused.length &&
      then.every(({ approach, condition, have }, i) => {
        const before = refused[i];
        return approach === before?.approach && condition === before.condition && have === before.have;
      });
    if (!isSame) return at;
  }
  return null;
}
