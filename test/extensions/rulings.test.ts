import { lightsOf, outreachChannels, purposes, ruledChannels, rulingsFor } from '@rapport/shared/rulings.ts';
import { expect, test } from 'vitest';
import {
  outreachChannels as modelChannels,
  purposes as modelPurposes,
} from '../../src/relationship/guardrails/action.ts';
import { guardrails } from './panel-answers.ts';

test('the cards know every channel and every purpose of the guardrails', () => {
  expect([...outreachChannels].sort()).toEqual([...modelChannels].sort());
  expect([...purposes].sort()).toEqual([...modelPurposes].sort());
});

test('every channel has one verdict for every purpose', () => {
  for (const purpose of purposes)
    expect(rulingsFor(guardrails, purpose).map(({ channel }) => channel)).toEqual(outreachChannels);
});

test('channels under one ruling share a line, and no channel is lost', () => {
  const lines = ruledChannels(guardrails, 'sales');
  expect(lines.map(({ channels }) => channels.length)).toEqual([6, 1]);
  expect(lines.flatMap(({ channels }) => channels).sort()).toEqual([...outreachChannels].sort());
});

test('the lights go from go to stop, each with the strongest reason', () => {
  expect(
    lightsOf(guardrails).map(({ answer, channels, because }) => [answer, channels.length, because]),
  ).toEqual([
    ['ALLOW_WITH_NOTICE', 6, guardrails.sentences[3]],
    ['DENY', 1, guardrails.sentences[4]],
  ]);
});
