import { describe, expect, test } from 'vitest';
import { changeChoices } from '../../src/usecases/change-choices.ts';
import { defaultChoices } from '../../src/usecases/choices.ts';

const changed = (change: Parameters<typeof changeChoices>[1]) => {
  const result = changeChoices(defaultChoices, change);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.choices;
};
const problems = (change: Parameters<typeof changeChoices>[1]) => {
  const result = changeChoices(defaultChoices, change);
  return result.ok ? [] : result.problems.map((it) => [it.code, 'path' in it ? it.path : null]);
};

describe('a change of settings', () => {
  test('changes what it names and nothing else', () => {
    const { settings, ...rest } = changed({ fields: { quietDays: 21, 'level.fewCustomers': 30 } });
    expect([settings.quietDays, settings.level.fewCustomers]).toEqual([21, 30]);
    const { settings: stood, ...others } = defaultChoices;
    expect({ ...settings, quietDays: stood.quietDays, level: stood.level }).toEqual(stood);
    expect(rest).toEqual(others);
    expect(changed({})).toEqual(defaultChoices);
  });

  test('is told all its problems at once', () => {
    expect(
      problems({
        fields: { quietDays: 1, 'level.fewCustomers': 'many', friendliness: 3, 'a.b': 1 },
        mapping: { termEnd: 'Contract End', weather: 'x' },
        retentionDays: 3,
      }).sort(),
    ).toEqual([
      ['not_a_property', 'mapping.termEnd'],
      ['not_in_range', 'level.fewCustomers'],
      ['not_in_range', 'quietDays'],
      ['retention_out_of_range', null],
      ['unknown_mapping', 'mapping.weather'],
      ['unknown_setting', 'a.b'],
      ['unknown_setting', 'friendliness'],
    ]);
  });

  test('answers the questionnaire for the portal as a whole', () => {
    const general = { collects: 'us', anonymous: 'yes', anonymousShare: 0.4 } as const;
    expect(changed({ questionnaire: general }).settings.questionnaire).toEqual({ general, families: {} });
    expect(problems({ questionnaire: { ...general, collects: 'nobody' } })).toHaveLength(1);
  });

  test('answers it for single families, all of which it replaces', () => {
    const cafe = { collects: 'us', anonymous: 'yes', anonymousShare: 0.6 } as const;
    const { general } = defaultChoices.settings.questionnaire;
    const { settings } = changed({ families: { 'Harbour Café': cafe } });
    expect(settings.questionnaire).toEqual({ general, families: { 'Harbour Café': cafe } });
    expect(problems({ families: { cafe: { ...cafe, anonymousShare: 60 } } })).toHaveLength(1);
  });

  test('says what the stages of pipelines mean, one by one', () => {
    const first = changed({ pipelines: { dealStages: { a: { qualified: true } } } });
    const more = { dealStages: { a: { project: true } }, ticketStages: { b: { closed: true } } };
    const then = changeChoices(first, { pipelines: more });
    expect(then.ok && then.choices.pipelines).toEqual({
      dealStages: { a: { qualified: true, project: true } },
      ticketStages: { b: { closed: true } },
    });
  });

  test('can replace everything by a text, which goes round unchanged', () => {
    expect(changed({ everything: JSON.stringify(defaultChoices.settings) })).toEqual(defaultChoices);
    expect(problems({ everything: '{' })).toEqual([['no_json', null]]);
    expect(problems({ everything: '[]' })).toEqual([['not_settings', null]]);
  });

  test('maps a property, or says that none is read', () => {
    expect(changed({ mapping: { termEnd: 'contract_end', competitor: null } }).mapping).toEqual({
      termEnd: 'contract_end',
      competitor: null,
    });
  });

  test('cannot reach beyond the settings', () => {
    problems({ fields: { '__proto__.polluted': true, 'constructor.prototype.polluted': true } });
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});
