import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { at, contacts, openSandbox, testApp } from './support/sandbox-world.ts';

test('each API call is a line with what was asked and answered, and no token or secret is in it', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sandbox-traffic-'));
  const recordFile = path.join(folder, 'traffic.jsonl');
  const world = await openSandbox({ recordFile, records: contacts(1) });
  await world.call('PATCH', '/crm/objects/2026-09/contacts/1?idProperty=hs_object_id', {
    properties: { jobtitle: 'Buyer' },
  });
  await world.call('GET', '/crm/nowhere');
  await world.page('GET', '/contacts');
  await world[Symbol.asyncDispose]();
  const text = readFileSync(recordFile, 'utf8');
  rmSync(folder, { recursive: true });

  const lines = text
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(lines).toMatchObject([
    { method: 'POST', path: '/oauth/2026-09/token', status: 200 },
    {
      method: 'PATCH',
      path: '/crm/objects/2026-09/contacts/1',
      query: 'idProperty=hs_object_id',
      requestBody: { properties: { jobtitle: 'Buyer' } },
      status: 200,
    },
    { path: '/crm/nowhere', status: 404 },
  ]);
  expect(at(lines[1], 'responseBody', 'properties', 'jobtitle')).toBe('Buyer');
  for (const secret of [world.token, world.refreshToken, testApp.clientSecret])
    expect(text).not.toContain(secret);
});
