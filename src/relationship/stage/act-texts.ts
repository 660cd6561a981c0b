import type { Language } from './reason.ts';
import type { Act } from './what-would-move.ts';

/** What each act of the catalogue is called on the card. */
export const actTexts: Readonly<Record<Language, Readonly<Record<Act, string>>>> = {
  en: {
    reply: 'They write to us',
    meeting: 'We meet',
    referral: 'They refer somebody to us',
    complaint_resolved: 'Their complaint is settled',
    order: 'They order',
    renewal: 'They renew',
    our_mail: 'Another mail from us',
    our_call: 'Another call from us that nobody takes',
  },
  de: {
    reply: 'Sie schreiben uns',
    meeting: 'Wir treffen uns',
    referral: 'Sie empfehlen uns weiter',
    complaint_resolved: 'Ihre Beschwerde wird gelöst',
    order: 'Sie bestellen',
    renewal: 'Sie verlängern',
    our_mail: 'Noch eine Mail von uns',
    our_call: 'Noch ein Anruf von uns, den niemand annimmt',
  },
};
