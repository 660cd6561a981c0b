import type { Settings } from '../settings.ts';
import type { NoiseRules } from '../stage/stage-settings.ts';
import type { By, Signal, SignalKind } from './signal.ts';

/**
 * What a signal means to the model, as bits: whether the customer acted, whether it heals, and which families it
 * belongs to. Everything else of the engine asks these bits and never the raw `by`, so that a rule about who acted is
 * written once.
 */
export const reads = {
  /** The customer acted, alone or together with us. */
  touch: 1,
  /** A touch by the customer alone. */
  inbound: 2,
  /** Trouble: a touch that accuses. */
  trouble: 4,
  withdrawal: 8,
  end: 16,
  /** We acted alone, and it was delivered. */
  outreach: 32,
  /** A personal message of ours: it can answer, and it can stay unanswered. */
  personal: 64,
  /** Our brand was seen, nobody acted. */
  reach: 128,
  /** Order, won deal, renewal, loyalty, referral, promoter, review. */
  commitment: 256,
} as const;

/** A touch that heals carries no trouble. */
export function heals(bits: number): boolean {
  return (bits & (reads.touch | reads.trouble)) === reads.touch;
}

/** Orders, won deals and renewals are the customer's acts whoever recorded them, and so is trouble a rep writes down. */
const customersWhoeverRecorded: ReadonlySet<SignalKind> = new Set([
  'order',
  'deal_won',
  'renewal',
  'complaint',
  'refund',
  'downgrade',
  'competitor',
  'price_objection',
] satisfies SignalKind[]);

/** Kinds that are nobody's act, or a known date rather than an act. */
const neverTouches: ReadonlySet<SignalKind> = new Set([
  'page_view',
  'click',
  'ad',
  'referred',
  'bounce',
  'automation',
  'imported',
  'meeting_planned',
] satisfies SignalKind[]);

/** Kinds that reach nobody although we may have recorded them. */
const notOutreach: ReadonlySet<SignalKind> = new Set([
  'bounce',
  'automation',
  'imported',
] satisfies SignalKind[]);

/** Who acted in the model's eyes. A call that connected long enough is by both; who dialled does not matter. */
export function actorOf(signal: Signal, settings: Settings): By {
  if (customersWhoeverRecorded.has(signal.kind)) return 'customer';
  if (signal.kind !== 'call') return signal.by;
  if (signal.facts.connected && signal.facts.seconds >= settings.conversationSeconds) return 'both';
  return signal.by === 'both' ? 'us' : signal.by;
}

/** The bits of one signal. `bounced`: its mail came back. */
export function readSignal(signal: Signal, settings: Settings, bounced: boolean): number {
  switch (signal.kind) {
    case 'cancellation':
    case 'stop_request':
    case 'account_closed':
    case 'project_completed':
      return reads.end;
    case 'page_view':
    case 'ad':
    case 'referred':
      return reads.reach;
    case 'click':
      return signal.facts.bot === true && settings.noise.ignoreBotClicks ? 0 : reads.reach;
    case 'opt_out':
      return reads.withdrawal;
    case 'no_show':
    case 'decline':
    case 'meeting_cancelled':
      return readAppointment(signal.kind, signal.by, signal.facts.newDate === true);
    case 'deal_lost':
      return signal.facts.doNotContact === true ? reads.end : readActor(signal, settings, bounced);
    default:
      return readActor(signal, settings, bounced);
  }
}

/** An appointment called off is a withdrawal unless a new date came with it, or we called it off. */
function readAppointment(kind: SignalKind, by: By, newDate: boolean): number {
  if (by === 'us' || by === 'system') return reads.outreach;
  if (!newDate) return reads.withdrawal;
  if (kind === 'no_show') return 0;
  return by === 'customer' ? reads.touch | reads.inbound : reads.touch;
}

function readActor(signal: Signal, settings: Settings, bounced: boolean): number {
  const actor = actorOf(signal, settings);
  if (actor === 'system' || isNoise(signal, settings)) return 0;
  if (actor === 'us') return notOutreach.has(signal.kind) || bounced ? 0 : readOutreach(signal);
  if (neverTouches.has(signal.kind)) return 0;
  let bits: number = reads.touch;
  if (actor === 'customer') bits |= reads.inbound;
  if (isTrouble(signal, settings)) bits |= reads.trouble;
  if (isCommitment(signal, settings)) bits |= reads.commitment;
  return bits;
}

function readOutreach(signal: Signal): number {
  const personal = signal.kind === 'message' && signal.facts.personal && signal.facts.sequence !== true;
  return personal ? reads.outreach | reads.personal : reads.outreach;
}

function isNoise(signal: Signal, settings: Settings): boolean {
  const noise: NoiseRules = settings.noise;
  switch (signal.kind) {
    case 'message':
      if (signal.facts.autoReply === true && noise.ignoreAutoReplies) return true;
      return signal.by !== 'us' && noise.ignoreLargeMails && isLarge(signal.facts.participants, settings);
    case 'call':
    case 'meeting':
      return noise.ignoreLargeMeetings && isLarge(signal.facts.participants, settings);
    default:
      return false;
  }
}

function isLarge(participants: number | undefined, settings: Settings): boolean {
  return participants !== undefined && participants >= settings.largeGroup;
}

export function isTrouble(signal: Signal, settings: Settings): boolean {
  switch (signal.kind) {
    case 'complaint':
    case 'refund':
    case 'downgrade':
    case 'competitor':
    case 'price_objection':
      return true;
    case 'survey':
      return signal.facts.metric === 'nps'
        ? signal.facts.value <= settings.npsTrouble
        : signal.facts.value <= settings.csatTrouble;
    default:
      return false;
  }
}

function isCommitment(signal: Signal, settings: Settings): boolean {
  switch (signal.kind) {
    case 'order':
      return signal.facts.amount > 0 && signal.facts.refunded !== true;
    case 'deal_won':
    case 'renewal':
    case 'loyalty':
    case 'referral':
    case 'review':
      return true;
    case 'survey':
      return signal.facts.metric === 'nps' && signal.facts.value >= settings.npsPromoter;
    default:
      return false;
  }
}

/** What a sale leaves standing. It is recorded with the sale and belongs to the epoch that the sale may open. */
const standing: ReadonlySet<SignalKind> = new Set([
  'term',
  'loyalty',
  'became_customer',
  'registered',
] satisfies SignalKind[]);

/**
 * Order within one instant: ends, withdrawals, trouble, outreach, touches, commitment, and what commitment leaves
 * standing; the rest beside outreach.
 */
export function batchRank(kind: SignalKind, bits: number): number {
  if ((bits & reads.end) !== 0) return 0;
  if ((bits & reads.withdrawal) !== 0) return 1;
  if ((bits & reads.trouble) !== 0) return 2;
  if (standing.has(kind)) return 6;
  if ((bits & reads.commitment) !== 0) return 5;
  return (bits & reads.touch) !== 0 ? 4 : 3;
}
