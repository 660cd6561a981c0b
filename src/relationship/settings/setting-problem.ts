import type { Language } from '../stage/reason.ts';

/** What is wrong with a setting that came over the border; `path` names it as `guardrails.quietFromHour`. */
export type SettingProblem =
  | { readonly code: 'not_settings' }
  | { readonly code: 'unknown_version'; readonly version: unknown; readonly known: number }
  | { readonly code: 'unknown_setting'; readonly path: string }
  | {
      readonly code: 'not_in_range';
      readonly path: string;
      readonly min: number;
      readonly max: number;
      readonly isWhole: boolean;
    }
  | {
      readonly code: 'not_one_of';
      readonly path: string;
      readonly options: readonly (string | number | boolean)[];
    }
  | { readonly code: 'not_a_text'; readonly path: string; readonly longest: number }
  | { readonly code: 'not_like'; readonly path: string; readonly example: string }
  | { readonly code: 'not_a_list'; readonly path: string; readonly longest: number }
  | { readonly code: 'not_a_table'; readonly path: string }
  /** Two settings of which one must not be above the other. */
  | { readonly code: 'above'; readonly path: string; readonly other: string };

/** The problem in one sentence that says what to do. */
export function settingProblemSentence(problem: SettingProblem, language: Language): string {
  return texts[language](problem);
}

const texts: Readonly<Record<Language, (problem: SettingProblem) => string>> = { en: english, de: german };

function english(problem: SettingProblem): string {
  switch (problem.code) {
    case 'not_settings':
      return 'These are no settings: send one object with a version.';
    case 'unknown_version':
      return `Settings of version ${said(problem.version)} are not known here: the newest version is ${problem.known}. Update Rapport, or export them again from this one.`;
    case 'unknown_setting':
      return `There is no setting ${problem.path}: leave it out or correct its name.`;
    case 'not_in_range':
      return `${problem.path} takes a ${problem.isWhole ? 'whole number' : 'number'} from ${problem.min} to ${problem.max}.`;
    case 'not_one_of':
      return `${problem.path} takes one of these: ${problem.options.join(', ')}.`;
    case 'not_a_text':
      return `${problem.path} takes a text of 1 to ${problem.longest} characters.`;
    case 'not_like':
      return `${problem.path} is written like this: ${problem.example}.`;
    case 'not_a_list':
      return `${problem.path} takes a list of at most ${problem.longest} items.`;
    case 'not_a_table':
      return `${problem.path} takes an object of named values.`;
    case 'above':
      return `${problem.path} must not be above ${problem.other}.`;
  }
}

function german(problem: SettingProblem): string {
  switch (problem.code) {
    case 'not_settings':
      return 'Das sind keine Einstellungen: Es muss ein Objekt mit einer Version sein.';
    case 'unknown_version':
      return `Einstellungen der Version ${said(problem.version)} sind hier nicht bekannt: Die neueste Version ist ${problem.known}. Rapport aktualisieren oder neu von hier exportieren.`;
    case 'unknown_setting':
      return `Die Einstellung ${problem.path} gibt es nicht: weglassen oder den Namen berichtigen.`;
    case 'not_in_range':
      return `${problem.path} verlangt eine ${problem.isWhole ? 'ganze Zahl' : 'Zahl'} von ${problem.min} bis ${problem.max}.`;
    case 'not_one_of':
      return `${problem.path} verlangt eines davon: ${problem.options.join(', ')}.`;
    case 'not_a_text':
      return `${problem.path} verlangt einen Text von 1 bis ${problem.longest} Zeichen.`;
    case 'not_like':
      return `${problem.path} schreibt sich so: ${problem.example}.`;
    case 'not_a_list':
      return `${problem.path} verlangt eine Liste von höchstens ${problem.longest} Einträgen.`;
    case 'not_a_table':
      return `${problem.path} verlangt ein Objekt benannter Werte.`;
    case 'above':
      return `${problem.path} darf nicht über ${problem.other} liegen.`;
  }
}

function said(version: unknown): string {
  return typeof version === 'number' || typeof version === 'string' ? String(version) : '?';
}
