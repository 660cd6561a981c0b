import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { base, call, type Door, type Got, now, openDoor, secret, signature } from '../support/http-door.ts';

const path = '/hubspot/actions/check-guardrail';
const json = { 'content-type': 'application/json' };
const execution = {
  callbackId: 'ap-77-abc',
  origin: { portalId: 77, actionDefinitionId: 5, actionDefinitionVersion: 1 },
  context: { source: 'WORKFLOWS', workflowId: 12 },
  object: { objectId: 4711, objectType: 'CONTACT', properties: {} },
  inputFields: { purpose: 'marketing', channel: 'email' },
};

function v2(body: string, key = secret): Record<string, string> {
  const hash = createHash('sha256').update(`${key}POST${base}${path}${body}`).digest('hex');
  return { 'x-hubspot-signature': hash, 'x-hubspot-signature-version': 'v2' };
}

describe('the door of workflow actions', () => {
  let door: Door;
  const send = (body: unknown, headers?: Record<string, string>): Promise<Got> => {
    const text = JSON.stringify(body);
    const signed = headers ?? signature({ method: 'POST', path, body: text });
    return call(door, { method: 'POST', path, headers: { ...json, ...signed }, body: text });
  };
  const outputs = (answer: Got) => JSON.parse(answer.text).outputFields;
  beforeAll(async () => {
    door = await openDoor();
  });
  afterAll(() => door[Symbol.asyncDispose]());
  beforeEach(() => {
    door.acts.length = 0;
    door.act = async () => ({ kind: 'done', outputs: { verdict: 'allow' } });
  });

  it('takes portal, contact, callback and inputs from the signed body', async () => {
    expect(outputs(await send(execution))).toEqual({ verdict: 'allow', hs_execution_state: 'SUCCESS' });
    expect(door.acts).toEqual([
      {
        portal: 77,
        action: 'check_guardrail',
        callbackId: 'ap-77-abc',
        contactId: '4711',
        inputs: { purpose: 'marketing', channel: 'email' },
      },
    ]);
  });

  it('B52 takes a v2 signature over secret, method, address and body', async () => {
    expect((await send(execution, v2(JSON.stringify(execution)))).status).toBe(200);
    expect((await send(execution, v2(JSON.stringify(execution), 'another'))).status).toBe(401);
    expect(
      (await send({ ...execution, origin: { portalId: 78 } }, v2(JSON.stringify(execution)))).status,
    ).toBe(401);
    expect((await send(execution, {})).status).toBe(401);
  });

  it('does not let a good v2 signature make good for a v3 signature that is wrong or old', async () => {
    const body = JSON.stringify(execution);
    const wrong = { ...v2(body), ...signature({ method: 'POST', path, body }, { key: 'another' }) };
    const old = { ...v2(body), ...signature({ method: 'POST', path, body }, { at: now - 301_000 }) };
    expect((await send(execution, wrong)).status).toBe(401);
    expect((await send(execution, old)).status).toBe(401);
    expect(door.acts).toEqual([]);
  });

  it('B48 takes a call without an object, with the contact that is named or with nobody', async () => {
    const { object: _, ...bare } = execution;
    await send({ ...bare, inputFields: { ...execution.inputFields, contact_id: '12' } });
    await send({ ...bare, object: null });
    await send({ ...bare, inputFields: { contact_id: '12; drop table' } });
    expect(door.acts.map(({ contactId }) => contactId)).toEqual(['12', null, null]);
  });

  it('reads numbers, blanks and the older name of the inputs', async () => {
    const { inputFields: _, ...older } = execution;
    await send({ ...older, fields: { purpose: 5, channel: null } });
    expect(door.acts[0]?.inputs).toEqual({ purpose: '5', channel: '' });
  });

  it.each([
    ['a callback id that is none', { ...execution, callbackId: '../1' }],
    ['no portal', { ...execution, origin: {} }],
    ['a list', [execution]],
    ['nested inputs', { ...execution, inputFields: { purpose: { a: 1 } } }],
  ])('B49 refuses %s with a sentence', async (_name, body) => {
    const answer = await send(body);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text).message).toMatch(/^The call is not as HubSpot sends it: /);
    expect(door.acts).toEqual([]);
  });

  it('says to HubSpot whether the workflow goes on, waits, fails, or is to be asked again', async () => {
    door.act = async () => ({ kind: 'passed-over', outputs: { reason: 'Why' } });
    expect(outputs(await send(execution))).toEqual({ reason: 'Why', hs_execution_state: 'FAIL_CONTINUE' });
    door.act = async () => ({ kind: 'waiting', until: 5 });
    expect(outputs(await send(execution))).toMatchObject({ hs_execution_state: 'BLOCK' });
    door.act = async () => ({ kind: 'refused', sentence: 'No such purpose.' });
    const refused = await send(execution);
    expect([refused.status, JSON.parse(refused.text).message]).toEqual([400, 'No such purpose.']);
    door.act = async () => ({ kind: 'later', afterMs: 1500 });
    const later = await send(execution);
    expect([later.status, later.headers['retry-after']]).toEqual([429, '2']);
    door.act = async () => null;
    expect((await send(execution)).status).toBe(404);
  });

  it('gives its late answer when the verdict does not come in time', async () => {
    door.act = () => new Promise(() => {});
    expect(outputs(await send(execution))).toMatchObject({ verdict: 'deny' });
  });

  it('tells the operator of a failure after the late answer', async () => {
    const { promise, reject } = Promise.withResolvers<never>();
    door.act = () => promise;
    await send(execution);
    reject(new Error('the store is down'));
    await expect
      .poll(() => door.logged)
      .toContainEqual(expect.objectContaining({ message: 'failed after its late answer' }));
  });

  it('answers 500 for a failure of its own, so that HubSpot calls again', async () => {
    door.act = () => Promise.reject(new Error('the store is down'));
    expect((await send(execution)).status).toBe(500);
  });
});
