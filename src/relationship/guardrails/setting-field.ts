/** What a settings page says about one setting. Mark: [V] a source says it, [R] recalled, [D] our convention. */
export type SettingField = {
  readonly description: string;
  readonly mark: '[V]' | '[R]' | '[D]';
  /** The numbers an admin may choose; null where it is no number. */
  readonly range: { readonly min: number; readonly max: number; readonly unit: string } | null;
};

/** A field for every setting: a setting without a description does not compile. */
export type SettingFields<S> = { readonly [K in keyof S]: SettingField };
