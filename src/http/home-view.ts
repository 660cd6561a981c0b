/** The home page's answer, made of what the use case found: small numbers hidden, times as text. */
import type {
  BacktestView,
  HomeView,
  ListedContactView,
  MonthView,
  SummaryView,
} from '@rapport/shared/contract-home.ts';
import type { Language } from '../relationship/stage/reason.ts';
import { hideSmall } from '../usecases/hide-small.ts';
import type { ListedContact, Moves, Summary } from '../usecases/home.ts';
import type { StoredBacktest } from '../usecases/learned.ts';
import type { PortalHome } from '../usecases/read-home.ts';
import { sayParked } from './parked-texts.ts';
import { storyView } from './story-view.ts';

export function homeView(home: PortalHome, mayRetry: boolean, language: Language): HomeView {
  const { installation, summary, health, steps } = home;
  const { backfill, waiting } = health;
  const isRead = backfill !== null && backfill.finishedAt !== null;
  return {
    kind: 'home',
    summary: summary === null ? null : summaryView(summary),
    isCounting: home.isCounting,
    firstSteps: (['read', 'questionnaire', 'card', 'live'] as const).map((step) => ({
      step,
      isDone: steps[step],
    })),
    backtest: home.backtest === null ? null : backtestView(home.backtest),
    story: home.story === null ? null : storyView(home.story, language),
    health: {
      reading: isRead
        ? null
        : {
            done: backfill?.assessed ?? 0,
            total: backfill?.contacts ?? 0,
            remainingMs: health.remaining?.ms ?? null,
          },
      lagMs: health.lagMs,
      waiting: { records: waiting.records, contacts: waiting.contacts, due: waiting.due },
      parked: health.parked.map((it) => ({
        subject: it.subject,
        sentence: sayParked(it, language),
        at: iso(it.at),
      })),
      mayRetry,
    },
    uiDomain: installation.uiDomain,
  };
}

function summaryView(summary: Summary): SummaryView {
  return {
    at: iso(summary.at),
    contacts: summary.contacts,
    stages: counts(summary.stages),
    slipping: { days7: alone(summary.slipping.days7), days30: alone(summary.slipping.days30) },
    recovering: alone(summary.recovering),
    quadrants: counts(summary.quadrants),
    gaps: counts(summary.gaps),
    months: [...Map.groupBy(summary.moves, ({ month }) => month)]
      .map(([month, moves]) => monthView(month, moves))
      .sort((a, b) => (a.month < b.month ? -1 : 1)),
    disagreements: summary.disagreements.map((it) => ({ ...it, count: alone(it.count) })),
  };
}

function counts(of: Readonly<Record<string, number>>): SummaryView['stages'] {
  const shown = hideSmall(Object.values(of));
  return Object.keys(of).map((key, at) => ({ key, count: shown[at] ?? null }));
}

function monthView(month: string, moves: readonly Moves[]): MonthView {
  const shown = hideSmall(moves.map(({ count }) => count));
  const total = alone(moves.reduce((sum, { count }) => sum + count, 0));
  return { month, total, moves: moves.map(({ from, to }, at) => ({ from, to, count: shown[at] ?? null })) };
}

function alone(count: number): number | null {
  return hideSmall([count])[0] ?? null;
}

function backtestView({ at, result }: StoredBacktest): BacktestView {
  if (result.kind === 'too-little-data') return { ...result, at: iso(at) };
  const { alarms } = result;
  const falling = result.flights.find(({ flight }) => flight === 'coming_apart');
  return {
    kind: 'done',
    at: iso(at),
    horizonDays: result.horizonDays,
    outcomes: result.outcomes,
    baseRate: result.baseRate.share,
    apart:
      falling === undefined
        ? null
        : { share: falling.returned.share, low: falling.returned.low, high: falling.returned.high },
    lost: alarms.lost,
    found: alarms.found,
    falseAlarms: alarms.falseAlarms,
    auc: Object.fromEntries(result.methods.map(({ method, auc }) => [method, auc])),
  };
}

export function listedView(contact: ListedContact): ListedContactView {
  const { recovery } = contact;
  return {
    ...contact,
    since: isoOrNull(contact.since),
    validUntil: isoOrNull(contact.validUntil),
    recovery:
      recovery === null
        ? null
        : {
            openedAt: iso(recovery.openedAt),
            answerDueAt: isoOrNull(recovery.answerDueAt),
            answeredAt: isoOrNull(recovery.answeredAt),
            outcome: recovery.outcome,
          },
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

function isoOrNull(at: number | null): string | null {
  return at === null ? null : iso(at);
}
