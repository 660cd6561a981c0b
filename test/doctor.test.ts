import { describe, expect, test } from 'vitest';
import { type Config, ConfigError, readConfig } from '../src/config.ts';
import { examine } from '../src/doctor.ts';
import { diagnose } from '../src/usecases/diagnose.ts';
import { installation } from './support/timeline-builders.ts';
import { installedWorld, portal, type WorkWorld } from './support/work-world.ts';

type Answers = Readonly<Record<string, () => Response>>;

function requestOf(answers: Answers): typeof fetch {
  return async (input) => {
    const answer = Object.entries(answers).find(([part]) => String(input).includes(part))?.[1];
    if (answer === undefined) throw new TypeError('fetch failed');
    return answer();
  };
}

const environment = {
  HUBSPOT_CLIENT_ID: 'id',
  HUBSPOT_CLIENT_SECRET: 'client-secret-value',
  HUBSPOT_API_URL: 'https://hubapi.test',
  PUBLIC_URL: 'https://rapport.test',
  TOKEN_KEYS: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
};

const config = (): Config => readConfig(environment);
const store = async () => [];
const says = async (of: Parameters<typeof examine>[0]) =>
  (await examine(of)).map(({ about, verdict }) => `${about} ${verdict}`);

describe('what the service stands on', () => {
  test('is told when the configuration is wrong, every problem of it', async () => {
    const wrong = () => {
      throw new ConfigError(['PORT must be a port number.', 'TOKEN_KEYS is missing: set it.']);
    };
    expect(await says({ portal: null, config: wrong })).toEqual([
      'configuration: broken',
      'configuration: broken',
    ]);
  });

  test('is well when everything answers', async () => {
    const request = requestOf({
      'hubapi.test': () => new Response(null, { headers: { date: new Date().toUTCString() } }),
      'rapport.test': () => new Response(null, { status: 204 }),
    });
    expect(await says({ portal: null, config, request, store })).toEqual([
      'configuration well',
      'HubSpot well',
      'clock well',
      'webhooks well',
    ]);
  });

  test('is broken where nobody answers, a signature is refused, or the clock is off', async () => {
    expect(await says({ portal: null, config, request: requestOf({}), store })).toEqual(
      expect.arrayContaining(['HubSpot broken', 'webhooks broken']),
    );
    const late = new Date(Date.now() - 10 * 60_000).toUTCString();
    const request = requestOf({
      'hubapi.test': () => new Response(null, { headers: { date: late } }),
      'rapport.test': () => new Response(null, { status: 401 }),
    });
    const found = await examine({ portal: null, config, request, store });
    expect(found).toContainEqual(expect.objectContaining({ about: 'clock', verdict: 'broken' }));
    expect(found).toContainEqual(
      expect.objectContaining({ about: 'webhooks', remedy: expect.stringContaining('PUBLIC_URL') }),
    );
    expect(JSON.stringify(found)).not.toContain('client-secret-value');
  });
});

describe('a portal', () => {
  const look = (world: WorkWorld, waitMs = 0) =>
    diagnose(
      {
        ...world.deps,
        ...world.store,
        crm: world.crm,
        counts: { due: async () => 0 },
        turns: { take: async () => waitMs },
      },
      portal,
    );
  const notWell = async (world: WorkWorld, waitMs = 0) =>
    (await look(world, waitMs)).filter(({ verdict }) => verdict !== 'well');

  test('in which all is well gives nothing to do', async () => {
    expect(await notWell(await installedWorld())).toEqual([]);
  });

  test('tells what was not granted, what is missing, what is parked, and what is out of quota', async () => {
    const missing = [{ name: 'rapport_vitality', reason: 'conflict' as const }];
    const world = await installedWorld(
      {},
      { missingScopes: ['tickets'], provision: { created: [], present: [], missing } },
    );
    await world.store.parking.park(portal, { subject: 'contacts:1', reason: 'x', at: 1 });
    const found = await notWell(world, 60_000);
    expect(found.map(({ says: said }) => said)).toEqual([
      'did not grant tickets',
      'lacks rapport_vitality (conflict)',
      'is out of quota: the next call waits 60 s',
      'has 1 parked',
    ]);
    expect(found.every(({ remedy }) => remedy !== null)).toBe(true);
  });

  test('that does not answer says why, and a wrong secret of ours is told from an app that was removed', async () => {
    const world = await installedWorld();
    for (const failure of ['our-credentials', 'installation-gone', 'unreadable-answer'] as const) {
      world.crm.fail('portalFacts', failure);
      const [found] = await notWell(world);
      expect(found).toMatchObject({ verdict: 'broken', says: `does not answer (${failure})` });
    }
  });

  test('that left, or never came, is not called', async () => {
    const world = await installedWorld();
    await world.store.installations.save(installation(portal, { state: 'uninstalled' }));
    expect(await look(world)).toMatchObject([{ verdict: 'look', says: 'is uninstalled' }]);
    expect(
      await diagnose(
        {
          ...world.deps,
          ...world.store,
          crm: world.crm,
          counts: { due: async () => 0 },
          turns: { take: async () => 0 },
        },
        8,
      ),
    ).toMatchObject([{ verdict: 'broken' }]);
    expect(world.crm.calls).toEqual([]);
  });
});
