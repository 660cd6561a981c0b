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
  'Mend the complaint: say sorry, put it right, and tell them by when.':
    'Die Beschwerde klären: sich entschuldigen, es richten und sagen, bis wann.',
  'Sell or ask for anything while the complaint is open.':
    'Etwas verkaufen oder erbitten, solange die Beschwerde offen ist.',
  'Offer more: they want a closer relationship than you practise.':
    'Mehr anbieten: sie wollen eine engere Beziehung, als ihr pflegt.',
  'Send more of the same.': 'Mehr vom Gleichen schicken.',
  'Renewed for two years in July and recommended us to a colleague since.':
    'Im Juli für zwei Jahre verlängert und uns seither weiterempfohlen.',
  'Renewed the contract for 24 months': 'Verlängerte den Vertrag um 24 Monate',
  'Recommended us to Jonas Weber': 'Empfahl uns Jonas Weber',
  'Answered our mail within two hours': 'Beantwortete unsere Mail binnen zwei Stunden',
  'Talked for 24 minutes on the phone': 'Telefonierte 24 Minuten mit uns',
  '31 older activities lift it a little more': '31 ältere Aktivitäten heben es etwas mehr',
  'A complaint that stays open for two weeks': 'Eine Beschwerde, die zwei Wochen offen bleibt',
  'A notice of cancellation': 'Eine Kündigung',
  'More mail from us': 'Mehr Mails von uns',
  'Thank her for the recommendation, by name.': 'Für die Empfehlung danken, mit Namen.',
  'Take them for granted, or buy their affection.':
    'Sie für selbstverständlich nehmen oder Zuneigung kaufen.',
  'Answered twice and came to the first demo.': 'Antwortete zweimal und kam zur ersten Vorführung.',
  'Came to the first demo, 40 minutes': 'Kam zur ersten Vorführung, 40 Minuten',
  'Answered our first mail': 'Beantwortete unsere erste Mail',
  'A quote they open, or a deal past qualification':
    'Ein Angebot, das geöffnet wird, oder ein qualifizierter Deal',
  'Send the two examples they asked for before the next meeting.':
    'Die zwei erbetenen Beispiele vor dem nächsten Termin schicken.',
  'Negotiate already.': 'Schon verhandeln.',
  'Cancelled in May; the notice took effect in August.': 'Im Mai gekündigt, wirksam seit August.',
  'Gave notice of cancellation': 'Kündigte',
  'They come back and order: a second relationship begins':
    'Der Kontakt kehrt zurück und bestellt: eine zweite Beziehung beginnt',
  'Close with thanks, and leave the door open without asking for anything.':
    'Mit Dank abschließen und die Tür offen lassen, ohne um etwas zu bitten.',
  'Make them feel guilty, or make leaving hard.': 'Schuldgefühle machen oder das Gehen erschweren.',
  'Set by hand.': 'Von Hand gesetzt.',
  'They signed on paper at our stand; the deal is entered next week.':
    'An unserem Stand auf Papier unterschrieben; der Deal wird nächste Woche eingetragen.',
  'On parental leave until October; her colleague answers meanwhile.':
    'In Elternzeit bis Oktober; solange antwortet ihre Kollegin.',
  'This contact was imported; nothing reached them yet and nothing came back.':
    'Dieser Kontakt wurde importiert; nichts hat ihn erreicht und nichts kam zurück.',
  'A mail, call or meeting with them': 'Eine Mail, ein Anruf oder ein Termin mit dem Kontakt',
  'A form or an order of theirs': 'Ein Formular oder eine Bestellung vom Kontakt',
};

/** Sentences without a translation stay as they are. */
export function inGerman(card: ContactCard): ContactCard {
  // Only strings are exchanged, so that the shape stays the card's.
  return JSON.parse(JSON.stringify(card), (_, value: unknown) =>
    typeof value === 'string' ? (german[value] ?? value) : value,
  ) as ContactCard;
}
