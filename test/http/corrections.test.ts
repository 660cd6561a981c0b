/** The corrections' door, with the real use cases on a store in memory behind it. */
import { isCorrectionAnswer, isCorrectionsView } from '@rapport/shared/contract-corrections.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { correctionRoutes } from '../../src/http/correction-routes.ts';
import { correctContact } from '../../src/usecases/correct-contact.ts';
import { setDesired } from '../../src/usecases/set-desired.ts';
import { undoCorrection } from '../../src/usecases/undo-correction.ts';
import { type Door, get, now, openDoorOn, post } from '../support/http-door.ts';
import { installedWorld, portal, type WorkWorld, withMail } from '../support/work-world.ts';

const viewer = `userId=5&portalId=${portal}&userEmail=rep%40us.example&appId=9`;
const stranger = 'userId=5&portalId=78&userEmail=rep%40us.example&appId=9';
const id = 'a0000000-0000-4000-8000-000000000001';
const asked = { id, contactId: '1', locale: 'de' };
const override = { ...asked, stage: 'bonding', reason: 'Vertrag', until: '2026-07-01' };

let world: WorkWorld;
let door: Door;

beforeAll(async () => {
  world = await withMail(await installedWorld());
  world.clock.at = now;
  await world.run('refresh');
  const deps = { ...world.deps, ...world.store, digest: (text: string) => text };
  door = await openDoorOn(
    correctionRoutes({
      correct: (request) => correctContact(deps, request),
      setDesired: (request) => setDesired(deps, request),
      undo: (request) => undoCorrection(deps, request),
      corrections: (of, contact) => world.store.corrections.of(of, contact),
      cardIn: (body) => ({ body, found: !body.includes('unknown-contact') }),
      timeZone: async () => 'Europe/Berlin',
      clock: world.clock,
    }),
  );
});
afterAll(() => door[Symbol.asyncDispose]());

const send = (path: string, body: object, query = viewer) => post(door, `/cards/${path}?${query}`, body);
const logged = () => world.store.corrections.of(portal, '1');

describe('a correction through the door', () => {
  test('holds until its day begins in the zone of the portal, by the signed user', async () => {
    const answer = await send('override', override);
    expect([answer.status, JSON.parse(answer.text).kind]).toEqual([200, 'done']);
    expect((await logged())[0]).toMatchObject({
      by: { userId: 5, email: 'rep@us.example' },
      says: { kind: 'override', until: Date.UTC(2026, 5, 30, 22) },
    });
  });

  test('is listed for the card, and undone by its id', async () => {
    const list = await get(door, `/cards/corrections?contactId=1&locale=de&${viewer}`);
    const view: unknown = JSON.parse(list.text);
    expect(isCorrectionsView(view) && view.log.map((it) => [it.sentence, it.mayUndo])).toEqual([
      ['Stufe auf Bindung gesetzt', true],
    ]);
    const undo = { ...asked, id: `${id}x`, correction: id };
    expect((await send('undo', undo)).status).toBe(200);
    expect((await send('undo', undo)).status).toBe(200);
    expect((await logged())[0]?.undone?.by.userId).toBe(5);
  });

  test('that cannot be is answered with every problem in the language asked for', async () => {
    const wrong = { ...override, id: `${id}2`, reason: 'x'.repeat(5000), stage: '<b>', until: '2026-06-15' };
    const answer = await send('override', wrong);
    const value: unknown = JSON.parse(answer.text);
    expect([answer.status, isCorrectionAnswer(value)]).toEqual([422, true]);
    expect(value).toMatchObject({ problems: [{ field: 'reason' }, { field: 'stage' }, { field: 'until' }] });
    expect(answer.text).toContain('unter 1.000 Zeichen');
  });

  test.each([
    ['override', { ...override, until: '2026-02-30' }, 'until'],
    ['override', { ...override, until: 'soon' }, 'until'],
    ['desired', { ...asked, type: 'buddies', source: 'said', saidOn: '' }, 'saidOn'],
    ['snooze', { ...asked, reason: '', until: '2026-07-01' }, 'reason'],
  ])('%s with %o names the field', async (path, body, field) => {
    const answer = await send(path, { ...body, id: `${id}3` });
    expect([answer.status, JSON.parse(answer.text).problems[0].field]).toEqual([422, field]);
  });

  test.each([
    ['an id that is too short', { ...override, id: '1' }],
    ['a contact that is no number', { ...override, contactId: '1 or 1=1' }],
    ['no reason at all', { ...override, reason: undefined }],
  ])('%s is no correction', async (_name, body) => {
    expect((await send('override', body)).status).toBe(400);
  });

  test('from a user that nobody signed for is refused', async () => {
    expect((await send('override', override, `portalId=${portal}`)).status).toBe(400);
  });

  test('in the name of another portal finds nothing of this one', async () => {
    const foreign = await send('override', { ...override, id: `${id}4` }, stranger);
    expect([foreign.status, foreign.text]).toEqual([
      404,
      JSON.stringify({ kind: 'done', card: { kind: 'unknown-contact' } }),
    ]);
    expect((await send('undo', { ...asked, correction: id }, stranger)).status).toBe(422);
    const list = await get(door, `/cards/corrections?contactId=1&${stranger}`);
    expect(JSON.parse(list.text).log).toEqual([]);
  });

  test('with a query changed after signing stays outside', async () => {
    const signed = `/cards/override?${viewer}`;
    const answer = await post(door, signed.replace('userId=5', 'userId=6'), override, signed);
    expect(answer.status).toBe(401);
  });

  test('that HubSpot does not take is an answer to try again, and is not kept', async () => {
    world.crm.fail('writeProperties', 'unavailable');
    const before = (await logged()).length;
    door.logged.length = 0;
    const wish = { ...asked, id: `${id}5`, type: 'buddies', source: 'said', saidOn: '2026-06-15' };
    expect((await send('desired', wish)).status).toBe(503);
    expect(await logged()).toHaveLength(before);
    // Nothing of ours is broken: no operator need be woken.
    expect(door.logged).toMatchObject([{ level: 'warn', status: 503 }]);
    expect((await send('desired', wish)).status).toBe(200);
  });
});
