/** The words of the settings page and the home page: complete in every language, and each setting in one group. */
import { homeTexts } from '@rapport/shared/home-texts.ts';
import { mappingGroups, mappingTexts } from '@rapport/shared/mapping-texts.ts';
import { optionWord, rulesTexts, settingLabel } from '@rapport/shared/rules-texts.ts';
import { groupOf } from '@rapport/shared/setting-groups.ts';
import { settingsTextsDe } from '@rapport/shared/settings-texts-de.ts';
import { settingsTextsEn } from '@rapport/shared/settings-texts-en.ts';
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../src/relationship/settings.ts';
import { mappedLists, nothingMapped } from '../../src/usecases/property-mapping.ts';
import { fieldsOf } from '../../src/usecases/settings-fields.ts';

const fields = fieldsOf(defaultSettings);
const mapped = Object.keys(nothingMapped).filter((field) => !mappedLists.some((list) => list === field));
const locales = { en: 'en-GB', de: 'de-DE' } as const;

/** All words of a catalogue; what is said with a number or a name is said with one. */
function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [String(value(2, 'w', 3, 'y'))];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}

test('every setting with a field is in one group of the page', () => {
  expect(fields.filter(({ path }) => groupOf(path) === null).map(({ path }) => path)).toEqual([]);
});

test('every field of the mapping is in one group, and no group names another', () => {
  expect(Object.values(mappingGroups).flat().sort()).toEqual(mapped.sort());
});

describe.each(['en', 'de'] as const)('in %s', (language) => {
  test('every setting has a label of its own within its group', () => {
    const labels = fields.map(({ path }) => `${groupOf(path)}: ${settingLabel(path, language)}`);
    expect(labels.filter((label, at) => label.endsWith(`: ${fields[at]?.path}`))).toEqual([]);
    expect(labels.filter((label, at) => labels.indexOf(label) !== at)).toEqual([]);
  });

  test('no label is left of a setting that is gone', () => {
    const paths = fields.map(({ path }) => path);
    expect(Object.keys(rulesTexts(language).labels).filter((path) => !paths.includes(path))).toEqual([]);
  });

  test('every option of a setting is a word', () => {
    const options = fields.flatMap(({ range }) => ('options' in range ? range.options : []));
    const unworded = options.filter((option) => optionWord(option, language, locales[language]) === option);
    expect(unworded).toEqual([]);
  });

  test('every unit has its word', () => {
    const units = fields.flatMap(({ range }) => (range.kind === 'number' ? [range.unit] : []));
    expect(units.filter((unit) => rulesTexts(language).units[unit] === undefined)).toEqual([]);
  });

  test('every field of the mapping has its word', () => {
    expect(Object.keys(mappingTexts(language).fields).sort()).toEqual(mapped.sort());
  });

  test('nothing is left without words', () => {
    const settings = language === 'de' ? settingsTextsDe : settingsTextsEn;
    const words = [homeTexts(language), mappingTexts(language), settings].flatMap(leaves);
    expect(words.filter((it) => it.trim() === '' || it.includes('undefined'))).toEqual([]);
  });
});
