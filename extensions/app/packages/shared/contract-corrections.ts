/**
 * What a rep says back: the requests of a card that corrects something, and our service's answers. Each request carries an
 * id that the card made when the form was opened: a double click or a repetition by the host has one effect. Who
 * corrects is taken from HubSpot's signed query, never from the body.
 */
import { type ContactCard, isContactCard, type StageName } from './contract.ts';
import { list, oneOf, orNull, record, text, time, truth } from './shape.ts';

type Asked = {
  /** Made by the card, 16 to 64 characters of `A-Z a-z 0-9 -`. */
  readonly id: string;
  readonly contactId: string;
  readonly locale: string;
};

/** `POST /cards/override`: a person sets the stage; the engine goes on in its shadow. */
export type OverrideRequest = Asked & {
  readonly stage: StageName;
  readonly reason: string;
  /** A day after today in the portal's zone, `YYYY-MM-DD`: the override ends as this day begins. */
  readonly until: string;
};

/** What a rep finds wrong; `text` of the part is not sent, the service keeps the inputs of the assessment beside it. */
export const feedbackParts = [
  'stage',
  'next_step',
  'guardrails',
  'milestones',
  'recovery',
  'matrix',
  'level',
  'approaches',
  'desired',
] as const;

export type FeedbackPart = (typeof feedbackParts)[number];

/** `POST /cards/feedback`: "this is wrong". It changes no answer. */
export type FeedbackRequest = Asked & { readonly about: FeedbackPart; readonly reason: string };

/** `POST /cards/desired`: what the contact said they want, with the source. */
export type DesiredRequest = Asked & {
  /** One of `CorrectionsView.desiredTypes`. */
  readonly type: string;
  /** Where they said it, in a few words. */
  readonly source: string;
  /** The day they said it, today or earlier in the portal's zone, `YYYY-MM-DD`. */
  readonly saidOn: string;
};

/** `POST /cards/snooze`: puts the alert of a relationship coming apart aside for a while. */
export type SnoozeRequest = Asked & {
  readonly reason: string;
  /** A day after today in the portal's zone, `YYYY-MM-DD`. */
  readonly until: string;
};

/** `POST /cards/undo`: takes a correction back. `id` is of the undoing itself. */
export type UndoRequest = Asked & { readonly correction: string };

/** Longer reasons and sources are refused, by the form and by the service. A design choice: a reason is a few sentences. */
export const reasonLength = 1000;

/** How long an override or a snooze may last: what is set by hand is looked at again within a year. */
export const longestDays = 365;

export type CorrectionKind = 'override' | 'feedback' | 'desired' | 'snooze';

/** The answer of every correction. */
export type CorrectionAnswer =
  /** Done, now or by an earlier sending of the same id: the card as it stands now. */
  | { readonly kind: 'done'; readonly card: ContactCard }
  /** Status 422: all problems at once, worded; nothing was changed. */
  | { readonly kind: 'invalid'; readonly problems: readonly FieldProblem[] };

export type FieldProblem = {
  /** The field of the request; null where it is about the request as a whole, for example an undone correction. */
  readonly field: 'stage' | 'reason' | 'until' | 'about' | 'type' | 'source' | 'saidOn' | null;
  readonly sentence: string;
};

/** `GET /cards/corrections`: asked when the corrections are opened, so that no card carries them. */
export type CorrectionsView = {
  readonly kind: 'corrections';
  readonly desiredTypes: readonly { readonly id: string; readonly label: string; readonly wants: string }[];
  /** Latest first, at most 20. */
  readonly log: readonly LoggedCorrection[];
};

export type LoggedCorrection = {
  readonly id: string;
  readonly kind: CorrectionKind;
  readonly at: string;
  readonly by: string | null;
  /** What was set, worded, for example `Stage set to Bonding`. */
  readonly sentence: string;
  readonly reason: string;
  readonly until: string | null;
  readonly undoneAt: string | null;
  readonly mayUndo: boolean;
};

const problem = record({ field: orNull(text), sentence: text });
const invalid = record({ kind: oneOf(['invalid']), problems: list(problem) });
const done = record({ kind: oneOf(['done']), card: isContactCard });

export function isCorrectionAnswer(value: unknown): value is CorrectionAnswer {
  return done(value) || invalid(value);
}

const view = record({
  kind: oneOf(['corrections']),
  desiredTypes: list(record({ id: text, label: text, wants: text })),
  log: list(
    record({
      id: text,
      kind: oneOf(['override', 'feedback', 'desired', 'snooze']),
      at: time,
      by: orNull(text),
      sentence: text,
      reason: text,
      until: orNull(time),
      undoneAt: orNull(time),
      mayUndo: truth,
    }),
  ),
});

export function isCorrectionsView(value: unknown): value is CorrectionsView {
  return view(value);
}
