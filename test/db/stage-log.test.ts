import { describe, expect, test } from 'vitest';
import { storeName, testStore } from '../support/database.ts';
import { assessment, contact } from '../support/timeline-builders.ts';

const portal = 7;

describe(`the stage log (${storeName})`, () => {
  test('tells a stage moved by another model from one that the relationship moved', async () => {
    await using world = await testStore();
    const { timeline, assessments } = world.store;
    await timeline.saveContacts(portal, [contact('1')]);
    for (const [asOf, stage, modelVersion] of [
      [1, 'experimenting', 'm1'],
      [2, 'intensifying', 'm1'],
      [3, 'intensifying', 'm2'],
      [4, 'stagnating', 'm3'],
      [5, 'terminating', 'm3'],
    ] as const) {
      const told = assessment({ asOf, stage, modelVersion, movement: 'forward' });
      await assessments.save(portal, [{ contactId: '1', assessment: told, writing: false }]);
    }
    const rows = await world.database.readInPortal(portal, 'select at, movement from stage_log order by at');
    expect(rows.map(({ at, movement }) => [Number(at), movement])).toEqual([
      [1, 'forward'],
      [2, 'forward'],
      [4, 'recalibrated'],
      [5, 'forward'],
    ]);
  });
});
