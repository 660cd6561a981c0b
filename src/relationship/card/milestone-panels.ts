import type { ClockFace, MilestonePanel, ReachedMilestone, RecoveryPanel } from '@rapport/shared/contract.ts';
import type { Advocacy } from '../milestones/advocacy.ts';
import { milestoneSentences, recoveryCheck } from '../milestones/milestone-texts.ts';
import type { Milestones } from '../milestones/milestones.ts';
import type { ResponseClock } from '../milestones/response-clock.ts';
import { msPerDay } from '../signal/timeline.ts';
import { iso, isoOrNull, linkedTo } from './linked.ts';
import type { Wording } from './wording.ts';

/** The four milestones as the card's strip shows them. */
export function milestonePanel(milestones: Milestones, wording: Wording): MilestonePanel {
  const { firstEncounter, firstDate, firstFight, metFriends } = milestones;
  const said = milestoneSentences(milestones, wording.language, wording.timeZone);
  return {
    firstEncounter: reached(firstEncounter, said.firstEncounter, firstEncounter?.firstReply ?? null),
    firstDate: reached(firstDate, said.firstDate, firstDate?.reply ?? null),
    firstFight:
      firstFight === null
        ? null
        : reached({ at: firstFight.at, activity: firstFight.first.activity }, said.firstFight, null),
    metFriends: reached(metFriends, said.metFriends, null),
    referrer: firstEncounter?.referrer ?? null,
    advocacy: advocacyOf(metFriends?.brought.length ?? 0, wording),
  };
}

function reached(
  milestone: { readonly at: number; readonly activity: string | null } | null,
  sentence: string | null,
  reply: ResponseClock | null,
): ReachedMilestone | null {
  if (milestone === null || sentence === null) return null;
  return {
    at: iso(milestone.at),
    sentence,
    activity: linkedTo(milestone.activity),
    reply: reply === null ? null : clockFace(reply),
  };
}

/** The portal's chain knows more than the contact's own acts: who else came by its word, and what they spent. */
function advocacyOf(ownCount: number, { advocacy, language, settings }: Wording): MilestonePanel['advocacy'] {
  const brought = Math.max(ownCount, advocacy?.brought.length ?? 0);
  if (brought === 0) return null;
  return {
    brought,
    value: advocacy === null ? null : money(advocacy, language, settings.matrix.homeCurrency),
  };
}

function money({ value }: Advocacy, language: string, currency: string | null): string | null {
  if (!(value > 0)) return null;
  const style = currency === null ? {} : ({ style: 'currency', currency } as const);
  return new Intl.NumberFormat(language, { maximumFractionDigits: 0, ...style }).format(value);
}

/** What became of the latest fight; null without one. */
export function recoveryPanel({ firstFight }: Milestones, { language }: Wording): RecoveryPanel | null {
  if (firstFight === null) return null;
  const { latest, outcome, acknowledgement, recoveryOpen, count } = firstFight;
  const { kind, severity, remedy, sign, provenUntilDay } = latest;
  return {
    outcome,
    kind,
    severity,
    openedAt: iso(latest.openedAt),
    closedAt: isoOrNull(latest.closedAt),
    activity: linkedTo(latest.activity),
    remedy,
    acknowledgement: clockFace(acknowledgement),
    sign: sign === null ? null : { at: iso(sign.at), by: sign.by, activity: linkedTo(sign.activity) },
    provenUntil: provenUntilDay === null ? null : iso(provenUntilDay * msPerDay),
    pausesAutomation: recoveryOpen,
    count,
    check: recoveryCheck(language),
  };
}

function clockFace({ startedAt, dueAt, answeredAt, outcome }: ResponseClock): ClockFace {
  return {
    startedAt: iso(startedAt),
    dueAt: isoOrNull(dueAt),
    answeredAt: isoOrNull(answeredAt),
    outcome,
  };
}
