/** What a rep is writing before it is sent: which fields each correction has, what is still wrong, and the request it makes. */

import { stageNames } from './contract.ts';
import {
  type CorrectionKind,
  type DesiredRequest,
  type FeedbackRequest,
  feedbackParts,
  longestDays,
  type OverrideRequest,
  reasonLength,
  type SnoozeRequest,
} from './contract-corrections.ts';

export type DraftField = 'stage' | 'about' | 'type' | 'source' | 'saidOn' | 'reason' | 'until';

/** Everything as text; a day is `YYYY-MM-DD`, and what is not filled in is empty. */
export type Draft = Readonly<Record<DraftField, string>>;

export const emptyDraft: Draft = {
  stage: '',
  about: 'stage',
  type: '',
  source: '',
  saidOn: '',
  reason: '',
  until: '',
};

/** In the order they are asked. */
export const fieldsOf: Readonly<Record<CorrectionKind, readonly DraftField[]>> = {
  override: ['stage', 'reason', 'until'],
  feedback: ['about', 'reason'],
  desired: ['type', 'source', 'saidOn'],
  snooze: ['reason', 'until'],
};

export type DraftProblem = 'needed' | 'too_long' | 'in_the_past' | 'in_the_future' | 'too_far';

export type DraftProblems = Readonly<Partial<Record<DraftField, DraftProblem>>>;

/** All problems at once. `today`: in the portal's zone. */
export function problemsIn(kind: CorrectionKind, draft: Draft, today: string): DraftProblems {
  const found = fieldsOf[kind].flatMap((field) => {
    const problem = problemOf(field, draft[field].trim(), today);
    return problem === null ? [] : [[field, problem] as const];
  });
  return Object.fromEntries(found);
}

function problemOf(field: DraftField, value: string, today: string): DraftProblem | null {
  if (value === '') return 'needed';
  switch (field) {
    case 'reason':
    case 'source':
      return value.length > reasonLength ? 'too_long' : null;
    case 'until':
      // Days of this form sort as texts.
      if (value <= today) return 'in_the_past';
      return value > dayAfter(today, longestDays) ? 'too_far' : null;
    case 'saidOn':
      return value > today ? 'in_the_future' : null;
    default:
      return null;
  }
}

const dayMs = 86_400_000;

export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

type Asked = Pick<OverrideRequest, 'id' | 'contactId' | 'locale'>;

export type CorrectionRequest = OverrideRequest | FeedbackRequest | DesiredRequest | SnoozeRequest;

/** The request of a draft without problems; null for one that has some. */
export function requestOf(kind: CorrectionKind, draft: Draft, asked: Asked): CorrectionRequest | null {
  const reason = draft.reason.trim();
  switch (kind) {
    case 'override': {
      const stage = stageNames.find((it) => it === draft.stage);
      return stage === undefined ? null : { ...asked, stage, reason, until: draft.until };
    }
    case 'feedback': {
      const about = feedbackParts.find((it) => it === draft.about);
      return about === undefined ? null : { ...asked, about, reason };
    }
    case 'desired':
      return { ...asked, type: draft.type, source: draft.source.trim(), saidOn: draft.saidOn };
    case 'snooze':
      return { ...asked, reason, until: draft.until };
  }
}

/** An id that no other form makes: the time keeps it apart from earlier ones, chance from those of the same moment. */
export function newCorrectionId(now: number, chance: () => number): string {
  const random = () => chance().toString(36).slice(2, 10).padEnd(8, '0');
  return `c-${now.toString(36)}-${random()}${random()}`;
}
