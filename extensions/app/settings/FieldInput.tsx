/** One setting, with its range and its standard, whatever kind it is. */
import { Input, MultiSelect, NumberInput, Select } from '@hubspot/ui-extensions';
import type { FieldValue, FieldView } from '@rapport/shared/contract-settings.ts';
import { optionWord, rulesTexts, settingLabel } from '@rapport/shared/rules-texts.ts';
import { sayProblem } from '@rapport/shared/say-problem.ts';
import type { Viewer } from '@rapport/shared/viewer.ts';
import { FlagInput } from './FlagInput.tsx';
import { fromPercent, isNumber, toPercent } from './PercentInput.tsx';
import type { PartProps } from './Settings.tsx';

export function FieldInput({ field, ...props }: PartProps & { field: FieldView }) {
  const { settings, viewer, changes } = props;
  const { path, kind } = field;
  const drafted = changes.draft.fields?.[path];
  // What the page itself put into the draft is of the field's own kind.
  const value = drafted === undefined ? field.value : (drafted as FieldValue);
  const problem = changes.problems.find((it) => it.path === path);
  const wrong =
    problem === undefined ? {} : { error: true, validationMessage: sayProblem(problem, viewer.language) };
  const common = {
    label: settingLabel(path, viewer.language),
    name: path,
    readOnly: !settings.mayChange,
    ...wrong,
  };
  const description = `${rulesTexts(viewer.language).standard(said(field, field.standard, viewer))}`;
  const set = (to: FieldValue) => changes.setField(path, to);
  const options = 'options' in field ? optionsOf(field.options, viewer) : [];
  switch (kind) {
    case 'flag':
      return <FlagInput {...common} viewer={viewer} checked={value === true} set={set} />;
    case 'choice':
      return (
        <Select
          {...common}
          description={description}
          value={String(value)}
          options={options}
          onChange={(chosen) => set(String(chosen))}
        />
      );
    case 'choices':
      return (
        <MultiSelect
          {...common}
          description={description}
          value={Array.isArray(value) ? [...value] : []}
          options={options}
          onChange={(chosen) => set(chosen.filter((it) => typeof it !== 'boolean'))}
        />
      );
    case 'text':
      return (
        <Input
          {...common}
          description={description}
          value={typeof value === 'string' ? value : ''}
          onChange={(text) => set(text.trim() === '' ? null : text.trim())}
        />
      );
    case 'number':
      return (
        <NumberInput
          {...common}
          description={`${range(field, viewer)}. ${description}`}
          precision={4}
          {...(isNumber(value) ? { value: shown(field, value) } : {})}
          min={shown(field, field.min)}
          max={shown(field, field.max)}
          onChange={(entered) => {
            if (isNumber(entered)) set(field.unit === 'share' ? fromPercent(entered) : entered);
            else if (field.isOptional) set(null);
          }}
        />
      );
  }
}

function optionsOf(options: readonly (string | number)[], { language, locale }: Viewer) {
  return options.map((value) => ({ value, label: optionWord(value, language, locale) }));
}

type NumberField = Extract<FieldView, { kind: 'number' }>;

/** Shares are read as percent. */
function shown({ unit }: NumberField, value: number): number {
  return unit === 'share' ? toPercent(value) : Number(value.toFixed(4));
}

function range(field: NumberField, { language, locale }: Viewer): string {
  const { range: words, units } = rulesTexts(language);
  const say = (value: number) => new Intl.NumberFormat(locale).format(shown(field, value));
  return words(say(field.min), say(field.max), units[field.unit] ?? '');
}

function said(field: FieldView, value: FieldValue, { language, locale }: Viewer): string {
  if (value === null) return rulesTexts(language).none;
  if (typeof value === 'number' && field.kind === 'number')
    return new Intl.NumberFormat(locale).format(shown(field, value));
  const words = [value]
    .flat()
    .map((it) => (typeof it === 'boolean' ? String(it) : optionWord(it, language, locale)));
  return words.join(', ');
}
