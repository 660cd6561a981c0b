/** The settings that are one number, choice or flag, each by its path: what a form can show and change. Pure. */
import { settingGroups } from '../relationship/settings/read-settings.ts';
import type { SettingField, SettingRange } from '../relationship/settings/setting-field.ts';
import { defaultSettings, type Settings } from '../relationship/settings.ts';

export type Field = {
  /** As `level.fewCustomers`; the stage engine's own have no group before them. */
  readonly path: string;
  readonly value: string | number | boolean;
  readonly standard: string | number | boolean;
  readonly range: Exclude<SettingRange, { readonly kind: 'structure' }>;
};

export function fieldsOf(settings: Settings): readonly Field[] {
  return Object.entries(settingGroups).flatMap(([group, fields]) =>
    Object.entries<SettingField<unknown>>(fields).flatMap(([key, { range }]): Field[] => {
      const path = group === 'stage' ? key : `${group}.${key}`;
      const value = valueAt(settings, path);
      const standard = valueAt(defaultSettings, path);
      if (range.kind === 'structure' || !isPlain(value) || !isPlain(standard)) return [];
      return [{ path, value, standard, range }];
    }),
  );
}

function valueAt(settings: Settings, path: string): unknown {
  let value: unknown = settings;
  for (const key of path.split('.')) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  }
  return value;
}

function isPlain(value: unknown): value is Field['value'] {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
