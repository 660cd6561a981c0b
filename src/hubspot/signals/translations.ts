/** Every activity type with the properties its translation reads and the translation itself. */
import type { Signal } from '../../relationship/signal/signal.ts';
import type { ActivityType } from '../../usecases/ports.ts';
import { callProperties, callSignals } from './calls.ts';
import { communicationProperties, communicationSignals } from './communications.ts';
import type { CrmRecord, Meaning } from './crm-record.ts';
import { dealProperties, dealSignals } from './deals.ts';
import { emailProperties, emailSignals } from './emails.ts';
import { feedbackProperties, feedbackSignals } from './feedback.ts';
import { invoiceProperties, invoiceSignals } from './invoices.ts';
import { meetingProperties, meetingSignals } from './meetings.ts';
import { noteProperties, noteSignals } from './notes.ts';
import { orderProperties, orderSignals } from './orders.ts';
import { postalMailProperties, postalMailSignals } from './postal-mail.ts';
import { quoteProperties, quoteSignals } from './quotes.ts';
import { subscriptionProperties, subscriptionSignals } from './subscriptions.ts';
import { taskProperties, taskSignals } from './tasks.ts';
import { ticketProperties, ticketSignals } from './tickets.ts';

type Translation = {
  readonly properties: (meaning: Meaning) => readonly string[];
  readonly signals: (record: CrmRecord, meaning: Meaning) => Signal[];
  /** What else it must be linked with, as far as we may read that. */
  readonly links?: readonly LinkedType[];
};

export type LinkedType = 'deals' | 'orders' | 'line_items';

const fixed = (names: readonly string[], signals: Translation['signals']): Translation => ({
  properties: () => [...names, ...dates],
  signals,
});

const named = (names: Translation['properties'], signals: Translation['signals']): Translation => ({
  properties: (meaning) => [...names(meaning), ...dates],
  signals,
});

/** Read for every type, since times fall back on them. */
const dates = ['hs_createdate', 'hs_lastmodifieddate'];

export const translations: Readonly<Record<ActivityType, Translation>> = {
  emails: fixed(emailProperties, emailSignals),
  calls: fixed(callProperties, callSignals),
  meetings: fixed(meetingProperties, meetingSignals),
  notes: fixed(noteProperties, noteSignals),
  tasks: fixed(taskProperties, taskSignals),
  communications: fixed(communicationProperties, communicationSignals),
  postal_mail: fixed(postalMailProperties, postalMailSignals),
  tickets: named(ticketProperties, ticketSignals),
  deals: {
    properties: (meaning) => [...dealProperties(meaning), 'hs_lastmodifieddate'],
    signals: dealSignals,
    links: ['line_items'],
  },
  orders: fixed(orderProperties, orderSignals),
  feedback_submissions: fixed(feedbackProperties, feedbackSignals),
  quotes: { ...fixed(quoteProperties, quoteSignals), links: ['deals'] },
  invoices: { ...named(invoiceProperties, invoiceSignals), links: ['deals', 'orders'] },
  subscriptions: { ...named(subscriptionProperties, subscriptionSignals), links: ['deals'] },
};
