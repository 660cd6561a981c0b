import { describe, expect, test } from 'vitest';
import { readDelivery } from '../../src/usecases/delivery.ts';
import type { RecordType } from '../../src/usecases/ports.ts';

const types = new Map<string, RecordType>([
  ['0-1', 'contacts'],
  ['0-49', 'emails'],
  ['0-3', 'deals'],
  ['contact', 'contacts'],
  ['deal', 'deals'],
]);

function read(...items: unknown[]) {
  return readDelivery(JSON.stringify(items), types);
}

describe('what an item of a delivery asks to look at', () => {
  test.each([
    [
      'a change of an activity',
      { portalId: 7, subscriptionType: 'object.propertyChange', objectTypeId: '0-49', objectId: 5 },
      [{ type: 'emails', id: '5' }],
    ],
    [
      'a deletion, as any other change',
      { portalId: 7, subscriptionType: 'object.deletion', objectTypeId: '0-1', objectId: 5 },
      [{ type: 'contacts', id: '5' }],
    ],
    [
      'an older subscription',
      { portalId: 7, subscriptionType: 'deal.propertyChange', objectId: 5 },
      [{ type: 'deals', id: '5' }],
    ],
    [
      'a restored contact, with its whole timeline',
      { portalId: 7, subscriptionType: 'object.restore', objectTypeId: '0-1', objectId: 5 },
      [
        { type: 'contacts', id: '5' },
        { type: 'history', id: '5' },
      ],
    ],
    [
      'a merge, under every id it names',
      {
        portalId: 7,
        subscriptionType: 'object.merge',
        objectTypeId: '0-1',
        objectId: 5,
        primaryObjectId: 5,
        mergedObjectIds: [6],
        newObjectId: 8,
      },
      ['5', '8', '6']
        .flatMap((id) => ({ type: 'contacts', id }))
        .concat(['5', '8', '6'].map((id) => ({ type: 'history', id }))),
    ],
    [
      'an association, at the activity whichever end it is',
      {
        portalId: 7,
        subscriptionType: 'object.associationChange',
        fromObjectTypeId: '0-1',
        fromObjectId: 5,
        toObjectTypeId: '0-49',
        toObjectId: 9,
      },
      [{ type: 'emails', id: '9' }],
    ],
  ])('%s', (_what, item, records) => {
    expect(read(item)).toEqual([{ kind: 'dirty', portal: 7, records }]);
  });

  test('a privacy deletion names the person', () => {
    const item = { portalId: 7, subscriptionType: 'contact.privacyDeletion', objectId: 5 };
    expect(read(item)).toEqual([{ kind: 'erased', portal: 7, contactId: '5' }]);
  });
});

test('a broken item or one of another kind says nothing and harms no neighbour', () => {
  const good = { portalId: 7, subscriptionType: 'object.creation', objectTypeId: '0-49', objectId: 5 };
  const items = [
    null,
    5,
    'x',
    {},
    { ...good, portalId: '7' },
    { ...good, portalId: -1 },
    { ...good, objectTypeId: '0-2' },
    { ...good, objectId: "5' or true" },
    { ...good, objectId: 1.5 },
    { ...good, subscriptionType: 5 },
    { ...good, subscriptionType: 'object', objectTypeId: null },
    { portalId: 7, subscriptionType: 'contact.privacyDeletion' },
  ];
  expect(read(...items, good)).toEqual([
    { kind: 'dirty', portal: 7, records: [{ type: 'emails', id: '5' }] },
  ]);
});

test.each(['', '{}', 'null', '[', '"x"'])('%j is no delivery', (body) => {
  expect(readDelivery(body, types)).toBeNull();
});
