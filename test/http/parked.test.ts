import { expect, test } from 'vitest';
import { parkedRoutes } from '../../src/http/parked-routes.ts';
import { call, openDoorOn, signature } from '../support/http-door.ts';

const viewer = 'userId=5&portalId=77&userEmail=a%40b.example&appId=9';
const work = { subject: 'contacts:1', reason: 'x', at: 1, retry: 'again' } as const;

async function parkedDoor() {
  const asked: string[] = [];
  const door = await openDoorOn(
    parkedRoutes({
      list: async (portal) => [{ ...work, subject: `contacts:${portal}` }],
      retry: async (portal, subject) => {
        asked.push(`${portal} ${subject}`);
        return asked.length === 1;
      },
    }),
  );
  const signed = (sent: Parameters<typeof signature>[0]) =>
    call(door, { ...sent, headers: { 'content-type': 'application/json', ...signature(sent) } });
  const retry = (body: unknown) =>
    signed({ method: 'POST', path: `/home/parked/retry?${viewer}`, body: JSON.stringify(body) });
  return { door, asked, signed, retry, [Symbol.asyncDispose]: () => door[Symbol.asyncDispose]() };
}

test('parked work is told for the portal of the signed query, and for no unsigned question', async () => {
  await using at = await parkedDoor();
  const path = `/home/parked?${viewer}`;
  expect((await call(at.door, { method: 'GET', path })).status).toBe(401);
  const answer = await at.signed({ method: 'GET', path });
  expect(JSON.parse(answer.text)).toEqual({ parked: [{ ...work, subject: 'contacts:77' }] });
});

test('a retry that is sent twice is done once, and answers both times with what is left', async () => {
  await using at = await parkedDoor();
  const answers = [await at.retry({ subject: 'contacts:1' }), await at.retry({ subject: 'contacts:1' })];
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(answers.map(({ text }) => JSON.parse(text).retried)).toEqual([true, false]);
  expect(at.asked).toEqual(['77 contacts:1', '77 contacts:1']);
});

test.each([{}, { subject: '' }, { subject: 5 }, { subject: 'x'.repeat(201) }, []])(
  '%j is no retry',
  async (body) => {
    await using at = await parkedDoor();
    expect((await at.retry(body)).status).toBe(400);
    expect(at.asked).toEqual([]);
  },
);
