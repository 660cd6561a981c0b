import type { DesiredSettings } from './desired-settings.ts';
import { type DesiredType, verifiedTypes } from './desired-types.ts';

/**
 * The relationship a contact wants, as they said it. It is asked, never inferred: this file reads no signal, and an
 * answer without its source or its date is no answer.
 */
export type Desired =
  | { readonly kind: 'not_asked' }
  | { readonly kind: 'asked'; readonly type: DesiredType; readonly source: string; readonly at: number }
  /** They answered with a type this portal does not know: treated as the most distant one. */
  | { readonly kind: 'unknown_type'; readonly id: string; readonly source: string; readonly at: number };

export const notAsked: Desired = { kind: 'not_asked' };

/** What is stored: the id of a type, who says so (a form, a rep with the customer's words), and when. */
export type DesiredAnswer = {
  readonly id: string | null;
  readonly source: string | null;
  /** Ms since epoch. */
  readonly at: number | null;
};

export function readDesired(answer: DesiredAnswer, settings: DesiredSettings): Desired {
  const { id, source, at } = answer;
  if (id === null || id === '' || id === 'not_asked') return notAsked;
  if (source === null || source.trim() === '' || at === null || !Number.isFinite(at)) return notAsked;
  const type = typeOf(id, settings);
  return type === null ? { kind: 'unknown_type', id, source, at } : { kind: 'asked', type, source, at };
}

/** The verified eight, then the admin's own; an own type cannot replace a verified one. */
export function desiredTypesOf(settings: DesiredSettings): readonly DesiredType[] {
  const verified: readonly DesiredType[] = verifiedTypes;
  return [...verified, ...settings.ownTypes.filter((own) => !verified.some((it) => it.id === own.id))];
}

function typeOf(id: string, settings: DesiredSettings): DesiredType | null {
  return desiredTypesOf(settings).find((type) => type.id === id) ?? null;
}
