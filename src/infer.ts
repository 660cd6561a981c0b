/**
 * The engine as the use cases see it. A portal in: its model, zone and rights; then one contact after the other:
 * assessment and property values out, and for who asks the card in every language.
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
import { lastSnooze } from './usecases/corrections.ts';
import type { PortalContext } from './usecases/portal-context.ts';
import type { PortalId } from './usecases/ports.ts';
import type { Infer, InferContact, WordCard } from './usecases/store.ts';

/** In this order the languages of a card stand in its stored text, one line each. */
const languages = ['en', 'de'] as const;

export function inferIn(portal: PortalContext): InferContact {
  const { model, settings, language, plainStages } = portal;
  const timeZone = zoneOf(portal);
  return ({ signals, facts }, now) => {
    const assessment = assess(signals, facts, model, settings, now);
    return { assessment, values: toProperties(assessment, { timeZone, language, plainStages }) };
  };
}

/** Portals whose engines are kept at a time: each costs some hundred kB of remembered days. */
const mostKept = 100;

/**
 * The same, kept for as long as nothing about the portal changes, which two contexts of the same content say: its calendar
 * and zone remember what they worked out, and to ask the platform for a zone's offsets again with every batch cost a third
 * of all assessing.
 */
export function keptInfer(): Infer {
  const kept = new Map<PortalId, { readonly content: string; readonly inferContact: InferContact }>();
  return (portal) => {
    const { portalId } = portal.installation;
    const content = JSON.stringify(portal);
    const known = kept.get(portalId);
    if (known?.content === content) return known.inferContact;
    const inferContact = inferIn(portal);
    kept.delete(portalId);
    kept.set(portalId, { content, inferContact });
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return inferContact;
  };
}

export function cardsIn(portal: PortalContext): WordCard {
  const { model, settings } = portal;
  const optionsIn = languages.map((language) => cardOptions(portal, language));
  return ({ signals, facts, objectionSince, corrections }, assessment) => {
    const moves = wouldMove(signals, facts, model, settings, assessment.asOf);
    const snooze = lastSnooze(corrections);
    const about = { objectionSince, snooze, ...contactOptions(portal, facts) };
    // JSON has no line breaks of its own, so that a line is a card.
    return optionsIn
      .map((options) => JSON.stringify(toCard(assessment, moves, { ...options, ...about })))
      .join('\n');
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
  const { purchasesVisible } = settings;
  return {
    language,
    timeZone,
    uiDomain,
    purchasesVisible,
    missing,
    settings,
    plainStages: portal.plainStages,
  };
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
