import type { SignalKind } from '../signal/signal.ts';
import { type Action, type Ask, type FieldUse, passes, toAsk } from './action.ts';
import type { Fired } from './fired.ts';
import { type ClassRule, classOfSignal, classRules, type ProvenanceClass } from './provenance.ts';
import { aboveCeiling } from './rules.ts';
import { classFor, knowledgeRules } from './rules-knowledge.ts';
import type { Standing } from './standing.ts';
import { addByStrength, decide } from './verdict.ts';

/** What may be said to a contact and what not, field by field. Unknown provenance is on the second list. */
export type MentionLists = {
  readonly mayMention: readonly Mentionable[];
  readonly mayNotMention: readonly Unmentionable[];
};

export type Mentionable = {
  readonly name: string;
  readonly class: ProvenanceClass;
  /** Freely, in general words only, with the notice that we concluded it, or naming the source. */
  readonly manner: Exclude<ClassRule['mention'], 'never'>;
  /** When it last happened, for signals; ms since epoch. */
  readonly at: number | null;
};

export type Unmentionable = {
  readonly name: string;
  readonly class: ProvenanceClass;
  readonly because: Fired;
  readonly at: number | null;
};

export type Mention = FieldUse & { readonly at?: number | null };

/** Rules that judge what is said; the others judge whether anything is said at all. */
const aboutMentions: ReadonlySet<Fired['rule']> = new Set([
  'G05',
  'G06',
  'G07',
  'G08',
  'G09',
  'G13',
  'G16',
  'G20',
]);

/** Judges each field alone, for the given kind of action: why something may not be said is its own strongest reason. */
export function mentionLists(
  standing: Standing,
  fields: readonly Mention[],
  action: Pick<Action, 'purpose' | 'channel'>,
): MentionLists {
  const mayMention: Mentionable[] = [];
  const mayNotMention: Unmentionable[] = [];
  // What is said of the action itself is the same for every field.
  const { reasons: general } = decide(standing, action);
  // Of fields of which only the class is known, one that may be said stands for all of its class.
  const sayable = new Set<ProvenanceClass>();
  for (const field of fields) {
    const provenance = classFor(field, standing);
    const isPlain = isKnownByClass(field);
    const stopping =
      isPlain && sayable.has(provenance) ? undefined : stoppingReason(standing, action, field, general);
    if (isPlain && stopping === undefined) sayable.add(provenance);
    const { mention } = classRules[provenance];
    const entry = { name: field.name, class: provenance, at: field.at ?? null };
    if (stopping !== undefined) mayNotMention.push({ ...entry, because: stopping });
    else if (mention !== 'never') mayMention.push({ ...entry, manner: mention });
  }
  return { mayMention, mayNotMention };
}

function isKnownByClass(field: Mention): boolean {
  const { provenance, purposes, source, personal, context, inferredFrom, consentFor } = field;
  return (
    provenance !== null &&
    purposes === null &&
    source === null &&
    personal === undefined &&
    context === undefined &&
    inferredFrom === undefined &&
    consentFor === undefined
  );
}

function stoppingReason(
  standing: Standing,
  action: Pick<Action, 'purpose' | 'channel'>,
  field: Mention,
  general: readonly Fired[],
): Fired | undefined {
  const ask = toAsk({ ...action, mentions: [field] });
  const reasons = reasonsAgainst(standing, ask, classFor(field, standing), general);
  return reasons.find(({ rule, answer }) => aboutMentions.has(rule) && !passes(answer));
}

/** The reasons that a mention adds, the strongest first: rules that look at no field have said the same before. */
function reasonsAgainst(
  standing: Standing,
  ask: Ask,
  provenance: ProvenanceClass,
  general: readonly Fired[],
): readonly Fired[] {
  const fired: Fired[] = [];
  for (const rule of knowledgeRules) {
    if (rule.about !== undefined && rule.about !== provenance) continue;
    const said = rule.applies(ask, standing);
    if (said !== null) addByStrength(fired, said);
  }
  const above = aboveCeiling(ask, standing, [...general, ...fired]);
  if (above !== null) addByStrength(fired, above);
  return fired;
}

/** The words of signals as a rep would bring them up: one topic for several kinds. */
export const mentionTopics = [
  'conversations',
  'meetings',
  'forms',
  'surveys',
  'cases',
  'purchases',
  'deals',
  'recommendations',
  'subscriptions',
  'visits',
  'clicks',
  'origin',
  'stage',
] as const;

export type MentionTopic = (typeof mentionTopics)[number];

const topicOf: Readonly<Partial<Record<SignalKind, MentionTopic>>> = {
  message: 'conversations',
  call: 'conversations',
  booking: 'meetings',
  meeting: 'meetings',
  meeting_planned: 'meetings',
  form: 'forms',
  survey: 'surveys',
  ticket: 'cases',
  complaint: 'cases',
  order: 'purchases',
  refund: 'purchases',
  term: 'purchases',
  renewal: 'purchases',
  registered: 'purchases',
  deal_won: 'deals',
  quote_sent: 'deals',
  referral: 'recommendations',
  review: 'recommendations',
  opt_in: 'subscriptions',
  page_view: 'visits',
  ad: 'visits',
  click: 'clicks',
  referred: 'origin',
  imported: 'origin',
};

/** What the signals of a contact let us bring up, one field per topic, and our own stage, which is a conclusion. */
export function signalMentions(standing: Standing): Mention[] {
  const topics = new Map<MentionTopic, SignalMention>();
  for (const [kind, { lastAt: at }] of standing.seen) {
    const name = topicOf[kind];
    if (name === undefined) continue;
    const provenance = classOfSignal(kind, standing.facts.tracking);
    const known = topics.get(name);
    if (known === undefined) topics.set(name, { name, provenance, purposes: null, source: null, at });
    else {
      // Of several kinds the class counts of which the least may be said.
      if (known.provenance < provenance) known.provenance = provenance;
      known.at = Math.max(at, known.at);
    }
  }
  const isStage = standing.stage !== null && standing.stage !== 'not_enough_evidence';
  return isStage ? [...topics.values(), stageMention(standing)] : [...topics.values()];
}

type SignalMention = Mention & { provenance: ProvenanceClass; at: number };

/** Our own stage rests on all kinds of signals there are. */
function stageMention(standing: Standing): Mention {
  const inferredFrom = [...standing.seen.keys()].map((kind) => classOfSignal(kind, standing.facts.tracking));
  return { name: 'stage', provenance: 'P5', purposes: null, source: null, inferredFrom, at: null };
}
