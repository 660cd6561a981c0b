/**
 * What a person corrects on a card: an override, a word that an answer is wrong, a snoozed alert. It is logged first and
 * assessed at once, so that the answer shows it; a repeated request finds the log and does nothing more.
 */
import { isStage, type Stage } from '../relationship/stage/stages.ts';
import type { Correction, CorrectionSays, Corrections, Person } from './corrections.ts';
import { inputsText } from './inputs-text.ts';
import type { ContactId, PortalId } from './ports.ts';
import { type RefreshNowDeps, refreshNow } from './refresh-now.ts';
import type { StoredContact } from './store.ts';

export type CorrectContactDeps = RefreshNowDeps & {
  readonly corrections: Corrections;
  /** A one-way hash that names a text. */
  readonly digest: (text: string) => string;
};

/** As a card sends it: not checked yet beyond its shape. */
export type Wish =
  | { readonly kind: 'override'; readonly stage: string; readonly reason: string; readonly until: number }
  | { readonly kind: 'feedback'; readonly about: string; readonly reason: string }
  | { readonly kind: 'snooze'; readonly alert: string; readonly reason: string; readonly until: number };

export type CorrectionProblem =
  | 'reason-missing'
  | 'reason-too-long'
  | 'stage-unknown'
  | 'about-unknown'
  | 'until-past'
  | 'until-too-far';

export type CorrectionOutcome =
  /** JSON text of the card as it is now. */
  | { readonly kind: 'done'; readonly card: string }
  | { readonly kind: 'refused'; readonly problems: readonly CorrectionProblem[] }
  | { readonly kind: 'unknown-contact' }
  /** The person objected: nothing is kept about them. */
  | { readonly kind: 'objection' }
  /** The id belongs to another correction. */
  | { readonly kind: 'taken' };

export type CorrectionRequest = {
  readonly portal: PortalId;
  readonly contact: ContactId;
  readonly by: Person;
  readonly id: string;
  readonly wish: Wish;
};

/** Characters of a reason, and how far ahead an override or a snooze may end: [D], some sentences and a year. */
export const longestReason = 1000;
export const longestHoldMs = 366 * 86_400_000;

export async function correctContact(
  deps: CorrectContactDeps,
  request: CorrectionRequest,
): Promise<CorrectionOutcome> {
  const { portal, contact, by, id, wish } = request;
  const at = deps.clock.now();
  const stood = await deps.corrections.find(portal, id);
  if (stood === null) {
    const problems = problemsOf(wish, at);
    if (problems.length > 0) return { kind: 'refused', problems };
    const [stored] = await deps.timeline.load(portal, [contact]);
    if (stored === undefined) return { kind: 'unknown-contact' };
    if (stored.facts.objection) return { kind: 'objection' };
    const says = saysOf(wish, stored, deps.digest);
    const correction: Correction = { id, contactId: contact, at, by, says, undone: null };
    if ((await deps.corrections.add(portal, correction)) === 'taken') return { kind: 'taken' };
  } else if (stood.contactId !== contact || stood.says.kind !== wish.kind) return { kind: 'taken' };
  return { kind: 'done', card: await refreshNow(deps, { portal, contact }) };
}

function problemsOf(wish: Wish, now: number): readonly CorrectionProblem[] {
  const reason = wish.reason.trim();
  const problems: CorrectionProblem[] = [];
  if (reason === '') problems.push('reason-missing');
  if (reason.length > longestReason) problems.push('reason-too-long');
  if (wish.kind === 'override' && !isStage(wish.stage)) problems.push('stage-unknown');
  if (wish.kind === 'feedback' && !isTopic(wish.about)) problems.push('about-unknown');
  if (wish.kind === 'snooze' && !isTopic(wish.alert)) problems.push('about-unknown');
  if (wish.kind !== 'feedback') {
    if (!(wish.until > now)) problems.push('until-past');
    else if (wish.until > now + longestHoldMs) problems.push('until-too-far');
  }
  return problems;
}

/** A word of ours that names an answer or an alert, such as `stage`, `guardrail:email` or `coming_apart`. */
function isTopic(text: string): boolean {
  return /^[a-z][a-z0-9_:-]{0,63}$/.test(text);
}

/** `wish` has no problems. */
function saysOf(wish: Wish, stored: StoredContact, digest: CorrectContactDeps['digest']): CorrectionSays {
  const reason = wish.reason.trim();
  switch (wish.kind) {
    case 'override':
      // `problemsOf` has found it to be a stage.
      return { ...wish, reason, stage: wish.stage as Stage };
    case 'feedback':
      return {
        ...wish,
        reason,
        shown: stored.shown?.stage ?? '',
        inputsHash: digest(inputsText(stored)),
        modelVersion: stored.shown?.modelVersion ?? '',
      };
    case 'snooze':
      return { ...wish, reason };
  }
}
