/** The token, introspection and revocation endpoints. They take forms only: JSON is refused with 415, as HubSpot does. */
import type { Express, Request, Response } from 'express';
import { type Answer, sendAnswer } from '../api/dispatch.ts';
import type { AppDeclaration } from '../app-declaration.ts';
import type { CallCounter } from '../limits/call-counter.ts';
import type { PortalSettings } from '../portal-settings.ts';
import type { TrafficRecorder } from '../traffic-recorder.ts';
import type { Grants, IssuedTokens } from './grants.ts';

export type TokenParts = {
  readonly grants: Grants;
  readonly portal: PortalSettings;
  readonly counter: CallCounter;
  readonly recorder: TrafficRecorder;
  readonly now: () => number;
};

/** Seconds an access token lives. */
const expiresIn = 1800;

export function mountTokenEndpoints(app: Express, parts: TokenParts): void {
  const rows: readonly (readonly [string, (form: URLSearchParams, parts: TokenParts) => Answer])[] = [
    ['token', token],
    ['token/introspect', introspect],
    ['token/revoke', revoke],
  ];
  for (const [path, handle] of rows) {
    app.post(`/oauth/:version/${path}`, (request: Request, response: Response) => {
      const version = request.params['version'];
      const answer = request.is('application/x-www-form-urlencoded')
        ? handle(new URLSearchParams(typeof request.body === 'string' ? request.body : ''), parts)
        : unsupportedMedia;
      parts.counter.count('oauth', `POST /oauth/${version}/${path}`, answer.status);
      parts.recorder.record(request, answer);
      sendAnswer(response, answer);
    });
  }
}

const unsupportedMedia: Answer = {
  status: 415,
  body: { status: 'error', message: 'HTTP 415 Unsupported Media Type', category: 'VALIDATION_ERROR' },
};

/** The older status and message beside RFC 6749's fields: apps in the field read either. */
function refused(error: string, status: string, description: string, httpStatus = 400): Answer {
  return {
    status: httpStatus,
    body: { error, error_description: description, status, message: description },
  };
}

type Client =
  | { readonly kind: 'client'; readonly app: AppDeclaration }
  | { readonly kind: 'refused'; readonly answer: Answer };

function clientOf(form: URLSearchParams, parts: TokenParts): Client {
  const app = parts.grants.appByClient(form.get('client_id') ?? '');
  if (app === undefined) {
    return {
      kind: 'refused',
      answer: refused('invalid_client', 'BAD_CLIENT_ID', 'missing or unknown client id'),
    };
  }
  if (form.get('client_secret') !== app.clientSecret) {
    return {
      kind: 'refused',
      answer: refused('invalid_client', 'BAD_CLIENT_SECRET', 'missing or invalid client secret'),
    };
  }
  return { kind: 'client', app };
}

function token(form: URLSearchParams, parts: TokenParts): Answer {
  const client = clientOf(form, parts);
  if (client.kind === 'refused') return client.answer;
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return redeem(client.app, form, parts);
    case 'refresh_token': {
      const issued = parts.grants.refresh(client.app, form.get('refresh_token') ?? '');
      if (issued === null)
        return refused('invalid_grant', 'BAD_REFRESH_TOKEN', 'missing or invalid refresh token');
      return { status: 200, body: tellTokens(issued, parts.portal) };
    }
    case 'client_credentials':
      return {
        status: 200,
        body: {
          access_token: parts.grants.issueAppToken(
            client.app,
            (form.get('scope') ?? '').split(' ').filter((one) => one),
          ),
          expires_in: expiresIn,
          token_type: 'bearer',
          token_use: 'access_token',
        },
      };
    default:
      return refused('unsupported_grant_type', 'BAD_GRANT_TYPE', 'missing or unknown grant_type');
  }
}

function redeem(app: AppDeclaration, form: URLSearchParams, parts: TokenParts): Answer {
  const redemption = parts.grants.redeemCode(
    app,
    form.get('code') ?? '',
    form.get('redirect_uri') ?? '',
    form.get('code_verifier') ?? undefined,
  );
  switch (redemption.kind) {
    case 'issued':
      return { status: 200, body: tellTokens(redemption.tokens, parts.portal) };
    case 'bad-code':
      return refused('invalid_grant', 'BAD_AUTH_CODE', 'missing or unknown auth code');
    case 'redirect-mismatch':
      return refused(
        'invalid_grant',
        'BAD_REDIRECT_URI',
        'redirect_uri does not match that of the auth code',
      );
    case 'bad-verifier':
      return refused('invalid_grant', 'BAD_CODE_VERIFIER', 'code_verifier does not match the code_challenge');
  }
}

function tellTokens(issued: IssuedTokens, portal: PortalSettings) {
  return {
    access_token: issued.accessToken,
    refresh_token: issued.refreshToken,
    expires_in: expiresIn,
    token_type: 'bearer',
    token_use: 'access_token',
    hub_id: portal.portalId,
    user_id: portal.user.id,
    scopes: issued.scopes,
  };
}

function introspect(form: URLSearchParams, parts: TokenParts): Answer {
  const client = clientOf(form, parts);
  if (client.kind === 'refused') return client.answer;
  const text = form.get('token') ?? '';
  const { portal, grants } = parts;
  const common = {
    hub_id: portal.portalId,
    user_id: portal.user.id,
    user: portal.user.email,
    hub_domain: portal.hubDomain,
    app_id: client.app.appId,
    client_id: client.app.clientId,
    is_private_distribution: false,
  };
  const known = grants.authenticate(text);
  if (known.kind === 'authenticated') {
    const { scopes, expiresAt } = known.access;
    const seconds = Math.floor((expiresAt - parts.now()) / 1000);
    return {
      status: 200,
      body: {
        active: true,
        token_use: 'access_token',
        token_type: 'bearer',
        ...common,
        scopes,
        expires_in: seconds,
      },
    };
  }
  const holder = grants.holderOf(text);
  if (holder === undefined) return { status: 200, body: { active: false } };
  return {
    status: 200,
    body: { active: true, token_use: 'refresh_token', ...common, scopes: holder.scopes },
  };
}

function revoke(form: URLSearchParams, parts: TokenParts): Answer {
  const client = clientOf(form, parts);
  if (client.kind === 'refused') return client.answer;
  parts.grants.revoke(form.get('token') ?? '');
  return { status: 204 };
}
