/**
 * What our service answers to the cards: types, and tiny guards that a card runs on what arrives. The service imports
 * the types only. Times are ISO 8601 in UTC; the card words them in the portal's zone and the viewer's language.
 */

import type { CardPanels, OutreachChannelName } from './contract-panels.ts';
import { panels } from './panel-shapes.ts';
import {
  anything,
  list,
  number,
  oneOf,
  optional,
  orNull,
  record,
  type Shape,
  text,
  time,
  truth,
} from './shape.ts';

export type * from './contract-panels.ts';

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
      /** Guardrails, milestones and matrix need no stage. */
      readonly panels?: CardPanels;
      readonly uiDomain?: string;
      /** The portal reads plain words instead of the names of stages. */
      readonly plainStages?: boolean;
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
  /** The one step for this stage and situation that passes the guardrails, one sentence. */
  readonly nextStep: string;
  /** The channel it passes on; null for what stays inside the house. */
  readonly nextStepOn?: OutreachChannelName | null;
  /** What not to do, one sentence. */
  readonly never?: string;
  readonly epoch: number;
  /** A person set the stage by hand; the engine goes on in its shadow. */
  readonly override?: StageOverride | null;
  /** Somebody put the alert aside until then. */
  readonly snooze?: { readonly id: string; readonly until: string; readonly reason: string } | null;
  readonly panels?: CardPanels;
  /** The portal reads plain words instead of the names of stages. */
  readonly plainStages?: boolean;
  /** Host of the portal's pages, for example `app-eu1.hubspot.com`; without it links stay on the page's own host. */
  readonly uiDomain?: string;
};

export type StageOverride = {
  /** Of the correction, to take it back. */
  readonly id: string;
  readonly reason: string;
  readonly at: string;
  /** When it ends by itself. */
  readonly until: string;
  /** Who set it, by address or name; null when that is not known any more. */
  readonly by: string | null;
  /** What the engine says meanwhile: another stage is a disagreement. Null when it has not enough evidence for one. */
  readonly shadow: { readonly stage: StageName | null; readonly sentence: string };
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

const stage = oneOf(stageNames);
const move = record({ act: text, sentence: text, stage: orNull(stage) });
const evidenceItem = record({
  sentence: text,
  at: orNull(time),
  channel: orNull(text),
  effect: oneOf(['decides', 'lifts', 'lowers', 'neutral']),
  activity: orNull(record({ objectTypeId: text, objectId: text })),
});
const override = record({
  id: text,
  reason: text,
  at: time,
  until: time,
  by: orNull(text),
  shadow: record({ stage: orNull(stage), sentence: text }),
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
  nextStepOn: optional(orNull(text)),
  never: optional(text),
  epoch: number,
  override: optional(orNull(override)),
  snooze: optional(orNull(record({ id: text, until: time, reason: text }))),
  panels: optional(panels),
  uiDomain: optional(text),
  plainStages: optional(truth),
});

const shapes: Readonly<Record<ContactCard['kind'], Shape>> = {
  ready,
  'not-enough-evidence': record({
    assessedAt: time,
    sentence: text,
    missing: list(text),
    panels: optional(panels),
    uiDomain: optional(text),
    plainStages: optional(truth),
  }),
  objection: record({ since: orNull(time) }),
  'not-yet': record({ progress: orNull(record({ done: number, total: number })) }),
  'unknown-contact': anything,
};

/** Whether an answer is a contact card that can be shown. Fields we do not know are fine; a missing one is not. */
export function isContactCard(value: unknown): value is ContactCard {
  if (typeof value !== 'object' || value === null) return false;
  const kind: unknown = Reflect.get(value, 'kind');
  return Object.entries(shapes).some(([name, shape]) => name === kind && shape(value));
}
