import { isSettingsView } from '@rapport/shared/contract-settings.ts';
import { expect, test } from 'vitest';
import { stepCodes } from '../../src/relationship/playbook/steps.ts';
import { settingGroups } from '../../src/relationship/settings/read-settings.ts';
import type { SettingField } from '../../src/relationship/settings/setting-field.ts';
import { defaultSettings } from '../../src/relationship/settings.ts';
import { changeChoices } from '../../src/usecases/change-choices.ts';
import { defaultChoices } from '../../src/usecases/choices.ts';
import { fieldsOf } from '../../src/usecases/settings-fields.ts';
import { settingsOf } from '../support/portal-fixture/settings-data.ts';

const fields = fieldsOf(defaultSettings);
const paths = fields.map(({ path }) => path);

test('every setting that is one value has a field', () => {
  const single = Object.entries(settingGroups).flatMap(([group, of]) =>
    Object.entries<SettingField<unknown>>(of)
      .filter(([, { range }]) => range.kind !== 'structure')
      .map(([key]) => (group === 'stage' ? key : `${group}.${key}`)),
  );
  expect(paths).toEqual(expect.arrayContaining(single));
  expect(new Set(paths).size).toBe(paths.length);
});

test('so have each ceiling of a stage and each cell of the grid', () => {
  expect(paths.filter((path) => path.startsWith('guardrails.stageCeilings.'))).toHaveLength(10);
  expect(paths.filter((path) => path.startsWith('level.grid.'))).toHaveLength(9);
});

test('sending every field back as it is changes nothing', () => {
  const same = Object.fromEntries(fields.map(({ path, value }) => [path, value]));
  expect(changeChoices(defaultChoices, { fields: same })).toEqual({ ok: true, choices: defaultChoices });
});

test.each([
  ['guardrails.stageCeilings.bonding', 'I2'],
  ['level.grid.few.high', ['proactive', 'partnership']],
  ['guardrails.quietWeekdays', [0, 6]],
  ['level.enteredMargin', 0.3],
  ['matrix.homeCurrency', 'EUR'],
])('a field inside a table is changed by its path: %s', (path, value) => {
  const changed = changeChoices(defaultChoices, { fields: { [path]: value } });
  const settings = changed.ok ? changed.choices.settings : null;
  expect(settings && fieldsOf(settings).find((it) => it.path === path)?.value).toEqual(value);
});

test('what the page shows of depths, rates and own words is what it may send back', () => {
  const shown = settingsOf('lived', 'en');
  expect(isSettingsView(shown)).toBe(true);
  const fields = {
    'desired.depthBySegment': shown.depthBySegment,
    'matrix.rates': shown.rates,
    'playbook.ownTexts': shown.ownSteps,
  };
  for (const value of Object.values(fields)) expect(Object.keys(value)).toHaveLength(1);
  const changed = changeChoices(defaultChoices, { fields });
  if (!changed.ok) expect.fail(JSON.stringify(changed.problems));
  const { desired, matrix, playbook } = changed.choices.settings;
  expect([desired.depthBySegment, matrix.rates, playbook.ownTexts]).toEqual(Object.values(fields));
  expect(shown.playbook.map(({ step }) => step)).toEqual([...stepCodes]);
});
