import { describe, expect, it } from 'vitest';
import { callSignals } from '../../../src/hubspot/signals/calls.ts';
import { communicationSignals } from '../../../src/hubspot/signals/communications.ts';
import { emailSignals } from '../../../src/hubspot/signals/emails.ts';
import { meetingSignals } from '../../../src/hubspot/signals/meetings.ts';
import { noteSignals } from '../../../src/hubspot/signals/notes.ts';
import { postalMailSignals } from '../../../src/hubspot/signals/postal-mail.ts';
import { taskSignals } from '../../../src/hubspot/signals/tasks.ts';
import { activity, created, day, happened, iso, meaning, modified } from './records.ts';

const mail = (properties: Record<string, string>) => emailSignals(activity('emails', properties), meaning);
const call = (properties: Record<string, string>, contacts = 1) =>
  callSignals(activity('calls', properties, { contacts }), meaning);
const connected = 'f240bbac-87c9-4f6e-bf70-924b57d47db7';
const voicemail = 'b2cf5968-551e-4856-9783-52b3da59a7d0';

describe('a mail', () => {
  it.each([
    ['INCOMING_EMAIL', 'customer'],
    ['FORWARDED_EMAIL', 'customer'],
    ['EMAIL', 'us'],
  ])('%s is by %s', (direction, by) => {
    expect(mail({ hs_email_direction: direction, hs_email_status: 'SENT', hs_email_thread_id: 't' })).toEqual(
      [
        {
          id: 'emails:5#message',
          source: 'emails:5',
          at: happened,
          kind: 'message',
          by,
          channel: 'email',
          facts: { personal: true, threadId: 't' },
        },
      ],
    );
  });

  it.each(['SCHEDULED', 'SENDING', 'FAILED'])('that is %s has not reached anybody', (status) => {
    expect(mail({ hs_email_direction: 'EMAIL', hs_email_status: status })).toEqual([]);
  });

  it('that bounced says nothing about the person: it is no withdrawal and no outreach', () => {
    expect(mail({ hs_email_direction: 'EMAIL', hs_email_status: 'BOUNCED' })).toMatchObject([
      { kind: 'bounce', by: 'system' },
    ]);
  });

  it('without a direction is nobody’s', () => {
    expect(mail({ hs_email_status: 'SENT' })).toEqual([]);
  });

  it('of a sequence is not personal', () => {
    const facts = { personal: false, sequence: true };
    expect(mail({ hs_email_direction: 'EMAIL', hs_sequence_id: '3' })).toMatchObject([{ facts }]);
  });

  it.each([
    ['Auto-Submitted', { 'Auto-Submitted': 'auto-replied' }],
    ['X-Autoreply', { 'x-autoreply': 'yes' }],
    ['Precedence', { precedence: 'auto_reply' }],
  ])('with %s is an automatic reply', (_name, headers) => {
    const facts = { personal: false, autoReply: true };
    expect(
      mail({ hs_email_direction: 'INCOMING_EMAIL', hs_email_headers: JSON.stringify(headers) }),
    ).toMatchObject([{ facts }]);
  });

  it.each(['no-reply@x.example', 'noreply+7@x.example', 'Mailer-Daemon@x.example', 'postmaster@x.example'])(
    'from %s is by no person',
    (from) => {
      expect(mail({ hs_email_direction: 'INCOMING_EMAIL', hs_email_from_email: from })).toMatchObject([
        { facts: { autoReply: true } },
      ]);
    },
  );

  it('from a person whose name begins like a machine is personal', () => {
    const signals = mail({
      hs_email_direction: 'INCOMING_EMAIL',
      hs_email_from_email: 'noreplyson@x.example',
    });
    expect(signals).toMatchObject([{ facts: { personal: true } }]);
  });

  it('that says Auto-Submitted: no was written by hand', () => {
    const headers = JSON.stringify({ 'auto-submitted': 'No' });
    expect(mail({ hs_email_direction: 'INCOMING_EMAIL', hs_email_headers: headers })).toMatchObject([
      { facts: { personal: true } },
    ]);
  });

  it('to a list is not personal', () => {
    const headers = JSON.stringify({ 'List-Unsubscribe': '<https://x.example>' });
    expect(mail({ hs_email_direction: 'EMAIL', hs_email_headers: headers })).toMatchObject([
      { facts: { personal: false } },
    ]);
  });

  it('counts its people, and keeps no address', () => {
    const headers = JSON.stringify({
      to: [{ email: 'a@x.example' }, { email: 'b@x.example' }],
      cc: 'c@x.example, d@x.example',
    });
    const signals = mail({ hs_email_direction: 'EMAIL', hs_email_headers: headers });
    expect(signals).toMatchObject([{ facts: { participants: 4 } }]);
    expect(JSON.stringify(signals)).not.toContain('@');
  });

  it.each(['{', '"x"', 'null', '[]', '7'])(
    'with headers that cannot be read (%s) is a plain one',
    (headers) => {
      expect(mail({ hs_email_direction: 'EMAIL', hs_email_headers: headers })).toMatchObject([
        { facts: { personal: true } },
      ]);
    },
  );
});

describe('a call', () => {
  it.each([
    [
      'connected for a minute',
      { hs_call_direction: 'OUTBOUND', hs_call_disposition: connected, hs_call_duration: '60000' },
      'both',
      true,
    ],
    [
      'connected for 59 s',
      { hs_call_direction: 'OUTBOUND', hs_call_disposition: connected, hs_call_duration: '59000' },
      'us',
      false,
    ],
    ['inbound and short', { hs_call_direction: 'INBOUND', hs_call_duration: '5000' }, 'customer', false],
    ['inbound and missed', { hs_call_direction: 'INBOUND', hs_call_status: 'MISSED' }, 'customer', false],
    [
      'long on voicemail',
      { hs_call_direction: 'OUTBOUND', hs_call_disposition: voicemail, hs_call_duration: '90000' },
      'us',
      false,
    ],
    [
      'with an outcome of the portal’s own',
      { hs_call_disposition: 'ours', hs_call_duration: '90000' },
      'both',
      true,
    ],
    ['without an outcome', { hs_call_duration: '90000' }, 'both', true],
    [
      'unanswered, though it rang long',
      { hs_call_status: 'NO_ANSWER', hs_call_duration: '90000' },
      'us',
      false,
    ],
  ])('%s is by %4$s', (_name, properties, by, isConnected) => {
    expect(call(properties)).toMatchObject([{ kind: 'call', by, facts: { connected: isConnected } }]);
  });

  it.each(['QUEUED', 'RINGING', 'IN_PROGRESS', 'CANCELED', 'FAILED'])('that is %s was not made', (status) => {
    expect(call({ hs_call_status: status, hs_call_duration: '90000' })).toEqual([]);
  });

  it('counts who was on it', () => {
    expect(call({ hs_call_duration: '61000' }, 6)).toMatchObject([
      { facts: { participants: 6, seconds: 61 } },
    ]);
  });

  it.each(['', 'long', '-5', 'Infinity'])('with the duration "%s" lasted no time', (duration) => {
    expect(call({ hs_call_duration: duration })).toMatchObject([{ facts: { connected: false, seconds: 0 } }]);
  });
});

describe('a meeting', () => {
  const start = happened + 10 * day;
  const meeting = (properties: Record<string, string>, more = {}) => {
    const times = { hs_meeting_start_time: iso(start), hs_meeting_end_time: iso(start + 45 * 60_000) };
    return meetingSignals(
      activity('meetings', { ...times, ...properties }, { modifiedAt: start + day, ...more }),
      meaning,
    );
  };

  it('that was held is by both, at its end', () => {
    expect(meeting({ hs_meeting_outcome: 'COMPLETED' })).toMatchObject([
      { kind: 'meeting', by: 'both', at: start + 45 * 60_000, facts: { minutes: 45 } },
    ]);
  });

  it('that the customer booked is theirs at the booking, and held once more at its end', () => {
    const signals = meeting({ hs_meeting_outcome: 'COMPLETED', hs_meeting_source: 'MEETINGS_PUBLIC' });
    expect(signals.map(({ kind, by, at }) => [kind, by, at])).toEqual([
      ['booking', 'customer', created],
      ['meeting', 'both', start + 45 * 60_000],
    ]);
    expect(new Set(signals.map(({ id }) => id)).size).toBe(2);
  });

  it.each(['SCHEDULED', ''])(
    'with the outcome "%s" is only planned: nobody said that it took place',
    (outcome) => {
      expect(meeting({ hs_meeting_outcome: outcome })).toMatchObject([
        {
          kind: 'meeting_planned',
          by: 'us',
          at: created,
          facts: { startAt: start, endAt: start + 45 * 60_000 },
        },
      ]);
    },
  );

  it('entered after it began was never a plan', () => {
    expect(meeting({ hs_meeting_outcome: 'SCHEDULED' }, { createdAt: start })).toEqual([]);
  });

  it('that the customer missed is a no-show at its start', () => {
    expect(meeting({ hs_meeting_outcome: 'NO_SHOW' })).toMatchObject([
      { kind: 'no_show', at: start, facts: { newDate: false } },
    ]);
  });

  it('called off ahead of time is dated then', () => {
    const signals = meeting({ hs_meeting_outcome: 'CANCELED' }, { modifiedAt: start - 3 * day });
    expect(signals).toMatchObject([
      { kind: 'meeting_cancelled', by: 'customer', at: start - 3 * day, facts: { newDate: false } },
    ]);
  });

  it('that got a new date is no withdrawal', () => {
    expect(meeting({ hs_meeting_outcome: 'RESCHEDULED' })).toMatchObject([
      { facts: { newDate: true }, by: 'system' },
    ]);
  });

  it('that ends before it starts has no length', () => {
    const signals = meeting({ hs_meeting_outcome: 'COMPLETED', hs_meeting_end_time: iso(start - day) });
    expect(signals).toMatchObject([{ at: start, facts: { minutes: 0 } }]);
  });
});

describe('a message', () => {
  const message = (properties: Record<string, string>) =>
    communicationSignals(activity('communications', properties), meaning);

  it.each([
    ['with an owner', { hubspot_owner_id: '7' }, 'us'],
    ['logged by hand', { hs_communication_logged_from: 'CRM' }, 'us'],
    ['that came in by itself', {}, 'customer'],
  ])('%s is by %3$s', (_name, properties, by) => {
    expect(message(properties)).toMatchObject([{ kind: 'message', by }]);
  });

  it.each([
    ['WHATS_APP', 'whatsapp'],
    ['SMS', 'sms'],
    ['LINKED_IN_MESSAGE', 'linkedin'],
    ['LIVE_CHAT', 'chat'],
    ['PIGEON', 'other'],
  ])('by %s is on the channel %s', (type, channel) => {
    expect(message({ hs_communication_channel_type: type })).toMatchObject([{ channel }]);
  });
});

describe('our own paper', () => {
  it('a letter is outreach that is not personal', () => {
    expect(postalMailSignals(activity('postal_mail', {}), meaning)).toMatchObject([
      { by: 'us', channel: 'postal', facts: { personal: false } },
    ]);
  });

  it('a note is no act of anybody', () => {
    expect(noteSignals(activity('notes', { hs_note_body: 'They love us' }), meaning)).toEqual([]);
  });

  it('a task is a plan, and only a completed LinkedIn task is outreach', () => {
    const task = (properties: Record<string, string>) => taskSignals(activity('tasks', properties), meaning);
    expect(task({ hs_task_type: 'CALL', hs_task_status: 'COMPLETED' })).toEqual([]);
    expect(task({ hs_task_type: 'LINKED_IN', hs_task_status: 'NOT_STARTED' })).toEqual([]);
    const done = {
      hs_task_type: 'LINKED_IN_MESSAGE',
      hs_task_status: 'COMPLETED',
      hs_task_completion_date: iso(modified),
    };
    expect(task(done)).toMatchObject([{ kind: 'message', by: 'us', channel: 'linkedin', at: modified }]);
  });
});
