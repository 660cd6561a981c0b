import { describe, expect, it } from 'vitest';
import { openTicketStage } from '../../src/hubspot/recovery-cases.ts';
import type { SandboxRecord } from '../../src/sandbox/sandbox-record.ts';
import { installedWorld, portal } from '../support/crm-world.ts';

const contacts = (length: number): SandboxRecord[] =>
  Array.from({ length }, (_, index) => ({
    type: 'contacts',
    id: String(index + 1),
    properties: { email: `c${index + 1}@client.example` },
    createdAt: 1e12,
  }));

const asked = {
  contactId: '1',
  callbackId: 'ap-1',
  ownerId: null,
  subject: 'Make up for it',
  dueAt: Date.UTC(2026, 0, 20),
};

describe('recovery cases', () => {
  it.each(['task', 'ticket'] as const)(
    'a %s stands on the contact and is found again by its call',
    async (kind) => {
      await using world = await installedWorld({ records: contacts(2) });
      const key = { ...asked, kind };
      expect(await world.crm.findCase(portal, key)).toBeNull();
      const id = await world.crm.createCase(portal, key);
      expect(await world.crm.findCase(portal, key)).toBe(id);
      expect(await world.crm.findCase(portal, { ...key, callbackId: 'ap-2' })).toBeNull();
      expect(await world.crm.findCase(portal, { ...key, contactId: '2' })).toBeNull();
      const record = world.sandbox.store.find(kind === 'task' ? 'tasks' : 'tickets', id);
      expect(record?.values[kind === 'task' ? 'hs_task_subject' : 'subject']).toBe('Make up for it');
    },
  );

  it('a creation whose answer is lost is not sent a second time by itself', async () => {
    await using world = await installedWorld({ records: contacts(1) });
    await expect(
      world.crm.createCase(portal, { ...asked, kind: 'task', contactId: '404' }),
    ).rejects.toMatchObject({ failure: 'invalid-input' });
    expect(
      world.exchanges.filter(({ method, path }) => method === 'POST' && path.endsWith('/tasks')),
    ).toHaveLength(1);
  });

  it('a ticket begins in a stage that is not closed', () => {
    expect(openTicketStage({ 4: { closed: true }, 1: { closed: false } })).toBe('1');
    expect(openTicketStage({})).toBeNull();
  });
});

describe('completing a workflow action', () => {
  it('says not-found when no workflow waits for it', async () => {
    await using world = await installedWorld({ records: contacts(1) });
    const reply = { kind: 'done', outputs: { stage: 'bonding' } } as const;
    await expect(world.crm.completeAction(portal, 'ap-none', reply)).rejects.toMatchObject({
      failure: 'not-found',
    });
  });
});
