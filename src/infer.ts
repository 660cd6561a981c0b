/** The engine as the use cases see it: one contact in; assessment, property values and the card in every language out. */
import type { CardAnswer } from './http/card-routes.ts';
import type { Infer } from './usecases/store.ts';

/** In this order the languages of a card stand in its stored text, one line each. */
const languages = ['en', 'de'] as const;

export function createInfer(): Infer {
  return (stored, now) => {
    throw new Error(`The engine is not joined yet: contact ${stored.id} at ${now}`);
  };
}

/** The line of a stored card for a viewer; a card without texts (not yet, unknown) has one line for all. */
export function cardIn(text: string, locale: string): CardAnswer {
  const lines = text.split('\n');
  const wanted = languages.findIndex((language) => locale.toLowerCase().startsWith(language));
  const body = lines[Math.max(0, wanted)] ?? lines[0] ?? text;
  return { body, found: body !== unknownContact };
}

const unknownContact = JSON.stringify({ kind: 'unknown-contact' });
