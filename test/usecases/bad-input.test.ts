/** The bad inputs that a sync meets: each is handled or parked by name, and none keeps its neighbours waiting. */
import { describe, expect, test } from 'vitest';
import { inferIn } from '../../src/infer.ts';
import type { SandboxRecord } from '../../src/sandbox/sandbox-record.ts';
import { portalContext } from '../../src/usecases/portal-context.ts';
import { readHealth } from '../../src/usecases/read-health.ts';
import { installedWorld as crmWorld, portal as sandboxPortal } from '../support/crm-world.ts';
import { activity, contact, installation, message } from '../support/timeline-builders.ts';
import { installedWorld, portal, type WorkWorld, withMail } from '../support/work-world.ts';

const vitality = (world: WorkWorld, id: string) => world.crm.contacts.get(id)?.published['rapport_vitality'];
const health = (world: WorkWorld) =>
  readHealth({ ...world.deps, ...world.store, counts: { due: async () => 0 } }, portal);

async function deliver(world: WorkWorld, ...items: unknown[]): Promise<void> {
  await world.store.deliveries.keep(JSON.stringify(items), world.clock.at);
  await world.run('deliveries');
}

const event = (id: number, of: object = {}) => ({
  portalId: portal,
  subscriptionType: 'object.propertyChange',
  objectTypeId: '0-1',
  objectId: id,
  ...of,
});

const merge = (winner: number, loser: number) =>
  event(winner, { subscriptionType: 'object.merge', primaryObjectId: winner, mergedObjectIds: [loser] });

describe('records that are odd', () => {
  test('an association to a deleted contact harms neither the activity nor the others it is about', async () => {
    const world = await installedWorld();
    world.crm.add(contact('1'), activity('emails', '10', ['1', '99']));
    await deliver(world, event(1), event(10, { objectTypeId: '0-49' }), event(99));
    await world.drain();
    expect(vitality(world, '1')).toBe('10');
    expect(await world.store.timeline.knows(portal, '99')).toBe(false);
    expect((await health(world)).parked).toEqual([]);
    expect(await world.store.dirtyContacts.count(portal)).toBe(0);
  });

  test('two merges in a ring end with the one that is there, and its whole history', async () => {
    const world = await installedWorld();
    world.crm.add(
      contact('1'),
      contact('2'),
      activity('emails', '10', ['1']),
      activity('emails', '11', ['2']),
    );
    await deliver(
      world,
      event(1),
      event(2),
      event(10, { objectTypeId: '0-49' }),
      event(11, { objectTypeId: '0-49' }),
    );
    await world.drain();
    world.crm.contacts.delete('1');
    world.crm.add(activity('emails', '10', ['2']));
    await deliver(world, merge(1, 2), merge(2, 1), merge(1, 2));
    await world.drain();
    expect(await world.store.timeline.knows(portal, '1')).toBe(false);
    expect(vitality(world, '2')).toBe('20');
    expect(world.crm.writes.filter(({ contactId }) => contactId === '1').length).toBe(1);
    expect((await health(world)).parked).toEqual([]);
  });

  test('a contact with 50,000 activities is read to its end, and its neighbour written meanwhile', {
    timeout: 120_000,
  }, async () => {
    const world = await installedWorld();
    const many = Array.from({ length: 50_000 }, (_, index) =>
      activity('emails', String(1000 + index), ['1']),
    );
    world.crm.add(contact('1'), contact('2'), activity('calls', '5', ['2']), ...many);
    await world.store.timeline.saveContacts(portal, [contact('1'), contact('2')]);
    await world.store.dirtyRecords.mark(portal, [
      { type: 'history', id: '1' },
      { type: 'calls', id: '5' },
    ]);
    await world.run('refresh');
    expect(vitality(world, '2')).toBe('10');
    for (let runs = 0; (await world.run('refresh')).kind === 'again' && runs < 10; runs++);
    expect(vitality(world, '1')).toBe('500000');
    expect(await world.store.dirtyRecords.count(portal)).toBe(0);
  });

  test('50,000 signals of one contact are assessed by the real engine, too', {
    timeout: 60_000,
  }, async () => {
    const world = await installedWorld();
    const hour = 3_600_000;
    const signals = Array.from({ length: 50_000 }, (_, index) =>
      message(`emails:${index}`, world.clock.at - index * hour),
    );
    await world.store.timeline.saveContacts(portal, [contact('1', { signals: signals.toReversed() })]);
    const [stored] = await world.store.timeline.load(portal, ['1']);
    if (stored === undefined) throw new Error('The contact is stored');
    const context = await portalContext(world.deps, installation(portal));
    const { assessment, values } = inferIn(context)(stored, world.clock.at);
    expect(assessment.evidence.length).toBeLessThanOrEqual(5);
    expect(values['rapport_stage']).not.toBe('');
  });
});

describe('times that are none', () => {
  const start = Date.UTC(2026, 0, 1);
  const mail = (id: string, properties: Record<string, string>): SandboxRecord => ({
    type: 'emails',
    id,
    properties: { hs_email_direction: 'INCOMING_EMAIL', hs_email_status: 'SENT', ...properties },
    createdAt: start,
    associations: [{ type: 'contacts', id: '1' }],
  });

  async function timesOf(record: SandboxRecord, tamper: (properties: Record<string, unknown>) => void) {
    const person: SandboxRecord = { type: 'contacts', id: '1', properties: {}, createdAt: start };
    await using world = await crmWorld({
      records: [person, record, mail('8', { hs_timestamp: new Date(start + 5000).toISOString() })],
      tamper: (call, answer) => {
        const { results = [] } = Object(answer.body);
        for (const result of call.path.includes('emails') && Array.isArray(results) ? results : []) {
          if (result.id === record.id && result.properties !== undefined) tamper(result.properties);
        }
        return answer;
      },
    });
    const read = await world.crm.readActivities(sandboxPortal, 'emails', [record.id, '8']);
    return Object.fromEntries(read.map(({ id, signals }) => [id, signals.map(({ at }) => at)]));
  }

  test('an activity without a timestamp happened when it was created, and its neighbour when it says', async () => {
    const times = await timesOf(mail('7', { hs_timestamp: new Date(start).toISOString() }), (properties) => {
      properties['hs_timestamp'] = null;
    });
    expect(times).toEqual({ '7': [start], '8': [start + 5000] });
  });

  test('a timestamp in seconds is the same instant as in milliseconds', async () => {
    const times = await timesOf(mail('7', { hs_timestamp: new Date(start).toISOString() }), (properties) => {
      properties['hs_timestamp'] = String((start + 60_000) / 1000);
    });
    expect(times).toEqual({ '7': [start + 60_000], '8': [start + 5000] });
  });

  test('a timestamp that is no time is none', async () => {
    const times = await timesOf(mail('7', { hs_timestamp: new Date(start).toISOString() }), (properties) => {
      properties['hs_timestamp'] = 'yesterday';
    });
    expect(times).toEqual({ '7': [start], '8': [start + 5000] });
  });
});

describe('what is named in health', () => {
  test('a rule of the portal that refuses our values, by code and property, while the neighbours are written', async () => {
    const world = await withMail(await installedWorld());
    world.crm.add(contact('2'));
    world.crm.refused.add('2');
    await world.store.dirtyRecords.mark(portal, [{ type: 'contacts', id: '2' }]);
    await world.run('refresh');
    expect((await health(world)).parked).toMatchObject([{ subject: 'contacts:2', reason: 'validation' }]);
    expect(vitality(world, '1')).toBe('10');
  });

  test('a property of another type is not written, the others are', async () => {
    const missing = [{ name: 'rapport_vitality', reason: 'conflict' as const }];
    const world = await withMail(await installedWorld());
    world.crm.fail('writeProperties', 'property-changed');
    world.crm.provisioned = { created: [], present: ['rapport_stage'], missing };
    expect((await world.run('refresh')).kind).toBe('again');
    await world.run('refresh');
    expect(Object.keys(world.crm.writes[0]?.values ?? {})).not.toContain('rapport_vitality');
    expect(world.crm.contacts.get('1')?.published).toMatchObject({ rapport_stage: 'experimenting' });
    expect((await world.store.installations.find(portal))?.provision?.missing).toEqual(missing);
  });

  test('how long the oldest mark waits, and how long the rest takes', async () => {
    const world = await withMail(await installedWorld());
    const waiting = await health(world);
    expect(waiting.lagMs).toBeGreaterThanOrEqual(0);
    expect(waiting.remaining).toEqual({ ms: 100, isWhole: true });
    await world.run('refresh');
    expect(await health(world)).toMatchObject({ lagMs: null, remaining: null });
  });
});
