/** The round trip of an installation: to HubSpot's consent page and back, bound to the browser that began it. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { CrmError, type CrmFailure } from '../usecases/crm-error.ts';
import type { Authorization, Clock, OAuthStates, PortalId } from '../usecases/ports.ts';
import { installMessages, type Message, messagePage } from './install-pages.ts';
import { type Call, type Reply, type Route, redirect } from './route.ts';
import { signedQuery } from './signed-link.ts';

export type OAuthDeps = {
  readonly authorization: Pick<Authorization, 'authorizeUrl'>;
  readonly states: OAuthStates;
  /** Trades the code, stores the installation and starts the first reading. Throws `CrmError`. */
  readonly install: (code: string) => Promise<PortalId>;
  readonly clock: Clock;
  /** Whether browsers reach us over https. */
  readonly isSecure: boolean;
  /** Signs the link to the progress page. */
  readonly secret: string;
  readonly log: { warn(fields: object, message: string): void; error(fields: object, message: string): void };
};

/** How long consent may take, ms. */
export const stateLifeMs = 10 * 60_000;

const stateBytes = 32;

const callbackSchema = z.object({
  state: z.string().min(1).max(200),
  // HubSpot's codes are some forty characters; the bound keeps rubbish from travelling further.
  code: z.string().min(1).max(2048),
});

export function oauthRoutes(deps: OAuthDeps): readonly Route[] {
  return [
    { method: 'GET', path: '/oauth/install', auth: 'public', answer: () => begin(deps) },
    { method: 'GET', path: '/oauth/callback', auth: 'public', answer: (call) => finish(deps, call) },
  ];
}

/** Where to go afterwards is ours alone to say: parameters of the caller are not even read. */
async function begin(deps: OAuthDeps): Promise<Reply> {
  const state = randomBytes(stateBytes).toString('base64url');
  await deps.states.add(state, deps.clock.now() + stateLifeMs);
  return redirect(deps.authorization.authorizeUrl(state), {
    'Set-Cookie': cookie(deps, state, stateLifeMs / 1000),
  });
}

async function finish(deps: OAuthDeps, call: Call): Promise<Reply> {
  // A denied consent has no effect whoever sends it, so it needs no state.
  if (call.query['error'] === 'access_denied') return messagePage(200, installMessages.denied);
  const parsed = callbackSchema.safeParse(call.query);
  if (!parsed.success) return stopped(deps, call, 'not a callback', installMessages.refused);
  const { state, code } = parsed.data;
  if (!isSame(state, cookieOf(deps, call)))
    return stopped(deps, call, 'another browser', installMessages.linkSpent);
  if (!(await deps.states.spend(state, deps.clock.now()))) {
    return stopped(deps, call, 'state spent or old', installMessages.linkSpent);
  }
  try {
    const portal = await deps.install(code);
    const query = signedQuery(deps.secret, { purpose: 'install-progress', portal }, deps.clock.now());
    return redirect(`/install/progress?${query}`, { 'Set-Cookie': cookie(deps, '', 0) });
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    return failed(deps, call, error);
  }
}

function stopped(deps: OAuthDeps, call: Call, reason: string, message: Message): Reply {
  deps.log.warn({ requestId: call.requestId, reason }, 'installation refused');
  return messagePage(400, message);
}

const answers: Readonly<Partial<Record<CrmFailure, readonly [status: number, message: Message]>>> = {
  'invalid-input': [400, installMessages.refused],
  'installation-gone': [400, installMessages.refused],
  unauthorized: [400, installMessages.refused],
  'our-credentials': [503, installMessages.misconfigured],
};

function failed(deps: OAuthDeps, call: Call, error: CrmError): Reply {
  const [status, message] = answers[error.failure] ?? [503, installMessages.unavailable];
  const { failure, correlationId } = error;
  const level = status === 503 ? 'error' : 'warn';
  deps.log[level]({ requestId: call.requestId, failure, correlationId }, 'installation failed');
  return messagePage(status, message);
}

/** `__Host-` binds the cookie to this origin, but browsers take it over https only. */
function cookieName(deps: OAuthDeps): string {
  return deps.isSecure ? '__Host-rapport-install' : 'rapport-install';
}

/** Lax, because HubSpot's redirect back to us is a navigation from another site. */
function cookie(deps: OAuthDeps, value: string, seconds: number): string {
  const attributes = `Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${deps.isSecure ? '; Secure' : ''}`;
  return `${cookieName(deps)}=${value}; ${attributes}`;
}

function cookieOf(deps: OAuthDeps, call: Call): string {
  const pairs = (call.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === cookieName(deps))?.[1] ?? '';
}

function isSame(state: string, fromCookie: string): boolean {
  const a = Buffer.from(state);
  const b = Buffer.from(fromCookie);
  if (a.length !== b.length) return false;
  return timingSafeEqual(a, b);
}
