/** What is wrong with a change of the settings, in one sentence each. */
import type { SettingProblem } from '@rapport/shared/contract-settings.ts';
import { settingProblemSentence } from '../relationship/settings/setting-problem.ts';
import type { Language } from '../relationship/stage/reason.ts';
import type { ChoicesProblem } from '../usecases/change-choices.ts';
import { isShare } from '../usecases/settings-fields.ts';

/** @param asText whether the settings were sent as one text, in which shares stand as 0..1 and not as percent. */
export function sayChoicesProblem(
  problem: ChoicesProblem,
  language: Language,
  asText: boolean,
): SettingProblem {
  return {
    path: 'path' in problem ? problem.path : pathOf(problem),
    sentence:
      problem.code === 'not_in_range' && !asText && isShare(problem.path)
        ? percentSentence(problem, language)
        : sentenceOf(problem, language),
  };
}

function pathOf(problem: ChoicesProblem): string | null {
  return problem.code === 'retention_out_of_range' ? 'retentionDays' : null;
}

type OutOfRange = Extract<ChoicesProblem, { code: 'not_in_range' }>;

/** The page shows and takes shares as percent. */
function percentSentence({ path, min, max }: OutOfRange, language: Language): string {
  const [low, high] = [percent(min), percent(max)];
  return language === 'de'
    ? `${path} verlangt ${low} bis ${high} Prozent.`
    : `${path} takes ${low} to ${high} percent.`;
}

/** 0.07 * 100 is not 7 in floating point. */
function percent(share: number): number {
  return Number((share * 100).toFixed(4));
}

function sentenceOf(problem: ChoicesProblem, language: Language): string {
  const isGerman = language === 'de';
  switch (problem.code) {
    case 'no_json':
      return isGerman ? 'Der Text ist kein gültiges JSON.' : 'The text is no valid JSON.';
    case 'unknown_mapping':
      return isGerman ? `${problem.path} wird nicht gelesen.` : `${problem.path} is nothing that is read.`;
    case 'not_a_property':
      return isGerman
        ? `${problem.path} verlangt den internen Namen einer Eigenschaft.`
        : `${problem.path} takes the internal name of a property.`;
    case 'retention_out_of_range':
      return isGerman
        ? `Behalten Sie Signale ${problem.min} bis ${problem.max} Tage oder für immer.`
        : `Keep signals for ${problem.min} to ${problem.max} days, or for ever.`;
    default:
      return settingProblemSentence(problem, language);
  }
}
