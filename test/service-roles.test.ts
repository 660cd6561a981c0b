import { createHmac, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Config, Secret } from '../src/config.ts';
import { createLog } from '../src/log.ts';
import { type Service, startService } from '../src/service.ts';
import { worldConfig } from '../src/world/world-config.ts';
import { serverUrl, testDatabase } from './support/database.ts';

const clientSecret = 'client-secret';
const publicUrl = 'https://api.rapport.example';
const events = JSON.stringify([
  { portalId: 1, subscriptionType: 'object.creation', objectTypeId: '0-1', objectId: 5 },
]);

function signedDelivery() {
  const at = String(Date.now());
  const signature = createHmac('sha256', clientSecret)
    .update(`POST${publicUrl}/hubspot/webhooks${events}${at}`)
    .digest('base64');
  const headers = {
    'x-hubspot-signature-v3': signature,
    'x-hubspot-request-timestamp': at,
    'content-type': 'application/json',
  };
  return { method: 'POST', headers, body: events };
}

// Two processes share a store only on a server.
describe.runIf(serverUrl !== null)('roles', () => {
  const schema = `roles_${randomBytes(5).toString('hex')}`;
  const services: Service[] = [];
  let config: Config;
  const start = async (role: 'web' | 'worker') => {
    const service = await startService(config, { log: createLog('silent') }, role);
    services.push(service);
    return service;
  };

  beforeAll(() => {
    const at = { portalUrl: 'http://127.0.0.1:1', serviceUrl: publicUrl, servicePort: 0 };
    const store = { kind: 'server', url: new Secret(serverUrl ?? ''), schema, poolSize: 4 } as const;
    const made = worldConfig({ store, logLevel: 'silent' }, at);
    config = { ...made, hubspot: { ...made.hubspot, clientSecret: new Secret(clientSecret) } };
  });

  afterAll(async () => {
    for (const service of services) await service.stop();
    await using owner = await testDatabase();
    await owner.asOwner(
      `drop schema if exists ${schema} cascade; drop schema if exists ${schema}_jobs cascade; select 1`,
    );
  });

  test('the web keeps what comes and does no work; a worker does it and has no door for HubSpot', async () => {
    const web = await start('web');
    expect((await fetch(`${web.url}/hubspot/webhooks`, signedDelivery())).status).toBe(204);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect((await web.health(1)).waiting.deliveries).toBe(1);
    const worker = await start('worker');
    await expect.poll(async () => (await web.health(1)).waiting.deliveries, { timeout: 15_000 }).toBe(0);
    expect((await fetch(`${worker.url}/readyz`)).status).toBe(200);
    expect((await fetch(`${worker.url}/hubspot/webhooks`, signedDelivery())).status).toBe(404);
  });
});
