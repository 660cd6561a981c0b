import { dayOf, msPerDay } from '../signal/timeline.ts';
import { type Ask, type Ceiling, isNecessary } from './action.ts';
import { type Because, type Fired, fire, type Rule } from './fired.ts';
import { reaches } from './pressure.ts';
import type { Standing } from './standing.ts';

/** The rules about when and how close: pressure, quiet time and stated wishes, stage, complaint, desired relationship, address. */

const pressure: Rule = {
  id: 'G10',
  applies: ({ purpose }, { pressure: it, settings }) => {
    if (!reaches(it.value, settings.pressureNotice) && !reaches(it.value, settings.pressureDeny)) return null;
    const isDenied = reaches(it.value, settings.pressureDeny) && !isNecessary(purpose);
    const until = isDenied ? it.belowDenyAt : it.belowNoticeAt;
    const { value, calls, emails, directMessages, mailings, marketingMailVisible: visible } = it;
    return fire(
      'G10',
      { code: 'pressure', value, calls, emails, directMessages, mailings, until, visible },
      { answer: isDenied ? 'DENY' : 'ALLOW_WITH_NOTICE', until },
    );
  },
};

/** Of several reasons to wait the longest is told; one without an end is the longest. */
const quietTime: Rule = {
  id: 'G11',
  isSilent: ({ facts, quiet }) =>
    !quiet.isQuiet &&
    facts.refusedChannels.length === 0 &&
    facts.askedUntil === null &&
    facts.cadenceDays === null,
  applies: (ask, standing) => longer(waitForHour(ask, standing), waitForWish(ask, standing)),
};

/** Channels they do not want, and hours at which nobody is disturbed; who began the talk is not protected from it. */
function waitForHour(ask: Ask, { facts, settings, quiet }: Standing): Fired | null {
  if (ask.initiator === 'customer') return null;
  const refused = facts.refusedChannels.find(({ channel }) => channel === ask.channel);
  if (refused !== undefined) return wait({ code: 'refused_channel', ...refused }, null);
  if (!quiet.isQuiet || !settings.quietChannels.includes(ask.channel)) return null;
  return wait({ code: 'quiet_hours', until: quiet.until }, quiet.until);
}

/** What they said about when they want to hear from us. */
function waitForWish({ purpose }: Ask, { facts, now, lastOutreachAt }: Standing): Fired | null {
  if (isNecessary(purpose)) return null;
  const { askedUntil, cadenceDays: days } = facts;
  const asked =
    askedUntil !== null && askedUntil > now
      ? wait({ code: 'asked_until', until: askedUntil }, askedUntil)
      : null;
  if (days === null || !(days > 0) || lastOutreachAt === null) return asked;
  const until = (dayOf(lastOutreachAt) + Math.ceil(days)) * msPerDay;
  return until > now ? longer(asked, wait({ code: 'cadence', days, until }, until)) : asked;
}

function wait(because: Because, until: number | null): Fired {
  return fire('G11', because, { answer: 'DENY', until });
}

function longer(a: Fired | null, b: Fired | null): Fired | null {
  if (a === null || b === null) return a ?? b;
  return (b.until ?? Number.POSITIVE_INFINITY) > (a.until ?? Number.POSITIVE_INFINITY) ? b : a;
}

/** Bonding carries everything, so there the rule stays silent. An unknown stage is read as the most distant one. */
const stageCeiling: Rule = {
  id: 'G12',
  applies: (ask, standing) => {
    const { stage, stageSince: since, settings } = standing;
    const isStage = stage !== null && stage !== 'not_enough_evidence';
    const ceiling: Ceiling = isStage ? settings.stageCeilings[stage] : 'I1';
    const denied = isNecessary(ask.purpose) ? null : partingRule(ask, standing, ceiling);
    if (denied !== null) return denied;
    return ceiling === 'I4' ? null : fire('G12', { code: 'stage', stage, since, ceiling }, { ceiling });
  },
};

/** Who draws back or leaves hears from us rarely, and from a person. */
function partingRule(ask: Ask, standing: Standing, ceiling: Ceiling): Fired | null {
  const { stage, settings, lastOutreachAt: lastAt, now } = standing;
  if (stage !== 'avoiding' && stage !== 'terminating') return null;
  if (ask.automated) return fire('G12', { code: 'stage_by_hand', stage }, { answer: 'DENY', ceiling });
  if (lastAt === null) return null;
  const until = (dayOf(lastAt) + settings.partingPauseDays) * msPerDay;
  if (!(until > now)) return null;
  return fire('G12', { code: 'stage_pause', stage, lastAt, until }, { answer: 'DENY', ceiling, until });
}

/** While a complaint is open nobody sells; mending it is welcome. */
const openComplaint: Rule = {
  id: 'G14',
  isSilent: ({ openComplaint: complaint }) => complaint === null,
  applies: ({ purpose }, { openComplaint: complaint }) => {
    if (complaint === null) return null;
    if (purpose !== 'sales' && purpose !== 'marketing' && purpose !== 'referral_ask') return null;
    return fire(
      'G14',
      { code: 'open_complaint', at: complaint.at },
      { answer: 'DENY', until: complaint.closedAt },
    );
  },
};

/** A type nobody knows any more is read as the most distant one; who was not asked has no ceiling. */
const desired: Rule = {
  id: 'G15',
  isSilent: ({ facts }) => facts.desired.kind === 'not_asked',
  applies: (_ask, { facts }) => {
    const it = facts.desired;
    if (it.kind === 'not_asked') return null;
    if (it.kind === 'unknown_type') {
      return fire('G15', { code: 'desired_unknown', id: it.id, at: it.at }, { ceiling: 'I1' });
    }
    const { label, ceiling, captivity } = it.type;
    if (ceiling === 'I4') return null;
    return fire('G15', { code: 'desired', type: label, at: it.at, ceiling, captivity }, { ceiling });
  },
};

const sharedAddress: Rule = {
  id: 'G19',
  isSilent: ({ facts }) => facts.mailbox === 'person',
  applies: (_ask, { facts: { mailbox } }) =>
    mailbox === 'person' ? null : fire('G19', { code: 'shared_address', mailbox }, { ceiling: 'I1' }),
};

export const contactRules: readonly Rule[] = [
  pressure,
  quietTime,
  stageCeiling,
  openComplaint,
  desired,
  sharedAddress,
];
