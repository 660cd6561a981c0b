import { describe, expect, test } from 'vitest';
import { at, consent, install, openSandbox, testApp, text } from '../support/sandbox-world.ts';

const asked = {
  client_id: testApp.clientId,
  redirect_uri: testApp.redirectUrls[0] ?? '',
  scope: testApp.requiredScopes.join(' '),
  optional_scope: 'tickets',
  state: 'a state',
};

describe('the consent page', () => {
  test('it names the app, the account and each scope in words', async () => {
    await using world = await openSandbox({ install: false });
    const response = await fetch(`${world.url}/oauth/authorize?${new URLSearchParams(asked)}`);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain('Connect Rapport to Harbour &amp; Hill');
    expect(html).toContain('View contacts, with what is on their timeline');
    expect(html).toContain('View and change tickets');
    expect(html).toContain('Install app');
  });

  test('what the app sends cannot break out of the page', async () => {
    await using world = await openSandbox({ install: false });
    const query = new URLSearchParams({ ...asked, state: '"><script>alert(1)</script>' });
    const response = await fetch(`${world.url}/oauth/authorize?${query}`);
    expect(await response.text()).not.toContain('<script>');
  });

  test.each([
    ['a client that is no app', { client_id: 'nobody' }, 'App not found'],
    [
      'a redirect URL that is not declared',
      { redirect_uri: 'https://evil.example' },
      'Redirect URL mismatch',
    ],
    ['a required scope that is not asked for', { scope: 'oauth' }, 'Scope mismatch'],
    ['a scope that is not declared', { optional_scope: 'forms' }, 'Scope mismatch'],
  ])('%s is blocked, before and after the click', async (_what, change, title) => {
    await using world = await openSandbox({ install: false });
    const fields = new URLSearchParams({ ...asked, ...change });
    const shown = await fetch(`${world.url}/oauth/authorize?${fields}`);
    const clicked = await fetch(`${world.url}/oauth/authorize`, {
      method: 'POST',
      body: fields,
      redirect: 'manual',
    });
    expect([shown.status, clicked.status]).toEqual([400, 400]);
    expect(await shown.text()).toContain(title);
  });

  test('the state comes back, with a code or with the refusal', async () => {
    await using world = await openSandbox({ install: false });
    const decide = async (decision: string) => {
      const body = new URLSearchParams({ ...asked, decision });
      const response = await fetch(`${world.url}/oauth/authorize`, {
        method: 'POST',
        body,
        redirect: 'manual',
      });
      return new URL(response.headers.get('location') ?? '').searchParams;
    };
    const installed = await decide('install');
    const cancelled = await decide('cancel');
    expect([installed.get('state'), cancelled.get('state')]).toEqual(['a state', 'a state']);
    expect(installed.get('code')).not.toBeNull();
    expect([cancelled.get('code'), cancelled.get('error')]).toEqual([null, 'access_denied']);
  });
});

describe('tokens', () => {
  const fields = {
    grant_type: 'authorization_code',
    client_id: testApp.clientId,
    client_secret: testApp.clientSecret,
    redirect_uri: testApp.redirectUrls[0] ?? '',
  };

  test('withheld scopes are not granted', async () => {
    await using world = await openSandbox({ install: false });
    await world.page('POST', `/apps/${testApp.appId}/withhold`, { scopes: ['tickets'] });
    const code = await consent(world.url, testApp);
    const reply = await world.form('/oauth/2026-09/token', { ...fields, code });
    expect(at(reply.body, 'scopes')).not.toContain('tickets');
    expect(at(reply.body, 'scopes')).toContain('crm.objects.contacts.read');
  });

  test('a code is good for ten minutes, for its own redirect URL and its own challenge', async () => {
    await using world = await openSandbox({ install: false });
    const redeem = (code: string, more = {}) =>
      world.form('/oauth/2026-09/token', { ...fields, code, ...more });
    const elsewhere = await redeem(await consent(world.url, testApp), {
      redirect_uri: 'http://localhost:1/other',
    });
    const unproven = await redeem(await consent(world.url, testApp, { code_challenge: 'abc' }), {
      code_verifier: 'abd',
    });
    const proven = await redeem(await consent(world.url, testApp, { code_challenge: 'abc' }), {
      code_verifier: 'abc',
    });
    const late = await consent(world.url, testApp);
    await world.page('POST', '/clock', { advanceMs: 600_001 });
    expect([elsewhere, unproven, proven, await redeem(late)].map((reply) => reply.status)).toEqual([
      400, 400, 200, 400,
    ]);
    expect(at(elsewhere.body, 'error')).toBe('invalid_grant');
  });

  test('introspection tells the portal, the app and what is left of the token', async () => {
    await using world = await openSandbox();
    await world.page('POST', '/clock', { advanceMs: 800_000 });
    const client = { client_id: testApp.clientId, client_secret: testApp.clientSecret };
    const reply = await world.form('/oauth/2026-09/token/introspect', { ...client, token: world.token });
    expect(reply.body).toMatchObject({
      active: true,
      hub_id: 145550001,
      app_id: 4711,
      token_use: 'access_token',
    });
    expect(Number(at(reply.body, 'expires_in'))).toBeLessThanOrEqual(1000);
    const unknown = await world.form('/oauth/2026-09/token/introspect', { ...client, token: 'nothing' });
    expect(unknown.body).toEqual({ active: false });
  });

  test('a revoked refresh token refreshes no more, while the access token lives on', async () => {
    await using world = await openSandbox();
    const client = { client_id: testApp.clientId, client_secret: testApp.clientSecret };
    await world.form('/oauth/2026-09/token/revoke', { ...client, token: world.refreshToken });
    const refreshed = await world.form('/oauth/2026-09/token', {
      ...client,
      grant_type: 'refresh_token',
      refresh_token: world.refreshToken,
    });
    const called = await world.call('GET', '/account-info/2026-09/details');
    expect([at(refreshed.body, 'status'), called.status]).toEqual(['BAD_REFRESH_TOKEN', 200]);
  });

  test('installing again keeps the refresh token', async () => {
    await using world = await openSandbox();
    const { refresh } = await install(world.url, testApp);
    expect(refresh).toBe(world.refreshToken);
  });

  test('an uninstall from the portal ends all access at once', async () => {
    await using world = await openSandbox();
    await world.page('POST', `/apps/${testApp.appId}/uninstall`);
    const reply = await world.call('GET', '/account-info/2026-09/details');
    expect([reply.status, text(reply.body, 'category')]).toEqual([401, 'INVALID_AUTHENTICATION']);
  });
});
