import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAssociations, type RecordKey } from '../../../src/sandbox/crm/associations.ts';

const key: fc.Arbitrary<RecordKey> = fc.record({
  type: fc.constantFrom('contacts' as const, 'emails' as const, 'companies' as const),
  id: fc.constantFrom('1', '2', '3'),
});
const steps = fc.array(
  fc.record({ kind: fc.constantFrom('link' as const, 'unlink' as const), from: key, to: key }),
  { maxLength: 80, size: 'max' },
);

const name = (one: RecordKey) => `${one.type}:${one.id}`;
const pairName = (a: RecordKey, b: RecordKey) => [name(a), name(b)].sort().join(' ');

test('a link is seen once from either end, until it is taken away', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const links = createAssociations();
      const wanted = new Set<string>();
      for (const { kind, from, to } of all) {
        const pair = pairName(from, to);
        if (kind === 'link') expect(links.link(from, to)).toBe(!wanted.has(pair));
        else expect(links.unlink(from, to)).toBe(wanted.has(pair));
        if (kind === 'link') wanted.add(pair);
        else wanted.delete(pair);
        const seesOther = links.linked(from, to.type).filter((id) => id === to.id).length;
        const seenByOther = links.linked(to, from.type).filter((id) => id === from.id).length;
        expect([seesOther, seenByOther]).toEqual(wanted.has(pair) ? [1, 1] : [0, 0]);
      }
      expect([...links.pairs()].map(({ from, to }) => pairName(from, to)).sort()).toEqual([...wanted].sort());
    }),
  );
});
