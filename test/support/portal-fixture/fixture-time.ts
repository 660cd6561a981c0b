/** The fixture's time and its two languages. */
import type { ClockFace } from '@rapport/shared/contract.ts';

export type Language = 'en' | 'de';
export type Say = (en: string, de: string) => string;

export const sayer =
  (language: Language): Say =>
  (en, de) =>
    language === 'de' ? de : en;

const day = 86_400_000;
const hour = 3_600_000;

/** The fixture's now: 14 September 2026, 11:30 in Berlin. */
export const now = Date.parse('2026-09-14T09:30:00Z');

export const iso = (days: number) => new Date(now + days * day).toISOString();
export const midnight = (days: number) => `${iso(days).slice(0, 10)}T00:00:00.000Z`;

/** A clock of six business hours that began on that day. */
export function clockFace(days: number, outcome: ClockFace['outcome']): ClockFace {
  const startedAt = now + days * day;
  const answered = { in_time: 2, late: 30, waiting: null }[outcome];
  return {
    startedAt: new Date(startedAt).toISOString(),
    dueAt: new Date(startedAt + 5.5 * hour).toISOString(),
    answeredAt: answered === null ? null : new Date(startedAt + answered * hour).toISOString(),
    outcome,
  };
}
