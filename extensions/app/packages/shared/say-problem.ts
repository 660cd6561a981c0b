import type { SettingProblem } from './contract-settings.ts';
import { rulesTexts, settingLabel } from './rules-texts.ts';
import type { Language } from './viewer.ts';

/** What is wrong, in the words of the page: the service names settings by their path, as an exported text does. */
export function sayProblem({ path, sentence }: SettingProblem, language: Language): string {
  const paths = [...(path === null ? [] : [path]), ...Object.keys(rulesTexts(language).labels)];
  const named = paths.filter((it) => sentence.includes(it)).sort((a, b) => b.length - a.length);
  return named.reduce((said, it) => said.replaceAll(it, `“${settingLabel(it, language)}”`), sentence);
}
