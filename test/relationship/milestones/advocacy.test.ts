import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  advocacyChain,
  type ReferralLink,
  wordOfMouthShare,
} from '../../../src/relationship/milestones/advocacy.ts';

const link = (referrer: string, referred: string, at = 1): ReferralLink => ({ referrer, referred, at });
const worth = (values: Record<string, number>) => (id: string) => values[id] ?? 0;

describe('the advocacy chain', () => {
  test('leads from referrer to referred to value', () => {
    const chain = advocacyChain(
      [link('anna', 'ben'), link('anna', 'cleo'), link('ben', 'dan')],
      worth({ ben: 10, cleo: 5, dan: 100 }),
    );
    expect(chain.advocacyOf('anna')).toEqual({
      brought: ['ben', 'cleo'],
      value: 15,
      reach: 3,
      reachValue: 115,
    });
    expect(chain.advocacyOf('ben')).toEqual({ brought: ['dan'], value: 100, reach: 1, reachValue: 100 });
    expect(chain.advocacyOf('dan')).toEqual({ brought: [], value: 0, reach: 0, reachValue: 0 });
    expect(chain.referrerOf('dan')).toBe('ben');
    expect(chain.referrers.toSorted()).toEqual(['anna', 'ben']);
    expect(chain.problems).toEqual([]);
  });

  test('counts a referral once that both records tell of', () => {
    const chain = advocacyChain([link('anna', 'ben', 1), link('anna', 'ben', 5)], worth({ ben: 10 }));
    expect(chain.advocacyOf('anna').value).toBe(10);
    expect(chain.problems).toEqual([]);
  });

  test('gives a contact with two referrers to the earlier one, and says so', () => {
    const chain = advocacyChain([link('zoe', 'ben', 5), link('anna', 'ben', 9)], worth({ ben: 10 }));
    expect(chain.referrerOf('ben')).toBe('zoe');
    expect(chain.advocacyOf('anna').value).toBe(0);
    expect(chain.problems).toEqual([{ code: 'second_referrer', referrer: 'anna', referred: 'ben' }]);
  });

  test('leaves out who refers itself and what closes a circle, all told at once', () => {
    const chain = advocacyChain(
      [
        link('anna', 'ben', 1),
        link('ben', 'cleo', 2),
        link('cleo', 'anna', 3),
        link('dan', 'dan', 4),
        link('dan', 'dan', 5),
      ],
      () => 1,
    );
    expect(chain.problems).toEqual([
      { code: 'referral_cycle', referrer: 'cleo', referred: 'anna' },
      { code: 'self_referral', contactId: 'dan' },
    ]);
    expect(chain.advocacyOf('anna').reach).toBe(2);
    expect(chain.referrerOf('anna')).toBeNull();
  });

  test('values that are no number count as nothing', () => {
    expect(advocacyChain([link('anna', 'ben')], () => Number.NaN).advocacyOf('anna').value).toBe(0);
  });

  const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const anyLinks = fc.array(fc.record({ referrer: ids, referred: ids, at: fc.integer({ min: 0, max: 9 }) }), {
    maxLength: 20,
    size: 'max',
  });
  const value = worth({ a: 1, b: 2, c: 4, d: 8, e: 16, f: 32 });

  test('credits no contact twice: all credit together is the worth of all who were referred', () => {
    fc.assert(
      fc.property(anyLinks, (links) => {
        const chain = advocacyChain(links, value);
        const credit = chain.referrers.reduce((sum, id) => sum + chain.advocacyOf(id).value, 0);
        const brought = new Set(
          links.map(({ referred }) => referred).filter((id) => chain.referrerOf(id) !== null),
        );
        expect(credit).toBe([...brought].reduce((sum, id) => sum + value(id), 0));
      }),
    );
  });

  test('never leads back to where it began, and its order of input does not matter', () => {
    fc.assert(
      fc.property(anyLinks, (links) => {
        const chain = advocacyChain(links, value);
        for (const start of ['a', 'b', 'c', 'd', 'e', 'f']) {
          let steps = 0;
          for (let id = chain.referrerOf(start); id !== null; id = chain.referrerOf(id)) {
            expect(id).not.toBe(start);
            steps += 1;
            expect(steps).toBeLessThan(6);
          }
          expect(chain.referrerOf(start)).toBe(advocacyChain(links.toReversed(), value).referrerOf(start));
        }
      }),
    );
  });
});

describe('word of mouth', () => {
  test('is the share of first encounters whose source is known', () => {
    expect(wordOfMouthShare(['word_of_mouth', 'event', 'word_of_mouth', 'unknown', 'direct'])).toEqual({
      share: 0.5,
      known: 4,
      unknown: 1,
    });
  });

  test('has no share where no source is known', () => {
    expect(wordOfMouthShare(['unknown'])).toEqual({ share: null, known: 0, unknown: 1 });
  });
});
