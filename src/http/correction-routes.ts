/** What the cards send back: a correction, its undoing, and the question what was corrected so far. */
import type { CorrectionsView } from '@rapport/shared/contract-corrections.ts';
import { z } from 'zod';
import { verifiedTypes } from '../relationship/desired/desired-types.ts';
import type { Language } from '../relationship/stage/reason.ts';
import type { CorrectionOutcome, CorrectionRequest } from '../usecases/correct-contact.ts';
import type { Correction, Person } from '../usecases/corrections.ts';
import type { Clock, ContactId, PortalId } from '../usecases/ports.ts';
import type { DesiredOutcome, DesiredRequest } from '../usecases/set-desired.ts';
import type { UndoOutcome } from '../usecases/undo-correction.ts';
import { type CardAnswer, contactIdShape, languageOf, localeShape } from './card-routes.ts';
import { type Problem, sayCorrection, sayProblems } from './correction-texts.ts';
import { HttpError } from './http-error.ts';
import { dayAt, startOfDay } from './portal-day.ts';
import { parsedJson } from './raw-body.ts';
import { type Call, json, type Reply, type Route } from './route.ts';
import { personOf } from './viewer.ts';

export type UndoRequest = {
  readonly portal: PortalId;
  readonly contact: ContactId;
  readonly id: string;
  readonly by: Person;
};

export type CorrectionDeps = {
  readonly correct: (request: CorrectionRequest) => Promise<CorrectionOutcome>;
  readonly setDesired: (request: DesiredRequest) => Promise<DesiredOutcome>;
  readonly undo: (request: UndoRequest) => Promise<UndoOutcome>;
  /** The newest first. */
  readonly corrections: (portal: PortalId, contact: ContactId) => Promise<readonly Correction[]>;
  /** The stored card's line for this viewer. */
  readonly cardIn: (card: string, locale: string) => CardAnswer;
  readonly timeZone: (portal: PortalId) => Promise<string>;
  readonly clock: Clock;
};

const asked = {
  id: z.string().regex(/^[A-Za-z0-9-]{16,64}$/),
  contactId: contactIdShape,
  locale: localeShape,
};
// Far beyond what is kept: who sends more gets a sentence, not a shut door.
const words = z.string().max(100_000);
const shapes = {
  override: z.object({ ...asked, stage: words, reason: words, until: words }),
  feedback: z.object({ ...asked, about: words, reason: words }),
  desired: z.object({ ...asked, type: words, source: words, saidOn: words }),
  snooze: z.object({ ...asked, reason: words, until: words }),
  undo: z.object({ ...asked, correction: z.string().min(1).max(64) }),
};
const question = z.object({ contactId: contactIdShape, locale: localeShape });
const mostLogged = 20;

/** The alert that a card puts aside. */
const cardAlert = 'coming_apart';

export function correctionRoutes(deps: CorrectionDeps): readonly Route[] {
  const post = (path: string, answer: (call: Call, portal: PortalId) => Promise<Reply>): Route => ({
    method: 'POST',
    path: `/cards/${path}`,
    auth: 'viewer',
    answer,
  });
  return [
    post('override', (call, portal) => override(deps, call, portal)),
    post('feedback', async (call, portal) => {
      const { id, contactId, locale, ...says } = read(shapes.feedback, call);
      const wish = { kind: 'feedback', ...says } as const;
      const request = { portal, contact: contactId, by: personOf(call), id, wish };
      return reply(deps, await deps.correct(request), locale);
    }),
    post('snooze', (call, portal) => snooze(deps, call, portal)),
    post('desired', (call, portal) => desired(deps, call, portal)),
    post('undo', async (call, portal) => {
      const { contactId, locale, correction } = read(shapes.undo, call);
      const by = personOf(call);
      return reply(deps, await deps.undo({ portal, contact: contactId, id: correction, by }), locale);
    }),
    {
      method: 'GET',
      path: '/cards/corrections',
      auth: 'viewer',
      answer: (call, portal) => view(deps, call, portal),
    },
  ];
}

async function override(deps: CorrectionDeps, call: Call, portal: PortalId): Promise<Reply> {
  const { id, contactId, locale, until: day, ...says } = read(shapes.override, call);
  const until = startOfDay(day, await deps.timeZone(portal));
  if (until === null) return invalid(['until-unreadable'], locale);
  const wish = { kind: 'override', ...says, until } as const;
  return reply(
    deps,
    await deps.correct({ portal, contact: contactId, by: personOf(call), id, wish }),
    locale,
  );
}

async function snooze(deps: CorrectionDeps, call: Call, portal: PortalId): Promise<Reply> {
  const { id, contactId, locale, until: day, reason } = read(shapes.snooze, call);
  const until = startOfDay(day, await deps.timeZone(portal));
  if (until === null) return invalid(['until-unreadable'], locale);
  const wish = { kind: 'snooze', alert: cardAlert, reason, until } as const;
  return reply(
    deps,
    await deps.correct({ portal, contact: contactId, by: personOf(call), id, wish }),
    locale,
  );
}

async function desired(deps: CorrectionDeps, call: Call, portal: PortalId): Promise<Reply> {
  const { id, contactId, locale, ...says } = read(shapes.desired, call);
  const timeZone = await deps.timeZone(portal);
  if (startOfDay(says.saidOn, timeZone) === null) return invalid(['said-unreadable'], locale);
  const today = dayAt(deps.clock.now(), timeZone);
  const request = { portal, contact: contactId, by: personOf(call), id, today, ...says };
  return reply(deps, await deps.setDesired(request), locale);
}

function reply(
  deps: CorrectionDeps,
  outcome: CorrectionOutcome | DesiredOutcome | UndoOutcome,
  locale: string,
): Reply {
  switch (outcome.kind) {
    case 'done': {
      const { body, found } = deps.cardIn(outcome.card, locale);
      // The card is JSON already; it is not parsed to be written again.
      return { status: found ? 200 : 404, type: 'json', body: `{"kind":"done","card":${body}}` };
    }
    case 'objection':
      return json(200, { kind: 'done', card: { kind: 'objection', since: null } });
    case 'unknown-contact':
      return json(404, { kind: 'done', card: { kind: 'unknown-contact' } });
    case 'refused':
      return invalid(outcome.problems, locale);
    case 'taken':
    case 'unknown-correction':
      return invalid([outcome.kind], locale);
    case 'not-written':
      throw new HttpError(503, 'HubSpot did not take the value');
  }
}

async function view(deps: CorrectionDeps, call: Call, portal: PortalId): Promise<Reply> {
  const parsed = question.safeParse(call.query);
  if (!parsed.success) throw new HttpError(400, 'not a question about a contact', { cause: parsed.error });
  const language = languageOf(parsed.data.locale);
  const log = await deps.corrections(portal, parsed.data.contactId);
  const answer: CorrectionsView = {
    kind: 'corrections',
    desiredTypes: verifiedTypes.map(({ id, label, wants }) => ({
      id,
      label: label[language],
      wants: wants[language],
    })),
    log: log.slice(0, mostLogged).map((correction) => logged(correction, language)),
  };
  return json(200, answer);
}

function logged(
  { id, at, by, says, undone }: Correction,
  language: Language,
): CorrectionsView['log'][number] {
  return {
    id,
    kind: says.kind,
    at: iso(at),
    by: by.email,
    sentence: sayCorrection(says, language),
    reason: says.kind === 'desired' ? says.source : says.reason,
    until: 'until' in says ? iso(says.until) : null,
    undoneAt: undone === null ? null : iso(undone.at),
    mayUndo: undone === null,
  };
}

function invalid(problems: readonly Problem[], locale: string): Reply {
  return json(422, { kind: 'invalid', problems: sayProblems(problems, languageOf(locale)) });
}

function read<T>(shape: z.ZodType<T>, call: Call): T {
  const parsed = shape.safeParse(parsedJson(call.body).value);
  if (!parsed.success) throw new HttpError(400, 'not a correction', { cause: parsed.error });
  return parsed.data;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
