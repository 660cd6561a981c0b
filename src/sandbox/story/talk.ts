/** Words: mails, calls, messages and meetings of a contact's life, as a portal records them. Days are days ago. */
import { DAY_MS, iso, type Link } from './desk.ts';
import type { Scribe } from './scribe.ts';
import { mailSubject, meetingTitle } from './subjects.ts';

/** HubSpot's default call outcomes have the same ids in every portal. */
const connected = 'f240bbac-87c9-4f6e-bf70-924b57d47db7';
const noAnswer = '73a0d17f-1163-4015-bdd5-ec830791da20';

export type Talk = ReturnType<typeof createTalk>;

type MailKind = { incoming: boolean; status?: string; headers?: Record<string, string> };

export function createTalk(scribe: Scribe) {
  const { desk, contactId, ownerId, person } = scribe;
  const { random } = desk;

  function mail(day: number, order: number, { incoming, status = 'SENT', headers }: MailKind): void {
    const at = desk.momentOf(day, order);
    const from = incoming ? scribe.address : scribe.ownerAddress;
    const to = incoming ? scribe.ownerAddress : scribe.address;
    scribe.write('emails', at, {
      hs_timestamp: iso(at),
      hs_email_direction: incoming ? 'INCOMING_EMAIL' : 'EMAIL',
      hs_email_status: status,
      hs_email_subject: mailSubject(random, person.language),
      hs_email_from_email: from,
      hs_email_to_email: to,
      // A thread is what they wrote to each other within three weeks.
      hs_email_thread_id: `${contactId}-${Math.floor(day / 21)}`,
      hubspot_owner_id: ownerId,
      ...(headers === undefined ? {} : { hs_email_headers: JSON.stringify({ from, to, ...headers }) }),
    });
  }

  function call(day: number, minutes: number, direction: 'INBOUND' | 'OUTBOUND'): void {
    const at = desk.momentOf(day, 4);
    const reached = minutes > 0;
    scribe.write('calls', at, {
      hs_timestamp: iso(at),
      hs_call_direction: direction,
      hs_call_disposition: reached ? connected : noAnswer,
      hs_call_status: reached ? 'COMPLETED' : 'NO_ANSWER',
      hs_call_duration: String(
        reached ? minutes * 60_000 + random.int(0, 59) * 1000 : random.int(8, 25) * 1000,
      ),
      hubspot_owner_id: ownerId,
    });
  }

  type Meeting = { minutes?: number; booked?: number; byThem?: boolean; with?: readonly Link[] };
  function meeting(day: number, outcome: string, about: Meeting = {}): void {
    const startAt = desk.momentOf(day, 5);
    const bookedAt = desk.momentOf(Math.max(0, about.booked ?? day + 6), 1);
    const decidedAt = Math.min(startAt + DAY_MS / 24, desk.now);
    scribe.write(
      'meetings',
      startAt,
      {
        hs_timestamp: iso(startAt),
        hs_meeting_title: meetingTitle(random, person.language),
        hs_meeting_start_time: iso(startAt),
        hs_meeting_end_time: iso(startAt + (about.minutes ?? 45) * 60_000),
        hs_meeting_outcome: outcome,
        hs_meeting_source: about.byThem ? 'MEETINGS_PUBLIC' : 'CRM_UI',
        hubspot_owner_id: ownerId,
      },
      { createdAt: bookedAt, updatedAt: decidedAt, ...(about.with ? { also: about.with } : {}) },
    );
  }

  function message(day: number, channel: 'WHATS_APP' | 'SMS' | 'LINKED_IN_MESSAGE', ours: boolean): void {
    const at = desk.momentOf(day, ours ? 6 : 2);
    // HubSpot has no direction for these: what a colleague sent has an owner, what came in by itself has none.
    const logged: Record<string, string> = ours
      ? { hubspot_owner_id: ownerId, hs_communication_logged_from: 'CRM' }
      : {};
    scribe.write('communications', at, {
      hs_timestamp: iso(at),
      hs_communication_channel_type: channel,
      hs_communication_conversation_id: `${contactId}-${channel.toLowerCase()}`,
      ...logged,
    });
  }

  return {
    theyWrote: (day: number) => mail(day, 2, { incoming: true }),
    weWrote: (day: number) => mail(day, 6, { incoming: false }),
    /** They write, we answer the same day. */
    exchange(day: number) {
      mail(day, 2, { incoming: true });
      mail(day, 7, { incoming: false });
    },
    newsletter: (day: number) =>
      mail(day, 0, {
        incoming: false,
        headers: { 'List-Unsubscribe': '<https://harbour-hill.example/bye>' },
      }),
    absenceNote: (day: number) =>
      mail(day, 8, { incoming: true, headers: { 'Auto-Submitted': 'auto-replied' } }),
    bounced: (day: number) => mail(day, 3, { incoming: false, status: 'BOUNCED' }),
    call: (day: number, minutes = random.int(3, 20)) => call(day, minutes, 'OUTBOUND'),
    theyCalled: (day: number, minutes = random.int(2, 12)) => call(day, minutes, 'INBOUND'),
    calledInVain: (day: number) => call(day, 0, 'OUTBOUND'),
    met: (day: number, about: Meeting = {}) => meeting(day, 'COMPLETED', about),
    /** Their own booking on our page, for a day ahead. */
    booked: (ahead: number, bookedDay: number) =>
      meeting(-ahead, 'SCHEDULED', { booked: bookedDay, byThem: true }),
    planned: (ahead: number, plannedDay: number) => meeting(-ahead, 'SCHEDULED', { booked: plannedDay }),
    noShow: (day: number) => meeting(day, 'NO_SHOW'),
    calledOff: (day: number) => meeting(day, 'CANCELED'),
    theySentMessage: (day: number, channel: 'WHATS_APP' | 'SMS' | 'LINKED_IN_MESSAGE' = 'WHATS_APP') =>
      message(day, channel, false),
    weSentMessage: (day: number, channel: 'WHATS_APP' | 'SMS' | 'LINKED_IN_MESSAGE' = 'WHATS_APP') =>
      message(day, channel, true),
    letter(day: number) {
      const at = desk.momentOf(day, 0);
      scribe.write('postal_mail', at, { hs_timestamp: iso(at), hubspot_owner_id: ownerId });
    },
    memo(day: number, text: string) {
      const at = desk.momentOf(day, 9);
      scribe.write('notes', at, { hs_timestamp: iso(at), hs_note_body: text, hubspot_owner_id: ownerId });
    },
    todo(day: number, subject: string, done: boolean) {
      const at = desk.momentOf(day, 9);
      scribe.write('tasks', at, {
        hs_timestamp: iso(at),
        hs_task_subject: subject,
        hs_task_status: done ? 'COMPLETED' : 'NOT_STARTED',
        hs_task_type: 'TODO',
        hubspot_owner_id: ownerId,
      });
    },
  };
}
