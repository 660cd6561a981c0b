/** The engine as the use cases see it: one contact in; assessment, property values and the card in every language out. */
import type { CardAnswer } from './http/card-routes.ts';
import { assess } from './relationship/assess.ts';
import { toCard } from './relationship/card.ts';
import { type PortalModel, shippedModel } from './relationship/portal-model.ts';
import { toProperties } from './relationship/properties.ts';
import { defaultSettings, type Settings } from './relationship/settings.ts';
import { wouldMove } from './relationship/stage/what-would-move.ts';
import type { Infer } from './usecases/store.ts';

/** In this order the languages of a card stand in its stored text, one line each. */
const languages = ['en', 'de'] as const;

export function createInfer(
  model: PortalModel = shippedModel(),
  settings: Settings = defaultSettings,
): Infer {
  return ({ signals, facts }, now) => {
    const assessment = assess(signals, facts, model, settings, now);
    const moves = wouldMove(signals, facts, model, settings, now);
    // JSON has no line breaks of its own, so that a line is a card.
    const card = languages
      .map((language) => JSON.stringify(toCard(assessment, moves, { language })))
      .join('\n');
    return { assessment, values: toProperties(assessment), card };
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
