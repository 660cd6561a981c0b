import type { Language } from '../stage/reason.ts';
import type { Ending, Stage } from '../stage/stages.ts';
import { playbookTexts } from './playbook-texts.ts';
import { neverOfStage, stepsOfStage } from './steps.ts';

/** The practice for a stage before any guardrail was asked: one next step in plain words, and what never to do. */
export type Practice = { readonly step: string; readonly never: string };

/** What to do next: an answer we owe comes before any practice, and a finished project is no case for winning back. */
export function practiceFor(
  about: { readonly stage: Stage; readonly ending: Ending; readonly awaiting: 'us' | 'customer' | 'nobody' },
  language: Language,
): Practice {
  const { steps, nevers } = playbookTexts[language];
  if (about.awaiting === 'us') return { step: steps.answer_first, never: nevers.answer_first };
  if (about.ending === 'completed') return { step: steps.hand_over, never: nevers.hand_over };
  const code = neverOfStage[about.stage];
  return { step: steps[stepsOfStage[about.stage][0] ?? code], never: nevers[code] };
}
