/**
 * What the settings page asks and changes. Everybody who sees the page may read it; only admins change anything, and it
 * is the signed user who is asked for, never the page.
 */
import type { ChangeAnswer } from '@rapport/shared/contract-settings.ts';
import { z } from 'zod';
import type { Applied } from '../usecases/apply-choices.ts';
import { type ChoicesChange, type ChoicesProblem, changeChoices } from '../usecases/change-choices.ts';
import { type Choices, legalBases } from '../usecases/choices.ts';
import type { Person } from '../usecases/corrections.ts';
import type { PortalId } from '../usecases/ports.ts';
import type { Preview } from '../usecases/preview.ts';
import type { PortalMapping } from '../usecases/read-mapping.ts';
import type { SettingsPage } from '../usecases/read-settings-page.ts';
import { languageOf, localeShape } from './card-routes.ts';
import { HttpError } from './http-error.ts';
import { mappingView } from './mapping-view.ts';
import { parsedJson } from './raw-body.ts';
import { type Call, json, type Reply, type Route } from './route.ts';
import { sayChoicesProblem } from './settings-texts.ts';
import { previewView, settingsView } from './settings-view.ts';
import { personOf } from './viewer.ts';

type Asked = { readonly portal: PortalId; readonly by: Person };

export type SettingsDeps = {
  readonly page: (asked: {
    readonly portal: PortalId;
    readonly person: Person;
  }) => Promise<SettingsPage | null>;
  readonly isAdmin: (portal: PortalId, person: Person) => Promise<boolean>;
  readonly choices: (portal: PortalId) => Promise<Choices>;
  /** Null for a portal that is not installed. */
  readonly mapping: (portal: PortalId) => Promise<PortalMapping | null>;
  readonly apply: (change: Asked & { basedOn: number; note: string; choices: Choices }) => Promise<Applied>;
  readonly rollBack: (change: Asked & { basedOn: number; note: string; to: number }) => Promise<Applied>;
  readonly askPreview: (asked: Asked & { id: string; choices: Choices }) => Promise<Preview | null>;
  readonly preview: (portal: PortalId) => Promise<Preview | null>;
  readonly setLive: (portal: PortalId, live: boolean) => Promise<void>;
  readonly setAppEvents: (portal: PortalId, isOn: boolean) => Promise<void>;
  /** False for what is not the newest proposal. */
  readonly adopt: (portal: PortalId, version: string) => Promise<boolean>;
  readonly nameAdmin: (asked: Asked & { email: string }) => Promise<void>;
  /** False for the last one, who stays. */
  readonly removeAdmin: (portal: PortalId, who: string) => Promise<boolean>;
  readonly releaseStatement: (asked: Asked & { version: string }) => Promise<void>;
};

const locale = { locale: localeShape };
const stageId = z.string().min(1).max(100);
const flag = z.boolean().exactOptional();
const change = z.object({
  ...locale,
  id: z.string().regex(/^[A-Za-z0-9-]{16,64}$/),
  basedOn: z.int().min(0),
  note: z.string().max(100_000).default(''),
  // What they may be is the settings' own reader's to say: it tells every problem at once.
  fields: z.record(z.string().max(100), z.unknown()).optional(),
  questionnaire: z.unknown().optional(),
  families: z.unknown().optional(),
  mapping: z.record(z.string().max(100), z.string().max(200).nullable()).optional(),
  pipelines: z
    .object({
      dealStages: z.record(stageId, z.object({ qualified: flag, project: flag, completed: flag })).optional(),
      ticketStages: z.record(stageId, z.object({ closed: z.boolean() })).optional(),
    })
    .optional(),
  language: z.enum(['en', 'de']).optional(),
  retentionDays: z.number().nullable().optional(),
  neutralLabels: z.boolean().optional(),
  legalBasis: z.enum(legalBases).nullable().optional(),
  everything: z.string().max(500_000).optional(),
});
const rollback = z.object({
  ...locale,
  basedOn: z.int().min(0),
  to: z.int().min(0),
  note: z.string().default(''),
});
const flip = z.object({ ...locale, isOn: z.boolean() });
const named = z.object({ ...locale, email: z.email().max(320) });
const removed = z.object({ ...locale, who: z.string().min(1).max(320) });
const versioned = z.object({ ...locale, version: z.string().min(1).max(200) });

export function settingsRoutes(deps: SettingsDeps): readonly Route[] {
  const post = <T extends { locale: string }>(
    path: string,
    shape: z.ZodType<T>,
    act: (asked: Asked, body: T) => Promise<Reply | null>,
  ): Route => ({
    method: 'POST',
    path: `/settings/${path}`,
    auth: 'viewer',
    answer: async (call, portal) => {
      const by = personOf(call);
      if (!(await deps.isAdmin(portal, by))) return json(403, { kind: 'not-admin' } satisfies ChangeAnswer);
      const body = read(shape, call);
      return (await act({ portal, by }, body)) ?? answer(deps, { portal, by }, 'changed', body.locale);
    },
  });
  return [
    { method: 'GET', path: '/settings', auth: 'viewer', answer: (call, portal) => page(deps, call, portal) },
    {
      method: 'GET',
      path: '/settings/preview',
      auth: 'viewer',
      answer: async (call, portal) => {
        const found = (await deps.isAdmin(portal, personOf(call))) ? await deps.preview(portal) : null;
        if (found === null) throw new HttpError(404, 'no preview');
        return json(200, previewView(found));
      },
    },
    {
      method: 'GET',
      path: '/settings/mapping',
      auth: 'viewer',
      answer: (call, portal) => mapping(deps, call, portal),
    },
    post('preview', change, (asked, body) => askPreview(deps, asked, body)),
    post('apply', change, (asked, body) => apply(deps, asked, body)),
    post('rollback', rollback, async (asked, { locale, ...body }) =>
      answerTo(deps, asked, await deps.rollBack({ ...asked, ...body }), locale),
    ),
    post('live', flip, async ({ portal }, { isOn }) => done(deps.setLive(portal, isOn))),
    post('events', flip, async ({ portal }, { isOn }) => done(deps.setAppEvents(portal, isOn))),
    post('adopt', versioned, async ({ portal, by }, { version, locale }) =>
      (await deps.adopt(portal, version)) ? null : answer(deps, { portal, by }, 'stale', locale),
    ),
    post('admins/name', named, async (asked, { email }) =>
      done(deps.nameAdmin({ ...asked, email: email.toLowerCase() })),
    ),
    post('admins/remove', removed, async ({ portal }, { who, locale }) =>
      (await deps.removeAdmin(portal, who)) ? null : lastAdmin(locale),
    ),
    post('release', versioned, async (asked, { version }) =>
      done(deps.releaseStatement({ ...asked, version })),
    ),
  ];
}

async function page(deps: SettingsDeps, call: Call, portal: PortalId): Promise<Reply> {
  const found = await deps.page({ portal, person: personOf(call) });
  if (found === null) throw new HttpError(404, 'not installed');
  return json(200, settingsView(found, languageOf(localeShape.parse(call.query['locale']))));
}

/** For admins alone: each question costs calls of the portal's allowance. */
async function mapping(deps: SettingsDeps, call: Call, portal: PortalId): Promise<Reply> {
  if (!(await deps.isAdmin(portal, personOf(call)))) return json(403, { kind: 'not-admin' });
  const found = await deps.mapping(portal);
  if (found === null) throw new HttpError(404, 'not installed');
  return json(200, mappingView(found));
}

type ChangeBody = z.infer<typeof change>;

function changeOf({ id: _id, locale: _locale, basedOn: _basedOn, note: _note, ...body }: ChangeBody) {
  // Zod's optional keys may hold undefined; what is absent stays as it is.
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as ChoicesChange;
}

async function askPreview(deps: SettingsDeps, asked: Asked, body: ChangeBody): Promise<Reply> {
  const changed = changeChoices(await deps.choices(asked.portal), changeOf(body));
  if (!changed.ok) return invalid(changed.problems, body);
  const preview = await deps.askPreview({ ...asked, id: body.id, choices: changed.choices });
  if (preview === null) throw new HttpError(404, 'not installed');
  return json(202, previewView(preview));
}

async function apply(deps: SettingsDeps, asked: Asked, body: ChangeBody): Promise<Reply> {
  const changed = changeChoices(await deps.choices(asked.portal), changeOf(body));
  if (!changed.ok) return invalid(changed.problems, body);
  const { basedOn, note } = body;
  const applied = await deps.apply({ ...asked, basedOn, note, choices: changed.choices });
  return answerTo(deps, asked, applied, body.locale);
}

function answerTo(deps: SettingsDeps, asked: Asked, applied: Applied, locale: string): Promise<Reply> {
  switch (applied.kind) {
    case 'applied':
      return answer(deps, asked, 'changed', locale);
    case 'stale':
      return answer(deps, asked, 'stale', locale);
    case 'not-installed':
    case 'unknown-edition':
      throw new HttpError(404, applied.kind);
  }
}

/** The page as it stands now, with what became of the change. */
async function answer(
  deps: SettingsDeps,
  { portal, by }: Asked,
  kind: 'changed' | 'stale',
  locale: string,
): Promise<Reply> {
  const found = await deps.page({ portal, person: by });
  if (found === null) throw new HttpError(404, 'not installed');
  const settings = settingsView(found, languageOf(locale));
  return json(kind === 'stale' ? 409 : 200, { kind, settings } satisfies ChangeAnswer);
}

function invalid(problems: readonly ChoicesProblem[], { locale, everything }: ChangeBody): Reply {
  const language = languageOf(locale);
  const say = (it: ChoicesProblem) => sayChoicesProblem(it, language, everything !== undefined);
  return json(422, { kind: 'invalid', problems: problems.map(say) });
}

function lastAdmin(locale: string): Reply {
  const sentence =
    languageOf(locale) === 'de'
      ? 'Der letzte Administrator bleibt: Benennen Sie zuerst einen anderen.'
      : 'The last admin stays: name another one first.';
  return json(422, { kind: 'invalid', problems: [{ path: null, sentence }] } satisfies ChangeAnswer);
}

async function done(act: Promise<void>): Promise<null> {
  await act;
  return null;
}

function read<T>(shape: z.ZodType<T>, call: Call): T {
  const parsed = shape.safeParse(parsedJson(call.body).value);
  if (!parsed.success) throw new HttpError(400, 'not a change of settings', { cause: parsed.error });
  return parsed.data;
}
