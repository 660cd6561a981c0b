/** One contact for each thing the stage card can show, and the answer our service gives for it. */
import type { ContactCard, ReadyCard, StageName } from '@rapport/shared/contract.ts';
import type { CardState as State } from '@rapport/shared/use-contact-card.ts';
import { iso, midnight } from './fixture-time.ts';

/** All that a card can show: the answers of the service, and what happens before and instead of one. */
export type CardState = State['kind'];

export type CardContact = {
  readonly id: string;
  readonly name: string;
  readonly state: CardState;
  readonly title: string;
  /** Absent for `loading` and `error`: no card arrives. */
  readonly card?: ContactCard;
};

const bonding: ReadyCard = {
  kind: 'ready',
  assessedAt: iso(0),
  stage: 'bonding',
  flight: 'coming_together',
  since: midnight(-74),
  previous: 'integrating',
  movement: 'forward',
  reason: 'Renewed for two years in July and recommended us to a colleague since.',
  runnerUp: null,
  ending: 'none',
  awaiting: 'us',
  heldBy: 'term',
  heldUntil: midnight(655),
  vitality: 90,
  horizonDays: 90,
  lastTouchAt: iso(-4),
  evidence: [
    {
      sentence: 'Renewed the contract for 24 months',
      at: iso(-74),
      channel: 'deal',
      effect: 'decides',
      activity: { objectTypeId: '0-3', objectId: '9105' },
    },
    {
      sentence: 'Recommended us to Jonas Weber',
      at: iso(-31),
      channel: 'email',
      effect: 'decides',
      activity: { objectTypeId: '0-49', objectId: '9104' },
    },
    {
      sentence: 'Answered our mail within two hours',
      at: iso(-4),
      channel: 'email',
      effect: 'lifts',
      activity: { objectTypeId: '0-49', objectId: '9101' },
    },
    {
      sentence: 'Talked for 24 minutes on the phone',
      at: iso(-18),
      channel: 'call',
      effect: 'lifts',
      activity: { objectTypeId: '0-48', objectId: '9103' },
    },
  ],
  everythingElse: '31 older activities lift it a little more',
  holdsUntil: null,
  nextStage: null,
  wouldMove: [
    { act: 'complaint', sentence: 'A complaint that stays open for two weeks', stage: 'differentiating' },
    { act: 'cancellation', sentence: 'A notice of cancellation', stage: 'terminating' },
  ],
  wouldNotMove: [{ act: 'our_mail', sentence: 'More mail from us', stage: null }],
  nextStep: 'Thank her for the recommendation, by name.',
  nextStepOn: 'email',
  never: 'Take them for granted, or buy their affection.',
  epoch: 1,
};

const stagnating: ReadyCard = {
  ...bonding,
  stage: 'stagnating',
  flight: 'coming_apart',
  since: midnight(-42),
  previous: 'integrating',
  movement: 'deteriorate',
  reason: 'Nothing from them for 62 days, three times their usual gap.',
  runnerUp: 'avoiding',
  awaiting: 'customer',
  heldBy: 'none',
  heldUntil: null,
  vitality: 30,
  lastTouchAt: iso(-62),
  evidence: [
    {
      sentence: 'Nothing from them for 62 days; their usual gap is 19',
      at: null,
      channel: null,
      effect: 'decides',
      activity: null,
    },
    {
      sentence: 'Three mails of ours without an answer',
      at: iso(-6),
      channel: 'email',
      effect: 'neutral',
      activity: { objectTypeId: '0-49', objectId: '9201' },
    },
    {
      sentence: 'Did not come to the meeting',
      at: iso(-48),
      channel: 'meeting',
      effect: 'lowers',
      activity: { objectTypeId: '0-47', objectId: '9203' },
    },
    {
      sentence: 'Ordered for 480 EUR',
      at: iso(-62),
      channel: 'order',
      effect: 'lifts',
      activity: { objectTypeId: '0-123', objectId: '9204' },
    },
  ],
  everythingElse: 'raises the chance of hearing from them',
  holdsUntil: midnight(28),
  nextStage: 'avoiding',
  wouldMove: [{ act: 'reply', sentence: 'They write to us', stage: 'integrating' }],
  wouldNotMove: [{ act: 'our_mail', sentence: 'Another mail from us', stage: null }],
  nextStep: 'Mend the complaint: say sorry, put it right, and tell them by when.',
  nextStepOn: 'call',
  never: 'Sell or ask for anything while the complaint is open.',
};

const experimenting: ReadyCard = {
  ...bonding,
  stage: 'experimenting',
  since: midnight(-9),
  previous: 'initiating',
  reason: 'Answered twice and came to the first demo.',
  runnerUp: 'intensifying',
  awaiting: 'customer',
  heldBy: 'meeting',
  heldUntil: midnight(8),
  vitality: 60,
  lastTouchAt: iso(-2),
  evidence: [
    {
      sentence: 'Came to the first demo, 40 minutes',
      at: iso(-2),
      channel: 'meeting',
      effect: 'decides',
      activity: { objectTypeId: '0-47', objectId: '9301' },
    },
    {
      sentence: 'Answered our first mail',
      at: iso(-9),
      channel: 'email',
      effect: 'lifts',
      activity: { objectTypeId: '0-49', objectId: '9302' },
    },
  ],
  everythingElse: null,
  holdsUntil: midnight(36),
  nextStage: 'stagnating',
  wouldMove: [
    { act: 'quote', sentence: 'A quote they open, or a deal past qualification', stage: 'intensifying' },
  ],
  nextStep: 'Send the two examples they asked for before the next meeting.',
  nextStepOn: 'email',
  never: 'Negotiate already.',
};

const terminating: ReadyCard = {
  ...stagnating,
  stage: 'terminating',
  since: midnight(-120),
  previous: 'avoiding',
  reason: 'Cancelled in May; the notice took effect in August.',
  runnerUp: null,
  ending: 'ended',
  awaiting: 'nobody',
  vitality: 10,
  evidence: [
    {
      sentence: 'Gave notice of cancellation',
      at: iso(-120),
      channel: 'deal',
      effect: 'decides',
      activity: { objectTypeId: '0-3', objectId: '9401' },
    },
  ],
  everythingElse: null,
  holdsUntil: null,
  nextStage: null,
  wouldMove: [
    {
      act: 'order',
      sentence: 'They come back and order: a second relationship begins',
      stage: 'integrating',
    },
  ],
  nextStep: 'Close with thanks, and leave the door open without asking for anything.',
  nextStepOn: null,
  never: 'Make them feel guilty, or make leaving hard.',
  epoch: 2,
};

/** A rep knows better for now; the engine goes on judging beside it and disagrees. */
const byHand: ReadyCard = {
  ...experimenting,
  stage: 'integrating',
  since: iso(-3),
  previous: 'experimenting',
  reason: 'Set by hand.',
  runnerUp: null,
  heldBy: 'override',
  heldUntil: midnight(47),
  holdsUntil: midnight(47),
  nextStage: 'experimenting',
  override: {
    id: 'c-override-0000000001',
    reason: 'They signed on paper at our stand; the deal is entered next week.',
    at: iso(-3),
    until: midnight(47),
    by: 'robin.hale@harbour-hill.example',
    shadow: { stage: 'experimenting', sentence: 'Answered twice and came to the first demo.' },
  },
};

const snoozed: ReadyCard = {
  ...stagnating,
  nextStep: 'Offer more: they want a closer relationship than you practise.',
  nextStepOn: 'email',
  never: 'Send more of the same.',
  snooze: {
    id: 'c-snooze-0000000001',
    until: midnight(21),
    reason: 'On parental leave until October; her colleague answers meanwhile.',
  },
};

/** Keyed by state, so that a new kind of answer cannot be forgotten here: the compiler asks for its contact. */
const others: { readonly [S in Exclude<CardState, 'ready'>]: Omit<CardContact, 'state'> } = {
  loading: { id: '105', name: 'Nora Lindqvist', title: 'The answer is on its way' },
  'not-enough-evidence': {
    id: '106',
    name: 'Pavel Horák',
    title: 'Imported, nothing came back yet',
    card: {
      kind: 'not-enough-evidence',
      assessedAt: iso(0),
      sentence: 'This contact was imported; nothing reached them yet and nothing came back.',
      missing: ['A mail, call or meeting with them', 'A form or an order of theirs'],
    },
  },
  objection: {
    id: '107',
    name: 'Ingrid Sommer',
    title: 'The person objected to profiling',
    card: { kind: 'objection', since: midnight(-13) },
  },
  'not-yet': {
    id: '108',
    name: 'Tomás Pereira',
    title: 'The first sync is running',
    card: { kind: 'not-yet', progress: { done: 1234, total: 5000 } },
  },
  'unknown-contact': {
    id: '109',
    name: 'Yuki Tanaka',
    title: 'The service does not know the contact',
    card: { kind: 'unknown-contact' },
  },
  stale: {
    id: '111',
    name: 'Sofia Marin',
    title: 'The service does not answer; the record has the last answer',
  },
  gone: { id: '112', name: 'Kofi Mensah', title: 'Deleted while the card is open', card: experimenting },
  error: { id: '110', name: 'Bram de Wit', title: 'The service does not answer' },
};

export const cardContacts: readonly CardContact[] = [
  {
    id: '101',
    name: 'Clara Hoffmann',
    state: 'ready',
    title: 'Ready: bonding, held by a term',
    card: bonding,
  },
  {
    id: '102',
    name: 'Daniel Okafor',
    state: 'ready',
    title: 'Ready: stagnating, holds until a date',
    card: stagnating,
  },
  {
    id: '103',
    name: 'Amélie Laurent',
    state: 'ready',
    title: 'Ready: experimenting, a runner-up is close',
    card: experimenting,
  },
  {
    id: '104',
    name: 'George Whitfield',
    state: 'ready',
    title: 'Ready: terminating, ended',
    card: terminating,
  },
  {
    id: '113',
    name: 'Elif Aydın',
    state: 'ready',
    title: 'Ready: set by hand, the engine disagrees',
    card: byHand,
  },
  {
    id: '114',
    name: 'Hannah Okonkwo',
    state: 'ready',
    title: 'Ready: stagnating, put aside; recovered from a fight, wants more',
    card: snoozed,
  },
  ...Object.entries(others).map(([state, contact]) => ({
    ...contact,
    // The keys of `others` are the states by its type; Object.entries forgets that.
    state: state as CardState,
  })),
];

/** The stage that the contact's property shows; null where nothing is written. */
export function stageOf({
  card,
  state,
}: CardContact): StageName | 'not_enough_evidence' | 'not_assessed' | null {
  if (state === 'stale') return 'integrating';
  switch (card?.kind) {
    case 'ready':
      return card.stage;
    case 'not-enough-evidence':
      return 'not_enough_evidence';
    case 'objection':
      return 'not_assessed';
    case 'not-yet':
    case 'unknown-contact':
    case undefined:
      return null;
  }
}
