/** The panels of a card as they arrive: a customer with a complaint that is open, worded in English. */
import type { CardPanels, GuardrailPanel, RecoveryPanel } from '@rapport/shared/contract.ts';

const deal = { objectTypeId: '0-3', objectId: '31' };
const ticket = { objectTypeId: '0-5', objectId: '52' };

export const guardrails: GuardrailPanel = {
  ceiling: 'I2',
  ceilingText: 'Contextual: what they told us or did with us here',
  ceilingBecause: [0],
  sentences: [
    'In Stagnating since 3 Aug 2026: keep to what they told us or did with us.',
    'A complaint is open since 9 Sep 2026: nothing is sold before it is mended.',
    'Mend the complaint first.',
    'Contact pressure is 1.1 of 1.5: 2 calls and 2 e-mails in 90 days.',
    'They opted out of SMS on 2 May 2026.',
    'Write an e-mail instead.',
  ],
  rulings: [
    {
      purposes: ['sales', 'marketing', 'referral_ask'],
      channels: ['email', 'call', 'whatsapp', 'linkedin', 'postal', 'meeting'],
      answer: 'DENY',
      because: [1, 3],
      instead: 2,
      notice: null,
      until: null,
    },
    {
      purposes: ['sales', 'marketing', 'referral_ask'],
      channels: ['sms'],
      answer: 'DENY',
      because: [4, 1, 3],
      instead: 2,
      notice: null,
      until: null,
    },
    {
      purposes: ['follow_up', 'survey'],
      channels: ['email', 'call', 'whatsapp', 'linkedin', 'postal', 'meeting'],
      answer: 'ALLOW_WITH_NOTICE',
      because: [3],
      instead: null,
      notice: 3,
      until: '2026-10-02T00:00:00.000Z',
    },
    {
      purposes: ['follow_up', 'survey'],
      channels: ['sms'],
      answer: 'DENY',
      because: [4, 3],
      instead: 5,
      notice: null,
      until: null,
    },
    {
      purposes: ['service_reply', 'transactional', 'recovery'],
      channels: ['email', 'call', 'sms', 'whatsapp', 'linkedin', 'postal', 'meeting'],
      answer: 'ALLOW',
      because: [],
      instead: null,
      notice: null,
      until: null,
    },
  ],
  pressure: {
    value: 1.1,
    noticeAt: 1,
    denyAt: 1.5,
    days: 90,
    calls: 2,
    emails: 2,
    directMessages: 0,
    mailings: 0,
    easesAt: '2026-10-02T00:00:00.000Z',
    marketingMailVisible: false,
  },
  nextOutreach: { kind: 'blocked', because: [1] },
  mayMention: ['What they bought (last on 20 Jun 2026)', 'Meetings (last on 2 May 2026)'],
  mayNotMention: ['Seen without their notice, so never said: What they clicked in our mails.'],
};

export const openRecovery: RecoveryPanel = {
  outcome: 'open',
  kind: 'complaint',
  severity: 'high',
  openedAt: '2026-09-09T08:20:00.000Z',
  closedAt: null,
  activity: ticket,
  remedy: null,
  acknowledgement: {
    startedAt: '2026-09-09T08:20:00.000Z',
    dueAt: '2026-09-09T14:20:00.000Z',
    answeredAt: null,
    outcome: 'late',
  },
  sign: null,
  provenUntil: null,
  pausesAutomation: true,
  count: 1,
  check: [
    'Did they get what makes up for it?',
    'Were they met with respect, an apology and an explanation?',
    'Was it quick and easy for them?',
  ],
};

export const allPanels: Required<CardPanels> = {
  guardrails,
  milestones: {
    firstEncounter: {
      at: '2024-02-06T10:00:00.000Z',
      sentence: 'First met on 6 Feb 2024, by word of mouth.',
      activity: { objectTypeId: '0-49', objectId: '11' },
      reply: {
        startedAt: '2024-02-06T10:00:00.000Z',
        dueAt: '2024-02-06T16:00:00.000Z',
        answeredAt: '2024-02-06T11:30:00.000Z',
        outcome: 'in_time',
      },
    },
    firstDate: {
      at: '2024-02-20T09:00:00.000Z',
      sentence:
        'They first shared something on 20 Feb 2024. We promised: a price list. It was the first of many.',
      activity: null,
      reply: null,
    },
    firstFight: {
      at: '2026-09-09T08:20:00.000Z',
      sentence: 'First let down on 9 Sep 2026. Recovery is open. Automation rests.',
      activity: ticket,
      reply: null,
    },
    metFriends: null,
    referrer: '77',
    advocacy: null,
  },
  recovery: openRecovery,
  matrix: {
    quadrant: 'direct_unidentified',
    sentence: 'They pay us directly. Not identified: several people share the address or number.',
    sector: {
      model: 'Loyalty: a club gives something in return for a name',
      recommend: 'Ask who they are and say what they get for it; watch the share of identified sales.',
      disruption: ['Joining gets cheaper and the reward bigger, so more buyers give their name.'],
    },
  },
  level: {
    suggested: 'accountable',
    practised: 'reactive',
    gap: -1,
    sentences: [
      'You practise Reactive here.',
      'A medium number of customers and a medium margin support Accountable.',
      'No follow-up after 1 of 2 sales.',
    ],
    due: 2,
    followed: 1,
    missed: [{ deal, soldAt: '2026-06-20T00:00:00.000Z', dueAt: '2026-07-04T00:00:00.000Z' }],
  },
  approaches: {
    eligible: [
      {
        name: 'Open club',
        cost: 'Costs a benefit per member; watch the share of identified sales.',
        first: true,
      },
    ],
    refused: [{ name: 'Frequency programme', sentence: '2 of 3 purchases a year are possible' }],
  },
  desired: {
    asked: {
      type: 'buddies',
      label: 'Buddies',
      wants: 'a long acquaintance without closeness',
      source: 'They said so at lunch',
      at: '2026-03-02T00:00:00.000Z',
      rules: ['Be easy to reach.', 'Stay on what you share.'],
      captivity: false,
    },
    mismatch: 'too_close',
    depth: 'individual',
    observed: [
      { axis: 'valence', value: 0.4, evidence: 5 },
      { axis: 'symmetry', value: null, evidence: 0 },
    ],
  },
  history: {
    steps: [
      { stage: 'stagnating', since: '2026-08-03T00:00:00.000Z', movement: 'deteriorate', epoch: 2 },
      { stage: 'integrating', since: '2026-01-12T00:00:00.000Z', movement: 'new_epoch', epoch: 2 },
    ],
    earlier: 4,
    epochs: [
      {
        epoch: 1,
        startedAt: '2024-02-06T10:00:00.000Z',
        endedAt: '2025-03-01T00:00:00.000Z',
        ending: 'ended',
      },
    ],
  },
  curve: {
    from: '2026-07-14T00:00:00.000Z',
    points: [
      [0, 78],
      [30, 52],
      [62, 34],
      [90, 22],
      [120, 14],
    ],
  },
};
