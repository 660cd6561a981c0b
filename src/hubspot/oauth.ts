/**
 * OAuth of the app: the consent link, code for tokens, and tokens that are renewed before they expire, by one caller at
 * a time over all processes. https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication
 */
import type { z } from 'zod';
import { CrmError } from '../usecases/crm-error.ts';
import type { Authorization, Clock, PortalId, StoredTokens, TokenVault } from '../usecases/ports.ts';
import type { Sleep, Tokens } from './calls.ts';
import { type Answer, isPassing, tokenRefused, unreadable } from './errors.ts';
import { introspectionSchema, tokensSchema } from './schemas.ts';
import type { HttpCall, Transport } from './transport.ts';
import { paths } from './versions.ts';

export type OAuthSettings = {
  /** HubSpot's consent page, without a query. */
  readonly authorizeUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUrl: string;
  readonly requiredScopes: readonly string[];
  readonly optionalScopes: readonly string[];
};

/** Renewed this long before the end, so that no call ever starts with a token that dies on the way. */
export const refreshAheadMs = 5 * 60_000;

export const triesOfTokenCalls = 3;
/** A code is spent by its first use, so an unknown result of that call cannot be repeated usefully. */
const triesOfCode = 1;
export const tokenBackoffMs = 1_000;

/** `tries`: how often the call may be made. */
type TokenCall = HttpCall & { readonly tries: number };

type Deps = {
  readonly settings: OAuthSettings;
  readonly transport: Transport;
  readonly vault: TokenVault;
  readonly clock: Clock;
  readonly sleep: Sleep;
  readonly random: () => number;
};

export function createAuthorization(deps: Deps): Authorization & { readonly tokens: Tokens } {
  return {
    authorizeUrl: (state) => authorizeUrl(deps.settings, state),
    redeem: (code) => redeem(deps, code),
    tokens: createTokens(deps),
  };
}

/** All required scopes stand in `scope`, or HubSpot blocks the install; spaces leave as %20, as its pages show them. */
export function authorizeUrl(settings: OAuthSettings, state: string): string {
  const query = {
    client_id: settings.clientId,
    redirect_uri: settings.redirectUrl,
    scope: settings.requiredScopes.join(' '),
    ...(settings.optionalScopes.length === 0 ? {} : { optional_scope: settings.optionalScopes.join(' ') }),
    state,
  };
  const pairs = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return `${settings.authorizeUrl}?${pairs.join('&')}`;
}

async function redeem(deps: Deps, code: string): ReturnType<Authorization['redeem']> {
  const doing = 'trade the authorization code for tokens';
  const grant = { grant_type: 'authorization_code', code, redirect_uri: deps.settings.redirectUrl };
  const answer = await tokenCall(
    deps,
    { method: 'POST', path: paths.token, form: withUs(deps, grant), doing, tries: triesOfCode },
    tokensSchema,
  );
  const { refresh_token: refreshToken } = answer;
  if (refreshToken === undefined) throw unreadable(doing, 'no refresh token');
  const who =
    answer.hub_id !== undefined && answer.scopes !== undefined
      ? answer
      : await introspect(deps, answer.access_token);
  if (who.hub_id === undefined || who.scopes === undefined) throw unreadable(doing, 'no portal or scopes');
  await deps.vault.save(who.hub_id, {
    accessToken: answer.access_token,
    refreshToken,
    expiresAt: deps.clock.now() + answer.expires_in * 1000,
  });
  return { portalId: who.hub_id, scopes: who.scopes, userId: who.user_id ?? 0 };
}

async function introspect(deps: Deps, token: string) {
  const doing = 'learn whose token this is';
  const form = withUs(deps, { token, token_type_hint: 'access_token' });
  return tokenCall(
    deps,
    { method: 'POST', path: paths.introspect, form, doing, tries: triesOfTokenCalls },
    introspectionSchema,
  );
}

export function createTokens(deps: Deps): Tokens {
  // Within a process one renewal serves all callers; over processes the vault's row lock does.
  const renewals = new Map<PortalId, Promise<StoredTokens>>();
  const renew = (portal: PortalId, isStale: (tokens: StoredTokens) => boolean): Promise<StoredTokens> => {
    const running = renewals.get(portal);
    if (running !== undefined) return running;
    const renewal = deps.vault
      .renew(portal, async (newest) => (isStale(newest) ? refreshed(deps, portal, newest) : newest))
      .finally(() => renewals.delete(portal));
    renewals.set(portal, renewal);
    return renewal;
  };
  const isDue = (tokens: StoredTokens) => tokens.expiresAt - deps.clock.now() <= refreshAheadMs;

  return {
    async access(portal) {
      const stored = await deps.vault.read(portal);
      if (stored === null) throw noTokens(portal);
      if (!isDue(stored)) return stored.accessToken;
      try {
        return (await renew(portal, isDue)).accessToken;
      } catch (error) {
        // HubSpot's token endpoint being down hurts nobody while the old token still lives.
        if (isPassing(error) && stored.expiresAt > deps.clock.now()) return stored.accessToken;
        throw error;
      }
    },
    async replace(portal, refusedToken) {
      return (await renew(portal, (newest) => newest.accessToken === refusedToken)).accessToken;
    },
  };
}

function noTokens(portal: PortalId): CrmError {
  return new CrmError(`Cannot call HubSpot for portal ${portal}: no tokens are stored`, {
    failure: 'installation-gone',
  });
}

async function refreshed(deps: Deps, portal: PortalId, current: StoredTokens): Promise<StoredTokens> {
  const doing = `renew the access token of portal ${portal}`;
  const form = withUs(deps, { grant_type: 'refresh_token', refresh_token: current.refreshToken });
  const answer = await tokenCall(
    deps,
    { method: 'POST', path: paths.token, form, doing, tries: triesOfTokenCalls },
    tokensSchema,
  );
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token ?? current.refreshToken,
    expiresAt: deps.clock.now() + answer.expires_in * 1000,
  };
}

function withUs(deps: Deps, form: Readonly<Record<string, string>>): Record<string, string> {
  return { ...form, client_id: deps.settings.clientId, client_secret: deps.settings.clientSecret };
}

/** The token endpoint has no portal yet and hence no turn; its refusals have their own codes. */
async function tokenCall<T extends z.ZodType>(deps: Deps, call: TokenCall, schema: T): Promise<z.output<T>> {
  const answer = await tokenTries(deps, call);
  const result = schema.safeParse(answer.body);
  if (!result.success) throw unreadable(call.doing, result.error);
  return result.data;
}

async function tokenTries(deps: Deps, call: TokenCall): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await deps.transport(call, null);
      if (answer.status >= 200 && answer.status < 300) return answer;
      throw tokenRefused(call.doing, answer);
    } catch (error) {
      if (attempt >= call.tries || !isPassing(error)) throw error;
      await deps.sleep(
        Math.round((error.retryAfterMs ?? 0) + deps.random() * tokenBackoffMs * 2 ** (attempt - 1)),
      );
    }
  }
}
