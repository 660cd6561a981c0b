/** Answers of our service as the cards get them: one for each kind, worded in English. */
import type { ContactCard, ReadyCard } from '@rapport/shared/contract.ts';

export const stagnating: ReadyCard = {
  kind: 'ready',
  assessedAt: '2026-09-14T09:30:00.000Z',
  stage: 'stagnating',
  flight: 'coming_apart',
  since: '2026-08-03T00:00:00.000Z',
  previous: 'integrating',
  movement: 'deteriorate',
  reason: 'Silent for 41 days, twice as long as usual, while we keep writing.',
  runnerUp: 'avoiding',
  ending: 'none',
  awaiting: 'customer',
  heldBy: 'none',
  heldUntil: null,
  vitality: 34,
  horizonDays: 90,
  lastTouchAt: '2026-07-14T12:00:00.000Z',
  evidence: [
    {
      sentence: 'Silent for 41 days; the usual gap is 19 days',
      at: null,
      channel: null,
      effect: 'decides',
      activity: null,
    },
    {
      sentence: 'Answered our mail',
      at: '2026-07-14T12:00:00.000Z',
      channel: 'email',
      effect: 'lifts',
      activity: { objectTypeId: '0-49', objectId: '9001' },
    },
    {
      sentence: 'Bought for 480 EUR',
      at: '2026-06-20T08:00:00.000Z',
      channel: 'order',
      effect: 'lifts',
      activity: { objectTypeId: '0-123', objectId: '77' },
    },
    {
      sentence: 'Did not come to the meeting',
      at: '2026-05-02T10:00:00.000Z',
      channel: 'meeting',
      effect: 'lowers',
      activity: { objectTypeId: '0-47', objectId: '501' },
    },
  ],
  everythingElse: '12 older activities lift it a little',
  holdsUntil: '2026-10-12T00:00:00.000Z',
  nextStage: 'terminating',
  wouldMove: [{ act: 'reply', sentence: 'They write or call', stage: 'experimenting' }],
  wouldNotMove: [{ act: 'our_mail', sentence: 'Another mail from us', stage: null }],
  nextStep: 'Ask what is missing, and bring something new.',
  epoch: 1,
};

export const bonding: ReadyCard = {
  ...stagnating,
  stage: 'bonding',
  flight: 'coming_together',
  previous: 'integrating',
  movement: 'forward',
  reason: 'Renewed in July and recommended us in August.',
  runnerUp: null,
  awaiting: 'us',
  heldBy: 'term',
  heldUntil: '2027-06-30T00:00:00.000Z',
  vitality: 92,
  holdsUntil: null,
  nextStage: null,
  everythingElse: null,
  epoch: 2,
  uiDomain: 'app-eu1.hubspot.com',
};

/** Ended by a sentence of the customer, and never heard from again. */
export const ended: ReadyCard = {
  ...stagnating,
  stage: 'terminating',
  previous: null,
  runnerUp: null,
  ending: 'ended',
  awaiting: 'nobody',
  vitality: null,
  lastTouchAt: null,
  evidence: [],
  everythingElse: null,
  holdsUntil: null,
  nextStage: null,
  wouldMove: [],
  wouldNotMove: [],
};

export const answers: { readonly [Kind in ContactCard['kind']]: Extract<ContactCard, { kind: Kind }> } = {
  ready: stagnating,
  'not-enough-evidence': {
    kind: 'not-enough-evidence',
    assessedAt: '2026-09-14T09:30:00.000Z',
    sentence: 'This contact was imported; nothing reached them yet and nothing came back.',
    missing: ['A mail, call or meeting with them', 'A form or an order of theirs'],
  },
  objection: { kind: 'objection', since: '2026-09-01T00:00:00.000Z' },
  'not-yet': { kind: 'not-yet', progress: { done: 1234, total: 5000 } },
  'unknown-contact': { kind: 'unknown-contact' },
};
