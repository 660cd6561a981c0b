/** Our service, reduced to the fixture's answers; `loading` never answers, `error` and `stale` answer 500. */
import type { ContactCard } from '@rapport/shared/contract.ts';
import type { CorrectionsView } from '@rapport/shared/contract-corrections.ts';
import express, { type Express, type Request } from 'express';
import { verifiedTypes } from '../../../src/relationship/desired/desired-types.ts';
import { type CardContact, cardContacts } from './card-data.ts';
import { iso, type Language, midnight, sayer } from './fixture-time.ts';
import { inGerman } from './in-german.ts';
import { panelsFor } from './panel-data.ts';

export function cardService(): Express {
  const service = express();
  service.use(express.json());
  const silent = (contact: CardContact | undefined) => contact?.state === 'loading';
  const down = (contact: CardContact | undefined) => contact?.state === 'error' || contact?.state === 'stale';
  service.all(['/cards/contact', '/cards/refresh'], (request, response) => {
    const { contact, language } = asked(request);
    if (silent(contact)) return;
    if (down(contact)) {
      response.status(500).json({ error: 'fixture' });
      return;
    }
    // It is there when the record is opened, and deleted before anybody refreshes.
    const gone = contact?.state === 'gone' && request.path === '/cards/refresh';
    response.json(gone ? { kind: 'unknown-contact' } : cardOf(contact, language));
  });
  service.get('/cards/corrections', (request, response) => {
    const { contact, language } = asked(request);
    response.json(correctionsOf(contact, language));
  });
  // Who must not correct is contact 103's rep; on contact 104 the service finds fault with the day.
  service.post(
    ['/cards/override', '/cards/feedback', '/cards/desired', '/cards/snooze', '/cards/undo'],
    (request, response) => {
      const { contact, language } = asked(request);
      if (contact?.id === '103') response.status(403).json({ error: 'fixture' });
      else if (contact?.id === '104') response.status(422).json(refusal(language));
      else response.json({ kind: 'done', card: cardOf(contact, language) });
    },
  );
  return service;
}

function asked(request: Request): { contact: CardContact | undefined; language: Language } {
  const id = String(request.query['contactId'] ?? request.body?.contactId);
  const locale = String(request.query['locale'] ?? request.body?.locale);
  return {
    contact: cardContacts.find((one) => one.id === id),
    language: locale.startsWith('de') ? 'de' : 'en',
  };
}

function cardOf(contact: CardContact | undefined, language: Language): ContactCard {
  const card = contact?.card ?? ({ kind: 'unknown-contact' } as const);
  const panels = contact === undefined ? undefined : panelsFor(contact.id, language);
  const worded = language === 'de' ? inGerman(card) : card;
  const isWhole = worded.kind === 'ready' || worded.kind === 'not-enough-evidence';
  return isWhole && panels !== undefined ? { ...worded, panels } : worded;
}

function refusal(language: Language) {
  const say = sayer(language);
  const sentence = say(
    'This stage is over by then: their contract ends on 1 Oct 2026.',
    'Bis dahin ist diese Stufe vorbei: Der Vertrag endet am 1. Okt. 2026.',
  );
  return { kind: 'invalid', problems: [{ field: 'until', sentence }] };
}

function correctionsOf(contact: CardContact | undefined, language: Language): CorrectionsView {
  const say = sayer(language);
  const desiredTypes = verifiedTypes.map(({ id, label, wants }) => ({
    id,
    label: label[language],
    wants: wants[language],
  }));
  const by = 'robin.hale@harbour-hill.example';
  const log: CorrectionsView['log'] =
    contact?.id === '113'
      ? [
          {
            id: 'c-override-0000000001',
            kind: 'override',
            at: iso(-3),
            by,
            sentence: say('Stage set to Integrating', 'Stufe gesetzt: Zusammenwachsen'),
            reason: say(
              'They signed on paper at our stand; the deal is entered next week.',
              'An unserem Stand auf Papier unterschrieben; der Deal wird nächste Woche eingetragen.',
            ),
            until: midnight(47),
            undoneAt: null,
            mayUndo: true,
          },
          {
            id: 'c-feedback-0000000001',
            kind: 'feedback',
            at: iso(-8),
            by: null,
            sentence: say('Said to be wrong: the next step', 'Als falsch gemeldet: der nächste Schritt'),
            reason: say(
              '<b>We</b> have no demo of that product.',
              '<b>Davon</b> haben wir keine Vorführung.',
            ),
            until: null,
            undoneAt: iso(-7),
            mayUndo: false,
          },
        ]
      : [];
  return { kind: 'corrections', desiredTypes, log };
}
