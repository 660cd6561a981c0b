import { ceilings } from '../guardrails/action.ts';
import { guardrailTexts } from '../guardrails/guardrail-texts.ts';
import type { Language } from '../stage/reason.ts';
import type { Approach } from './approach.ts';
import type { ApproachSettings } from './approach-settings.ts';
import type { Concentration } from './concentration.ts';
import type { ConditionId, Finding } from './conditions.ts';
import type { Refusal } from './value-approaches.ts';

/** The value-building approaches in words: their names, what stands in the way, and what they cost. */
export function approachName(approach: Approach, language: Language): string {
  return texts[language].names[approach];
}

/** The first failing condition, for example `2 of 3 purchases a year are possible`. */
export function refusalSentence(refusal: Refusal, language: Language): string {
  return texts[language].refused[refusal.condition](refusal);
}

/** What the approach costs or binds, with the portal's own figures where there are some. */
export function costNote(
  approach: Approach,
  settings: ApproachSettings,
  concentration: Concentration | null,
  language: Language,
): string {
  return texts[language].costs[approach]({ settings, concentration });
}

type CostFacts = { readonly settings: ApproachSettings; readonly concentration: Concentration | null };

type Words = {
  readonly names: Readonly<Record<Approach, string>>;
  readonly refused: Readonly<Record<ConditionId, (finding: Finding) => string>>;
  readonly costs: Readonly<Record<Approach, (facts: CostFacts) => string>>;
};

const percent = (share: number | null | undefined) =>
  share === null || share === undefined ? '?' : String(Math.round(share * 100));

const english: Words = {
  names: {
    frequency_programme: 'Frequency programme',
    open_club: 'Open club',
    limited_club: 'Limited club',
    personal_social: 'A named person of their own',
    community: 'Community',
    structural: 'Structural tie',
  },
  refused: {
    direct: () => 'They do not buy from us directly',
    direct_payment: () => 'They do not buy from us directly',
    unidentified: () => 'They are identified already',
    purpose_identification: () => 'The club is not meant to learn who buys',
    cycles_possible: ({ have, need }) =>
      have === null
        ? 'Nobody measured how often one buys here'
        : `${have} of ${need} purchases a year are possible`,
    concentrated: ({ have, need }) =>
      have === null
        ? 'How the margin spreads over customers is not measured yet'
        : `The best customers bring ${percent(have)} % of the margin; it takes ${percent(need)} %`,
    top_or_rising: ({ have, need }) =>
      have === null
        ? 'Their margin is not known'
        : `They are in the top ${percent(have)} %, not ${percent(need)} %, by margin, and not rising`,
    reward_cost: ({ have, need }) =>
      have === null
        ? 'What the reward costs is not entered'
        : `The reward costs ${percent(have)} % of unit margin, not below ${percent(need)} %`,
    not_universal: () => 'All competitors have such a programme',
    close_enough: ({ have, need }) =>
      have === null
        ? 'They are not bonded, and no fresh score says they would recommend us'
        : `They are not bonded, and their score is ${have}, not ${need}, while integrating`,
    no_open_complaint: () => 'A complaint is open',
    affinity_volunteered: () => 'They told us of no affinity of their own will',
    level_accountable: () => 'The suggested level is below Accountable',
    owner_stable: ({ have, need }) =>
      have === null ? 'They have no owner' : `The owner is the same for less than ${need} days`,
    intimacy: ({ have, need }) =>
      `How close we may come: “${ceilingName(have, 'en')}”; it takes “${ceilingName(need, 'en')}”`,
    not_basic_exchange: () => 'They want a plain exchange',
    shared_interest: ({ have, need }) => `${have ?? 0} of ${need} close contacts share an interest or region`,
    consents: () => 'They did not agree to be introduced',
    not_falling: () => 'The relationship is coming apart',
    company: () => 'They are no company',
    level_proactive: () => 'The suggested level is below Proactive',
    stakeholders: ({ have, need }) => `${have ?? 0} of ${need} people on their side`,
    satisfied: ({ have, need }) =>
      have === null ? 'No fresh score says they are satisfied' : `Their score is ${have}, not ${need}`,
    exit_terms: () => 'The way out is not written down',
    not_captive: () => 'They are tied in already; more ties would hold them, not serve them',
    not_withdrawing: () => 'They are withdrawing',
    timely: () => 'The stage leaves no room for it: begin, or recover, first',
  },
  costs: {
    frequency_programme: ({ settings, concentration }) =>
      `A reward costs ${percent(settings.rewardCost)} % of unit margin; the best ${percent(settings.topCustomers)} % of customers bring ${percent(concentration?.share)} % of the margin.`,
    open_club: () => 'Costs a benefit per member; watch the share of identified sales.',
    limited_club: () => 'Costs a benefit worth the fee; members stay more loyal than in an open club.',
    personal_social: () => 'Costs the time of one person who stays; a handover begins anew.',
    community: () => 'Costs a host and meetings; it is a source of recommendations.',
    structural: () => 'Costs equipment or integration; the way out is shown on the card.',
  },
};

const german: Words = {
  names: {
    frequency_programme: 'Vielkäuferprogramm',
    open_club: 'Offener Klub',
    limited_club: 'Geschlossener Klub',
    personal_social: 'Eine feste Ansprechperson',
    community: 'Gemeinschaft',
    structural: 'Strukturelle Bindung',
  },
  refused: {
    direct: () => 'Sie kaufen nicht direkt bei uns',
    direct_payment: () => 'Sie kaufen nicht direkt bei uns',
    unidentified: () => 'Sie sind schon identifiziert',
    purpose_identification: () => 'Der Klub soll nicht zeigen, wer kauft',
    cycles_possible: ({ have, need }) =>
      have === null
        ? 'Wie oft man hier kauft, ist nicht gemessen'
        : `${have} von ${need} Käufen im Jahr sind möglich`,
    concentrated: ({ have, need }) =>
      have === null
        ? 'Wie sich die Marge auf Kunden verteilt, ist noch nicht gemessen'
        : `Die besten Kunden bringen ${percent(have)} % der Marge; nötig sind ${percent(need)} %`,
    top_or_rising: ({ have, need }) =>
      have === null
        ? 'Ihre Marge ist nicht bekannt'
        : `Nach Marge unter den besten ${percent(have)} %, nicht ${percent(need)} %, und nicht steigend`,
    reward_cost: ({ have, need }) =>
      have === null
        ? 'Was die Belohnung kostet, ist nicht eingetragen'
        : `Die Belohnung kostet ${percent(have)} % der Stückmarge, nicht unter ${percent(need)} %`,
    not_universal: () => 'Alle Wettbewerber haben so ein Programm',
    close_enough: ({ have, need }) =>
      have === null
        ? 'Nicht gebunden, und keine frische Bewertung sagt, dass sie uns empfehlen würden'
        : `Nicht gebunden, und ihre Bewertung ist ${have}, nicht ${need}`,
    no_open_complaint: () => 'Eine Beschwerde ist offen',
    affinity_volunteered: () => 'Von einer Vorliebe haben sie nicht selbst erzählt',
    level_accountable: () => 'Die empfohlene Stufe liegt unter Verantwortlich',
    owner_stable: ({ have, need }) =>
      have === null ? 'Niemand betreut sie' : `Seit weniger als ${need} Tagen dieselbe Betreuung`,
    intimacy: ({ have, need }) =>
      `So nah dürfen wir kommen: „${ceilingName(have, 'de')}“; nötig ist „${ceilingName(need, 'de')}“`,
    not_basic_exchange: () => 'Sie wollen einen einfachen Austausch',
    shared_interest: ({ have, need }) =>
      `${have ?? 0} von ${need} nahen Kontakten teilen Interesse oder Region`,
    consents: () => 'Einer Vorstellung haben sie nicht zugestimmt',
    not_falling: () => 'Die Beziehung geht auseinander',
    company: () => 'Sie sind kein Unternehmen',
    level_proactive: () => 'Die empfohlene Stufe liegt unter Vorausschauend',
    stakeholders: ({ have, need }) => `${have ?? 0} von ${need} Personen auf ihrer Seite`,
    satisfied: ({ have, need }) =>
      have === null
        ? 'Keine frische Bewertung sagt, dass sie zufrieden sind'
        : `Ihre Bewertung ist ${have}, nicht ${need}`,
    exit_terms: () => 'Der Weg hinaus ist nicht festgehalten',
    not_captive: () => 'Sie sind schon gebunden; mehr Bindung hielte fest und diente nicht',
    not_withdrawing: () => 'Sie ziehen sich zurück',
    timely: () => 'Die Stufe lässt dafür keinen Raum: erst beginnen oder wiedergutmachen',
  },
  costs: {
    frequency_programme: ({ settings, concentration }) =>
      `Eine Belohnung kostet ${percent(settings.rewardCost)} % der Stückmarge; die besten ${percent(settings.topCustomers)} % der Kunden bringen ${percent(concentration?.share)} % der Marge.`,
    open_club: () => 'Kostet einen Vorteil je Mitglied; den Anteil identifizierter Verkäufe verfolgen.',
    limited_club: () =>
      'Kostet einen Vorteil, der den Beitrag wert ist; Mitglieder bleiben treuer als im offenen Klub.',
    personal_social: () => 'Kostet die Zeit einer Person, die bleibt; eine Übergabe fängt von vorn an.',
    community: () => 'Kostet Gastgeber und Treffen; sie ist eine Quelle von Empfehlungen.',
    structural: () => 'Kostet Ausrüstung oder Integration; der Weg hinaus steht auf der Karte.',
  },
};

const texts: Readonly<Record<Language, Words>> = { en: english, de: german };

/** A ceiling by its height, in words: its code is for workflows. */
function ceilingName(height: number | null, language: Language): string {
  return guardrailTexts[language].ceilings[ceilings[height ?? 0] ?? 'I0'];
}
