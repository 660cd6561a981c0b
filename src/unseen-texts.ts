/** What a portal does not let us see, in words for the cards: one for each scope that an admin may leave out. */
import type { Language } from './relationship/stage/reason.ts';

/** By scope; the scopes without which Rapport cannot be installed hide nothing. */
export const unseenTexts: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'sales-email-read': {
    en: 'One-to-one e-mail: this account does not let Rapport see it',
    de: 'Persönliche E-Mails: Dieses Konto lässt Rapport sie nicht sehen',
  },
  tickets: {
    en: 'Tickets and complaints: this account does not let Rapport see them',
    de: 'Tickets und Beschwerden: Dieses Konto lässt Rapport sie nicht sehen',
  },
  'crm.objects.deals.read': {
    en: 'Deals, won and lost: this account does not let Rapport see them',
    de: 'Deals, gewonnene und verlorene: Dieses Konto lässt Rapport sie nicht sehen',
  },
  'crm.objects.orders.read': {
    en: 'Orders: this account does not let Rapport see them',
    de: 'Bestellungen: Dieses Konto lässt Rapport sie nicht sehen',
  },
  'crm.objects.feedback_submissions.read': {
    en: 'Survey answers: this account does not let Rapport see them',
    de: 'Antworten auf Umfragen: Dieses Konto lässt Rapport sie nicht sehen',
  },
  'crm.objects.quotes.read': {
    en: 'Quotes, open and signed: this account does not let Rapport see them',
    de: 'Angebote, offene und unterschriebene: Dieses Konto lässt Rapport sie nicht sehen',
  },
  'crm.objects.invoices.read': {
    en: 'Invoices: this account does not let Rapport see them',
    de: 'Rechnungen: Dieses Konto lässt Rapport sie nicht sehen',
  },
  'crm.objects.subscriptions.read': {
    en: 'Subscriptions and their cancellation: this account does not let Rapport see them',
    de: 'Abonnements und ihre Kündigung: Dieses Konto lässt Rapport sie nicht sehen',
  },
};
