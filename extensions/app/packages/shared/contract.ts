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
  /** Chance of a customer act within `horizonDays`, 0..100 in tens, as the property; null when there never was one. */
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
  /** Host of the portal's pages, for example `app-eu1.hubspot.com`; without it links stay on the page's own host. */
  readonly uiDomain?: string;
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
  /** A word of the engine's catalogue; what only we do begins with `our_`. */
  readonly act: string;
  readonly sentence: string;
  readonly stage: StageName | null;
};

/** Knapp's ten stages in their order: five come together, five come apart. */
export const stageNames: readonly StageName[] = [
  'initiating',
  'experimenting',
  'intensifying',
  'integrating',
  'bonding',
  'differentiating',
  'circumscribing',
  'stagnating',
  'avoiding',
  'terminating',
];

type Shape = (value: unknown) => boolean;

const text: Shape = (value) => typeof value === 'string';
const number: Shape = (value) => typeof value === 'number' && Number.isFinite(value);
const time: Shape = (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value));
const oneOf =
  (values: readonly unknown[]): Shape =>
  (value) =>
    values.includes(value);
const orNull =
  (shape: Shape): Shape =>
  (value) =>
    value === null || shape(value);
const optional =
  (shape: Shape): Shape =>
  (value) =>
    value === undefined || shape(value);
const list =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(shape);
const record =
  (fields: Readonly<Record<string, Shape>>): Shape =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(fields).every(([key, shape]) => shape(Reflect.get(value, key)));

const stage = oneOf(stageNames);
const move = record({ act: text, sentence: text, stage: orNull(stage) });
const evidenceItem = record({
  sentence: text,
  at: orNull(time),
  channel: orNull(text),
  effect: oneOf(['decides', 'lifts', 'lowers', 'neutral']),
  activity: orNull(record({ objectTypeId: text, objectId: text })),
});

const ready = record({
  assessedAt: time,
  stage,
  flight: oneOf(['coming_together', 'coming_apart', 'none']),
  since: time,
  previous: orNull(stage),
  movement: text,
  reason: text,
  runnerUp: orNull(stage),
  ending: oneOf(['none', 'faded', 'ended', 'completed']),
  awaiting: oneOf(['us', 'customer', 'nobody']),
  heldBy: text,
  heldUntil: orNull(time),
  vitality: orNull(number),
  horizonDays: number,
  lastTouchAt: orNull(time),
  evidence: list(evidenceItem),
  everythingElse: orNull(text),
  holdsUntil: orNull(time),
  nextStage: orNull(stage),
  wouldMove: list(move),
  wouldNotMove: list(move),
  nextStep: text,
  epoch: number,
  uiDomain: optional(text),
});

const shapes: Readonly<Record<ContactCard['kind'], Shape>> = {
  ready,
  'not-enough-evidence': record({ assessedAt: time, sentence: text, missing: list(text) }),
  objection: record({ since: orNull(time) }),
  'not-yet': record({ progress: orNull(record({ done: number, total: number })) }),
  'unknown-contact': () => true,
};

/** Whether an answer is a contact card that can be shown. Fields we do not know are fine; a missing one is not. */
export function isContactCard(value: unknown): value is ContactCard {
  if (typeof value !== 'object' || value === null) return false;
  const kind: unknown = Reflect.get(value, 'kind');
  return Object.entries(shapes).some(([name, shape]) => name === kind && shape(value));
}
