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
    [
      'an association between two contacts, at both',
      {
        portalId: 7,
        subscriptionType: 'object.associationChange',
        fromObjectTypeId: '0-1',
        fromObjectId: 5,
        toObjectTypeId: '0-1',
        toObjectId: 6,
      },
      [
        { type: 'contacts', id: '5' },
        { type: 'contacts', id: '6' },
      ],
    ],
  ])('%s', (_what, item, records) => {
    expect(read(item)).toEqual([{ kind: 'dirty', portal: 7, records }]);
  });

  test('a privacy deletion names the person', () => {
    const item = { portalId: 7, subscriptionType: 'contact.privacyDeletion', objectId: 5 };
    expect(read(item)).toEqual([{ kind: 'erased', portal: 7, contactId: '5' }]);
  });
});

describe('an item that says nothing', () => {
  const good = { portalId: 7, subscriptionType: 'object.creation', objectTypeId: '0-49', objectId: 5 };

  test.each([
    ['null', null, null, 'event', 'not-an-object'],
    ['a list', [good], null, 'event', 'not-an-object'],
    ['an empty object', {}, null, 'event', 'no-portal'],
    ['a portal as text', { ...good, portalId: '7' }, null, 'event:object.creation:0-49', 'no-portal'],
    ['a negative portal', { ...good, portalId: -1 }, null, 'event:object.creation:0-49', 'no-portal'],
    ['no subscription', { ...good, subscriptionType: 5 }, 7, 'event:0-49', 'no-subscription-type'],
    ['an unknown object', { ...good, objectTypeId: '0-2' }, 7, 'event:object.creation:0-2', 'unknown-object'],
    [
      'an unknown subscription',
      { ...good, subscriptionType: 'planet.creation' },
      7,
      'event:planet.creation:0-49',
      'unknown-object',
    ],
    ['an id beyond numbers', { ...good, objectId: 2 ** 63 }, 7, 'event:object.creation:0-49', 'no-object-id'],
    ['half an id', { ...good, objectId: 1.5 }, 7, 'event:object.creation:0-49', 'no-object-id'],
    ['a text as id', { ...good, objectId: "5' or true" }, 7, 'event:object.creation:0-49', 'no-object-id'],
    [
      'nobody to erase',
      { portalId: 7, subscriptionType: 'contact.privacyDeletion' },
      7,
      'event:contact.privacyDeletion',
      'no-object-id',
    ],
    [
      'a merge of nobody',
      { ...good, subscriptionType: 'object.merge', objectId: null },
      7,
      'event:object.merge:0-49',
      'no-object-id',
    ],
    [
      'a link from nobody',
      {
        portalId: 7,
        subscriptionType: 'object.associationChange',
        fromObjectTypeId: '0-49',
        fromObjectId: 'x',
        toObjectTypeId: '0-1',
        toObjectId: 1,
      },
      7,
      'event:object.associationChange',
      'no-object-id',
    ],
    [
      'words where a name is expected',
      { ...good, subscriptionType: 'Jane Doe <jane@client.example>' },
      7,
      'event:0-49',
      'unknown-object',
    ],
  ])('is named, and its neighbours stand: %s', (_what, item, portal, subject, reason) => {
    expect(read(good, item, good)).toEqual([
      { kind: 'dirty', portal: 7, records: [{ type: 'emails', id: '5' }] },
      { kind: 'broken', portal, subject, reason },
      { kind: 'dirty', portal: 7, records: [{ type: 'emails', id: '5' }] },
    ]);
  });

  test('a link between two objects that we do not read is no matter of ours', () => {
    const link = { portalId: 7, subscriptionType: 'object.associationChange' };
    expect(
      read({ ...link, fromObjectTypeId: '0-1', fromObjectId: 5, toObjectTypeId: '0-2', toObjectId: 'x' }),
    ).toEqual([]);
  });
});

test.each(['', '{}', 'null', '[', '"x"'])('%j is no delivery', (body) => {
  expect(readDelivery(body, types)).toBeNull();
});
