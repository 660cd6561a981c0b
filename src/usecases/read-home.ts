/** Everything the home page shows: the kept counts, the first steps of a new portal, and how the sync stands. */
import type { PortalStory } from '../relationship/portal-view.ts';
import { type ChoicesStore, choicesOf } from './choices.ts';
import type { Home, Summary } from './home.ts';
import type { Backtests, StoredBacktest } from './learned.ts';
import type { PortalViews } from './measure-portal.ts';
import type { Clock, Installation, Installations, PortalId } from './ports.ts';
import { type HealthDeps, type PortalHealth, readHealth } from './read-health.ts';
import type { Wakeups } from './work.ts';

export type ReadHomeDeps = HealthDeps & {
  readonly home: Pick<Home, 'summary' | 'firstCardAt'>;
  readonly choices: Pick<ChoicesStore, 'current'>;
  readonly backtests: Pick<Backtests, 'find'>;
  readonly views: Pick<PortalViews, 'find'>;
  readonly installations: Pick<Installations, 'find'>;
  readonly wakeups: Wakeups;
  readonly clock: Clock;
};

export type PortalHome = {
  readonly installation: Installation;
  readonly summary: Summary | null;
  readonly isCounting: boolean;
  readonly steps: Readonly<Record<'read' | 'questionnaire' | 'card' | 'live', boolean>>;
  readonly backtest: StoredBacktest | null;
  /** Null before the portal was first measured. */
  readonly story: PortalStory | null;
  readonly health: PortalHealth;
};

/** The counts are taken again when they are older and somebody looks [D]: soon enough to see the day's work. */
const freshMs = 60_000;

/** Null for a portal that is not installed. */
export async function readHome(deps: ReadHomeDeps, portal: PortalId): Promise<PortalHome | null> {
  const installation = await deps.installations.find(portal);
  if (installation?.state !== 'active') return null;
  const [summary, health, backtest, choices, firstCardAt, view] = await Promise.all([
    deps.home.summary(portal),
    readHealth(deps, portal),
    deps.backtests.find(portal),
    choicesOf(deps.choices, portal),
    deps.home.firstCardAt(portal),
    deps.views.find(portal),
  ]);
  const isCounting = summary === null || deps.clock.now() - summary.at >= freshMs;
  if (isCounting) await deps.wakeups.wake('summary', portal);
  const isRead = health.backfill !== null && health.backfill.finishedAt !== null;
  const isAnswered = choices.settings.questionnaire.general.collects !== 'unknown';
  return {
    installation,
    summary,
    isCounting,
    steps: { read: isRead, questionnaire: isAnswered, card: firstCardAt !== null, live: installation.live },
    backtest,
    story: view?.story ?? null,
    health,
  };
}
