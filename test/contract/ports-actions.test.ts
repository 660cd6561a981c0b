/** Calls of workflow actions in the store; on the fake and on the real one. */
import { describe, expect, test } from 'vitest';
import type { ActionCall, ActionReply } from '../../src/usecases/action-calls.ts';
import { storeWorlds } from '../support/store-world.ts';
import { contact, installation } from '../support/timeline-builders.ts';

const portal = 7;
const call: ActionCall = {
  callbackId: 'ap-1',
  action: 'check_guardrail',
  contactId: '1',
  inputs: { a: 'b' },
};
const done: ActionReply = { kind: 'done', outputs: { verdict: 'deny' } };

describe.each(storeWorlds)('calls of workflow actions, as %s', (_name, open) => {
  test('a call is begun once, taken over when its lease ran out or was given back, and answered once', async () => {
    await using world = await open();
    const { actionCalls } = world.store;
    expect(await actionCalls.begin(portal, call, 100, 50)).toEqual({ kind: 'begun', tries: 1 });
    expect(await actionCalls.begin(portal, call, 149, 50)).toEqual({ kind: 'under-way' });
    expect(await actionCalls.begin(portal, call, 150, 50)).toEqual({ kind: 'begun', tries: 2 });
    await actionCalls.release(portal, 'ap-1');
    expect(await actionCalls.begin(portal, call, 151, 50)).toEqual({ kind: 'begun', tries: 3 });
    expect(await actionCalls.answer(portal, 'ap-1', done)).toEqual(done);
    expect(await actionCalls.answer(portal, 'ap-1', { kind: 'refused', sentence: 'late' })).toEqual(done);
    expect(await actionCalls.begin(portal, call, 999, 50)).toEqual({ kind: 'answered', reply: done });
  });

  test('of many at the same time exactly one begins', async () => {
    await using world = await open();
    const { actionCalls } = world.store;
    const begun = await Promise.all(Array.from({ length: 8 }, () => actionCalls.begin(portal, call, 1, 50)));
    expect(begun.filter(({ kind }) => kind === 'begun')).toHaveLength(1);
  });

  test('the same callback of another portal is another call', async () => {
    await using world = await open();
    const { actionCalls } = world.store;
    await actionCalls.begin(portal, call, 1, 50);
    await actionCalls.answer(portal, 'ap-1', done);
    expect(await actionCalls.begin(8, call, 1, 50)).toEqual({ kind: 'begun', tries: 1 });
    expect(await actionCalls.about(8, '1')).toMatchObject([{ reply: null }]);
  });

  test('a waiting call is fresh once nothing about its contact is marked, and waits no more when completed', async () => {
    await using world = await open();
    const { actionCalls, dirtyContacts, dirtyRecords } = world.store;
    await actionCalls.begin(portal, call, 5, 50);
    await actionCalls.answer(portal, 'ap-1', { kind: 'waiting', until: 90 });
    const waits = { callbackId: 'ap-1', contactId: '1', at: 5, until: 90 };
    expect(await actionCalls.waiting(portal)).toEqual([{ ...waits, isFresh: true }]);
    await dirtyRecords.mark(portal, [{ type: 'history', id: '1' }]);
    expect(await actionCalls.waiting(portal)).toEqual([{ ...waits, isFresh: false }]);
    await dirtyRecords.settle(portal, await dirtyRecords.claim(portal, 9, 9), [{ type: 'history', id: '1' }]);
    await dirtyContacts.mark(portal, ['1']);
    expect(await actionCalls.waiting(portal)).toEqual([{ ...waits, isFresh: false }]);
    await actionCalls.complete(portal, 'ap-1', done);
    expect(await actionCalls.waiting(portal)).toEqual([]);
    expect(await actionCalls.begin(portal, call, 6, 50)).toEqual({ kind: 'answered', reply: done });
  });

  test('a portal with a waiting call is woken, so that a lost wake-up leaves no workflow standing', async () => {
    await using world = await open();
    const { actionCalls, backlog, installations } = world.store;
    await installations.save(installation(portal));
    expect((await backlog.waiting(1)).refresh).toEqual([]);
    await actionCalls.begin(portal, call, 1, 50);
    await actionCalls.answer(portal, 'ap-1', { kind: 'waiting', until: 90 });
    expect((await backlog.waiting(1)).refresh).toEqual([portal]);
  });

  test('what was asked and answered can be read, ends after its time, and goes with the person', async () => {
    await using world = await open();
    const { actionCalls, timeline } = world.store;
    await timeline.saveContacts(portal, [contact('1')]);
    await actionCalls.begin(portal, call, 10, 50);
    await actionCalls.answer(portal, 'ap-1', done);
    await actionCalls.begin(portal, { ...call, callbackId: 'ap-2' }, 20, 50);
    expect(await actionCalls.about(portal, '1')).toEqual([
      { ...call, callbackId: 'ap-2', at: 20, reply: null },
      { ...call, at: 10, reply: done },
    ]);
    await actionCalls.prune(20);
    expect(await actionCalls.about(portal, '1')).toMatchObject([{ callbackId: 'ap-2' }]);
    await actionCalls.answer(portal, 'ap-2', { kind: 'waiting', until: 90 });
    await timeline.forget(portal, ['1']);
    expect(await actionCalls.about(portal, '1')).toEqual([]);
  });

  test('a workflow that waits for a contact that is gone is still owed an answer', async () => {
    await using world = await open();
    const { actionCalls, timeline } = world.store;
    await timeline.saveContacts(portal, [contact('1')]);
    await actionCalls.begin(portal, call, 10, 50);
    await actionCalls.answer(portal, 'ap-1', { kind: 'waiting', until: 90 });
    await timeline.dropContacts(portal, ['1']);
    expect(await actionCalls.waiting(portal)).toMatchObject([{ callbackId: 'ap-1' }]);
  });
});
