/** What the app's home page asks: the overview, a page of a list, and to try parked work again. */
import type { ListView } from '@rapport/shared/contract-home.ts';
import { z } from 'zod';
import { stageAnswers } from '../relationship/stage/stages.ts';
import type { Person } from '../usecases/corrections.ts';
import type { Home, ListOf } from '../usecases/home.ts';
import type { Clock, PortalId } from '../usecases/ports.ts';
import type { PortalHome } from '../usecases/read-home.ts';
import { languageOf, localeShape } from './card-routes.ts';
import { homeView, listedView } from './home-view.ts';
import { HttpError } from './http-error.ts';
import { parsedJson } from './raw-body.ts';
import { type Call, json, type Reply, type Route } from './route.ts';
import { personOf } from './viewer.ts';

export type HomeDeps = {
  readonly home: (portal: PortalId) => Promise<PortalHome | null>;
  readonly list: Home['list'];
  /** Host of the portal's pages; null for one that is not installed. */
  readonly uiDomain: (portal: PortalId) => Promise<string | null>;
  readonly retry: (portal: PortalId, subjects: readonly string[]) => Promise<void>;
  readonly isAdmin: (portal: PortalId, person: Person) => Promise<boolean>;
  readonly clock: Clock;
};

const pageSize = 25;
const dayMs = 86_400_000;
const whole = (min: number, max: number) => z.coerce.number().int().min(min).max(max);

const listOf = z.discriminatedUnion('by', [
  z.object({ by: z.literal('stage'), stage: z.enum(stageAnswers) }),
  z.object({ by: z.literal('quadrant'), quadrant: z.string().regex(/^[a-z_]{1,40}$/) }),
  z.object({ by: z.literal('gap'), gap: whole(-4, 4) }),
  z.object({ by: z.literal('slipping'), days: whole(1, 366) }),
  z.object({ by: z.literal('recovering') }),
]);
const after = z.string().max(40).optional();
const retried = z.object({ subjects: z.array(z.string().min(1).max(200)).min(1).max(100) });

export function homeRoutes(deps: HomeDeps): readonly Route[] {
  return [
    { method: 'GET', path: '/home', auth: 'viewer', answer: (call, portal) => home(deps, call, portal) },
    { method: 'GET', path: '/home/list', auth: 'viewer', answer: (call, portal) => list(deps, call, portal) },
    {
      method: 'POST',
      path: '/home/retry',
      auth: 'viewer',
      answer: (call, portal) => retry(deps, call, portal),
    },
  ];
}

async function home(deps: HomeDeps, call: Call, portal: PortalId): Promise<Reply> {
  const found = await deps.home(portal);
  if (found === null) throw new HttpError(404, 'not installed');
  const language = languageOf(localeShape.parse(call.query['locale']));
  const mayRetry = await deps.isAdmin(portal, personOf(call));
  return json(200, homeView(found, mayRetry, language));
}

async function list(deps: HomeDeps, call: Call, portal: PortalId): Promise<Reply> {
  const of = listOf.safeParse(call.query);
  const from = after.safeParse(call.query['after']);
  if (!of.success || !from.success)
    throw new HttpError(400, 'not a list of the home page', { cause: of.error });
  const uiDomain = await deps.uiDomain(portal);
  if (uiDomain === null) throw new HttpError(404, 'not installed');
  const page = await deps.list(portal, wanted(of.data, deps.clock.now()), {
    after: from.data ?? null,
    limit: pageSize,
  });
  const view: ListView = {
    kind: 'list',
    at: new Date(deps.clock.now()).toISOString(),
    contacts: page.contacts.map(listedView),
    next: page.next,
    uiDomain,
  };
  return json(200, view);
}

function wanted(of: z.infer<typeof listOf>, now: number): ListOf {
  return of.by === 'slipping' ? { by: 'slipping', until: now + of.days * dayMs } : of;
}

async function retry(deps: HomeDeps, call: Call, portal: PortalId): Promise<Reply> {
  if (!(await deps.isAdmin(portal, personOf(call)))) return json(403, { kind: 'not-admin' });
  const parsed = retried.safeParse(parsedJson(call.body).value);
  if (!parsed.success) throw new HttpError(400, 'not a list of parked work', { cause: parsed.error });
  await deps.retry(portal, parsed.data.subjects);
  return home(deps, call, portal);
}
