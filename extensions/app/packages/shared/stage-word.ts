import { stageNames } from './contract.ts';
import { homeTexts } from './home-texts.ts';
import { textsFor } from './texts.ts';
import type { Language } from './viewer.ts';

/** What people call a stage, or why there is none. */
export function stageWord(key: string, language: Language): string {
  const texts = homeTexts(language);
  if (key === 'not_enough_evidence') return texts.notEnough;
  if (key === 'not_assessed') return texts.notAssessed;
  const names: Readonly<Record<string, string>> = textsFor(language).stages;
  return names[key] ?? key;
}

/** Where a stage comes in lists: the ten in their order, then those who have none. */
export function stageOrder(key: string): number {
  const order: readonly string[] = [...stageNames, 'not_enough_evidence', 'not_assessed'];
  const at = order.indexOf(key);
  return at === -1 ? order.length : at;
}
