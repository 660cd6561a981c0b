import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CrmError, type CrmFailure } from '../../src/usecases/crm-error.ts';
import { call, type Door, now, openDoor } from '../support/http-door.ts';

type Begun = { readonly state: string; readonly cookie: string };

async function begin(door: Door, query = ''): Promise<Begun> {
  const answer = await call(door, { path: `/oauth/install${query}` });
  expect(answer.status).toBe(302);
  const [cookie = ''] = String(answer.headers['set-cookie']).split(';');
  const state = new URL(String(answer.headers['location'])).searchParams.get('state') ?? '';
  return { state, cookie };
}

const callback = (door: Door, query: string, cookie = '') =>
  call(door, { path: `/oauth/callback?${query}`, headers: { cookie } });

describe('an installation', () => {
  let door: Door;
  beforeEach(async () => {
    door = await openDoor();
  });
  afterEach(() => door[Symbol.asyncDispose]());

  it('goes to the consent page with a fresh state bound to the browser', async () => {
    const answer = await call(door, { path: '/oauth/install' });
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^__Host-rapport-install=[\w-]{43}; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax; Secure$/,
    );
    const { state } = await begin(door);
    expect(door.states.get(state)).toBe(now + 600_000);
    // 128 bits are 22 characters of base64url.
    expect(state.length).toBeGreaterThanOrEqual(22);
    expect((await begin(door)).state).not.toBe(state);
  });

  it('comes back, trades its code once and shows the progress', async () => {
    const { state, cookie } = await begin(door);
    const answer = await callback(door, `code=abc&state=${state}`, `other=1; ${cookie}`);
    expect(answer.status).toBe(302);
    expect(answer.headers['location']).toMatch(/^\/install\/progress\?portal=77&until=\d+&key=[\w-]{43}$/);
    expect(String(answer.headers['set-cookie'])).toContain('Max-Age=0');
    expect(door.codes).toEqual(['abc']);
  });

  it('B29 without a state is refused', async () => {
    const { cookie } = await begin(door);
    expect((await callback(door, 'code=abc', cookie)).status).toBe(400);
    expect(door.codes).toEqual([]);
  });

  it('B30 with a state used before is refused', async () => {
    const { state, cookie } = await begin(door);
    await callback(door, `code=abc&state=${state}`, cookie);
    expect((await callback(door, `code=def&state=${state}`, cookie)).status).toBe(400);
    expect(door.codes).toEqual(['abc']);
  });

  it('B31 from another browser is refused, and the right one can still finish', async () => {
    const { state, cookie } = await begin(door);
    const other = await begin(door);
    expect((await callback(door, `code=abc&state=${state}`, other.cookie)).status).toBe(400);
    expect((await callback(door, `code=abc&state=${state}`)).status).toBe(400);
    expect((await callback(door, `code=abc&state=${state}`, cookie)).status).toBe(302);
  });

  it('B32 after ten minutes is refused', async () => {
    const { state, cookie } = await begin(door);
    door.clock.at += 600_000;
    expect((await callback(door, `code=abc&state=${state}`, cookie)).status).toBe(400);
    expect(door.codes).toEqual([]);
  });

  it('B33 without permission ends on a friendly page and changes nothing', async () => {
    const answer = await callback(door, 'error=access_denied&error_description=no');
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('Rapport was not installed');
    expect(door.codes).toEqual([]);
  });

  it.each<[string, CrmFailure, number, string]>([
    ['B34 with a code used before', 'invalid-input', 400, 'did not accept'],
    ['with a wrong secret of ours', 'our-credentials', 503, 'not set up correctly'],
    ['while HubSpot is down', 'unavailable', 503, 'not answering'],
  ])('%s says what to do', async (_name, failure, status, words) => {
    door.installFails = new CrmError('Cannot trade the code', { failure });
    const { state, cookie } = await begin(door);
    const answer = await callback(door, `code=secret-code&state=${state}`, cookie);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(words);
    expect(JSON.stringify(door.logged)).not.toContain('secret-code');
  });

  it('that meets a bug answers 500 with nothing but a request id', async () => {
    door.installFails = new TypeError('undefined is not a function at /srv/app');
    const { state, cookie } = await begin(door);
    const answer = await callback(door, `code=abc&state=${state}`, cookie);
    expect(answer.status).toBe(500);
    expect(answer.text).not.toMatch(/undefined|srv/);
    expect(answer.text).toContain(String(answer.headers['x-request-id']));
  });

  it('B35 with a code of ten kilobytes is refused', async () => {
    const { state, cookie } = await begin(door);
    expect((await callback(door, `code=${'a'.repeat(10_000)}&state=${state}`, cookie)).status).toBe(400);
    expect(door.codes).toEqual([]);
  });

  it('B36 with doubled keys is refused', async () => {
    const { state, cookie } = await begin(door);
    expect((await callback(door, `code=abc&state=${state}&state=${state}`, cookie)).status).toBe(400);
    expect((await callback(door, `code=a&code=b&state=${state}`, cookie)).status).toBe(400);
    expect(door.codes).toEqual([]);
  });

  it('B37 never leads to a host that the caller names', async () => {
    const { state, cookie } = await begin(door, '?redirect=https://evil.example&return=//evil.example');
    const back = await callback(door, `code=abc&state=${state}&redirect_uri=https://evil.example`, cookie);
    expect(String(back.headers['location'])).toMatch(/^\/install\/progress\?/);
  });
});
