/** The acts a golden story can tell, in the words a rep would use; each is one signal. */
import type { By, Channel, FactsOf } from '../../src/relationship/signal/signal.ts';
import type { Act, Moment } from './timeline.ts';

const stamp = ({ id, source, at }: Moment) => ({ id, source, at });

type Mail = Partial<FactsOf['message']>;

export const theyWrote =
  (more: Mail = {}): Act =>
  (m) => ({
    ...stamp(m),
    kind: 'message',
    by: 'customer',
    channel: 'email',
    facts: { personal: true, ...more },
  });
export const weWrote =
  (more: Mail = {}): Act =>
  (m) => ({ ...stamp(m), kind: 'message', by: 'us', channel: 'email', facts: { personal: true, ...more } });
export const sequenceMail = (): Act => weWrote({ personal: false, sequence: true });
export const newsletter = (): Act => weWrote({ personal: false });
export const autoReply = (): Act => theyWrote({ personal: false, autoReply: true });

/** A call that connected, whoever dialled. */
export const call =
  (minutes = 6): Act =>
  (m) => ({
    ...stamp(m),
    kind: 'call',
    by: 'both',
    channel: 'call',
    facts: { connected: true, seconds: minutes * 60 },
  });
export const weCalledInVain = (): Act => (m) => ({
  ...stamp(m),
  kind: 'call',
  by: 'us',
  channel: 'call',
  facts: { connected: false, seconds: 0 },
});

export const meeting =
  (minutes = 45, participants = 1): Act =>
  (m) => ({ ...stamp(m), kind: 'meeting', by: 'both', channel: 'meeting', facts: { minutes, participants } });
export const theyBooked = (): Act => (m) => ({
  ...stamp(m),
  kind: 'booking',
  by: 'customer',
  channel: 'meeting',
  facts: {},
});
/** We put a meeting on both calendars and it stands: known ahead, no act of the customer. */
export const meetingPlanned =
  (day: number): Act =>
  (m) => ({
    ...stamp(m),
    kind: 'meeting_planned',
    by: 'us',
    channel: 'meeting',
    facts: { startAt: m.midnight(day) + 10 * 3_600_000, endAt: m.midnight(day) + 11 * 3_600_000 },
  });

const withdrawal =
  (kind: 'no_show' | 'decline' | 'meeting_cancelled', by: By, newDate: boolean): Act =>
  (m) => ({ ...stamp(m), kind, by, channel: 'meeting', facts: { newDate } });
export const noShow = (newDate = false): Act => withdrawal('no_show', 'both', newDate);
export const declined = (newDate = false): Act => withdrawal('decline', 'customer', newDate);
export const cancelledMeeting = (newDate = false): Act =>
  withdrawal('meeting_cancelled', 'customer', newDate);

export const form = (): Act => (m) => ({
  ...stamp(m),
  kind: 'form',
  by: 'customer',
  channel: 'form',
  facts: {},
});
export const ticket = (): Act => (m) => ({
  ...stamp(m),
  kind: 'ticket',
  by: 'customer',
  channel: 'ticket',
  facts: {},
});
/** A complaint, closed on that day of the story or still open. */
export const complaint =
  (closedDay: number | null): Act =>
  (m) => ({
    ...stamp(m),
    kind: 'complaint',
    by: 'customer',
    channel: 'ticket',
    facts: { closedAt: closedDay === null ? null : m.midnight(closedDay) },
  });

export const order =
  (amount = 80, more: { dealId?: string; refunded?: boolean } = {}): Act =>
  (m) => ({ ...stamp(m), kind: 'order', by: 'customer', channel: 'order', facts: { amount, ...more } });
export const refund =
  (amount = 80): Act =>
  (m) => ({ ...stamp(m), kind: 'refund', by: 'customer', channel: 'order', facts: { amount } });
export const nps =
  (value: number): Act =>
  (m) => ({
    ...stamp(m),
    kind: 'survey',
    by: 'customer',
    channel: 'survey',
    facts: { metric: 'nps', value },
  });
export const csat =
  (value: number): Act =>
  (m) => ({
    ...stamp(m),
    kind: 'survey',
    by: 'customer',
    channel: 'survey',
    facts: { metric: 'csat', value },
  });
export const referral = (): Act => (m) => ({
  ...stamp(m),
  kind: 'referral',
  by: 'customer',
  channel: 'other',
  facts: {},
});
export const review = (): Act => (m) => ({
  ...stamp(m),
  kind: 'review',
  by: 'customer',
  channel: 'web',
  facts: {},
});
export const joinedLoyalty = (): Act => (m) => ({
  ...stamp(m),
  kind: 'loyalty',
  by: 'customer',
  channel: 'other',
  facts: { endAt: null },
});

const preference =
  (kind: 'opt_in' | 'opt_out', scope: 'global' | 'partial', channel: Channel): Act =>
  (m) => ({ ...stamp(m), kind, by: 'customer', channel: 'preferences', facts: { scope, channel } });
export const optedOutOfEverything = (): Act => (m) => ({
  ...stamp(m),
  kind: 'opt_out',
  by: 'customer',
  channel: 'preferences',
  facts: { scope: 'global' },
});
export const optedOutOfMail = (): Act => preference('opt_out', 'partial', 'email');
export const optedInToMail = (): Act => preference('opt_in', 'partial', 'email');
