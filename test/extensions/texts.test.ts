import { privacyTexts } from '@rapport/shared/privacy-texts.ts';
import { stagesFor, textsFor } from '@rapport/shared/texts.ts';
import { expect, test } from 'vitest';
import { personalTables } from '../../src/db/personal-data.ts';
import { purposes } from '../../src/relationship/guardrails/action.ts';
import { provenanceClasses, sources } from '../../src/relationship/guardrails/provenance.ts';
import { plainStageNames, stageNames } from '../../src/relationship/stage/stage-names.ts';

const languages = ['en', 'de'] as const;

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [String(value('v', 'w', 'x', 'y', 'z'))];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}

test.each(languages)('in %s nothing is left without words', (language) => {
  expect(leaves(textsFor(language)).filter((it) => it.trim() === '' || it.includes('undefined'))).toEqual([]);
});

test.each(languages)('in %s no two stages have the same name', (language) => {
  const names = Object.values(textsFor(language).stages);
  expect(new Set(names).size).toBe(names.length);
});

test.each(languages)('in %s a greater chance never sounds smaller', (language) => {
  const { chanceWords } = textsFor(language);
  const words = [0, 20, 40, 60, 80].map(chanceWords);
  expect(new Set(words).size).toBe(words.length);
  expect(chanceWords(100)).toBe(chanceWords(80));
  expect(chanceWords(19)).toBe(chanceWords(0));
});

test.each(languages)('in %s a portal that wants plain words reads the ones of the sentences', (language) => {
  expect(stagesFor({ language, plainStages: true })).toEqual(plainStageNames[language]);
  expect(stagesFor({ language })).toEqual(stageNames[language]);
});

test.each(languages)('in %s the privacy part has words for every stored table and class', (language) => {
  const { tables, classes, sources: from, purposes: to, ...texts } = privacyTexts(language);
  expect(Object.keys(tables).sort()).toEqual(Object.keys(personalTables).sort());
  expect(Object.keys(classes)).toEqual([...provenanceClasses]);
  expect(Object.keys(from)).toEqual([...sources]);
  expect(Object.keys(to)).toEqual([...purposes]);
  expect(leaves(texts).filter((it) => it.trim() === '' || it.includes('undefined'))).toEqual([]);
});
