import { expect, test } from 'vitest';
import { createApiFaults } from '../../../src/sandbox/api/api-faults.ts';
import { contacts, openSandbox } from '../support/sandbox-world.ts';

test('a portal without faults has none, and the same seed has the same ones', () => {
  const drawn = (share: number) => {
    const faults = createApiFaults(3);
    faults.set(share);
    return Array.from({ length: 200 }, () => faults.draw());
  };
  expect(drawn(0).every((fault) => fault === null)).toBe(true);
  expect(drawn(0.5)).toEqual(drawn(0.5));
  expect(new Set(drawn(1).map((fault) => fault?.kind))).toEqual(new Set(['refused', 'proxy', 'cut', 'lost']));
});

test('of calls that fail some were made and some were not, and no client can tell', async () => {
  await using world = await openSandbox({ records: contacts(1), apiFaultSeed: 2 });
  world.sandbox.faults.set(1);
  const outcomes = new Set<string>();
  for (let call = 0; call < 40; call += 1) {
    const before = world.sandbox.store.find('contacts', '1')?.values['city'];
    const path = '/crm/objects/2026-09/contacts/1';
    const answer = await world
      .call('PATCH', path, { properties: { city: `Town ${call}` } })
      .then(({ status }) => String(status))
      .catch(() => 'broken');
    const isMade = world.sandbox.store.find('contacts', '1')?.values['city'] !== before;
    outcomes.add(`${answer}${isMade ? ' made' : ''}`);
  }
  expect(outcomes).toEqual(
    new Set(['423', '429', '477', '500', '503', '502', '504', '524', 'broken', 'broken made']),
  );
  world.sandbox.faults.set(0);
  expect((await world.call('GET', '/crm/objects/2026-09/contacts/1')).status).toBe(200);
});
