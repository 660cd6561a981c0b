import { type Language, sayDate } from '../stage/reason.ts';
import type { FirstDate } from './first-date.ts';
import type { FirstEncounter } from './first-encounter.ts';
import type { FirstFight, RecoveryOutcome } from './first-fight.ts';
import type { MetFriends } from './met-friends.ts';
import type { EncounterSource } from './milestone-facts.ts';
import type { Milestones } from './milestones.ts';

/** The four milestones in sentences; null for those not reached. */
export type MilestoneSentences = { readonly [K in keyof Words['told']]: string | null };

export function milestoneSentences(
  { firstEncounter, firstDate, firstFight, metFriends }: Milestones,
  language: Language,
  timeZone = 'UTC',
): MilestoneSentences {
  const { told } = texts[language];
  const date = (at: number) => sayDate(at, language, timeZone);
  return {
    firstEncounter: firstEncounter === null ? null : told.firstEncounter(firstEncounter, date),
    firstDate: firstDate === null ? null : told.firstDate(firstDate, date),
    firstFight: firstFight === null ? null : told.firstFight(firstFight, date),
    metFriends: metFriends === null ? null : told.metFriends(metFriends, date),
  };
}

/**
 * What a rep asks before calling a complaint settled: the outcome, the way they were treated, and the effort. From the
 * research on justice in complaints, where the outcome and the treatment weigh most [V R4, R5].
 */
export function recoveryCheck(language: Language): readonly string[] {
  return texts[language].check;
}

type SayDate = (at: number) => string;

type Words = {
  readonly sources: Readonly<Record<EncounterSource, string>>;
  readonly outcomes: Readonly<Record<RecoveryOutcome, string>>;
  readonly dates: Readonly<Record<FirstDate['outcome'], string>>;
  readonly friends: Readonly<Record<MetFriends['how'], string>>;
  readonly check: readonly [string, string, string];
  readonly told: {
    firstEncounter(encounter: FirstEncounter, date: SayDate): string;
    firstDate(date: FirstDate, say: SayDate): string;
    firstFight(fight: FirstFight, date: SayDate): string;
    metFriends(met: MetFriends, date: SayDate): string;
  };
};

const english: Words = {
  sources: {
    word_of_mouth: 'by word of mouth',
    referral: 'by a link from others',
    organic_search: 'by a search',
    paid_search: 'by a search advertisement',
    social: 'by social media',
    paid_social: 'by an advertisement in social media',
    email: 'by e-mail',
    event: 'at an event',
    direct: 'by coming to our pages',
    offline: 'offline',
    our_outreach: 'because we reached out',
    other: 'in another way',
    unknown: 'nobody knows how',
  },
  outcomes: {
    open: 'Recovery is open.',
    recovered: 'They have recovered from it.',
    unrecovered: 'They have not recovered from it.',
    repeat: 'It happened again soon after.',
  },
  dates: {
    first_of_many: 'It was the first of many.',
    single: 'Nothing followed soon.',
    open: 'A second act is still to come.',
  },
  friends: {
    referral: 'They referred somebody to us',
    review: 'They reviewed us in public',
    case_study: 'They took part in a case study',
    colleague: 'They introduced a colleague',
    public_mention: 'They mentioned us in public',
    speaker: 'They spoke for us at an event',
  },
  check: [
    'Did they get what makes up for it?',
    'Were they met with respect, an apology and an explanation?',
    'Was it quick and easy for them?',
  ],
  told: {
    firstEncounter: ({ at, source }, date) => `First met on ${date(at)}, ${english.sources[source]}.`,
    firstDate: ({ at, door, promise, outcome }, date) => {
      const what = door === 'data' ? 'They first shared something' : 'They first bought';
      const promised = promise === null ? '' : ` We promised: ${promise}.`;
      return `${what} on ${date(at)}.${promised} ${english.dates[outcome]}`;
    },
    firstFight: ({ at, outcome, recoveryOpen }, date) => {
      const pause = recoveryOpen ? ' Automation rests.' : '';
      return `First let down on ${date(at)}. ${english.outcomes[outcome]}${pause}`;
    },
    metFriends: ({ at, how }, date) => `${english.friends[how]} on ${date(at)}.`,
  },
};

const german: Words = {
  sources: {
    word_of_mouth: 'durch Empfehlung',
    referral: 'über einen Verweis anderer',
    organic_search: 'über eine Suche',
    paid_search: 'über eine Suchanzeige',
    social: 'über soziale Medien',
    paid_social: 'über eine Anzeige in sozialen Medien',
    email: 'per E-Mail',
    event: 'auf einer Veranstaltung',
    direct: 'direkt auf unseren Seiten',
    offline: 'abseits des Netzes',
    our_outreach: 'weil wir uns gemeldet haben',
    other: 'auf anderem Weg',
    unknown: 'wie, weiß niemand',
  },
  outcomes: {
    open: 'Die Wiedergutmachung ist offen.',
    recovered: 'Sie haben sich davon erholt.',
    unrecovered: 'Sie haben sich nicht davon erholt.',
    repeat: 'Kurz darauf geschah es wieder.',
  },
  dates: {
    first_of_many: 'Es war das erste von vielen Malen.',
    single: 'Bald darauf folgte nichts.',
    open: 'Ein zweites Mal steht noch aus.',
  },
  friends: {
    referral: 'Empfehlung an andere',
    review: 'Öffentliche Bewertung',
    case_study: 'Mitwirkung an einer Fallstudie',
    colleague: 'Vorstellung einer Kollegin oder eines Kollegen',
    public_mention: 'Öffentliche Erwähnung',
    speaker: 'Auftritt für uns auf einer Veranstaltung',
  },
  check: [
    'Haben sie bekommen, was es wiedergutmacht?',
    'Gab es Respekt, eine Entschuldigung und eine Erklärung?',
    'Ging es für sie schnell und leicht?',
  ],
  told: {
    firstEncounter: ({ at, source }, date) => `Erste Begegnung am ${date(at)}, ${german.sources[source]}.`,
    firstDate: ({ at, door, promise, outcome }, date) => {
      const what = door === 'data' ? 'Zum ersten Mal etwas anvertraut' : 'Zum ersten Mal gekauft';
      const promised = promise === null ? '' : ` Versprochen war: ${promise}.`;
      return `${what} am ${date(at)}.${promised} ${german.dates[outcome]}`;
    },
    firstFight: ({ at, outcome, recoveryOpen }, date) => {
      const pause = recoveryOpen ? ' Automatisches ruht.' : '';
      return `Zum ersten Mal enttäuscht am ${date(at)}. ${german.outcomes[outcome]}${pause}`;
    },
    metFriends: ({ at, how }, date) => `${german.friends[how]} am ${date(at)}.`,
  },
};

const texts: Readonly<Record<Language, Words>> = { en: english, de: german };
