import { describe, expect, it } from 'vitest';
import { renewalLeaseSeconds } from '../../src/db/token-vault.ts';
import {
  authorizeUrl,
  createAuthorization,
  tokenBackoffMs,
  triesOfTokenCalls,
} from '../../src/hubspot/oauth.ts';
import { requestTimeoutMs } from '../../src/hubspot/transport.ts';
import { CrmError } from '../../src/usecases/crm-error.ts';
import { consent, crmWorld, installedWorld, manifest, memoryVault, portal } from '../support/crm-world.ts';

const minute = 60_000;

async function failureOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof CrmError) return error.failure;
    throw error;
  }
  return 'none';
}

describe('the consent link', () => {
  it('asks for every required scope, and for the optional ones apart', async () => {
    await using world = await crmWorld();
    const url = new URL(world.authorization.authorizeUrl('a state'));
    expect(url.searchParams.get('scope')?.split(' ')).toEqual(
      manifest.scopes.required.map(({ name }) => name),
    );
    expect(url.searchParams.get('optional_scope')?.split(' ')).toEqual(
      manifest.scopes.optional.map(({ name }) => name),
    );
    expect(url.searchParams.get('state')).toBe('a state');
    expect((await fetch(url)).status).toBe(200);
  });

  it('separates scopes by %20, as HubSpot shows it', () => {
    const settings = {
      clientId: 'c',
      clientSecret: 's',
      redirectUrl: 'https://r.example/cb',
      requiredScopes: ['a', 'b'],
    };
    const url = authorizeUrl(
      { ...settings, authorizeUrl: 'https://app.example/authorize', optionalScopes: [] },
      'x',
    );
    expect(url).toBe(
      'https://app.example/authorize?client_id=c&redirect_uri=https%3A%2F%2Fr.example%2Fcb&scope=a%20b&state=x',
    );
  });
});

describe('a code', () => {
  it('becomes tokens in the vault and says whose they are', async () => {
    await using world = await crmWorld();
    const redeemed = await world.authorization.redeem(consent(world));
    expect(redeemed.portalId).toBe(portal);
    expect(redeemed.scopes).toContain('crm.objects.contacts.write');
    expect(world.vault.rows.get(portal)?.expiresAt).toBeGreaterThan(world.sandbox.clock.now() + 29 * minute);
  });

  it('names only the scopes that were granted', async () => {
    await using world = await crmWorld({ withheld: ['tickets'] });
    const { scopes } = await world.authorization.redeem(consent(world));
    expect(scopes).not.toContain('tickets');
  });

  it('used twice is a bad input, and the first tokens stay', async () => {
    await using world = await crmWorld();
    const code = consent(world);
    await world.authorization.redeem(code);
    const before = world.vault.rows.get(portal);
    expect(await failureOf(world.authorization.redeem(code))).toBe('invalid-input');
    expect(world.vault.rows.get(portal)).toEqual(before);
  });

  it('with a wrong secret of ours is our fault', async () => {
    await using world = await crmWorld({ clientSecret: 'wrong' });
    expect(await failureOf(world.authorization.redeem(consent(world)))).toBe('our-credentials');
  });
});

describe('an access token', () => {
  it('is renewed before it expires, so that no call ever meets an expired one', async () => {
    await using world = await installedWorld();
    const first = world.vault.rows.get(portal)?.accessToken;
    world.sandbox.clock.advanceTo(world.sandbox.clock.now() + 26 * minute);
    await world.crm.portalFacts(portal);
    expect(world.vault.rows.get(portal)?.accessToken).not.toBe(first);
    expect(world.exchanges.map(({ status }) => status)).toEqual([200, 200]);
  });

  it('is left alone while it is young', async () => {
    await using world = await installedWorld();
    world.sandbox.clock.advanceTo(world.sandbox.clock.now() + 20 * minute);
    await world.crm.portalFacts(portal);
    expect(world.exchanges).toHaveLength(1);
  });

  it('is renewed once for twenty callers', async () => {
    await using world = await installedWorld();
    world.sandbox.clock.advanceTo(world.sandbox.clock.now() + 40 * minute);
    await Promise.all(Array.from({ length: 20 }, () => world.crm.portalFacts(portal)));
    expect(world.exchanges.filter(({ path }) => path.endsWith('/token'))).toHaveLength(1);
    expect(world.exchanges.filter(({ status }) => status !== 200)).toEqual([]);
  });

  it('is renewed once for two processes, the second of which takes what the first has stored', async () => {
    await using world = await installedWorld();
    world.sandbox.clock.advanceTo(world.sandbox.clock.now() + 40 * minute);
    await Promise.all([world.crm.portalFacts(portal), world.otherProcess.portalFacts(portal)]);
    expect(world.exchanges.filter(({ path }) => path.endsWith('/token'))).toHaveLength(1);
  });

  it('is asked of the vault once for all callers of a process', async () => {
    await using world = await installedWorld();
    world.sandbox.clock.advanceTo(world.sandbox.clock.now() + 40 * minute);
    world.vault.renewals = 0;
    await Promise.all(Array.from({ length: 20 }, () => world.crm.portalFacts(portal)));
    expect(world.vault.renewals).toBe(1);
  });

  it('that HubSpot refuses all the same is replaced once', async () => {
    await using world = await installedWorld();
    const stored = world.vault.rows.get(portal);
    world.vault.rows.set(portal, {
      refreshToken: stored?.refreshToken ?? '',
      accessToken: 'revoked',
      expiresAt: Number.MAX_SAFE_INTEGER,
    });
    await world.crm.portalFacts(portal);
    expect(world.exchanges.map(({ status }) => status)).toEqual([401, 200, 200]);
  });

  it('of a portal that removed the app is gone, and nothing else is called', async () => {
    await using world = await installedWorld();
    world.sandbox.grants.uninstall(4711);
    world.sandbox.clock.advanceTo(world.sandbox.clock.now() + 40 * minute);
    expect(await failureOf(world.crm.portalFacts(portal))).toBe('installation-gone');
    expect(world.exchanges.map(({ path }) => path)).toEqual(['/oauth/2026-09/token']);
  });

  it('is no uninstall when the secret of ours is wrong', async () => {
    await using world = await installedWorld();
    await using misconfigured = await crmWorld({ clientSecret: 'wrong' });
    const stored = world.vault.rows.get(portal);
    misconfigured.vault.rows.set(portal, {
      accessToken: 'x',
      refreshToken: stored?.refreshToken ?? '',
      expiresAt: 0,
    });
    expect(await failureOf(misconfigured.crm.portalFacts(portal))).toBe('our-credentials');
  });

  it('without a row in the vault is gone', async () => {
    await using world = await crmWorld();
    expect(await failureOf(world.crm.portalFacts(portal))).toBe('installation-gone');
    expect(world.exchanges).toEqual([]);
  });
});

describe('the token endpoint', () => {
  type Played = { readonly status?: number; readonly body: unknown };

  /** An authorization on answers that are played in turn; the vault holds tokens that are due. */
  function played(answers: readonly Played[], life = 60_000) {
    const asked: string[] = [];
    const vault = memoryVault();
    vault.rows.set(portal, { accessToken: 'old', refreshToken: 'refresh', expiresAt: life });
    const authorization = createAuthorization({
      settings: {
        authorizeUrl: 'https://app.example/authorize',
        clientId: 'id',
        clientSecret: 'secret',
        redirectUrl: 'https://r.example/cb',
        requiredScopes: [],
        optionalScopes: [],
      },
      transport: async ({ path }) => {
        const { status = 200, body } = answers[Math.min(asked.length, answers.length - 1)] ?? { body: null };
        asked.push(path);
        return { status, body, retryAfterMs: null, remaining: null };
      },
      vault,
      clock: { now: () => 0 },
      sleep: async () => undefined,
      random: () => 0,
    });
    return { authorization, vault, asked };
  }

  const fresh = { access_token: 'new', refresh_token: 'newer refresh', expires_in: 1800 };

  it('that does not name the portal is asked by introspection', async () => {
    const whose = { active: true, hub_id: portal, user_id: 5, scopes: ['oauth'] };
    const { authorization, vault, asked } = played([{ body: fresh }, { body: whose }]);
    expect(await authorization.redeem('code')).toEqual({ portalId: portal, userId: 5, scopes: ['oauth'] });
    expect(asked).toEqual(['/oauth/2026-09/token', '/oauth/2026-09/token/introspect']);
    expect(vault.rows.get(portal)).toEqual({
      accessToken: 'new',
      refreshToken: 'newer refresh',
      expiresAt: 1_800_000,
    });
  });

  it('may change the refresh token, and the newest is kept', async () => {
    const { authorization, vault } = played([{ body: fresh }]);
    expect(await authorization.tokens.access(portal)).toBe('new');
    expect(vault.rows.get(portal)?.refreshToken).toBe('newer refresh');
    const { refresh_token: _, ...unchanged } = fresh;
    const same = played([{ body: unchanged }]);
    await same.authorization.tokens.access(portal);
    expect(same.vault.rows.get(portal)?.refreshToken).toBe('refresh');
  });

  it('that is down is tried three times, and the old token serves while it lives', async () => {
    const down = [{ status: 503, body: null }];
    const alive = played(down);
    expect(await alive.authorization.tokens.access(portal)).toBe('old');
    expect(alive.asked).toHaveLength(3);
    const dead = played(down, 0);
    expect(await failureOf(dead.authorization.tokens.access(portal))).toBe('unavailable');
  });

  it('is never sent a code twice', async () => {
    const { authorization, asked } = played([{ status: 503, body: null }]);
    expect(await failureOf(authorization.redeem('code'))).toBe('unavailable');
    expect(asked).toHaveLength(1);
  });

  it.each([
    [{ status: 'BAD_REFRESH_TOKEN' }, 'installation-gone'],
    [{ error: 'invalid_grant' }, 'installation-gone'],
    [{ status: 'BAD_CLIENT_ID', error: 'invalid_grant' }, 'our-credentials'],
    [{ error: 'invalid_client' }, 'our-credentials'],
    [{ status: 'BAD_HUB' }, 'unauthorized'],
    [{ error: 'access_denied' }, 'unauthorized'],
    [{ message: 'invalid_client' }, 'invalid-input'],
  ])('that refuses with %j means %s', async (body, failure) => {
    const { authorization } = played([{ status: 400, body }]);
    expect(await failureOf(authorization.tokens.access(portal))).toBe(failure);
  });

  it('that answers something else is unreadable, and the stored tokens stay', async () => {
    const { authorization, vault } = played([{ body: { access_token: '' } }]);
    expect(await failureOf(authorization.tokens.access(portal))).toBe('unreadable-answer');
    expect(vault.rows.get(portal)?.accessToken).toBe('old');
  });
});

it('no second process renews while the first may still be trying', () => {
  const backoffs = Array.from({ length: triesOfTokenCalls - 1 }, (_, tried) => tokenBackoffMs * 2 ** tried);
  const longest = triesOfTokenCalls * requestTimeoutMs + backoffs.reduce((sum, ms) => sum + ms, 0);
  expect(renewalLeaseSeconds * 1000).toBeGreaterThan(longest);
});
