import type { Language } from '../stage/reason.ts';
import type { QuietSettings } from './quiet-hours.ts';

/** Sentences by settings: a portal has one of them, and every card of it says it. */
const said = new WeakMap<QuietSettings, Partial<Record<Language, string>>>();

/** When nobody is disturbed on channels that wait, as hours and days of the week in the portal's zone. */
export function quietHoursSentence(settings: QuietSettings, language: Language): string {
  const known = said.get(settings);
  const sentence = known?.[language] ?? word(settings, language);
  said.set(settings, { ...known, [language]: sentence });
  return sentence;
}

function word(
  { quietFromHour: from, quietToHour: to, quietWeekdays }: QuietSettings,
  language: Language,
): string {
  const words = texts[language];
  const days = [...new Set(quietWeekdays)].sort().map((day) => weekdayName(day, language));
  const parts = [
    ...(from === to ? [] : [words.hours(hour(from), hour(to))]),
    ...(days.length === 0 ? [] : [words.days(listOf(days, language))]),
  ];
  return parts.length === 0 ? words.none : words.not(parts.join(words.nor));
}
const texts = {
  en: {
    hours: (from: string, to: string) => `between ${from} and ${to}`,
    days: (days: string) => `on ${days}`,
    nor: ' nor ',
    not: (when: string) => `Not ${when}.`,
    none: 'At any hour.',
  },
  de: {
    hours: (from: string, to: string) => `zwischen ${from} und ${to}`,
    days: (days: string) => `am ${days}`,
    nor: ' und nicht ',
    not: (when: string) => `Nicht ${when}.`,
    none: 'Zu jeder Stunde.',
  },
} as const satisfies Record<Language, unknown>;

/** 20.5 is 20:30. */
function hour(value: number): string {
  const minutes = Math.round((value - Math.floor(value)) * 60);
  return `${Math.floor(value)}:${String(minutes).padStart(2, '0')}`;
}

function weekdayName(weekday: number, language: Language): string {
  // 4 January 1970 was a Sunday.
  const at = Date.UTC(1970, 0, 4 + weekday);
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(at);
}

function listOf(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(items);
}
