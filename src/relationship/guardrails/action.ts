import type { Level } from '../level/levels.ts';
import type { ProvenanceClass } from './provenance.ts';

/**
 * What a guardrail is asked about: one thing we want to do towards a contact, with its purpose, its channel, what it
 * uses of the record and what it says aloud.
 */
export type Action = {
  readonly purpose: Purpose;
  readonly channel: OutreachChannel;
  /** Who began it; unless told the customer for a service reply, us for everything else. */
  readonly initiator?: 'us' | 'customer';
  /** Sent without a person writing it; unless told so for marketing and surveys. */
  readonly automated?: boolean;
  /** What is used to decide or to personalise, without being said. */
  readonly fieldsUsed?: readonly FieldUse[];
  /** What the contact will read or hear. */
  readonly mentions?: readonly FieldUse[];
  /** The level of relationship building the action belongs to. */
  readonly level?: Level;
};

export const purposes = [
  'service_reply',
  'transactional',
  'recovery',
  'follow_up',
  'sales',
  'marketing',
  'referral_ask',
  'survey',
] as const;

export type Purpose = (typeof purposes)[number];

export const outreachChannels = [
  'email',
  'call',
  'sms',
  'whatsapp',
  'linkedin',
  'postal',
  'meeting',
] as const;

export type OutreachChannel = (typeof outreachChannels)[number];

/** From lax to strict: the later one wins. */
export const answers = ['ALLOW', 'ALLOW_WITH_NOTICE', 'ASK_FIRST', 'DENY'] as const;

export type Answer = (typeof answers)[number];

/** How close one may come: silent, transactional, contextual, personal, partnership. The lower one wins. */
export const ceilings = ['I0', 'I1', 'I2', 'I3', 'I4'] as const;

export type Ceiling = (typeof ceilings)[number];

/** A property or signal as an action uses it. `null` is "not known" and is read as the worst of its kind. */
export type FieldUse = {
  readonly name: string;
  readonly provenance: ProvenanceClass | null;
  /** About the person, not about the company; unless told it is personal. */
  readonly personal?: boolean;
  /** Where it was learned: with us, or in another context; unless told by the class. */
  readonly context?: 'here' | 'elsewhere';
  /** What it was collected for; null where nobody wrote it down. */
  readonly purposes: readonly Purpose[] | null;
  /** Who it came from, in words that may be said aloud. */
  readonly source: string | null;
  /** For what is inferred: the classes it was inferred from. */
  readonly inferredFrom?: readonly ProvenanceClass[];
  /** Purposes for which the contact consented to the use of this very field. */
  readonly consentFor?: readonly Purpose[];
};

/** An action with every default filled in. */
export type Ask = Required<Omit<Action, 'level'>> & { readonly level: Level | null };

const none: readonly FieldUse[] = [];

export function toAsk(action: Action): Ask {
  const { purpose, channel } = action;
  return {
    purpose,
    channel,
    initiator: action.initiator ?? (purpose === 'service_reply' ? 'customer' : 'us'),
    automated: action.automated ?? (purpose === 'marketing' || purpose === 'survey'),
    fieldsUsed: action.fieldsUsed ?? none,
    mentions: action.mentions ?? none,
    level: action.level ?? null,
  };
}

/** What the matter at hand demands: replies, contract matters, and mending a complaint. Everything else is uninvited. */
export function isNecessary(purpose: Purpose): boolean {
  return purpose === 'service_reply' || purpose === 'transactional' || purpose === 'recovery';
}

/** Direct marketing in the widest sense: what a person may object to, and what needs consent or a legal basis. */
export function isPromotional(purpose: Purpose): boolean {
  return purpose === 'sales' || purpose === 'marketing' || purpose === 'referral_ask' || purpose === 'survey';
}

/** Whether the action may go out as it is; a notice does not stop it. */
export function passes(answer: Answer): boolean {
  return answer === 'ALLOW' || answer === 'ALLOW_WITH_NOTICE';
}

const strictness: Readonly<Record<Answer, number>> = {
  ALLOW: 0,
  ALLOW_WITH_NOTICE: 1,
  ASK_FIRST: 2,
  DENY: 3,
};

/** Positive when `a` is stricter than `b`. */
export function compareAnswers(a: Answer, b: Answer): number {
  return strictness[a] - strictness[b];
}

const heights: Readonly<Record<Ceiling, number>> = { I0: 0, I1: 1, I2: 2, I3: 3, I4: 4 };

/** Positive when `a` allows more closeness than `b`. */
export function compareCeilings(a: Ceiling, b: Ceiling): number {
  return heights[a] - heights[b];
}

/** Each level of relationship building stands at the height of one ceiling. */
const levelsAt: Readonly<Record<Ceiling, Level>> = {
  I0: 'basic',
  I1: 'reactive',
  I2: 'accountable',
  I3: 'proactive',
  I4: 'partnership',
};

/** The highest level of relationship building a ceiling leaves room for. */
export function levelUnder(ceiling: Ceiling): Level {
  return levelsAt[ceiling];
}
