/** The consent step of OAuth: checks what an app asks for, shows it, and hands out the code when the user agrees. */
import type { Express, Request, Response } from 'express';
import type { AppDeclaration } from '../app-declaration.ts';
import type { PortalSettings } from '../portal-settings.ts';
import { type ConsentPage, consentErrorHtml, consentHtml } from './consent-html.ts';
import type { Grants } from './grants.ts';
import { scopeText } from './scope-texts.ts';

export type AuthorizeParts = {
  readonly grants: Grants;
  readonly portal: PortalSettings;
  /** Draws the page, for a portal that looks its own way. */
  readonly consentHtml?: (page: ConsentPage) => string;
};

type Asked = {
  readonly app: AppDeclaration;
  readonly redirectUri: string;
  readonly state: string | null;
  readonly scopes: readonly string[];
  readonly optional: readonly string[];
  readonly codeChallenge: string | null;
  readonly codeChallengeMethod: string | null;
};

type Reading =
  | { readonly kind: 'fits'; readonly asked: Asked }
  | { readonly kind: 'blocked'; readonly title: string; readonly detail: string };

export function mountAuthorize(app: Express, parts: AuthorizeParts): void {
  const paths = ['/oauth/authorize', '/oauth/:portalId/authorize'];
  app.get(paths, (request, response) => showConsent(request, response, parts));
  app.post(paths, (request, response) => decide(request, response, parts));
}

function showConsent(request: Request, response: Response, parts: AuthorizeParts): void {
  const query = new URL(request.originalUrl, 'http://portal').searchParams;
  const reading = readAsked(query, parts.grants);
  if (reading.kind === 'blocked')
    return void response.status(400).send(consentErrorHtml(reading.title, reading.detail));
  const { app, scopes, optional } = reading.asked;
  const withheld = parts.grants.withheld(app.appId);
  const listed = [...scopes, ...optional].filter((scope) => !withheld.includes(scope));
  const page: ConsentPage = {
    appName: app.name,
    description: app.description ?? '',
    accountName: parts.portal.name,
    portalId: parts.portal.portalId,
    userName: `${parts.portal.user.firstName} ${parts.portal.user.lastName}`,
    scopes: listed.map((name) => ({ name, text: scopeText(name), isOptional: optional.includes(name) })),
    fields: Object.fromEntries(query),
    action: '/oauth/authorize',
  };
  response.type('html').send((parts.consentHtml ?? consentHtml)(page));
}

function decide(request: Request, response: Response, parts: AuthorizeParts): void {
  const form = new URLSearchParams(typeof request.body === 'string' ? request.body : '');
  const reading = readAsked(form, parts.grants);
  if (reading.kind === 'blocked')
    return void response.status(400).send(consentErrorHtml(reading.title, reading.detail));
  const { asked } = reading;
  const target = new URL(asked.redirectUri);
  if (asked.state !== null) target.searchParams.set('state', asked.state);
  if (form.get('decision') === 'cancel') {
    target.searchParams.set('error', 'access_denied');
    target.searchParams.set('error_description', 'The user did not allow the app');
    response.redirect(302, target.href);
    return;
  }
  const withheld = parts.grants.withheld(asked.app.appId);
  const code = parts.grants.issueCode({
    app: asked.app,
    redirectUri: asked.redirectUri,
    scopes: [...new Set([...asked.scopes, ...asked.optional])].filter((scope) => !withheld.includes(scope)),
    ...(asked.codeChallenge === null ? {} : { codeChallenge: asked.codeChallenge }),
    ...(asked.codeChallengeMethod === null ? {} : { codeChallengeMethod: asked.codeChallengeMethod }),
  });
  target.searchParams.set('code', code);
  response.redirect(302, target.href);
}

/** A request that does not agree with the app's declaration is blocked here: the user never gets to agree to it. */
function readAsked(query: URLSearchParams, grants: Grants): Reading {
  const app = grants.appByClient(query.get('client_id') ?? '');
  if (app === undefined) return blocked('App not found', 'The client_id of the link belongs to no app.');
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!app.redirectUrls.includes(redirectUri)) {
    return blocked(
      'Redirect URL mismatch',
      `${app.name} does not declare the redirect URL ${redirectUri || '(none)'}.`,
    );
  }
  const scopes = wordsOf(query.get('scope'));
  const optional = wordsOf(query.get('optional_scope'));
  const missing = app.requiredScopes.filter((scope) => !scopes.includes(scope));
  if (missing.length > 0) {
    return blocked(
      'Scope mismatch',
      `${app.name} requires scopes that the link does not ask for: ${missing.join(', ')}.`,
    );
  }
  const declared = [...app.requiredScopes, ...app.optionalScopes];
  const undeclared = [...scopes, ...optional].filter((scope) => !declared.includes(scope));
  if (undeclared.length > 0) {
    return blocked(
      'Scope mismatch',
      `The link asks for scopes that ${app.name} does not declare: ${undeclared.join(', ')}.`,
    );
  }
  return {
    kind: 'fits',
    asked: {
      app,
      redirectUri,
      scopes,
      optional,
      state: query.get('state'),
      codeChallenge: query.get('code_challenge'),
      codeChallengeMethod: query.get('code_challenge_method'),
    },
  };
}

function blocked(title: string, detail: string): Reading {
  return { kind: 'blocked', title, detail };
}

function wordsOf(text: string | null): string[] {
  return (text ?? '').split(/[\s,]+/).filter((word) => word !== '');
}
