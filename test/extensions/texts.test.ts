import { textsFor } from '@rapport/shared/texts.ts';
import { expect, test } from 'vitest';

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
