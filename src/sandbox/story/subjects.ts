/** What the mails and meetings of the story are called, in the contact's language. */
import type { Language } from './names.ts';
import type { Random } from './random.ts';

type Subjects = readonly [string, ...string[]];

const mailSubjects: Readonly<Record<Language, Subjects>> = {
  en: [
    'Beans for the second floor',
    'Question about the grinder',
    'Delivery on Thursday',
    'Tasting next week',
    'Our offer for the coffee corner',
    'Thank you for the visit',
  ],
  de: [
    'Bohnen für den zweiten Stock',
    'Frage zur Mühle',
    'Lieferung am Donnerstag',
    'Verkostung nächste Woche',
    'Unser Angebot für die Kaffee-Ecke',
    'Danke für den Besuch',
  ],
  fr: [
    'Du café pour le deuxième étage',
    'Question sur le moulin',
    'Livraison de jeudi',
    'Dégustation la semaine prochaine',
    'Notre offre pour le coin café',
    'Merci pour votre visite',
  ],
  es: [
    'Café para la segunda planta',
    'Pregunta sobre el molinillo',
    'Entrega del jueves',
    'Cata la próxima semana',
    'Nuestra oferta para el rincón del café',
    'Gracias por la visita',
  ],
  it: [
    'Caffè per il secondo piano',
    'Domanda sul macinacaffè',
    'Consegna di giovedì',
    'Degustazione la prossima settimana',
    'La nostra offerta per l’angolo caffè',
    'Grazie della visita',
  ],
  nl: [
    'Bonen voor de tweede verdieping',
    'Vraag over de molen',
    'Levering op donderdag',
    'Proeverij volgende week',
    'Onze offerte voor de koffiehoek',
    'Dank voor het bezoek',
  ],
  pl: [
    'Kawa na drugie piętro',
    'Pytanie o młynek',
    'Dostawa w czwartek',
    'Degustacja w przyszłym tygodniu',
    'Nasza oferta na kącik kawowy',
    'Dziękujemy za wizytę',
  ],
  sv: [
    'Bönor till andra våningen',
    'Fråga om kvarnen',
    'Leverans på torsdag',
    'Provning nästa vecka',
    'Vår offert för kaffehörnan',
    'Tack för besöket',
  ],
};

const meetingTitles: Readonly<Record<Language, Subjects>> = {
  en: ['Tasting at your office', 'Planning the coffee corner', 'Yearly review'],
  de: ['Verkostung bei Ihnen', 'Planung der Kaffee-Ecke', 'Jahresgespräch'],
  fr: ['Dégustation chez vous', 'Projet de coin café', 'Bilan annuel'],
  es: ['Cata en su oficina', 'Plan del rincón del café', 'Revisión anual'],
  it: ['Degustazione da voi', 'Progetto angolo caffè', 'Incontro annuale'],
  nl: ['Proeverij bij u', 'Plan voor de koffiehoek', 'Jaargesprek'],
  pl: ['Degustacja w Państwa biurze', 'Plan kącika kawowego', 'Spotkanie roczne'],
  sv: ['Provning hos er', 'Planering av kaffehörnan', 'Årssamtal'],
};

export const mailSubject = (random: Random, language: Language) => random.pick(mailSubjects[language]);
export const meetingTitle = (random: Random, language: Language) => random.pick(meetingTitles[language]);
