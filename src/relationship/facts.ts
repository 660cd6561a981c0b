import type { ApproachFacts } from './approaches/conditions.ts';
import type { DesiredAnswer } from './desired/desired.ts';
import type { GuardrailFacts } from './guardrails/guardrail-facts.ts';
import type { Ties } from './level/practised-level.ts';
import type { IdentityFacts } from './matrix/identification.ts';
import type { PurchaseDetail } from './matrix/purchases.ts';
import type { Advocacy } from './milestones/advocacy.ts';
import type { MilestoneFacts } from './milestones/milestone-facts.ts';
import type { Override } from './override.ts';

/**
 * What is known of a contact beside its signals: standing facts, none of them an event of the relationship. The groups
 * from `segment` on belong to the models beside the stage; what is absent is not visible to us, which is not the same as none.
 * All of it is plain data that can be stored as JSON.
 */
export type ContactFacts = {
  /** The person objected to profiling: nothing is computed. */
  readonly objection: boolean;
  /** A date a person set ("asked to be called in September"), ms since epoch: silence until then accuses nobody. */
  readonly askedUntil: number | null;
  /** Sole source or structural tie: with a bad survey answer it is never called Bonding. */
  readonly captive: boolean;
  /** Touches of colleagues on a deal or term shared with this contact, ms since epoch; the account rule reads them. */
  readonly colleagueTouches: readonly { readonly at: number; readonly dealId: string }[];
  /** The address is a role mailbox or belongs to our own company. */
  readonly mailbox: 'person' | 'role' | 'internal';
  /** The stage a person set last and did not take back, whether its time is over or not. */
  readonly override?: Override | null;
  /** The id of its company; null without one. */
  readonly company?: string | null;
  /** The portal's segment the contact belongs to: level and depth are chosen by segment. */
  readonly segment?: string | null;
  readonly matrix?: MatrixFacts;
  readonly level?: LevelFacts;
  readonly approaches?: ApproachKnowledge;
  readonly milestones?: MilestoneKnowledge;
  readonly guardrails?: GuardrailKnowledge;
  /** The relationship the contact said it wants; without source and date it is no answer. */
  readonly desired?: DesiredAnswer;
};

/** Who buys, through whom. */
export type MatrixFacts = Partial<IdentityFacts> & {
  /** Pipeline or product family of a contact that bought nothing yet. */
  readonly family?: string | null;
  /** What the CRM says of an order or deal beside its signal, by its source as `deals:12`. */
  readonly purchases?: Readonly<Record<string, PurchaseDetail>>;
};

export type LevelFacts = Partial<Ties> & {
  /** What the contact's company brought in the last 12 months after cost, in the home currency. */
  readonly ownMargin?: number | null;
};

export type ApproachKnowledge = Partial<
  Pick<
    ApproachFacts,
    | 'affinity'
    | 'ownerSince'
    | 'consentsToIntroduction'
    | 'isCompany'
    | 'stakeholders'
    | 'exitTermsWritten'
    | 'standing'
  >
> & {
  /** The interest or region the contact volunteered; `PortalView.interests` counts who shares it. */
  readonly interest?: string | null;
};

export type MilestoneKnowledge = Partial<Omit<MilestoneFacts, 'ownGapDays'>> & {
  /** Whom the contact brought and what they spent, as the portal's advocacy chain has it. */
  readonly advocacy?: Advocacy;
};

export type GuardrailKnowledge = Partial<
  Omit<GuardrailFacts, 'objection' | 'askedUntil' | 'mailbox' | 'desired' | 'depth'>
> & {
  /** Names of properties that are filled on this contact, of those that are read; never a value. */
  readonly filled?: readonly string[];
};

export const noFacts: ContactFacts = {
  objection: false,
  askedUntil: null,
  captive: false,
  colleagueTouches: [],
  mailbox: 'person',
};
