import type { Language } from '../stage/reason.ts';
import type { InputProblem } from './input-problem.ts';

/** The sentences of all input problems: what is odd, and what is done about it. */
export const problemTexts: Readonly<Record<Language, (problem: InputProblem) => string>> = {
  en: english,
  de: german,
};

const englishDays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const germanDays = ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag'];

function english(problem: InputProblem): string {
  switch (problem.code) {
    case 'currency_without_rate':
      return `There is no rate for ${problem.currency}; its amounts are left out of sums, the purchases still count.`;
    case 'two_currencies':
      return `Purchases are in ${problem.currencies.join(', ')} and no home currency is set; they are counted, not added.`;
    case 'negative_amount':
      return `${problem.source} has a negative amount; it counts as nothing paid.`;
    case 'share_out_of_range':
      return `The anonymous share ${ofEnglish(problem.family)} is not between 0 and 100 %; it is read as not answered.`;
    case 'anonymity_contradiction':
      return `Nobody can buy anonymously ${ofEnglish(problem.family)}, yet a share of it is given; the share is believed.`;
    case 'cost_missing':
      return `A cost is missing on lines of ${list(problem.deals)}; these deals do not count as filled.`;
    case 'negative_margin':
      return `${list(problem.deals)} cost more than they brought; the margin is taken as it is.`;
    case 'no_owner':
      return 'Nobody owns these customers; customers per owner is unknown.';
    case 'not_a_number':
      return `The number of ${problem.what} is not usable; it is read as unknown.`;
    case 'too_few_to_compare':
      return `${problem.customers} of ${problem.needed} customers needed for a comparison; the market's margin is used.`;
    case 'grid_not_monotone':
      return `The cell for ${problem.customers} customers and ${problem.margin} margin goes against its neighbours; it is used as it stands.`;
    case 'orphan_survey':
      return `${problem.source} follows no sale; it shows no follow-up.`;
    case 'overlapping_terms':
      return `${list(problem.sources)} run at the same time; they count as one term.`;
    case 'self_referral':
      return `Contact ${problem.contactId} is named as its own referrer; the link is left out.`;
    case 'referral_cycle':
      return `${problem.referrer} referring ${problem.referred} would close a circle; the link is left out.`;
    case 'second_referrer':
      return `${problem.referred} was referred before ${problem.referrer} did so; the first referrer keeps the credit.`;
    case 'no_business_hours':
      return 'No business hours are set; all hours count.';
    case 'unknown_time_zone':
      return `The time zone ${problem.timeZone} does not exist; UTC is used.`;
    case 'impossible_hours':
      return `The hours of ${englishDays[problem.weekday] ?? 'a day'} end before they start; they are left out.`;
    case 'impossible_holiday':
      return `The holiday ${problem.holiday} is no date; it is left out.`;
  }
}

function german(problem: InputProblem): string {
  switch (problem.code) {
    case 'currency_without_rate':
      return `Für ${problem.currency} fehlt ein Kurs; die Beträge fehlen in Summen, die Käufe zählen.`;
    case 'two_currencies':
      return `Käufe in ${problem.currencies.join(', ')}, aber keine Hauswährung; sie werden gezählt, nicht addiert.`;
    case 'negative_amount':
      return `${problem.source} hat einen negativen Betrag; er zählt als nichts bezahlt.`;
    case 'share_out_of_range':
      return `Der anonyme Anteil ${ofGerman(problem.family)} liegt nicht zwischen 0 und 100 %; er gilt als nicht beantwortet.`;
    case 'anonymity_contradiction':
      return `Anonym kaufen kann niemand ${ofGerman(problem.family)}, und doch ist ein Anteil genannt; der Anteil gilt.`;
    case 'cost_missing':
      return `Auf Positionen von ${list(problem.deals)} fehlen Kosten; diese Deals gelten nicht als ausgefüllt.`;
    case 'negative_margin':
      return `${list(problem.deals)} kosteten mehr, als sie brachten; die Marge gilt, wie sie ist.`;
    case 'no_owner':
      return 'Niemand betreut diese Kunden; Kunden je Betreuer sind unbekannt.';
    case 'not_a_number':
      return `Die Angabe ${{ customers: 'Kunden', owners: 'Betreuer', margin: 'Marge' }[problem.what]} ist unbrauchbar; sie gilt als unbekannt.`;
    case 'too_few_to_compare':
      return `${problem.customers} von ${problem.needed} Kunden, die ein Vergleich braucht; es gilt die Marge des Markts.`;
    case 'grid_not_monotone':
      return `Das Feld für ${problem.customers} Kunden und ${problem.margin} Marge widerspricht seinen Nachbarn; es gilt, wie es ist.`;
    case 'orphan_survey':
      return `${problem.source} folgt auf keinen Verkauf; es belegt kein Nachfassen.`;
    case 'overlapping_terms':
      return `${list(problem.sources)} laufen gleichzeitig; sie zählen als eine Laufzeit.`;
    case 'self_referral':
      return `Kontakt ${problem.contactId} ist als eigener Empfehler genannt; die Verbindung entfällt.`;
    case 'referral_cycle':
      return `Dass ${problem.referrer} ${problem.referred} empfahl, schlösse einen Kreis; die Verbindung entfällt.`;
    case 'second_referrer':
      return `${problem.referred} wurde schon vor ${problem.referrer} empfohlen; der erste Empfehler behält den Verdienst.`;
    case 'no_business_hours':
      return 'Keine Geschäftszeiten gesetzt; alle Stunden zählen.';
    case 'unknown_time_zone':
      return `Die Zeitzone ${problem.timeZone} gibt es nicht; es gilt UTC.`;
    case 'impossible_hours':
      return `Die Zeiten am ${germanDays[problem.weekday] ?? 'Tag'} enden vor ihrem Beginn; sie entfallen.`;
    case 'impossible_holiday':
      return `Der Feiertag ${problem.holiday} ist kein Datum; er entfällt.`;
  }
}

function ofEnglish(family: string | null): string {
  return family === null ? 'of the portal' : `of ${family}`;
}

function ofGerman(family: string | null): string {
  return family === null ? 'des Portals' : `von ${family}`;
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} +${names.length - 3}` : shown;
}
