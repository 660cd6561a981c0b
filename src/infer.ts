/**
 * The engine as the use cases see it. A portal in: its model, zone and rights; then one contact after the other:
 * assessment, property values and the card in every language out.
 */
import type { CardAnswer } from './http/card-routes.ts';
import { assess } from './relationship/assess.ts';
import { createZone } from './relationship/business-hours/zone.ts';
import { type CardOptions, toCard } from './relationship/card.ts';
import type { ContactFacts } from './relationship/facts.ts';
import { segmentIn, unmeasuredView } from './relationship/portal-view.ts';
import { toProperties } from './relationship/properties.ts';
import type { Language } from './relationship/stage/reason.ts';
import { wouldMove } from './relationship/stage/what-would-move.ts';
import { unseenTexts } from './unseen-texts.ts';
import type { PortalContext } from './usecases/portal-context.ts';
import type { InferContact } from './usecases/store.ts';

/** In this order the languages of a card stand in its stored text, one line each. */
const languages = ['en', 'de'] as const;

export function inferIn(portal: PortalContext): InferContact {
  const { model, settings, language } = portal;
  const timeZone = zoneOf(portal);
  const optionsIn = languages.map((language) => cardOptions(portal, language));
  return ({ signals, facts, objectionSince }, now) => {
    const assessment = assess(signals, facts, model, settings, now);
    const moves = wouldMove(signals, facts, model, settings, now);
    // JSON has no line breaks of its own, so that a line is a card.
    const about = { objectionSince, ...contactOptions(portal, facts) };
    const card = optionsIn
      .map((options) => JSON.stringify(toCard(assessment, moves, { ...options, ...about })))
      .join('\n');
    return { assessment, values: toProperties(assessment, { timeZone, language }), card };
  };
}

/** The portal's zone; UTC for one that this machine does not know, in which no date could be said. */
function zoneOf({ installation }: PortalContext): string {
  return createZone(installation.timeZone)?.name ?? 'UTC';
}

/** What the cards of a portal have in common in one language. */
export function cardOptions(portal: PortalContext, language: Language): CardOptions & { timeZone: string } {
  const { installation, settings } = portal;
  const { uiDomain, missingScopes } = installation;
  const timeZone = zoneOf(portal);
  const missing = missingScopes.flatMap((scope) => unseenTexts[scope]?.[language] ?? []);
  return { language, timeZone, uiDomain, purchasesVisible: settings.purchasesVisible, missing, settings };
}

/** What the cards of a portal say of one contact, from what is measured over all of them. */
export function contactOptions(
  { model }: PortalContext,
  facts: ContactFacts,
): Pick<CardOptions, 'concentration' | 'advocacy'> {
  return {
    concentration: segmentIn(model.view ?? unmeasuredView, facts.segment ?? null).concentration,
    advocacy: facts.milestones?.advocacy ?? null,
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
