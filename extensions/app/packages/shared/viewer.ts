/** Who looks at which contact, and from where: everything a piece of a card needs to word and link what it shows. */

export type Language = 'en' | 'de';

export type Viewer = {
  readonly language: Language;
  /** For dates and numbers; of the same language as the words. */
  readonly locale: string;
  readonly timeZone: string;
  readonly portalId: number;
  readonly contactId: string;
  /** The portal reads plain words instead of the names of stages. */
  readonly plainStages?: boolean;
  /** Origin of our service. */
  readonly backend: string;
};

/** The part of HubSpot's context on a record that we read. */
export type RecordContext = {
  readonly user: { readonly locale?: string };
  readonly portal: { readonly id: number; readonly timezone: string };
  readonly variables?: { readonly RAPPORT_URL?: unknown };
  readonly crm: { readonly objectId: number };
};

/** The service as uploaded; a profile's variable RAPPORT_URL names another one, which must be a permitted URL, too. */
const productionBackend = 'https://api.rapport.example';

/** The sentences of the service write days like this; a card that wrote them in two ways would look careless. */
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' };

export function viewerOf({ user, portal, variables, crm }: RecordContext): Viewer {
  const configured = variables?.RAPPORT_URL;
  const language = /^de(?![a-z])/i.test(user.locale ?? '') ? 'de' : 'en';
  return {
    language,
    locale: locales[language],
    timeZone: portal.timezone,
    portalId: portal.id,
    contactId: String(crm.objectId),
    backend: typeof configured === 'string' ? configured.replace(/\/$/, '') : productionBackend,
  };
}

const dayParts = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const minuteParts = { hour: 'numeric', minute: '2-digit' } as const;

/** A day as the viewer writes it, for example `3 Aug 2026`, in the portal's time zone. */
export function day(iso: string, { locale, timeZone }: Viewer): string {
  return new Intl.DateTimeFormat(locale, { ...dayParts, timeZone }).format(new Date(iso));
}

/** Day and minute, for what is about now. */
export function minute(iso: string, { locale, timeZone }: Viewer): string {
  return new Intl.DateTimeFormat(locale, { ...dayParts, ...minuteParts, timeZone }).format(new Date(iso));
}

/** A time that a rule computed: what begins a UTC day is about the day, and is said without an hour. */
export function moment(iso: string, viewer: Viewer): string {
  const isDay = Date.parse(iso) % msPer.day === 0;
  return isDay ? day(iso, { ...viewer, timeZone: 'UTC' }) : minute(iso, viewer);
}

/** A calendar month in UTC, `2026-05`, as the viewer writes it. */
export function monthWord(
  month: string,
  { locale, length = 'long' }: Viewer & { length?: 'long' | 'short' },
): string {
  const format = new Intl.DateTimeFormat(locale, { month: length, year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}

/** The day it is in the zone, `2026-09-14`. `now` in ms since epoch. */
export function dayIn(timeZone: string, now: number): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return parts.format(now);
}

/** How many days of the portal's calendar lie before the time; 0 for what is still today. */
export function daysUntil(iso: string, { timeZone }: Viewer, now: number): number {
  const [then, today] = [dayIn(timeZone, Date.parse(iso)), dayIn(timeZone, now)];
  return (Date.parse(then) - Date.parse(today)) / msPer.day;
}

const msPer = { day: 86_400_000, hour: 3_600_000, minute: 60_000 } as const;

/** How long ago, in the largest unit that fits, for example `3 days ago`. `now` in ms since epoch. */
export function ago(iso: string, { locale }: Viewer, now: number): string {
  const past = Math.max(0, now - Date.parse(iso));
  const unit = past >= msPer.day ? 'day' : past >= msPer.hour ? 'hour' : 'minute';
  return new Intl.RelativeTimeFormat(locale).format(-Math.floor(past / msPer[unit]), unit);
}

/** How long something lasts, in the largest unit that fits, for example `3 minutes`. */
export function lasting(ms: number, { locale }: Viewer): string {
  const unit = ms >= msPer.day ? 'day' : ms >= msPer.hour ? 'hour' : 'minute';
  const count = Math.max(1, Math.round(ms / msPer[unit]));
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

/** A number with at most one decimal, as the viewer writes it. */
export function decimal(value: number, { locale }: Viewer): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
}

/** A chance that comes in tens of percent. Nothing is impossible or certain: the ends are `< 5 %` and `> 95 %`. */
export function percent(outOf100: number, { locale }: Viewer): string {
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  if (outOf100 < 5) return `< ${format.format(0.05)}`;
  if (outOf100 > 95) return `> ${format.format(0.95)}`;
  return format.format(outOf100 / 100);
}

/** The page of another contact of this portal. */
export function contactUrl(id: string, { portalId }: Viewer, uiDomain?: string): string {
  return `${uiDomain === undefined ? '' : `https://${uiDomain}`}/contacts/${portalId}/record/0-1/${id}`;
}

/** HubSpot's engagements open on the contact's own timeline; what is no engagement has a page of its own. */
const engagementTypes = ['0-18', '0-27', '0-46', '0-47', '0-48', '0-49', '0-116'];

/** The page that shows an activity; null for what stands on the contact itself. */
export function activityUrl(
  activity: { readonly objectTypeId: string; readonly objectId: string },
  { portalId, contactId }: Viewer,
  uiDomain?: string,
): string | null {
  const { objectTypeId, objectId } = activity;
  if (objectTypeId === '0-1') return null;
  const records = `${uiDomain === undefined ? '' : `https://${uiDomain}`}/contacts/${portalId}/record`;
  if (!engagementTypes.includes(objectTypeId)) return `${records}/${objectTypeId}/${objectId}`;
  return `${records}/0-1/${contactId}/view/1?engagement=${objectId}`;
}
