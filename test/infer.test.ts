import { describe, expect, it } from 'vitest';
import { isContactCard } from '../extensions/app/packages/shared/contract.ts';
import { cardIn, createInfer } from '../src/infer.ts';
import { noFacts } from '../src/relationship/facts.ts';
import type { StoredContact } from '../src/usecases/store.ts';

const now = Date.UTC(2026, 5, 15);
const stored: StoredContact = {
  id: '1',
  label: 'Ada',
  facts: noFacts,
  signals: [
    {
      id: 'a',
      source: 'orders:1',
      at: now - 20 * 86_400_000,
      kind: 'order',
      by: 'customer',
      channel: 'order',
      facts: { amount: 80 },
    },
  ],
  published: {},
  publishedModel: null,
  unsettled: [],
  assessment: null,
};

describe('an inferred contact', () => {
  it('has the same stage in assessment, properties and every card', () => {
    const { assessment, values, card } = createInfer()(stored, now);
    expect(values['rapport_stage']).toBe(assessment.stage);
    for (const locale of ['en', 'de-DE']) {
      const shown: unknown = JSON.parse(cardIn(card, locale).body);
      expect(isContactCard(shown)).toBe(true);
      expect(shown).toMatchObject({ kind: 'ready', stage: assessment.stage });
    }
  });

  it('speaks the language of the viewer, and English where it does not know it', () => {
    const { card } = createInfer()(stored, now);
    expect(cardIn(card, 'de').body).not.toBe(cardIn(card, 'en').body);
    expect(cardIn(card, 'fr').body).toBe(cardIn(card, 'en-GB').body);
  });
});

describe('a card without texts', () => {
  it('is the same in every language, and unknown only when it says so', () => {
    expect(cardIn('{"kind":"not-yet","progress":null}', 'de')).toEqual({
      body: '{"kind":"not-yet","progress":null}',
      found: true,
    });
    expect(cardIn('{"kind":"unknown-contact"}', 'de').found).toBe(false);
  });
});
