import { createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Config, ConfigError, Secret } from '../src/config.ts';
import { createLog } from '../src/log.ts';
import { startService } from '../src/service.ts';
import { databaseImage } from './support/database-image.ts';

const clientSecret = 'client-secret';
const image = await databaseImage();
const base = 'http://127.0.0.1:1';

function configOn(port: number): Config {
  return {
    hubspot: {
      clientId: 'id',
      clientSecret: new Secret(clientSecret),
      previousClientSecret: null,
      apiUrl: base,
      authorizeUrl: `${base}/oauth/authorize`,
      eventNames: {
        stage_changed: null,
        milestone_reached: null,
        recovery_opened: null,
        recovery_closed: null,
      },
    },
    http: { host: '127.0.0.1', port, publicUrl: 'https://api.rapport.example', formerUrls: [] },
    store: { kind: 'memory', image },
    tokenKeys: [{ id: 'k1', key: new Secret(Buffer.alloc(32, 1).toString('base64')) }],
    liveOnInstall: false,
    freshWithinMs: 0,
    logLevel: 'info',
  };
}

function signed(method: string, path: string, body = ''): Record<string, string> {
  const at = String(Date.now());
  const hmac = createHmac('sha256', clientSecret).update(
    `${method}https://api.rapport.example${path}${body}${at}`,
  );
  return {
    'x-hubspot-signature-v3': hmac.digest('base64'),
    'x-hubspot-request-timestamp': at,
    'content-type': 'application/json',
  };
}

describe('the service', () => {
  it('starts on an empty store, answers at its door, and stops', async () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => void lines.push(line) });
    const service = await startService(configOn(0), { log });
    try {
      expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
      const address = '/cards/contact?contactId=12&locale=de&portalId=77';
      const card = await fetch(service.url + address, { headers: signed('GET', address) });
      expect(card.status).toBe(404);
      expect(await card.json()).toEqual({ kind: 'unknown-contact' });
      expect((await fetch(service.url + address)).status).toBe(401);

      const begin = await fetch(`${service.url}/oauth/install`, { redirect: 'manual' });
      const consent = new URL(begin.headers.get('location') ?? '');
      expect(consent.searchParams.get('redirect_uri')).toBe('https://api.rapport.example/oauth/callback');
      expect(consent.searchParams.get('scope')).toContain('crm.objects.contacts.read');

      const events = JSON.stringify([
        { portalId: 1, subscriptionType: 'object.creation', objectTypeId: '0-1', objectId: 5 },
      ]);
      const delivery = { method: 'POST', headers: signed('POST', '/hubspot/webhooks', events), body: events };
      expect((await fetch(`${service.url}/hubspot/webhooks`, delivery)).status).toBe(204);
      // Of a portal that never installed us nothing is left to do.
      await expect
        .poll(async () => (await service.health(1)).waiting.deliveries, { timeout: 15_000 })
        .toBe(0);
    } finally {
      await service.stop();
    }
    await service.stopped;
    await expect(fetch(`${service.url}/healthz`)).rejects.toThrow();
    expect(lines.join('')).not.toContain(clientSecret);
    // Work ends before the store does: nothing failed for want of it.
    expect(lines.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
  });

  it.each(['web', 'worker'] as const)('as %s needs a store that the other role shares', async (role) => {
    const starting = startService(configOn(0), { log: createLog('silent') }, role);
    await expect(starting).rejects.toThrow('set DATABASE_URL');
  });

  it('says of a busy port what to do, and has written nothing', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    // A server that listens on a TCP port answers with an AddressInfo; text is for pipes only.
    const { port } = other.address() as AddressInfo;
    const folder = path.join(tmpdir(), `rapport-never-${port}`);
    const config: Config = { ...configOn(port), store: { kind: 'folder', path: folder } };
    const starting = startService(config, { log: createLog('silent') });
    await expect(starting).rejects.toThrow(
      new ConfigError([`Port ${port} is in use: stop the other program or set PORT to another one.`]),
    );
    expect(existsSync(folder)).toBe(false);
    other.close();
  });
});
