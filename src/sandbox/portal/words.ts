/** Dates, amounts and property values as a person reads them, in the portal's time zone. */
import type { PropertyView } from '../sandbox-api-for-pages.ts';

export function wordDate(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone,
  }).format(at);
}

export function wordTime(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(at);
}

export function wordMonth(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone }).format(at);
}

/** HubSpot keeps times as ISO text or as ms since epoch in digits. */
export function parseTime(value: string): number | null {
  const at = /^-?\d+$/.test(value) ? Number(value) : Date.parse(value);
  return Number.isNaN(at) ? null : at;
}

export function wordValue(
  value: string | null | undefined,
  property: PropertyView | undefined,
  timeZone: string,
): string {
  if (value === null || value === undefined || value === '') return '';
  if (!property) return value;
  if (property.options.length > 0) {
    const labels = new Map(property.options.map((option) => [option.value, option.label]));
    return value
      .split(';')
      .map((one) => labels.get(one) ?? one)
      .join(', ');
  }
  const at = property.type === 'datetime' || property.type === 'date' ? parseTime(value) : null;
  if (at === null) return value;
  return property.type === 'date' ? wordDate(at, 'UTC') : wordTime(at, timeZone);
}

export function initialsOf(title: string): string {
  const parts = title.split(/[\s@.]+/).filter((part) => part !== '');
  return (
    parts
      .slice(0, 2)
      .map((part) => part[0]?.toUpperCase() ?? '')
      .join('') || '?'
  );
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
