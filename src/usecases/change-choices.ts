/** Puts what an admin changed on a page over what stands, and finds everything that is wrong with it at once. Pure. */
import { readSettings } from '../relationship/settings/read-settings.ts';
import type { SettingProblem } from '../relationship/settings/setting-problem.ts';
import type { Language } from '../relationship/stage/reason.ts';
import type { Choices, LegalBasis } from './choices.ts';
import { addPipelineChoices, type PipelineChoices } from './pipeline-choices.ts';
import { nothingMapped, type PropertyMapping } from './property-mapping.ts';

/** All that is absent stays as it is. */
export type ChoicesChange = {
  /** By path, for example `level.fewCustomers`. */
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly questionnaire?: unknown;
  /** The answers of single pipelines or product families; replaces all of them. */
  readonly families?: unknown;
  readonly mapping?: Readonly<Record<string, string | null>>;
  /** By the stage's id; stages that are not named stay as they are. */
  readonly pipelines?: Partial<PipelineChoices>;
  readonly language?: Language;
  readonly retentionDays?: number | null;
  readonly neutralLabels?: boolean;
  readonly legalBasis?: LegalBasis | null;
  /** All settings at once, as JSON text. */
  readonly everything?: string;
};

export type ChoicesProblem =
  | SettingProblem
  | { readonly code: 'no_json' }
  | { readonly code: 'unknown_mapping'; readonly path: string }
  | { readonly code: 'not_a_property'; readonly path: string }
  | { readonly code: 'retention_out_of_range'; readonly min: number; readonly max: number };

export type Changed =
  | { readonly ok: true; readonly choices: Choices }
  | { readonly ok: false; readonly problems: readonly ChoicesProblem[] };

/** Days: shorter than the longest window of the model would change stages by itself [D]. */
export const retentionRange = { min: 365, max: 3650 } as const;

export function changeChoices(stood: Choices, change: ChoicesChange): Changed {
  const raw = rawSettings(stood, change);
  const read = raw === null ? null : readSettings(raw);
  const problems: ChoicesProblem[] = [
    ...(read === null ? [{ code: 'no_json' } as const] : read.ok ? [] : read.problems),
    ...mappingProblems(change.mapping ?? {}),
    ...retentionProblems(change.retentionDays ?? null),
  ];
  if (problems.length > 0 || read === null || !read.ok) return { ok: false, problems };
  const { language = stood.language, retentionDays = stood.retentionDays } = change;
  const { neutralLabels = stood.neutralLabels, legalBasis = stood.legalBasis } = change;
  const choices = {
    ...stood,
    settings: { ...read.value, revision: stood.settings.revision },
    mapping: { ...stood.mapping, ...change.mapping },
    pipelines: addPipelineChoices(stood.pipelines, change.pipelines ?? {}),
    language,
    retentionDays,
    neutralLabels,
    legalBasis,
  };
  return { ok: true, choices };
}

/** Null for a text that is no JSON. */
function rawSettings({ settings }: Choices, change: ChoicesChange): unknown {
  let raw: unknown = structuredClone(settings);
  if (change.everything !== undefined) {
    try {
      raw = JSON.parse(change.everything);
    } catch {
      // What a person typed is no JSON: that is an answer, told among the problems.
      return null;
    }
  }
  const { questionnaire: general, families } = change;
  if (general !== undefined || families !== undefined) {
    const answers = {
      ...(general === undefined ? {} : { general }),
      ...(families === undefined ? {} : { families }),
    };
    setAt(raw, ['questionnaire'], { ...settings.questionnaire, ...answers });
  }
  for (const [path, value] of Object.entries(change.fields ?? {})) setAt(raw, path.split('.'), value);
  return raw;
}

/** A path that leads nowhere is set all the same: the reader names it as unknown. */
function setAt(raw: unknown, path: readonly string[], value: unknown): void {
  const [key, ...rest] = path;
  if (typeof raw !== 'object' || raw === null || key === undefined || key === '__proto__') return;
  if (rest.length === 0) Reflect.set(raw, key, value);
  else if (Object.hasOwn(raw, key)) setAt(Reflect.get(raw, key), rest, value);
  else Reflect.set(raw, path.join('.'), value);
}

function mappingProblems(mapping: Readonly<Record<string, string | null>>): readonly ChoicesProblem[] {
  return Object.entries(mapping).flatMap(([field, property]): ChoicesProblem[] => {
    const path = `mapping.${field}`;
    if (!isMappedField(field)) return [{ code: 'unknown_mapping', path }];
    const isName = property === null || /^[a-z][a-z0-9_]{0,99}$/.test(property);
    return isName ? [] : [{ code: 'not_a_property', path }];
  });
}

function isMappedField(field: string): field is keyof PropertyMapping {
  return Object.hasOwn(nothingMapped, field) && !Array.isArray(Reflect.get(nothingMapped, field));
}

function retentionProblems(days: number | null): readonly ChoicesProblem[] {
  const { min, max } = retentionRange;
  if (days === null || (Number.isInteger(days) && days >= min && days <= max)) return [];
  return [{ code: 'retention_out_of_range', min, max }];
}
