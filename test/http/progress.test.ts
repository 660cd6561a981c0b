import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openedLink, signedQuery } from '../../src/http/signed-link.ts';
import type { Installation } from '../../src/usecases/ports.ts';
import { nothingMapped } from '../../src/usecases/property-mapping.ts';
import { call, type Door, now, openDoor, secret } from '../support/http-door.ts';

const installation: Installation = {
  portalId: 77,
  state: 'installing',
  scopes: ['oauth'],
  missingScopes: ['tickets'],
  timeZone: 'Europe/Berlin',
  uiDomain: 'app.hubspot.example',
  currency: 'EUR',
  live: false,
  appEvents: false,
  pipelines: { dealStages: {}, ticketStages: {} },
  mapping: nothingMapped,
  provision: { created: [], present: [], missing: [{ name: 'rapport_<depth>', reason: 'quota' }] },
  installedAt: now,
};
const step = { after: null, listed: null, below: null, expected: null, done: false } as const;

const steps = [
  { ...step, type: 'contacts', done: true, records: 1200 },
  { ...step, type: 'emails', after: '9', records: 3400 },
] as const;

describe('the progress page', () => {
  let door: Door;
  const get = (query: string, accept = 'text/html') =>
    call(door, { path: `/install/progress?${query}`, headers: { accept } });
  beforeEach(async () => {
    door = await openDoor();
  });
  afterEach(() => door[Symbol.asyncDispose]());

  it('B38 names what was not granted and what could not be created', async () => {
    door.status.set(77, { installation, backfill: null });
    const { status, text, headers } = await get(
      signedQuery(secret, { purpose: 'install-progress', portal: 77 }, now),
    );
    expect(status).toBe(200);
    expect(text).toContain('<code>tickets</code> Complaints are not visible.');
    expect(text).toContain('rapport_&lt;depth&gt;');
    expect(text).toContain('no room for more custom properties');
    expect(headers['cache-control']).toBe('no-store');
  });

  it('tells its script how far the reading has come', async () => {
    const backfill = { startedAt: now, finishedAt: null, steps, contacts: 1200, assessed: 300 };
    door.status.set(77, { installation, backfill });
    const { text } = await get(
      signedQuery(secret, { purpose: 'install-progress', portal: 77 }, now),
      'application/json',
    );
    expect(JSON.parse(text)).toEqual({
      headline: 'Rapport is reading your timeline.',
      finished: false,
      done: 300,
      total: 1200,
      count: '300 of 1,200 contacts assessed',
      steps: [
        { label: 'Contacts', records: '1,200' },
        { label: 'Emails', records: '3,400 …' },
      ],
    });
  });

  it('is finished when everything is read and assessed', async () => {
    const backfill = { startedAt: now, finishedAt: now, steps, contacts: 1200, assessed: 1200 };
    door.status.set(77, { installation, backfill });
    const { text } = await get(
      signedQuery(secret, { purpose: 'install-progress', portal: 77 }, now),
      'application/json',
    );
    expect(JSON.parse(text)).toMatchObject({
      finished: true,
      headline: 'Everything has been read and assessed.',
    });
  });

  it('says before going live why no stage is written yet, and no more after', async () => {
    door.status.set(77, { installation, backfill: null });
    expect((await get(signedQuery(secret, { purpose: 'install-progress', portal: 77 }, now))).text).toContain(
      'Not live yet',
    );
    door.status.set(77, { installation: { ...installation, live: true }, backfill: null });
    expect(
      (await get(signedQuery(secret, { purpose: 'install-progress', portal: 77 }, now))).text,
    ).not.toContain('Not live yet');
  });

  it('loads nothing but what the service itself serves', async () => {
    door.status.set(77, { installation, backfill: null });
    const { text } = await get(signedQuery(secret, { purpose: 'install-progress', portal: 77 }, now));
    const loaded = [...text.matchAll(/(?:src|<link[^>]*href)="([^"]+)"/g)].map(([, address = '']) => address);
    expect(loaded).toEqual(['/assets/mark.svg', '/assets/pages.css', '/assets/progress.js']);
    for (const path of loaded) expect((await call(door, { path })).status).toBe(200);
  });

  it('opens to nobody without the signed link of that portal', async () => {
    door.status.set(77, { installation, backfill: null });
    const good = signedQuery(secret, { purpose: 'install-progress', portal: 77 }, now);
    expect(
      (
        await get(
          signedQuery(secret, { purpose: 'install-progress', portal: 78 }, now).replace(
            'portal=78',
            'portal=77',
          ),
        )
      ).status,
    ).toBe(404);
    expect((await get('portal=77')).status).toBe(404);
    door.clock.at += 60 * 60_000;
    expect((await get(good)).status).toBe(404);
  });

  it('a link made with a former secret works while that secret counts', () => {
    const query = Object.fromEntries(
      new URLSearchParams(signedQuery('old', { purpose: 'install-progress', portal: 77 }, now)),
    );
    expect(openedLink(['new', 'old'], 'install-progress', query, now)?.portal).toBe(77);
    expect(openedLink(['new', 'old'], 'export-register', query, now)).toBeNull();
    expect(openedLink(['new'], 'install-progress', query, now)).toBeNull();
  });
});
