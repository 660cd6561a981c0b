import fc from 'fast-check';
import { expect, test } from 'vitest';
import { objectType } from '../../../src/sandbox/crm/object-types.ts';
import { createShelf, type StoredRecord } from '../../../src/sandbox/crm/shelf.ts';

const type = objectType('notes');

type Step =
  | { readonly kind: 'add' | 'remove' | 'archive' | 'restore'; readonly id: number }
  | { readonly kind: 'touch'; readonly id: number; readonly wait: number };

const id = fc.integer({ min: 1, max: 8 });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constantFrom('add' as const, 'remove' as const, 'archive' as const, 'restore' as const),
      id,
    }),
    fc.record({ kind: fc.constant('touch' as const), id, wait: fc.integer({ min: 0, max: 2 }) }),
  ),
  { maxLength: 80, size: 'max' },
);

/** The same steps on a plain map: what the shelf must agree with. */
function runBoth(all: readonly Step[], look: (now: number) => void, shelf = createShelf(100)) {
  let now = 1000;
  for (const step of all) {
    const known = shelf.records.get(String(step.id));
    if (step.kind === 'add' && known === undefined) shelf.add(newRecord(step.id, now));
    else if (step.kind === 'remove') shelf.remove(String(step.id));
    else if (step.kind === 'archive' && known !== undefined) shelf.setArchived(known, now);
    else if (step.kind === 'restore' && known !== undefined) shelf.setArchived(known, 0);
    else if (step.kind === 'touch' && known !== undefined) {
      now += step.wait;
      shelf.touch(known, now);
    }
    look(now);
  }
  return shelf;
}

function newRecord(number: number, at: number): StoredRecord {
  return {
    type,
    id: String(number),
    values: {},
    createdAt: at,
    updatedAt: at,
    archivedAt: 0,
    mergedInto: null,
  };
}

const idsOf = (records: Iterable<StoredRecord>) => [...records].map((record) => record.id);

test('walking by id gives every record of the wanted kind once, in order, from any cursor', () => {
  fc.assert(
    fc.property(steps, fc.integer({ min: 0, max: 9 }), (all, cursor) => {
      const shelf = runBoth(all, () => {});
      for (const archived of [false, true]) {
        const wanted = [...shelf.records.values()]
          .filter((record) => (record.archivedAt !== 0) === archived && Number(record.id) > cursor)
          .map((record) => record.id)
          .sort((a, b) => Number(a) - Number(b));
        expect(idsOf(shelf.after(cursor, archived))).toEqual(wanted);
      }
    }),
  );
});

test('what was modified since a moment is each such live record once, oldest modification first', () => {
  fc.assert(
    fc.property(steps, fc.integer({ min: 0, max: 60 }), (all, offset) => {
      const shelf = createShelf(100);
      // Looking between the steps builds the order early, so that later steps have to keep it.
      runBoth(all, (now) => idsOf(shelf.modifiedSince(now)), shelf);
      const found = [...shelf.modifiedSince(1000 + offset)];
      const wanted = [...shelf.records.values()].filter(
        (record) => record.archivedAt === 0 && record.updatedAt >= 1000 + offset,
      );
      expect(found.map((record) => record.id).sort()).toEqual(wanted.map((record) => record.id).sort());
      expect(
        found.every((record, index) => index === 0 || record.updatedAt >= (found[index - 1]?.updatedAt ?? 0)),
      ).toBe(true);
    }),
  );
});

test('the number of live records is always right', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const shelf = createShelf(100);
      runBoth(
        all,
        () =>
          expect(shelf.liveCount).toBe(
            [...shelf.records.values()].filter((one) => one.archivedAt === 0).length,
          ),
        shelf,
      );
    }),
  );
});
