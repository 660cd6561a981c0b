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
  'communication_preferences.statuses.batch.read': {
    en: 'Who subscribed to which mail, and on what ground: this account does not let Rapport see it',
    de: 'Wer welche Mails abonniert hat und auf welcher Grundlage: Dieses Konto lässt Rapport es nicht sehen',
  },
  'crm.objects.line_items.read': {
    en: 'Line items, and with them margins: this account does not let Rapport see them',
    de: 'Positionen und damit Margen: Dieses Konto lässt Rapport sie nicht sehen',
  },
  'e-commerce': {
    en: 'Line items: this account does not let Rapport see all they need',
    de: 'Positionen: Dieses Konto lässt Rapport nicht alles sehen, was sie brauchen',
  },
  'crm.objects.companies.read': {
    en: 'Which company stands between: this account does not let Rapport see it',
    de: 'Welches Unternehmen dazwischensteht: Dieses Konto lässt Rapport es nicht sehen',
  },
  automation: {
    en: 'Waiting workflows: this account does not let Rapport tell them to go on',
    de: 'Wartende Workflows: Dieses Konto lässt Rapport sie nicht weiterlaufen',
  },
};
