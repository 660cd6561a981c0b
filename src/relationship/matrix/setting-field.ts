/**
 * How a setting of the models beside the stage is described to an admin: what it
 * means, what it may be, and how well its default is founded.
 */
export type SettingField = {
  /** [V] a source says it, [R] recalled from a textbook, [D] our own default: a convention to be back-tested. */
  readonly mark: 'V' | 'R' | 'D';
  readonly description: string;
  readonly range:
    | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly unit: FieldUnit }
    | { readonly kind: 'choice'; readonly options: readonly string[] }
    | { readonly kind: 'structure'; readonly what: string };
};

export type FieldUnit = 'days' | 'hours' | 'minutes' | 'count' | 'share' | 'score' | 'times';

/** One line for every key of a settings object, so that no setting can exist without its description. */
export type SettingFields<S> = { readonly [K in keyof S]: SettingField };

/** A setting that is a number between two bounds, both allowed. */
export function numberField(
  mark: SettingField['mark'],
  description: string,
  [min, max, unit]: readonly [number, number, FieldUnit],
): SettingField {
  return { mark, description, range: { kind: 'number', min, max, unit } };
}

/** A setting that is one of a few words. */
export function choiceField(
  mark: SettingField['mark'],
  description: string,
  options: readonly string[],
): SettingField {
  return { mark, description, range: { kind: 'choice', options } };
}

/** A setting that is a table or list of its own, checked by its own reader. */
export function structureField(mark: SettingField['mark'], description: string, what: string): SettingField {
  return { mark, description, range: { kind: 'structure', what } };
}
