import { type Action, type Ask, type OutreachChannel, outreachChannels, passes } from './action.ts';
import type { Because, Fired } from './fired.ts';
import { classFor } from './rules-knowledge.ts';
import type { Standing } from './standing.ts';
import type { Decision } from './verdict.ts';

/** What to do instead of an action that does not pass. Except for waiting, it is an action that passes itself. */
export type SafeAlternative =
  | { readonly code: 'leave_out'; readonly fields: readonly string[]; readonly action: Action }
  | { readonly code: 'write_by_hand'; readonly action: Action }
  | { readonly code: 'other_channel'; readonly channel: OutreachChannel; readonly action: Action }
  | { readonly code: 'mend_first'; readonly action: Action }
  | { readonly code: 'wait'; readonly until: number }
  | { readonly code: 'ask_permission' }
  | { readonly code: 'reply_only' };

type Decide = (action: Action) => Decision;

/** The alternative that changes least: other words, another hand, another channel, another time, another purpose. */
export function safeAlternativeFor(
  standing: Standing,
  ask: Ask,
  decision: Decision,
  decide: Decide,
): SafeAlternative | null {
  const { level: _level, ...action } = ask;
  const stopping = decision.reasons.filter(({ answer }) => !passes(answer));
  return (
    leaveOut(standing, action, decision, decide) ??
    byHand(action, stopping, decide) ??
    otherChannel(action, stopping, decide) ??
    mendFirst(standing, action, decide) ??
    waitFor(stopping) ??
    (decision.answer === 'ASK_FIRST' ? { code: 'ask_permission' } : replyOnly(action, decide))
  );
}

/** Leaves out what the reasons name, and all that is sensitive or seen covertly. */
function leaveOut(
  standing: Standing,
  action: Action,
  { reasons }: Decision,
  decide: Decide,
): SafeAlternative | null {
  const named = new Set(
    reasons.flatMap(({ because }) =>
      'fields' in because && because.fields !== undefined ? because.fields : [],
    ),
  );
  if (named.size === 0) return null;
  const stays = (field: { readonly name: string }) => !named.has(field.name);
  const without: Action = {
    ...action,
    mentions: (action.mentions ?? []).filter((field) => stays(field) && classFor(field, standing) !== 'P7'),
    fieldsUsed: (action.fieldsUsed ?? []).filter(stays),
  };
  if (!passes(decide(without).answer)) return null;
  return { code: 'leave_out', fields: [...named].sort(), action: without };
}

/** Another hand helps only against the one reason that asks for a hand. */
function byHand(action: Action, stopping: readonly Fired[], decide: Decide): SafeAlternative | null {
  if (action.automated !== true) return null;
  if (!stopping.some(({ because }) => because.code === 'stage_by_hand')) return null;
  const written: Action = { ...action, automated: false };
  return passes(decide(written).answer) ? { code: 'write_by_hand', action: written } : null;
}

/** Reasons that look at the channel; what any other says of one channel it says of all. */
const byChannel: ReadonlySet<Because['code']> = new Set([
  'opted_out',
  'not_subscribed',
  'refused_channel',
  'quiet_hours',
  'silent',
  'too_close',
] satisfies Because['code'][]);

function otherChannel(action: Action, stopping: readonly Fired[], decide: Decide): SafeAlternative | null {
  if (stopping.some(({ because }) => !byChannel.has(because.code))) return null;
  for (const channel of outreachChannels) {
    const other: Action = { ...action, channel };
    if (channel === action.channel || !passes(decide(other).answer)) continue;
    return { code: 'other_channel', channel, action: other };
  }
  return null;
}

function mendFirst(standing: Standing, action: Action, decide: Decide): SafeAlternative | null {
  if (standing.openComplaint === null || action.purpose === 'recovery') return null;
  const mend: Action = { purpose: 'recovery', channel: action.channel };
  return passes(decide(mend).answer) ? { code: 'mend_first', action: mend } : null;
}

/** Waiting helps when every rule that stops the action ends by time alone. */
function waitFor(stopping: readonly Fired[]): SafeAlternative | null {
  let last = Number.NEGATIVE_INFINITY;
  for (const { until } of stopping) {
    if (until === null) return null;
    last = Math.max(last, until);
  }
  return Number.isFinite(last) ? { code: 'wait', until: last } : null;
}

function replyOnly(action: Action, decide: Decide): SafeAlternative | null {
  const reply: Action = { purpose: 'service_reply', channel: action.channel };
  return passes(decide(reply).answer) ? { code: 'reply_only' } : null;
}
