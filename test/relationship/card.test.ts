import { isContactCard } from '@rapport/shared/contract.ts';
import { expect, test } from 'vitest';
import { assess } from '../../src/relationship/assess.ts';
import { toCard } from '../../src/relationship/card.ts';
import { noFacts } from '../../src/relationship/facts.ts';
import { shippedModel } from '../../src/relationship/portal-model.ts';
import { defaultSettings } from '../../src/relationship/settings.ts';
import { wouldMove } from '../../src/relationship/stage/what-would-move.ts';
import { complaint, order, theyWrote, weWrote } from '../golden/acts.ts';
import { gaveNotice } from '../golden/business-acts.ts';
import { goldenRows } from '../golden/rows.ts';
import { at, every, type GoldenRow, golden, type Story } from '../golden/timeline.ts';

const rows = Object.values(goldenRows).flat();

function cardOf({ signals, facts, horizonDays, now }: GoldenRow, language: 'en' | 'de' = 'en') {
  const model = shippedModel(horizonDays);
  const moves = wouldMove(signals, facts, model, defaultSettings, now);
  return toCard(assess(signals, facts, model, defaultSettings, now), moves, { language });
}

function readyCardOf(...story: Story[]) {
  const card = cardOf(golden('', '', { story, expect: { stage: 'initiating' } }));
  if (card.kind !== 'ready') throw new Error(`The card is ${card.kind}`);
  return card;
}

test('every golden story gives a card that the cards accept, in both languages', () => {
  for (const row of rows) {
    expect(isContactCard(cardOf(row, 'en'))).toBe(true);
    expect(isContactCard(cardOf(row, 'de'))).toBe(true);
  }
});

/** Whatever is said on a card, its panels included; a value of one word is for the program. */
function sentencesIn(shown: unknown): string[] {
  if (typeof shown === 'string') return shown.includes(' ') ? [shown] : [];
  if (typeof shown !== 'object' || shown === null) return [];
  return Object.values(shown).flatMap(sentencesIn);
}

test.each(['en', 'de'] as const)(
  'no sentence of a card shows a code, a gap or a number that is none: %s',
  (language) => {
    const cards = rows.map((row) => cardOf(row, language));
    const sentences = cards.flatMap(sentencesIn);
    const code = /undefined|null|NaN|Invalid|_|\{|\}|\b[GPI]\d/;
    expect(sentences.filter((sentence) => code.test(sentence))).toEqual([]);
    const words = cards.flatMap((card) =>
      card.kind === 'ready'
        ? [card.reason, card.nextStep, ...card.evidence.map((item) => item.sentence)]
        : [],
    );
    expect(words.filter((sentence) => sentence.trim() === '')).toEqual([]);
  },
);

test('the next step of whom we owe an answer is to answer', () => {
  expect(readyCardOf(at(-20, theyWrote())).nextStep).toBe('Answer them first; everything else waits.');
});

test('a cooled prospect is lifted by a reply and not by another mail of ours', () => {
  const card = readyCardOf(at(-90, theyWrote()), at(-89, weWrote()));
  expect(card.stage).toBe('stagnating');
  expect(card.wouldMove.map((move) => [move.act, move.stage])).toEqual([['reply', 'experimenting']]);
  expect(card.wouldNotMove.map((move) => move.act)).toEqual(expect.arrayContaining(['our_mail', 'our_call']));
});

test('settling a complaint moves nothing by itself', () => {
  const card = readyCardOf(every(30, -332, -2, order()), at(-1, complaint(null)));
  expect(card.wouldNotMove.map((move) => move.act)).toContain('complaint_resolved');
});

test('who left by word is brought back by an order and by nothing less', () => {
  const card = readyCardOf(every(30, -400, -130, order()), at(-100, gaveNotice(-70)));
  expect(card.wouldMove.map((move) => move.act)).toEqual(['order']);
});

test('evidence links to the record it was read from', () => {
  const row = golden('', '', { story: [at(-3, theyWrote())], expect: { stage: 'experimenting' } });
  const signals = row.signals.map((signal) => ({ ...signal, source: 'emails:4711' }));
  const card = cardOf({ ...row, signals });
  expect(card.kind === 'ready' ? card.evidence[0]?.activity : null).toEqual({
    objectTypeId: '0-49',
    objectId: '4711',
  });
});

test('an objection shows nothing but itself', () => {
  const row = golden('', '', { story: [at(-3, order())], expect: { stage: 'not_assessed' } });
  expect(cardOf({ ...row, facts: { ...noFacts, objection: true } })).toEqual({
    kind: 'objection',
    since: null,
  });
});

test('where purchases are not visible, the last item says so', () => {
  const row = golden('', '', {
    story: [every(10, -60, -3, theyWrote())],
    expect: { stage: 'experimenting' },
  });
  const found = assess(row.signals, row.facts, shippedModel(90), defaultSettings, row.now);
  const card = toCard(found, [], { language: 'en', purchasesVisible: false });
  const evidence = card.kind === 'ready' ? card.evidence : [];
  expect(evidence.at(-1)?.sentence).toBe('Purchases are not visible to Rapport here');
  expect(evidence.length).toBeLessThanOrEqual(5);
});
