import { approachFields } from '../approaches/approach-settings.ts';
import { businessHoursFields } from '../business-hours/business-hours-settings.ts';
import { desiredSettingFields } from '../desired/desired-settings.ts';
import { guardrailSettingFields } from '../guardrails/guardrail-settings.ts';
import { levelFields } from '../level/level-settings.ts';
import { matrixFields } from '../matrix/matrix-settings.ts';
import { questionnaireReader } from '../matrix/questionnaire.ts';
import { milestoneFields } from '../milestones/milestone-settings.ts';
import { playbookSettingFields } from '../playbook/playbook-settings.ts';
import { defaultSettings, type Settings, settingsVersion } from '../settings.ts';
import { noiseFields, stageFields } from '../stage/stage-fields.ts';
import { migrateSettings } from './migrate-settings.ts';
import type { SettingField, SettingFields } from './setting-field.ts';
import type { SettingProblem } from './setting-problem.ts';
import {
  isObject,
  numberIn,
  oneOf,
  type Read,
  type Reader,
  type Readers,
  recordOf,
  wrong,
} from './setting-reader.ts';

/** Every group of settings with the description of each, in the order an admin sees them. */
export const settingGroups = {
  noise: noiseFields,
  stage: stageFields,
  matrix: matrixFields,
  level: levelFields,
  approaches: approachFields,
  milestones: milestoneFields,
  guardrails: guardrailSettingFields,
  desired: desiredSettingFields,
  playbook: playbookSettingFields,
  businessHours: businessHoursFields,
} as const;

/**
 * Reads settings where they come over the border: from the store, a page or a file. What is absent keeps its default, an
 * earlier version is migrated, and every problem is told at once; nothing is used of settings that have one.
 */
export function readSettings(raw: unknown): Read<Settings> {
  if (!isObject(raw)) return wrong({ code: 'not_settings' });
  const migrated = migrateSettings(raw);
  if (migrated === null) {
    return wrong({ code: 'unknown_version', version: raw['version'], known: settingsVersion });
  }
  const read = settingsReader(migrated, '');
  const above = aboveEachOther(migrated);
  if (read.ok && above.length === 0) return read;
  return { ok: false, problems: [...(read.ok ? [] : read.problems), ...above] };
}

/** The readers of a group's fields. */
function readersOf<S extends object>(fields: SettingFields<S>): Readers<S> {
  const readers: Partial<Record<keyof S, Reader<unknown>>> = {};
  for (const [key, field] of Object.entries<SettingField<unknown>>(fields)) {
    Object.assign(readers, { [key]: field.read });
  }
  // Each key of the fields is a key of S, and its reader reads that key's type.
  return readers as Readers<S>;
}

const settingsReader: Reader<Settings> = recordOf<Settings>(
  {
    version: oneOf([settingsVersion]),
    revision: numberIn(0, Number.MAX_SAFE_INTEGER, true),
    noise: recordOf(readersOf(noiseFields), defaultSettings.noise),
    ...readersOf(stageFields),
    matrix: recordOf(readersOf(matrixFields), defaultSettings.matrix),
    questionnaire: questionnaireReader,
    level: recordOf(readersOf(levelFields), defaultSettings.level),
    approaches: recordOf(readersOf(approachFields), defaultSettings.approaches),
    milestones: recordOf(readersOf(milestoneFields), defaultSettings.milestones),
    guardrails: recordOf(readersOf(guardrailSettingFields), defaultSettings.guardrails),
    desired: recordOf(readersOf(desiredSettingFields), defaultSettings.desired),
    playbook: recordOf(readersOf(playbookSettingFields), defaultSettings.playbook),
    businessHours: recordOf(readersOf(businessHoursFields), defaultSettings.businessHours),
  },
  defaultSettings,
);

/** Pairs of which the first must not be above the second. */
const pairs: readonly (readonly [lower: string, upper: string])[] = [
  ['ownGapFloorDays', 'ownGapCeilingDays'],
  ['level.fewCustomers', 'level.mediumCustomers'],
  ['level.mediumMargin', 'level.highMargin'],
  ['guardrails.pressureNotice', 'guardrails.pressureDeny'],
];

function aboveEachOther(raw: Readonly<Record<string, unknown>>): readonly SettingProblem[] {
  return pairs.flatMap(([path, other]): SettingProblem[] => {
    const [low, high] = [valueAt(raw, path), valueAt(raw, other)];
    return typeof low === 'number' && typeof high === 'number' && low > high
      ? [{ code: 'above', path, other }]
      : [];
  });
}

function valueAt(raw: unknown, path: string): unknown {
  const given = stepInto(raw, path);
  return given === undefined ? stepInto(defaultSettings, path) : given;
}

function stepInto(from: unknown, path: string): unknown {
  let value = from;
  for (const key of path.split('.')) value = isObject(value) ? value[key] : undefined;
  return value;
}
