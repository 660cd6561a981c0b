import type { ContactFacts } from '../facts.ts';
import { ceilings } from '../guardrails/action.ts';
import type { ContactGuardrails } from '../guardrails/contact-guardrails.ts';
import type { Standing } from '../guardrails/standing.ts';
import type { LevelAnswer } from '../level/level-gap.ts';
import { type PortalView, segmentIn } from '../portal-view.ts';
import type { Timeline } from '../signal/timeline.ts';
import type { Sector } from '../stage/stage-settings.ts';
import type { StageAnswer } from '../stage/stages.ts';
import type { ApproachSettings } from './approach-settings.ts';
import { type ApproachFacts, noApproachFacts } from './conditions.ts';
import { type ValueApproaches, valueApproaches } from './value-approaches.ts';

/** What the other models say of the contact, for eligibility to read. */
export type ContactApproachesInput = {
  readonly stage: StageAnswer;
  readonly quadrant: Sector;
  readonly level: LevelAnswer;
  readonly guardrails: Pick<ContactGuardrails, 'ceiling'>;
  readonly standing: Pick<Standing, 'openComplaint' | 'facts'>;
};

/** Which approaches of building value suit a contact, from what is known of it and of its portal. */
export function contactApproaches(
  timeline: Timeline,
  facts: ContactFacts,
  view: PortalView,
  input: ContactApproachesInput,
  settings: ApproachSettings,
  now: number,
): ValueApproaches {
  return valueApproaches(approachFacts(timeline, facts, view, input), settings, now);
}

function approachFacts(
  timeline: Timeline,
  facts: ContactFacts,
  view: PortalView,
  { stage, quadrant, level, guardrails, standing }: ContactApproachesInput,
): ApproachFacts {
  const { interest, ...known } = facts.approaches ?? {};
  const { desired } = standing.facts;
  return {
    ...noApproachFacts,
    ...known,
    stage,
    quadrant,
    suggestedLevel: level.suggested.level,
    intimacyCeiling: ceilings.indexOf(guardrails.ceiling),
    desiredType: desired.kind === 'asked' ? desired.type.id : null,
    nps: lastScore(timeline),
    openComplaint: standing.openComplaint !== null,
    cyclesPossible: valueIn(view.cyclesPerYear, facts.matrix?.family ?? ''),
    concentration: segmentIn(view, facts.segment ?? null).concentration,
    sharedInterest:
      interest === undefined || interest === null ? 0 : (valueIn(view.interests, interest) ?? 0),
    captive: facts.captive,
  };
}

function valueIn(table: Readonly<Record<string, number>>, key: string): number | null {
  return Object.hasOwn(table, key) ? (table[key] ?? null) : null;
}

/** The latest recommendation score they gave. */
function lastScore({ signals }: Timeline): ApproachFacts['nps'] {
  for (let i = signals.length - 1; i >= 0; i -= 1) {
    const signal = signals[i];
    if (signal?.kind === 'survey' && signal.facts.metric === 'nps') {
      return { value: signal.facts.value, at: signal.at };
    }
  }
  return null;
}
