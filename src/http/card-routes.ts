/** What the cards ask: read one contact's stored answer, or have it assessed again. HubSpot is never waited for. */
import { z } from 'zod';
import type { Language } from '../relationship/stage/reason.ts';
import type { ContactId, PortalId } from '../usecases/ports.ts';
import { HttpError } from './http-error.ts';
import { parsedJson } from './raw-body.ts';
import type { Call, Reply, Route } from './route.ts';

/** A card as JSON text, ready to send; `found` is false for a contact that this portal does not have. */
export type CardAnswer = { readonly body: string; readonly found: boolean };
export type CardQuestion = (portal: PortalId, contact: ContactId, locale: string) => Promise<CardAnswer>;

export type CardDeps = {
  readonly readCard: CardQuestion;
  /** Repeating it does no harm: HubSpot's proxy sends a request twice when the first answer is lost. */
  readonly refreshCard: CardQuestion;
};

export const contactIdShape = z.string().regex(/^[1-9]\d{0,18}$/);
/** A BCP 47 tag such as `de` or `pt-br`; the texts fall back to English where they do not speak it. */
export const localeShape = z
  .string()
  .regex(/^[a-zA-Z]{2,3}([-_][a-zA-Z0-9]{2,8})*$/)
  .catch('en')
  .default('en');
const question = z.object({ contactId: contactIdShape, locale: localeShape });

/** The language of ours that a locale reads. */
export function languageOf(locale: string): Language {
  return /^de(?![a-z])/i.test(locale) ? 'de' : 'en';
}

export function cardRoutes(deps: CardDeps): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/cards/contact',
      auth: 'viewer',
      answer: (call, portal) => reply(deps.readCard, portal, call.query),
    },
    {
      method: 'POST',
      path: '/cards/refresh',
      auth: 'viewer',
      answer: (call, portal) => reply(deps.refreshCard, portal, bodyOf(call)),
    },
  ];
}

async function reply(ask: CardQuestion, portal: PortalId, input: unknown): Promise<Reply> {
  const parsed = question.safeParse(input);
  if (!parsed.success) throw new HttpError(400, 'not a question about a contact', { cause: parsed.error });
  const { body, found } = await ask(portal, parsed.data.contactId, parsed.data.locale);
  return { status: found ? 200 : 404, type: 'json', body };
}

function bodyOf(call: Call): unknown {
  return parsedJson(call.body).value;
}
