/** One contact for each thing the stage card can show, and the answer our service gives for it. */
import type { ContactCard, StageName } from '@rapport/shared/contract.ts';
import type { CardState as State } from '@rapport/shared/use-contact-card.ts';
import { iso, midnight } from './fixture-time.ts';
import { bonding, byHand, experimenting, snoozed, stagnating, terminating } from './ready-cards.ts';

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
