/** The fixture's cards for a viewer who reads German: the service words its sentences, so the fixture does, too. */
import type { ContactCard } from '@rapport/shared/contract.ts';

const german: Readonly<Record<string, string>> = {
  'Nothing from them for 62 days, three times their usual gap.':
    'Seit 62 Tagen nichts vom Kontakt, dreimal so lange wie sonst.',
  'Nothing from them for 62 days; their usual gap is 19': 'Seit 62 Tagen nichts vom Kontakt; üblich sind 19',
  'Three mails of ours without an answer': 'Drei Mails von uns ohne Antwort',
  'Did not come to the meeting': 'Kam nicht zum Termin',
  'Ordered for 480 EUR': 'Bestellte für 480 EUR',
  'raises the chance of hearing from them': 'erhöht die Chance, vom Kontakt zu hören',
  'They write to us': 'Der Kontakt schreibt uns',
  'Another mail from us': 'Noch eine Mail von uns',
  'Ask one open question about their season, and bring something new.':
    'Eine offene Frage zur Saison stellen und etwas Neues mitbringen.',
};

/** Sentences without a translation stay as they are. */
export function inGerman(card: ContactCard): ContactCard {
  // Only strings are exchanged, so that the shape stays the card's.
  return JSON.parse(JSON.stringify(card), (_, value: unknown) =>
    typeof value === 'string' ? (german[value] ?? value) : value,
  ) as ContactCard;
}
