/** Who installed what: authorization codes, refresh tokens and access tokens of one portal, and the scopes they carry. */
import { createHash, randomBytes } from 'node:crypto';
import type { AppDeclaration } from '../app-declaration.ts';
import type { SandboxClock } from '../clock/sandbox-clock.ts';

/** HubSpot's access tokens live half an hour, its codes a few minutes. */
const accessTokenLifeMs = 1_800_000;
const codeLifeMs = 600_000;

export type Installation = {
  readonly appId: number;
  readonly refreshToken: string;
  readonly installedAt: number;
  scopes: readonly string[];
};

export type Access = {
  readonly app: AppDeclaration;
  readonly scopes: readonly string[];
  readonly expiresAt: number;
  /** `app` for client_credentials: it belongs to no portal. */
  readonly use: 'portal' | 'app';
};

export type Authentication =
  | { readonly kind: 'authenticated'; readonly access: Access }
  | { readonly kind: 'expired'; readonly expiredAt: number }
  | { readonly kind: 'unknown' };

export type IssuedTokens = {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly scopes: readonly string[];
};

export type CodeRequest = {
  readonly app: AppDeclaration;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly codeChallenge?: string;
  readonly codeChallengeMethod?: string;
};

export type Redemption =
  | { readonly kind: 'issued'; readonly tokens: IssuedTokens }
  | { readonly kind: 'bad-code' | 'redirect-mismatch' | 'bad-verifier' };

export type Grants = {
  readonly apps: readonly AppDeclaration[];
  appById(appId: number): AppDeclaration | undefined;
  appByClient(clientId: string): AppDeclaration | undefined;
  issueCode(request: CodeRequest): string;
  redeemCode(
    app: AppDeclaration,
    code: string,
    redirectUri: string,
    verifier: string | undefined,
  ): Redemption;
  /** Null when the token is of no living installation. */
  refresh(app: AppDeclaration, refreshToken: string): IssuedTokens | null;
  issueAppToken(app: AppDeclaration, scopes: readonly string[]): string;
  authenticate(token: string): Authentication;
  installation(appId: number): Installation | undefined;
  /** Installation of a refresh token. */
  holderOf(refreshToken: string): Installation | undefined;
  /** Whether this portal gave it: a code, a refresh token or an access token, expired or not. */
  gave(secret: string): boolean;
  uninstall(appId: number): boolean;
  /** Scopes that the portal's admin does not let the app have; those already granted are taken away. */
  withhold(appId: number, scopes: readonly string[]): void;
  withheld(appId: number): readonly string[];
  /** Revokes a token of either kind; a revoked refresh token leaves live access tokens alone, as HubSpot does. */
  revoke(token: string): void;
  restore(installation: Installation): void;
};

type Code = CodeRequest & { readonly expiresAt: number };

export function createGrants(apps: readonly AppDeclaration[], clock: SandboxClock): Grants {
  const codes = new Map<string, Code>();
  const accesses = new Map<string, Access>();
  const installations = new Map<number, Installation>();
  const withheldScopes = new Map<number, readonly string[]>();

  function issueAccess(app: AppDeclaration, scopes: readonly string[], use: Access['use']): string {
    const token = newToken('at');
    accesses.set(token, { app, scopes, expiresAt: clock.now() + accessTokenLifeMs, use });
    return token;
  }

  function issueTokens(app: AppDeclaration, installation: Installation): IssuedTokens {
    const { refreshToken, scopes } = installation;
    return { accessToken: issueAccess(app, scopes, 'portal'), refreshToken, scopes };
  }

  function dropAccesses(appId: number) {
    for (const [token, access] of accesses) if (access.app.appId === appId) accesses.delete(token);
  }

  const holderOf = (refreshToken: string) =>
    [...installations.values()].find((installation) => installation.refreshToken === refreshToken);

  return {
    apps,
    appById: (appId) => apps.find((app) => app.appId === appId),
    appByClient: (clientId) => apps.find((app) => app.clientId === clientId),
    issueCode(request) {
      const code = newToken('code');
      codes.set(code, { ...request, expiresAt: clock.now() + codeLifeMs });
      return code;
    },
    redeemCode(app, code, redirectUri, verifier) {
      const known = codes.get(code);
      codes.delete(code);
      if (known === undefined || known.app.appId !== app.appId || known.expiresAt < clock.now())
        return { kind: 'bad-code' };
      if (known.redirectUri !== redirectUri) return { kind: 'redirect-mismatch' };
      if (!provesChallenge(known, verifier)) return { kind: 'bad-verifier' };
      // A second consent replaces the scopes of the first; the refresh token of an installation stays the same.
      const before = installations.get(app.appId);
      const installation: Installation = {
        appId: app.appId,
        refreshToken: before?.refreshToken ?? newToken('rt'),
        installedAt: before?.installedAt ?? clock.now(),
        scopes: known.scopes,
      };
      installations.set(app.appId, installation);
      return { kind: 'issued', tokens: issueTokens(app, installation) };
    },
    refresh(app, refreshToken) {
      const installation = holderOf(refreshToken);
      if (installation === undefined || installation.appId !== app.appId) return null;
      return issueTokens(app, installation);
    },
    issueAppToken: (app, scopes) => issueAccess(app, scopes, 'app'),
    authenticate(token) {
      const access = accesses.get(token);
      if (access === undefined) return { kind: 'unknown' };
      if (access.expiresAt <= clock.now()) return { kind: 'expired', expiredAt: access.expiresAt };
      return { kind: 'authenticated', access };
    },
    installation: (appId) => installations.get(appId),
    holderOf,
    gave: (secret) => codes.has(secret) || accesses.has(secret) || holderOf(secret) !== undefined,
    uninstall(appId) {
      dropAccesses(appId);
      return installations.delete(appId);
    },
    withhold(appId, scopes) {
      withheldScopes.set(appId, scopes);
      const installation = installations.get(appId);
      if (installation !== undefined) {
        installation.scopes = installation.scopes.filter((scope) => !scopes.includes(scope));
      }
      for (const [token, access] of accesses) {
        if (access.app.appId !== appId) continue;
        accesses.set(token, { ...access, scopes: access.scopes.filter((scope) => !scopes.includes(scope)) });
      }
    },
    withheld: (appId) => withheldScopes.get(appId) ?? [],
    revoke(token) {
      accesses.delete(token);
      const installation = holderOf(token);
      if (installation !== undefined) installations.delete(installation.appId);
    },
    restore: (installation) => void installations.set(installation.appId, installation),
  };
}

function newToken(kind: string): string {
  return `${kind}-${randomBytes(24).toString('base64url')}`;
}

function provesChallenge(code: Code, verifier: string | undefined): boolean {
  if (code.codeChallenge === undefined) return true;
  if (verifier === undefined) return false;
  if (code.codeChallengeMethod !== 'S256') return verifier === code.codeChallenge;
  return createHash('sha256').update(verifier).digest('base64url') === code.codeChallenge;
}
