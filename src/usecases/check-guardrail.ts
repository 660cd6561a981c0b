/**
 * The action *Check intimacy guardrail*: may this go out to this contact on that channel? Answered from what is stored,
 * and always with a verdict that a workflow can branch on: what cannot be decided is denied, except for what is owed to
 * the customer anyway.
 */
import { assessStory } from '../relationship/assess.ts';
import {
  type Action,
  type Answer,
  isNecessary,
  outreachChannels,
  type Purpose,
  purposes,
} from '../relationship/guardrails/action.ts';
import { nextPassing } from '../relationship/guardrails/contact-guardrails.ts';
import { contactStanding } from '../relationship/guardrails/contact-standing.ts';
import type { Standing } from '../relationship/guardrails/standing.ts';
import { verdict } from '../relationship/guardrails/verdict.ts';
import { wordVerdict } from '../relationship/guardrails/word-verdict.ts';
import { readTimeline } from '../relationship/signal/timeline.ts';
import type { Language } from '../relationship/stage/reason.ts';
import type { ActionReply, FieldValues } from './action-calls.ts';
import { type PortalContext, type PortalContextDeps, portalContext } from './portal-context.ts';
import type { Clock, ContactId, Installation } from './ports.ts';
import type { StoredContact, Timeline } from './store.ts';

export type CheckGuardrailDeps = PortalContextDeps & {
  readonly timeline: Pick<Timeline, 'load'>;
  readonly clock: Clock;
};

export async function checkGuardrail(
  deps: CheckGuardrailDeps,
  of: Installation,
  { contactId, inputs }: { readonly contactId: ContactId; readonly inputs: FieldValues },
): Promise<ActionReply> {
  const action = readAction(inputs);
  if (typeof action === 'string') return { kind: 'refused', sentence: action };
  const [stored] = await deps.timeline.load(of.portalId, [contactId]);
  if (stored === undefined) return undecided(inputs, 'Rapport does not know this contact yet');
  const context = await portalContext(deps, of);
  const standing = standingOf(stored, context, deps.clock.now());
  return { kind: 'done', outputs: outputsOf(standing, action, context.language) };
}

/** The verdict when there is none: in the words of the action, for whoever could not wait for it. */
export function undecided(inputs: FieldValues, because: string): ActionReply {
  const purpose = purposes.find((it) => it === inputs['purpose']) ?? 'marketing';
  const answer = isNecessary(purpose) ? 'ALLOW' : 'DENY';
  const reason = `Undecided: ${because}.`;
  return {
    kind: 'done',
    outputs: { ...named(answer), ceiling: 'I1', reason, next_possible_at: '', alternative: '', notice: '' },
  };
}

/** A sentence for what does not exist. */
function readAction({ purpose: asked, channel: on }: FieldValues): Action | string {
  const purpose = purposes.find((it): it is Purpose => it === asked);
  const channel = outreachChannels.find((it) => it === on);
  const problems = [
    ...(purpose ? [] : [`The purpose ${said(asked)}; choose one of ${purposes.join(', ')}.`]),
    ...(channel ? [] : [`The channel ${said(on)}; choose one of ${outreachChannels.join(', ')}.`]),
  ];
  return purpose && channel ? { purpose, channel } : problems.join(' ');
}

function said(value: string | undefined): string {
  return value === undefined || value === '' ? 'is missing' : `"${value.slice(0, 60)}" does not exist`;
}

function standingOf({ signals, facts }: StoredContact, context: PortalContext, now: number): Standing {
  const { model, settings, installation } = context;
  const story = assessStory(signals, facts, model, settings, now);
  const timeline = readTimeline(signals, settings, now);
  return contactStanding(timeline, story, facts, settings, installation.timeZone, now);
}

function outputsOf(standing: Standing, action: Action, language: Language): FieldValues {
  const worded = wordVerdict(verdict(standing, action), language, standing.timeZone);
  const notices = [worded.noticeText, worded.repNotice].filter((text) => text !== null);
  return {
    ...named(worded.answer),
    ceiling: worded.ceiling,
    reason: worded.reasons[0]?.sentence ?? nothingAgainst[language],
    next_possible_at: nextPossible(standing, action),
    alternative: worded.safeAlternative ?? '',
    notice: notices.join(' '),
  };
}

const nothingAgainst = { en: 'Nothing stands against it.', de: 'Nichts spricht dagegen.' } as const;

function named(answer: Answer): { readonly verdict: string } {
  return { verdict: answer.toLowerCase() };
}

/** Ms since epoch as HubSpot takes a date; now when it passes now, empty when time alone does not help. */
function nextPossible(standing: Standing, action: Action): string {
  const next = nextPassing(standing, action);
  if (next.kind === 'blocked') return '';
  return String(next.kind === 'now' ? standing.now : next.at);
}
