import type { SettingFields } from '../guardrails/setting-field.ts';
import type { DesiredType } from './desired-types.ts';

/** The portal's choices about desired relationships. All are conventions [D]. */
export type DesiredSettings = {
  /** Types of the admin's own, beside the verified eight. */
  readonly ownTypes: readonly DesiredType[];
  /** How deep to know the contacts of a segment; segments not named here take `depth`. */
  readonly depthBySegment: Readonly<Record<string, Depth>>;
  readonly depth: Depth;
  /** Touches within `observedDays` that count as the fullest intensity. */
  readonly intenseTouches: number;
  readonly observedDays: number;
  /** Days after which an acquaintance counts as a long one. */
  readonly longDays: number;
};

/** Individual: the person is known. Collective: only what holds for customers like this one. */
export type Depth = 'individual' | 'collective';

export const depths: readonly Depth[] = ['individual', 'collective'];

export const defaultDesiredSettings: DesiredSettings = {
  ownTypes: [],
  depthBySegment: {},
  depth: 'individual',
  intenseTouches: 12,
  observedDays: 90,
  longDays: 1095,
};

/** What the settings page says of each. */
export const desiredSettingFields: SettingFields<DesiredSettings> = {
  ownTypes: {
    description: "Relationship types of the portal's own, beside the verified eight.",
    mark: '[D]',
    range: null,
  },
  depthBySegment: {
    description: 'Individual or collective depth, by segment.',
    mark: '[D]',
    range: null,
  },
  depth: {
    description: 'Individual or collective depth where the segment has none.',
    mark: '[D]',
    range: null,
  },
  intenseTouches: {
    description: 'Touches within the observed days that count as the fullest intensity.',
    mark: '[D]',
    range: { min: 1, max: 200, unit: 'count' },
  },
  observedDays: {
    description: 'Days over which intensity and symmetry are observed.',
    mark: '[D]',
    range: { min: 30, max: 730, unit: 'days' },
  },
  longDays: {
    description: 'Days after which an acquaintance counts as a long one.',
    mark: '[D]',
    range: { min: 90, max: 3650, unit: 'days' },
  },
};
