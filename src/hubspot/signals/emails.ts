/** One-to-one and logged mails: who wrote is HubSpot's direction; what did not leave or arrive is no message. */
import type { Signal } from '../../relationship/signal/signal.ts';
import { type CrmRecord, happenedAt, type Meaning, stamp, textOf } from './crm-record.ts';

export const emailProperties = [
  'hs_timestamp',
  'hs_email_direction',
  'hs_email_status',
  'hs_email_thread_id',
  'hs_email_headers',
  'hs_email_from_email',
  'hs_sequence_id',
] as const;

/** Mails that have not left yet; reading them again after their status changed tells more. */
const pending = ['SCHEDULED', 'SENDING', 'FAILED'];

/** Local parts that no person reads or writes from. */
const machines = /^(no-?reply|do-?not-?reply|mailer-daemon|postmaster|bounces?|notifications?)([+._-].*)?$/i;

/**
 * A forwarded mail is one that somebody received and passed on to the CRM, so its author is the customer. Only facts of
 * the headers are kept (automatic, list, how many people), never an address.
 */
export function emailSignals(record: CrmRecord, _meaning: Meaning): Signal[] {
  const direction = textOf(record, 'hs_email_direction');
  const status = textOf(record, 'hs_email_status');
  const at = happenedAt(record);
  if (status !== null && pending.includes(status)) return [];
  if (status === 'BOUNCED') {
    return [{ ...stamp(record, at, 'bounce'), kind: 'bounce', by: 'system', channel: 'email', facts: {} }];
  }
  if (direction === null) return [];
  const isOurs = direction === 'EMAIL';
  const headers = headersOf(textOf(record, 'hs_email_headers'));
  const isSequence = textOf(record, 'hs_sequence_id') !== null;
  const autoReply = headers.automatic || machines.test(localPart(textOf(record, 'hs_email_from_email')));
  const threadId = textOf(record, 'hs_email_thread_id');
  return [
    {
      ...stamp(record, at, 'message'),
      kind: 'message',
      by: isOurs ? 'us' : 'customer',
      channel: 'email',
      facts: {
        personal: !(isSequence || headers.list || autoReply),
        ...(isSequence ? { sequence: true } : {}),
        ...(autoReply && !isOurs ? { autoReply: true } : {}),
        ...(headers.others === null ? {} : { participants: headers.others }),
        ...(threadId === null ? {} : { threadId }),
      },
    },
  ];
}

type Headers = {
  readonly automatic: boolean;
  readonly list: boolean;
  /** People on the mail beside its author; null when the headers name nobody. */
  readonly others: number | null;
};

const silent: Headers = { automatic: false, list: false, others: null };

/** HubSpot keeps the headers as JSON; which ones is up to the integration that logged the mail. RFC 3834, RFC 2369. */
function headersOf(json: string | null): Headers {
  const headers = json === null ? null : lowerKeys(json);
  if (headers === null) return silent;
  const text = (name: string) => {
    const value = headers.get(name);
    return typeof value === 'string' ? value.toLowerCase() : '';
  };
  const submitted = text('auto-submitted');
  const precedence = text('precedence');
  const others = ['to', 'cc', 'bcc'].reduce((sum, name) => sum + countOf(headers.get(name)), 0);
  return {
    automatic:
      (submitted !== '' && submitted !== 'no') || headers.has('x-autoreply') || precedence === 'auto_reply',
    list:
      headers.has('list-unsubscribe') ||
      headers.has('list-id') ||
      ['bulk', 'list', 'junk'].includes(precedence),
    others: others === 0 ? null : others,
  };
}

function lowerKeys(json: string): Map<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value !== 'object' || value === null) return null;
    return new Map(Object.entries(value).map(([name, entry]) => [name.toLowerCase(), entry]));
  } catch {
    // Headers are a hint; an integration that wrote them in another form is as good as none.
    return null;
  }
}

function countOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'string' && value.includes('@') ? value.split(',').length : 0;
}

function localPart(address: string | null): string {
  return address?.split('@')[0] ?? '';
}
