/**
 * What our service answers to the cards: types, and tiny guards that a card runs on what arrives. The service imports
 * the types only. Times are ISO 8601 in UTC; the card words them in the portal's zone and the viewer's language.
 */

export type StageName =
  | 'initiating'
  | 'experimenting'
  | 'intensifying'
  | 'integrating'
  | 'bonding'
  | 'differentiating'
  | 'circumscribing'
  | 'stagnating'
  | 'avoiding'
  | 'terminating';

export type FlightName = 'coming_together' | 'coming_apart' | 'none';

/** The answer of `GET /cards/contact`. */
export type ContactCard =
  | ReadyCard
  | {
      readonly kind: 'not-enough-evidence';
      readonly assessedAt: string;
      readonly sentence: string;
      readonly missing: readonly string[];
    }
  | { readonly kind: 'objection'; readonly since: string | null }
  | { readonly kind: 'not-yet'; readonly progress: { readonly done: number; readonly total: number } | null }
  | { readonly kind: 'unknown-contact' };

export type ReadyCard = {
  readonly kind: 'ready';
  readonly assessedAt: string;
  readonly stage: StageName;
  readonly flight: FlightName;
  readonly since: string;
  readonly previous: StageName | null;
  readonly movement: string;
  /** One plain sentence, in the language asked for. */
  readonly reason: string;
  readonly runnerUp: StageName | null;
  readonly ending: 'none' | 'faded' | 'ended' | 'completed';
  readonly awaiting: 'us' | 'customer' | 'nobody';
  readonly heldBy: string;
  readonly heldUntil: string | null;
  /** Chance of a customer act within `horizonDays`, 0..100; null when there never was one. */
  readonly vitality: number | null;
  readonly horizonDays: number;
  readonly lastTouchAt: string | null;
  readonly evidence: readonly EvidenceItem[];
  /** How much all that is not listed adds, worded; null when it adds nothing. */
  readonly everythingElse: string | null;
  readonly holdsUntil: string | null;
  readonly nextStage: StageName | null;
  readonly wouldMove: readonly Move[];
  readonly wouldNotMove: readonly Move[];
  /** The practice for this stage, one sentence; later issues choose it by the guardrails. */
  readonly nextStep: string;
  readonly epoch: number;
};

export type EvidenceItem = {
  readonly sentence: string;
  readonly at: string | null;
  readonly channel: string | null;
  readonly effect: 'decides' | 'lifts' | 'lowers' | 'neutral';
  /** The activity on the record, null when there is none to link to. */
  readonly activity: { readonly objectTypeId: string; readonly objectId: string } | null;
};

export type Move = {
  readonly act: string;
  readonly sentence: string;
  readonly stage: StageName | null;
};
