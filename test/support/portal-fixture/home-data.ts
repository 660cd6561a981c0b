/** What the home page is told in each of its states, made by the service's own views of fixed counts. */
import type { HomeView, ListView } from '@rapport/shared/contract-home.ts';
import { homeView, listedView } from '../../../src/http/home-view.ts';
import { wilson } from '../../../src/relationship/backtest/wilson.ts';
import type { ListedContact, Summary } from '../../../src/usecases/home.ts';
import type { PortalHome } from '../../../src/usecases/read-home.ts';
import { installation } from '../timeline-builders.ts';
import { type Language, now } from './fixture-time.ts';
import { portal } from './portal-data.ts';

const day = 86_400_000;
const hour = 3_600_000;

const summary: Summary = {
  at: now,
  contacts: 8200,
  stages: {
    initiating: 2210,
    experimenting: 1804,
    intensifying: 214,
    integrating: 961,
    bonding: 388,
    differentiating: 41,
    circumscribing: 77,
    stagnating: 412,
    avoiding: 46,
    terminating: 1547,
    not_enough_evidence: 488,
    not_assessed: 12,
  },
  moves: [
    { month: '2026-07', from: 'experimenting', to: 'integrating', count: 37 },
    { month: '2026-07', from: 'integrating', to: 'stagnating', count: 52 },
    { month: '2026-08', from: 'initiating', to: 'experimenting', count: 118 },
    { month: '2026-08', from: 'experimenting', to: 'intensifying', count: 64 },
    { month: '2026-08', from: 'experimenting', to: 'integrating', count: 22 },
    { month: '2026-08', from: 'experimenting', to: 'terminating', count: 71 },
    { month: '2026-08', from: 'intensifying', to: 'integrating', count: 43 },
    { month: '2026-08', from: 'intensifying', to: 'stagnating', count: 3 },
    { month: '2026-08', from: 'integrating', to: 'bonding', count: 19 },
    { month: '2026-08', from: 'integrating', to: 'stagnating', count: 58 },
    { month: '2026-08', from: 'integrating', to: 'circumscribing', count: 4 },
    { month: '2026-08', from: 'bonding', to: 'differentiating', count: 6 },
    { month: '2026-08', from: 'bonding', to: 'stagnating', count: 9 },
    { month: '2026-08', from: 'circumscribing', to: 'avoiding', count: 11 },
    { month: '2026-08', from: 'stagnating', to: 'integrating', count: 31 },
    { month: '2026-08', from: 'stagnating', to: 'terminating', count: 40 },
    { month: '2026-08', from: 'avoiding', to: 'terminating', count: 8 },
  ],
  slipping: { days7: 38, days30: 164 },
  recovering: 7,
  quadrants: {
    direct_identified: 3120,
    direct_unidentified: 640,
    indirect_identified: 410,
    indirect_unidentified: 980,
    undetermined: 3050,
  },
  gaps: { '-2': 34, '-1': 212, '0': 1096, '1': 97, '2': 11 },
  disagreements: [
    { about: 'stage', shown: 'stagnating', count: 9 },
    { about: 'stage', shown: 'avoiding', count: 2 },
  ],
};

/** A portal of a few contacts: nearly every number is small. */
const small: Summary = {
  ...summary,
  contacts: 21,
  stages: { initiating: 7, experimenting: 3, integrating: 6, bonding: 1, stagnating: 2, terminating: 2 },
  moves: [
    { month: '2026-08', from: 'initiating', to: 'experimenting', count: 2 },
    { month: '2026-08', from: 'integrating', to: 'stagnating', count: 1 },
  ],
  slipping: { days7: 0, days30: 3 },
  recovering: 1,
  quadrants: { direct_identified: 14, direct_unidentified: 3, undetermined: 4 },
  gaps: { '-1': 2, '0': 9 },
  disagreements: [],
};

const sector = (contacts: number, revenueShare: number) => ({
  contacts,
  share: contacts / 8200,
  revenue: revenueShare * 1_200_000,
  revenueShare,
});

const full: PortalHome = {
  installation: installation(portal.portalId),
  summary,
  isCounting: false,
  steps: { read: true, questionnaire: true, card: true, live: true },
  backtest: {
    at: now - 6 * day,
    result: {
      kind: 'done',
      horizonDays: 90,
      cutoffs: [],
      outcomes: 5120,
      baseRate: wilson(3123, 5120),
      stages: [],
      flights: [{ flight: 'coming_apart', returned: wilson(201, 912) }],
      methods: [
        { method: 'vitality', auc: 0.83, logLoss: null },
        { method: 'recency', auc: 0.76, logLoss: null },
        { method: 'bgnbd', auc: 0.79, logLoss: null },
      ],
      alarms: {
        lost: 1240,
        returned: 3123,
        found: 1012,
        falseAlarms: 201,
        medianDays: 31,
        cutoffDays: 54,
        leadDays: 23,
      },
    },
  },
  story: {
    matrix: {
      contacts: 8200,
      bySector: {
        direct_identified: sector(3120, 0.62),
        direct_unidentified: sector(640, 0.21),
        indirect_identified: sector(410, 0.05),
        indirect_unidentified: sector(980, 0.12),
        undetermined: sector(3050, 0),
      },
      identifiedShare: [0.44, 0.46, 0.45, 0.49, 0.53, 0.52, 0.55, 0.58, 0.6, 0.59, 0.63, 0.67].map(
        (share, at) => ({
          month: new Date(Date.UTC(2025, 9 + at)).toISOString().slice(0, 7),
          identified: share * 100_000,
          total: 100_000,
          share,
        }),
      ),
    },
    wordOfMouth: { share: 0.18, known: 2310, unknown: 5890 },
    problems: [],
  },
  health: {
    backfill: { startedAt: now, finishedAt: now, contacts: 8200, assessed: 8200, steps: [] },
    remaining: null,
    lagMs: 42_000,
    reconciledAt: now - 40 * 60_000,
    waiting: { deliveries: 0, records: 12, contacts: 3, due: 0 },
    parked: [],
  },
};

const parked = [
  { subject: 'contacts:4711', reason: 'invalid-input', at: now - 3 * hour },
  { subject: 'backfill:tickets', reason: 'missing-scope', at: now - 2 * day },
  { subject: 'contacts:208', reason: 'property-changed', at: now - 20 * 60_000 },
];

/** `new`: still being read and counted. `lacking`: with parked work and too little to test. */
export type HomeState = 'new' | 'full' | 'small' | 'lacking';

const homes: Readonly<Record<HomeState, PortalHome>> = {
  new: {
    ...full,
    summary: null,
    isCounting: true,
    steps: { read: false, questionnaire: false, card: false, live: false },
    backtest: null,
    story: null,
    health: {
      ...full.health,
      backfill: { startedAt: now, finishedAt: null, contacts: 8200, assessed: 2350, steps: [] },
      remaining: { ms: 8 * 60_000, isWhole: false },
    },
  },
  full,
  small: { ...full, summary: small, story: null },
  lacking: {
    ...full,
    backtest: { at: now - day, result: { kind: 'too-little-data', outcomes: 64, needed: 100 } },
    health: { ...full.health, parked },
  },
};

export function homeOf(state: HomeState, language: Language, mayRetry = true): HomeView {
  return homeView(homes[state], mayRetry, language);
}

const people = [
  'Clara Hoffmann',
  'Daniel Okafor',
  '<b>Ines</b> Prado',
  'Yuki Tanaka',
  'Bram de Wit',
  'Nora Lindqvist',
];
const nobody: ListedContact = {
  id: '101',
  label: '',
  stage: 'bonding',
  since: now - 200 * day,
  validUntil: null,
  nextStage: null,
  levelGap: null,
  recovery: null,
};

const slipping = people.map((label, at): ListedContact => {
  const stages = ['bonding', 'integrating', 'experimenting'] as const;
  const validUntil = now + (at * 4 + 0.5) * day;
  const nextStage = at % 3 === 2 ? 'terminating' : 'stagnating';
  return {
    ...nobody,
    id: String(101 + at),
    label,
    stage: stages[at % 3] ?? 'bonding',
    validUntil,
    nextStage,
  };
});

const recovering = people.slice(0, 3).map((label, at): ListedContact => {
  const openedAt = now - (at * 20 + 4) * hour;
  const answerDueAt = [now - 3 * hour, now + 2 * hour, now - 30 * hour][at] ?? null;
  const answeredAt = at === 2 ? now - 31 * hour : null;
  const recovery = { openedAt, answerDueAt, answeredAt, outcome: 'open' };
  return { ...nobody, id: String(101 + at), label, stage: 'integrating', recovery };
});

export function listOf(query: URLSearchParams): ListView {
  const by = query.get('by');
  const found = { recovering, slipping, stage: slipping }[by ?? ''] ?? [];
  return {
    kind: 'list',
    at: new Date(now).toISOString(),
    contacts: found.map(listedView),
    next: by === 'slipping' ? '1.101' : null,
    uiDomain: portal.uiDomain,
  };
}
