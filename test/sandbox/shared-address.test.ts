import { expect, test } from 'vitest';
import { shareAddress } from '../../src/sandbox/shared-address.ts';
import { contacts, openSandbox } from './support/sandbox-world.ts';

test('behind one address each token opens the portal that gave it, and no token opens none', async () => {
  await using one = await openSandbox({ records: contacts(1), portal: { portalId: 1 } });
  await using other = await openSandbox({ records: contacts(2), portal: { portalId: 2 } });
  const shared = await shareAddress([one, other].map(({ url, sandbox: { grants } }) => ({ url, grants })));
  try {
    const statusOf = async (token: string) => {
      const path = '/crm/objects/2026-09/contacts/2';
      return (await fetch(shared.url + path, { headers: { authorization: `Bearer ${token}` } })).status;
    };
    expect(await statusOf(one.token)).toBe(404);
    expect(await statusOf(other.token)).toBe(200);
    expect(await statusOf('nobody')).toBe(401);
  } finally {
    await shared.stop();
  }
});

test('a token is renewed by the portal that gave it, and a connection that breaks is broken', async () => {
  await using one = await openSandbox({ portal: { portalId: 1 } });
  await using other = await openSandbox({ portal: { portalId: 2 } });
  const shared = await shareAddress([one, other].map(({ url, sandbox: { grants } }) => ({ url, grants })));
  try {
    const body = new URLSearchParams({
      grant_type: 'refresh_token',
      client_id: 'client-4711',
      client_secret: 'secret-4711',
      refresh_token: other.refreshToken,
    });
    const answer = await fetch(`${shared.url}/oauth/2026-09/token`, { method: 'POST', body });
    expect(await answer.json()).toMatchObject({ hub_id: 2 });
    other.sandbox.faults.set(1);
    const calls = Array.from({ length: 30 }, () =>
      fetch(`${shared.url}/crm/objects/2026-09/contacts`, {
        headers: { authorization: `Bearer ${other.token}` },
      }).then(
        ({ status }) => status,
        () => 'broken',
      ),
    );
    expect(await Promise.all(calls)).toContain('broken');
  } finally {
    await shared.stop();
  }
});
