/**
 * The settings that a form can show and change one by one, each by its path: numbers, choices, flags, texts and lists of
 * choices, also inside the tables that hold one of them for each stage, customer number or margin. Pure.
 */
import { ceilings, outreachChannels } from '../relationship/guardrails/action.ts';
import { customerBands, marginBands } from '../relationship/level/grid.ts';
import { levels } from '../relationship/level/levels.ts';
import { settingGroups } from '../relationship/settings/read-settings.ts';
import type { SettingField, SettingRange } from '../relationship/settings/setting-field.ts';
import { defaultSettings, type Settings } from '../relationship/settings.ts';
import { stages } from '../relationship/stage/stages.ts';

export type FieldValue = string | number | boolean | null | readonly (string | number)[];

export type FieldRange =
  | Exclude<SettingRange, { readonly kind: 'structure' }>
  /** Several of the options. */
  | { readonly kind: 'choices'; readonly options: readonly (string | number)[] }
  | { readonly kind: 'text' };

export type Field = {
  /** As `level.fewCustomers`; the stage engine's own have no group before them. */
  readonly path: string;
  readonly value: FieldValue;
  readonly standard: FieldValue;
  readonly range: FieldRange;
  /** Null is an answer: nobody entered it. */
  readonly isOptional: boolean;
};

export function fieldsOf(settings: Settings): readonly Field[] {
  return Object.entries(rangesByPath).flatMap(([path, range]): Field[] => {
    const value = valueAt(settings, path);
    const standard = valueAt(defaultSettings, path);
    if (!isValue(value) || !isValue(standard)) return [];
    return [{ path, value, standard, range, isOptional: standard === null }];
  });
}

/** What is no single value and still fits a form. */
const insideTables: Readonly<Record<string, FieldRange>> = {
  'matrix.homeCurrency': { kind: 'text' },
  'guardrails.quietWeekdays': { kind: 'choices', options: [1, 2, 3, 4, 5, 6, 0] },
  'guardrails.quietChannels': { kind: 'choices', options: outreachChannels },
  ...Object.fromEntries(
    stages.map((stage) => [`guardrails.stageCeilings.${stage}`, { kind: 'choice', options: ceilings }]),
  ),
  ...Object.fromEntries(
    customerBands.flatMap((customers) =>
      marginBands.map((margin) => [
        `level.grid.${customers}.${margin}`,
        { kind: 'choices', options: levels },
      ]),
    ),
  ),
};

const rangesByPath: Readonly<Record<string, FieldRange>> = {
  ...Object.fromEntries(
    Object.entries(settingGroups).flatMap(([group, fields]) =>
      Object.entries<SettingField<unknown>>(fields).flatMap(([key, { range }]) =>
        range.kind === 'structure' ? [] : [[group === 'stage' ? key : `${group}.${key}`, range]],
      ),
    ),
  ),
  ...insideTables,
};

/** Whether the path is of a share, 0..1, which people read as percent; also inside the tables of margins and answers. */
export function isShare(path: string): boolean {
  const range = rangesByPath[path];
  if (range?.kind === 'number') return range.unit === 'share';
  return path.startsWith('level.enteredMarginByFamily.') || path.endsWith('.anonymousShare');
}

function valueAt(settings: Settings, path: string): unknown {
  let value: unknown = settings;
  for (const key of path.split('.')) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  }
  return value;
}

function isValue(value: unknown): value is FieldValue {
  return value === null || Array.isArray(value) || ['string', 'number', 'boolean'].includes(typeof value);
}
