import { dayOf, msPerDay } from '../signal/timeline.ts';
import type { Standing } from './standing.ts';

/**
 * The first time after `now` at which time alone may make a rule begin or stop firing, or change what it says; never
 * later than the truth. Quiet hours are apart: they come and go twice a day, and only marketing dates are told by them.
 */
export function standingChangesAt(standing: Standing): number | null {
  const { now, facts, settings, pressure, lastOutreachAt, openComplaint, consentExpiresAt, stage } = standing;
  let first = Number.POSITIVE_INFINITY;
  const meet = (at: number | null) => {
    if (at !== null && at > now && at < first) first = at;
  };
  meet(pressure.nextFallAt);
  meet(openComplaint?.closedAt ?? null);
  meet(facts.askedUntil);
  meet(consentExpiresAt);
  if (lastOutreachAt !== null) {
    const after = (days: number) => (dayOf(lastOutreachAt) + Math.ceil(days)) * msPerDay;
    if (facts.cadenceDays !== null && facts.cadenceDays > 0) meet(after(facts.cadenceDays));
    if (stage === 'avoiding' || stage === 'terminating') meet(after(settings.partingPauseDays));
  }
  return Number.isFinite(first) ? first : null;
}
