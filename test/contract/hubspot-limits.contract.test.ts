/** HubSpot's rate limits, on the sandbox and, where that can be shown, on the real test portal of the contract suite. */
import { describe, expect, test } from 'vitest';
import { install, openSandbox, testApp } from '../sandbox/support/sandbox-world.ts';
import { isReal, openPortal } from './hubspot-portal.ts';

const objects = '/crm/objects/2026-09';
const emptySearch = { after: '0', filterGroups: [], limit: 10, properties: [], sorts: [] };

/** In the sandbox the windows stand still for a case, so that no slow machine lets one pass. */
const standingWindows = { limits: { timeScale: 0.0001 } };

describe('rate limits', () => {
  test('the call after the last one that a window allows is refused with the rolling policy', async () => {
    await using portal = await openPortal(standingWindows);
    const first = await portal.call('GET', `${objects}/contacts?limit=1`);
    const max = Number(first.headers.get('x-hubspot-ratelimit-max'));
    if (!isReal) expect(max).toBe(110);
    const rest = await Promise.all(
      Array.from({ length: max }, () => portal.call('GET', `${objects}/contacts?limit=1`)),
    );
    const refused = rest.filter((reply) => reply.status === 429);
    expect(first.status).toBe(200);
    expect(refused.length).toBeGreaterThan(0);
    if (!isReal) expect(refused).toHaveLength(1);
    expect(refused[0]?.body).toMatchObject({
      status: 'error',
      message: 'You have reached your ten_secondly_rolling limit.',
      errorType: 'RATE_LIMIT',
      ...(isReal ? {} : { category: 'RATE_LIMITS' }),
      policyName: 'TEN_SECONDLY_ROLLING',
    });
  });

  test('the sixth search in a second is refused, without headers', async ({ skip }) => {
    skip(isReal, 'the portal may be searched by others in the same second');
    await using portal = await openPortal(standingWindows);
    const replies = await Promise.all(
      Array.from({ length: 6 }, () => portal.call('POST', `${objects}/contacts/search`, emptySearch)),
    );
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 200, 200, 200, 200, 429]);
    expect(replies.every((reply) => reply.headers.get('x-hubspot-ratelimit-max') === null)).toBe(true);
  });

  test('searches and association batches leave the general window alone', async ({ skip }) => {
    skip(isReal, 'other traffic of the portal would be counted as well');
    await using world = await openSandbox(standingWindows);
    await world.call('POST', `${objects}/contacts/search`, emptySearch);
    await world.call('POST', '/crm/associations/2026-09/contacts/notes/batch/read', {
      inputs: [{ id: '1' }],
    });
    const reply = await world.call('GET', `${objects}/contacts`);
    expect(reply.headers.get('x-hubspot-ratelimit-remaining')).toBe('109');
  });

  test('a second app has a general window of its own', async ({ skip }) => {
    skip(isReal, 'it takes two apps');
    const other = { ...testApp, appId: 4712, clientId: 'client-4712' };
    await using world = await openSandbox({ ...standingWindows, apps: [testApp, other] });
    const { access } = await install(world.url, other);
    await world.call('GET', `${objects}/contacts`);
    const response = await fetch(`${world.url}${objects}/contacts`, {
      headers: { authorization: `Bearer ${access}` },
    });
    expect(response.headers.get('x-hubspot-ratelimit-remaining')).toBe('109');
  });
});
