import { flag, numberIn, oneOf, orNull, type Reader } from './setting-reader.ts';

/**
 * How a setting is described to an admin: what it means, what it may be, and how well its default is founded; and how it
 * is read where it comes over the border.
 */
export type SettingField<T> = {
  /** [V] a source says it, [R] recalled from a textbook, [D] our own default: a convention to be back-tested. */
  readonly mark: Mark;
  readonly description: string;
  readonly range: SettingRange;
  readonly read: Reader<T>;
};

export type Mark = 'V' | 'R' | 'D';

export type SettingRange =
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly unit: FieldUnit }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'flag' }
  | { readonly kind: 'structure'; readonly what: string };

export type FieldUnit =
  | 'days'
  | 'hours'
  | 'minutes'
  | 'seconds'
  | 'count'
  | 'share'
  | 'score'
  | 'times'
  | 'horizons';

/** One line for every key of a settings object, so that no setting can exist without its description. */
export type SettingFields<S> = { readonly [K in keyof S]: SettingField<S[K]> };

const wholeUnits: readonly FieldUnit[] = ['days', 'minutes', 'seconds', 'count'];

/** A setting that is a number between two bounds, both allowed; days, minutes, seconds and counts are whole. */
export function numberField(
  mark: Mark,
  description: string,
  [min, max, unit]: readonly [number, number, FieldUnit],
): SettingField<number> {
  const read = numberIn(min, max, wholeUnits.includes(unit));
  return { mark, description, range: { kind: 'number', min, max, unit }, read };
}

/** The same, or null where nobody entered it. */
export function optionalNumberField(
  mark: Mark,
  description: string,
  bounds: readonly [number, number, FieldUnit],
): SettingField<number | null> {
  const field = numberField(mark, description, bounds);
  return { ...field, read: orNull(field.read) };
}

/** A setting that is one of a few words. */
export function choiceField<T extends string>(
  mark: Mark,
  description: string,
  options: readonly T[],
): SettingField<T> {
  return { mark, description, range: { kind: 'choice', options }, read: oneOf(options) };
}

/** A setting that is on or off. */
export function flagField(mark: Mark, description: string): SettingField<boolean> {
  return { mark, description, range: { kind: 'flag' }, read: flag };
}

/** A setting that is a table or list of its own, read by its own reader. */
export function structureField<T>(
  mark: Mark,
  description: string,
  what: string,
  read: Reader<T>,
): SettingField<T> {
  return { mark, description, range: { kind: 'structure', what }, read };
}
