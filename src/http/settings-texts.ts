/** What is wrong with a change of the settings, in one sentence each. */
import type { SettingProblem } from '@rapport/shared/contract-settings.ts';
import { settingProblemSentence } from '../relationship/settings/setting-problem.ts';
import type { Language } from '../relationship/stage/reason.ts';
import type { ChoicesProblem } from '../usecases/change-choices.ts';

export function sayChoicesProblem(problem: ChoicesProblem, language: Language): SettingProblem {
  return {
    path: 'path' in problem ? problem.path : pathOf(problem),
    sentence: sentenceOf(problem, language),
  };
}

function pathOf(problem: ChoicesProblem): string | null {
  return problem.code === 'retention_out_of_range' ? 'retentionDays' : null;
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
