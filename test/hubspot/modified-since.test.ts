import { describe, expect, it } from 'vitest';
import type { SandboxRecord } from '../../src/sandbox/sandbox-record.ts';
import type { RecordType } from '../../src/usecases/ports.ts';
import { type CrmWorld, installedWorld, portal } from '../support/crm-world.ts';

const start = Date.UTC(2026, 0, 1);
const ids = (length: number) => Array.from({ length }, (_, index) => String(index + 1));

function record(type: RecordType, id: string): SandboxRecord {
  const time = { hs_timestamp: new Date(start).toISOString() };
  const properties = type === 'notes' || type === 'emails' ? time : {};
  return { type, id, properties, createdAt: start };
}

async function all(world: CrmWorld, type: RecordType, since: number): Promise<readonly string[]> {
  const found: string[] = [];
  let after: string | null = null;
  do {
    const page = await world.crm.modifiedSince(portal, type, { since, after });
    found.push(...page.records.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  return found;
}

describe('what was modified since', () => {
  it('is found past the ten thousand results that a search reaches, each once, in 200 a call', async () => {
    await using world = await installedWorld({
      records: ids(10_450).map((id) => record('notes', id)),
      sandbox: { limits: { searchPerSecond: 1000 } },
    });
    const found = await all(world, 'notes', start);
    expect(found).toHaveLength(10_450);
    expect(new Set(found).size).toBe(10_450);
    expect(world.exchanges).toHaveLength(53);
  });

  it.each(['contacts', 'emails', 'deals'] as const)(
    'leaves out %s that were modified before',
    async (type) => {
      await using world = await installedWorld({
        records: [record(type, '1')],
        sandbox: { startAt: start + 1000 },
      });
      expect(await all(world, type, start + 1)).toEqual([]);
      expect(await all(world, type, start)).toEqual(['1']);
      const page = await world.crm.modifiedSince(portal, type, { since: start, after: null });
      expect(page).toEqual({ records: [{ id: '1', modifiedAt: start, mergedIds: [] }], next: null });
    },
  );

  it('names who was merged into a contact', async () => {
    await using world = await installedWorld({ records: ['1', '2'].map((id) => record('contacts', id)) });
    const token = world.vault.rows.get(portal)?.accessToken ?? '';
    const origin = new URL(world.authorization.authorizeUrl('x')).origin;
    const merged = await fetch(`${origin}/crm/objects/2026-09/contacts/merge`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ primaryObjectId: '1', objectIdToMerge: '2' }),
    });
    expect(merged.status).toBe(200);
    const { records } = await world.crm.modifiedSince(portal, 'contacts', { since: start + 1, after: null });
    expect(records).toMatchObject([{ id: '1', mergedIds: ['2'] }]);
  });
});
