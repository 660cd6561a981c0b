import { describe, expect, test } from 'vitest';
import { inferIn } from '../../src/infer.ts';
import type { ActionCall, ActionReply } from '../../src/usecases/action-calls.ts';
import { answerAction, answerLate } from '../../src/usecases/answer-action.ts';
import { completeActions } from '../../src/usecases/complete-actions.ts';
import { contact } from '../support/timeline-builders.ts';
import { installedWorld, portal, type WorkWorld, withMail } from '../support/work-world.ts';

const call = (action: ActionCall['action'], inputs = {}, over: Partial<ActionCall> = {}): ActionCall => ({
  callbackId: 'ap-1',
  action,
  contactId: '1',
  inputs,
  ...over,
});
const asked = { purpose: 'marketing', channel: 'email' };
const desired = { type: 'buddies', source: 'Form "How close?"' };

const open = async (of: Parameters<typeof installedWorld>[1] = {}) =>
  withMail(await installedWorld({ infer: inferIn }, of));
const depsOf = ({ deps, crm, store }: WorkWorld) => ({ ...deps, ...store, crm });
const ask = (world: WorkWorld, made: ActionCall) => answerAction(depsOf(world), portal, made);
const outputs = (answer: ActionReply | { kind: 'later' } | null) =>
  answer !== null && 'outputs' in answer ? answer.outputs : {};

describe('every action', () => {
  test('is done once per callback, and a repeated call hears the same', async () => {
    const world = await open();
    await world.run('refresh');
    const first = await ask(world, call('open_recovery_case', { kind: 'task' }));
    const again = await ask(world, call('open_recovery_case', { kind: 'task' }));
    expect(again).toEqual(first);
    expect(world.crm.cases).toHaveLength(1);
  });

  test('of two at a time one works, the other is told to ask again', async () => {
    const world = await open();
    await world.store.actionCalls.begin(portal, call('assess_now'), world.clock.now(), 60_000);
    expect(await ask(world, call('assess_now'))).toMatchObject({ kind: 'later' });
  });

  test('is nothing for a portal that has not installed us, or has left', async () => {
    const world = await open();
    expect(await answerAction(depsOf(world), 99, call('check_guardrail', asked))).toBeNull();
    await world.store.installations.setState(portal, 'uninstalled');
    expect(await ask(world, call('check_guardrail', asked))).toBeNull();
  });

  test('about nobody lets the workflow go on and says why', async () => {
    const answer = await ask(await open(), call('check_guardrail', asked, { contactId: null }));
    expect(answer).toMatchObject({
      kind: 'passed-over',
      outputs: { reason: expect.stringContaining('No contact') },
    });
  });

  test('is asked again when HubSpot is busy, and then done', async () => {
    const world = await open();
    world.crm.fail('createCase', 'unavailable');
    const first = await ask(world, call('open_recovery_case', { kind: 'task' }));
    expect(first).toMatchObject({ kind: 'later' });
    const second = await ask(world, call('open_recovery_case', { kind: 'task' }));
    expect(outputs(second)).toMatchObject({ case_kind: 'task', case_id: '1' });
  });

  test('is kept with what was asked and answered, until the contact is erased', async () => {
    const world = await open();
    await world.run('refresh');
    await ask(world, call('check_guardrail', asked));
    expect(await world.store.actionCalls.about(portal, '1')).toMatchObject([
      { action: 'check_guardrail', inputs: asked, reply: { outputs: { verdict: expect.any(String) } } },
    ]);
  });
});

describe('assess now', () => {
  test('waits until the contact is read and assessed again, and is completed once', async () => {
    const world = await open({ scopes: ['automation'] });
    await world.run('refresh');
    expect(await ask(world, call('assess_now'))).toMatchObject({ kind: 'waiting' });
    expect(world.crm.completed).toEqual([]);
    await world.drain();
    await world.run('refresh');
    expect(world.crm.completed).toMatchObject([
      { callbackId: 'ap-1', reply: { kind: 'done', outputs: { stage: expect.any(String) } } },
    ]);
  });

  test('reads a contact that is not known yet, and says so of one that does not exist', async () => {
    const world = await open({ scopes: ['automation'] });
    world.crm.add(contact('2'));
    await ask(world, call('assess_now', {}, { callbackId: 'ap-2', contactId: '2' }));
    await ask(world, call('assess_now', {}, { callbackId: 'ap-3', contactId: '3' }));
    await world.drain();
    expect(world.crm.completed).toMatchObject([
      { callbackId: 'ap-2', reply: { kind: 'done' } },
      { callbackId: 'ap-3', reply: { kind: 'passed-over' } },
    ]);
  });

  test('is answered at once from what is stored where the callback is not allowed', async () => {
    const world = await open({ scopes: [] });
    await world.run('refresh');
    expect(outputs(await ask(world, call('assess_now')))).toMatchObject({ stage: expect.any(String) });
    expect(await world.store.dirtyRecords.count(portal)).toBe(2);
  });

  test('goes on after ten minutes with what is known, however much is still to be read', async () => {
    const world = await open({ scopes: ['automation'] });
    await world.run('refresh');
    await ask(world, call('assess_now'));
    const of = await world.store.installations.find(portal);
    if (of === null) throw new Error('the portal is installed');
    await completeActions(depsOf(world), of);
    expect(world.crm.completed).toEqual([]);
    world.clock.at += 10 * 60_000;
    await completeActions(depsOf(world), of);
    expect(world.crm.completed).toMatchObject([{ callbackId: 'ap-1', reply: { kind: 'done' } }]);
  });

  test('is completed again when HubSpot did not take it', async () => {
    const world = await open({ scopes: ['automation'] });
    await world.run('refresh');
    await ask(world, call('assess_now'));
    world.crm.fail('completeAction', 'unavailable');
    expect(await world.run('refresh')).toMatchObject({ kind: 'later' });
    expect(world.crm.completed).toEqual([]);
    await world.run('refresh');
    expect(world.crm.completed).toHaveLength(1);
  });

  test('does not say that a run was completed before HubSpot knew it to be waiting', async () => {
    const world = await open({ scopes: ['automation'] });
    await world.run('refresh');
    await ask(world, call('assess_now'));
    world.crm.fail('completeAction', 'not-found');
    expect(await world.run('refresh')).toEqual({ kind: 'later', afterMs: 2000 });
    await world.run('refresh');
    expect(world.crm.completed).toHaveLength(1);
  });
});

describe('check guardrail', () => {
  test('gives a verdict with its ceiling, its reason and the next date', async () => {
    const world = await open();
    await world.run('refresh');
    const answer = outputs(await ask(world, call('check_guardrail', asked)));
    expect(answer).toMatchObject({
      verdict: expect.stringMatching(/^(allow|deny|ask_first|allow_with_notice)$/),
    });
    expect(answer['ceiling']).toMatch(/^I[0-4]$/);
    expect(answer['reason']).not.toBe('');
  });

  test('denies everything but the matter at hand to a person who objected', async () => {
    const world = await open();
    world.crm.add(contact('1', { objection: true }));
    await world.run('refresh');
    const verdictOf = async (purpose: string) =>
      outputs(
        await ask(world, call('check_guardrail', { purpose, channel: 'email' }, { callbackId: purpose })),
      );
    expect(await verdictOf('marketing')).toMatchObject({ verdict: 'deny' });
    expect(await verdictOf('service_reply')).toMatchObject({ verdict: 'allow', ceiling: 'I1' });
  });

  test('denies what it cannot decide, except what is owed', async () => {
    const world = await open();
    const unknown = { contactId: '404' };
    expect(outputs(await ask(world, call('check_guardrail', asked, unknown)))).toMatchObject({
      verdict: 'deny',
    });
    const late = answerLate({ ...depsOf(world), report: () => {} }, portal, call('check_guardrail', asked));
    expect(late).toMatchObject({ outputs: { verdict: 'deny', reason: expect.stringMatching(/^Undecided/) } });
    const owed = { purpose: 'service_reply', channel: 'email' };
    const reply = answerLate({ ...depsOf(world), report: () => {} }, portal, call('check_guardrail', owed));
    expect(reply).toMatchObject({ outputs: { verdict: 'allow', ceiling: 'I1' } });
  });

  test('a verdict that was too late does not replace the one that was given', async () => {
    const world = await open();
    await world.store.actionCalls.begin(portal, call('check_guardrail', asked), world.clock.now(), 0);
    answerLate({ ...depsOf(world), report: () => {} }, portal, call('check_guardrail', asked));
    expect(outputs(await ask(world, call('check_guardrail', asked)))).toMatchObject({
      reason: expect.stringMatching(/^Undecided/),
    });
  });

  test('refuses a purpose or channel that does not exist, both at once', async () => {
    const answer = await ask(await open(), call('check_guardrail', { purpose: 'spam', channel: '' }));
    expect(answer).toMatchObject({
      kind: 'refused',
      sentence: expect.stringMatching(/"spam".*channel is missing/),
    });
  });
});

describe('set desired relationship', () => {
  test('writes what they want with its source', async () => {
    const world = await open();
    expect(await ask(world, call('set_desired', desired))).toMatchObject({ kind: 'done' });
    expect(world.crm.writes.at(-1)).toEqual({
      contactId: '1',
      values: {
        rapport_desired_relationship: 'buddies',
        rapport_desired_relationship_source: 'Form "How close?"',
      },
    });
  });

  test.each([
    ['without a source', { type: 'buddies', source: ' ' }, 'refused'],
    ['for an empty answer', { ...desired, type: '' }, 'passed-over'],
    ['for an answer that is no relationship', { ...desired, type: 'soulmates' }, 'passed-over'],
  ])('writes nothing %s', async (_case, inputs, kind) => {
    const world = await open();
    expect(await ask(world, call('set_desired', inputs))).toMatchObject({ kind });
    expect(world.crm.writes).toEqual([]);
  });

  test('writes nothing about a person who objected, or who is gone', async () => {
    const world = await open();
    world.crm.add(contact('1', { objection: true }));
    await world.run('refresh');
    const before = world.crm.writes.length;
    expect(await ask(world, call('set_desired', desired))).toMatchObject({ kind: 'passed-over' });
    expect(world.crm.writes).toHaveLength(before);
    const gone = await ask(world, call('set_desired', desired, { callbackId: 'ap-2', contactId: '404' }));
    expect(gone).toMatchObject({ kind: 'passed-over' });
  });
});

describe('open recovery case', () => {
  test("makes a task of the contact's owner, due by the clock of complaints", async () => {
    const world = await open();
    world.clock.at = Date.UTC(2026, 5, 15, 8);
    world.crm.add(contact('1', { ownerId: '42' }));
    await ask(world, call('open_recovery_case', { kind: 'task', subject: 'Late delivery' }));
    expect(world.crm.cases).toMatchObject([
      { kind: 'task', contactId: '1', ownerId: '42', subject: 'Late delivery' },
    ]);
    // 8:00 UTC is 10:00 in Berlin; six working hours later it is 16:00 there.
    expect(world.crm.cases[0]?.dueAt).toBe(Date.UTC(2026, 5, 15, 14));
  });

  test('makes a ticket where that is allowed, else a task that says so', async () => {
    const allowed = await open({ scopes: ['tickets'] });
    expect(outputs(await ask(allowed, call('open_recovery_case', { kind: 'ticket' })))).toMatchObject({
      case_kind: 'ticket',
      reason: '',
    });
    const refused = await open({ scopes: [] });
    expect(outputs(await ask(refused, call('open_recovery_case', { kind: 'ticket' })))).toMatchObject({
      case_kind: 'task',
      reason: expect.stringContaining('tickets'),
    });
  });

  test('does not make the same case twice when its answer was lost on the way', async () => {
    const world = await open();
    const made = call('open_recovery_case', { kind: 'task' });
    await world.store.actionCalls.begin(portal, made, world.clock.now(), 0);
    await world.crm.createCase(portal, {
      kind: 'task',
      callbackId: 'ap-1',
      contactId: '1',
      ownerId: null,
      subject: 'x',
      dueAt: 0,
    });
    expect(outputs(await ask(world, made))).toMatchObject({ case_id: '1' });
    expect(world.crm.cases).toHaveLength(1);
  });

  test('is none for a contact that does not exist, and none of another kind', async () => {
    const world = await open();
    expect(
      await ask(world, call('open_recovery_case', { kind: 'task' }, { contactId: '404' })),
    ).toMatchObject({
      kind: 'passed-over',
    });
    expect(
      await ask(world, call('open_recovery_case', { kind: 'party' }, { callbackId: 'ap-2' })),
    ).toMatchObject({
      kind: 'refused',
    });
    expect(world.crm.cases).toEqual([]);
  });
});
