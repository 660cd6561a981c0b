import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSettings, settingGroups } from '../../../src/relationship/settings/read-settings.ts';
import type { SettingField } from '../../../src/relationship/settings/setting-field.ts';
import { settingProblemSentence } from '../../../src/relationship/settings/setting-problem.ts';
import { defaultSettings, settingsVersion } from '../../../src/relationship/settings.ts';

/** What is wrong, each as `path: code`. */
function problemsOf(raw: unknown): readonly string[] {
  const read = readSettings(raw);
  return read.ok ? [] : read.problems.map((it) => `${'path' in it ? it.path : ''}: ${it.code}`);
}

const version = { version: settingsVersion };

describe('settings come over the border', () => {
  test('stored as JSON and read again they are the same', () => {
    expect(readSettings(JSON.parse(JSON.stringify(defaultSettings)))).toEqual({
      ok: true,
      value: defaultSettings,
    });
  });

  test('what is absent keeps its default', () => {
    const read = readSettings({ ...version, revision: 3, guardrails: { quietFromHour: 21 }, quietDays: 30 });
    expect(read).toEqual({
      ok: true,
      value: {
        ...defaultSettings,
        revision: 3,
        quietDays: 30,
        guardrails: { ...defaultSettings.guardrails, quietFromHour: 21 },
      },
    });
  });

  test('every problem is told at once, and none of the settings is used', () => {
    expect(
      problemsOf({
        ...version,
        quietDays: 2.5,
        sector: 'moon',
        noise: { ignoreBounced: 'yes' },
        matrix: { homeCurrency: 'euro', rates: { USD: 0 } },
        level: { grid: { many: {} }, fewCustomers: 400 },
        guardrails: { quietWeekdays: [7], stageCeilings: { bonding: 'I9' }, pressureNotice: 3 },
        businessHours: { hours: { timeZone: 'Mars/Olympus', week: [[]], holidays: ['soon'] } },
        playbook: { ownTexts: { dance: { en: 'Dance.' } } },
        desired: { ownTypes: [{ id: 'X' }] },
        questionnaire: { general: { collects: 'us', anonymous: 'no', anonymousShare: 2 }, families: {} },
        colour: 'blue',
      }),
    ).toEqual(
      expect.arrayContaining([
        'quietDays: not_in_range',
        'sector: not_one_of',
        'noise.ignoreBounced: not_one_of',
        'matrix.homeCurrency: not_like',
        'matrix.rates.USD: not_in_range',
        'level.grid.many.high: not_like',
        'level.grid.few: not_a_table',
        'level.fewCustomers: above',
        'guardrails.quietWeekdays[0]: not_one_of',
        'guardrails.stageCeilings.bonding: not_one_of',
        'guardrails.pressureNotice: above',
        'businessHours.hours.timeZone: not_like',
        'businessHours.hours.week: not_like',
        'businessHours.hours.holidays[0]: not_like',
        'playbook.ownTexts.dance: not_one_of',
        'desired.ownTypes[0].id: not_like',
        'desired.ownTypes[0].label: not_a_table',
        'questionnaire.general.anonymousShare: not_in_range',
        'colour: unknown_setting',
      ]),
    );
  });

  test('settings of an unknown version are refused with the version that is known', () => {
    for (const unknown of [3, 0, 'two', Number.NaN]) {
      const problem = { code: 'unknown_version', version: unknown, known: settingsVersion };
      expect(readSettings({ ...defaultSettings, version: unknown })).toEqual({
        ok: false,
        problems: [problem],
      });
    }
  });

  test('settings of the first version keep the stage engine, and their sector becomes the answers behind it', () => {
    const first = { quietDays: 30, sector: 'indirect_unidentified', noise: { ignoreBounced: false } };
    const read = readSettings(first);
    expect(read).toEqual({
      ok: true,
      value: {
        ...defaultSettings,
        quietDays: 30,
        noise: { ...defaultSettings.noise, ignoreBounced: false },
        questionnaire: {
          general: { collects: 'partner', anonymous: 'yes', anonymousShare: null },
          families: {},
        },
      },
    });
    expect(problemsOf({ version: 1, sector: 'moon' })).toEqual(['sector: not_one_of']);
  });

  test('what is no object is no settings', () => {
    for (const raw of [null, undefined, 7, 'settings', [], () => 1]) {
      expect(problemsOf(raw)).toEqual([': not_settings']);
    }
  });

  test('reading never throws, and what it lets in can be read again unchanged', () => {
    fc.assert(
      fc.property(fc.object({ maxDepth: 4, key: fc.constantFrom(...someKeys) }), (raw) => {
        const read = readSettings({ ...version, ...raw });
        if (read.ok) expect(readSettings(read.value)).toEqual(read);
        else expect(read.problems.length).toBeGreaterThan(0);
      }),
    );
  });
});

const someKeys = [
  'quietDays',
  'guardrails',
  'grid',
  'level',
  'hours',
  'many',
  '__proto__',
  'version',
  'rates',
];

const fields = Object.entries(settingGroups).flatMap(([group, of]) =>
  Object.entries<SettingField<unknown>>(of).map(([name, field]) => ({ group, name, field })),
);

describe('every setting', () => {
  test('has a default that its own reader lets in', () => {
    const outside = fields.filter(({ group, name, field }) => {
      const from: object = group === 'stage' ? defaultSettings : Reflect.get(defaultSettings, group);
      return !field.read(Reflect.get(from, name), name).ok;
    });
    expect(outside.map(({ name }) => name)).toEqual([]);
  });

  test('that is a number is refused just outside its range', () => {
    const inside = fields.flatMap(({ name, field: { range, read } }) => {
      if (range.kind !== 'number') return [];
      const step = 1e-6;
      return [range.min - step, range.max + step].filter((value) => read(value, name).ok).map(() => name);
    });
    expect(inside).toEqual([]);
  });

  test('says in words what it means, and each once', () => {
    const said = fields.map(({ field }) => field.description);
    expect(said.every((description) => description.length > 10)).toBe(true);
    const groups = Object.keys(settingGroups).map((group) =>
      fields.filter((it) => it.group === group).map(({ field }) => field.description),
    );
    for (const group of groups.slice(2)) expect(new Set(group).size).toBe(group.length);
  });
});

test('a problem says in both languages which setting and what it takes', () => {
  const problem = {
    code: 'not_in_range',
    path: 'level.fewCustomers',
    min: 1,
    max: 500,
    isWhole: true,
  } as const;
  expect(settingProblemSentence(problem, 'en')).toBe(
    'level.fewCustomers takes a whole number from 1 to 500.',
  );
  expect(settingProblemSentence(problem, 'de')).toBe(
    'level.fewCustomers verlangt eine ganze Zahl von 1 bis 500.',
  );
});
