import { depthOf } from '../desired/depth.ts';
import { type Desired, notAsked, readDesired } from '../desired/desired.ts';
import type { ContactFacts } from '../facts.ts';
import type { Settings } from '../settings.ts';
import type { Timeline } from '../signal/timeline.ts';
import { type GuardrailFacts, guardrailFactsFrom } from './guardrail-facts.ts';
import { readStanding, type StageView, type Standing } from './standing.ts';

/** Where a contact stands towards the guardrails, from what is known of it; `timeline` reaches up to `now`. */
export function contactStanding(
  timeline: Timeline,
  stage: StageView,
  facts: ContactFacts,
  settings: Settings,
  timeZone: string,
  now: number,
): Standing {
  return readStanding({
    timeline,
    stage,
    facts: guardrailFactsOf(facts, settings, now),
    settings: settings.guardrails,
    timeZone,
    now,
  });
}

function guardrailFactsOf(facts: ContactFacts, settings: Settings, now: number): GuardrailFacts {
  const { filled: _filled, ...known } = facts.guardrails ?? {};
  const isShared = facts.matrix?.key === 'shared' && facts.mailbox === 'person';
  return guardrailFactsFrom(facts, {
    ...known,
    ...(isShared ? { mailbox: 'shared' } : {}),
    desired: desiredOf(facts, settings, now),
    depth: depthOf(facts.segment ?? null, settings.desired),
  });
}

/** What they will answer later is not asked yet. */
function desiredOf({ desired }: ContactFacts, settings: Settings, now: number): Desired {
  if (desired === undefined || (desired.at !== null && desired.at > now)) return notAsked;
  return readDesired(desired, settings.desired);
}
