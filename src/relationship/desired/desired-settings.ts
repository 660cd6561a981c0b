import { ceilings } from '../guardrails/action.ts';
import { levels } from '../level/levels.ts';
import { choiceField, numberField, type SettingFields, structureField } from '../settings/setting-field.ts';
import {
  flag,
  listOf,
  oneOf,
  type Reader,
  recordOf,
  tableOf,
  textLike,
  textUpTo,
} from '../settings/setting-reader.ts';
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

const label = textUpTo(80);
const twoLabels = recordOf({ en: label, de: label });
const rules = listOf(textUpTo(200), 5);

const typeReader: Reader<DesiredType> = recordOf({
  id: textLike(/^[a-z][a-z0-9_]{0,49}$/, 'pen_friends'),
  label: twoLabels,
  wants: recordOf({ en: textUpTo(200), de: textUpTo(200) }),
  ceiling: oneOf(ceilings),
  leastLevel: oneOf(levels),
  rules: recordOf({ en: rules, de: rules }),
  captivity: flag,
});

/** What the settings page says of each. */
export const desiredSettingFields: SettingFields<DesiredSettings> = {
  ownTypes: structureField(
    'D',
    "Relationship types of the portal's own, beside the verified eight.",
    'a list of relationship types',
    listOf(typeReader, 50),
  ),
  depthBySegment: structureField(
    'D',
    'Individual or collective depth, by segment.',
    'a depth by segment',
    tableOf(oneOf(depths)),
  ),
  depth: choiceField('D', 'Individual or collective depth where the segment has none.', depths),
  intenseTouches: numberField('D', 'Touches within the observed days that count as the fullest intensity.', [
    1,
    200,
    'count',
  ]),
  observedDays: numberField('D', 'Days over which intensity is observed.', [30, 730, 'days']),
  longDays: numberField('D', 'Days after which an acquaintance counts as a long one.', [90, 3650, 'days']),
};
