/** What is said of corrections: what is wrong with one, and what one did. In every language of the cards. */
import type { FieldProblem } from '@rapport/shared/contract-corrections.ts';
import { verifiedTypes } from '../relationship/desired/desired-types.ts';
import type { Language } from '../relationship/stage/reason.ts';
import { stageNames } from '../relationship/stage/stage-names.ts';
import type { CorrectionProblem } from '../usecases/correct-contact.ts';
import type { CorrectionSays } from '../usecases/corrections.ts';
import type { DesiredProblem } from '../usecases/set-desired.ts';

export type Problem = CorrectionProblem | DesiredProblem | 'until-unreadable' | 'said-unreadable' | Fate;
/** About the request as a whole. */
export type Fate = 'taken' | 'unknown-correction';

const fields: Readonly<Record<Problem, FieldProblem['field']>> = {
  'reason-missing': 'reason',
  'reason-too-long': 'reason',
  'stage-unknown': 'stage',
  'about-unknown': 'about',
  'until-past': 'until',
  'until-too-far': 'until',
  'until-unreadable': 'until',
  'type-unknown': 'type',
  'source-missing': 'source',
  'source-too-long': 'source',
  'said-later': 'saidOn',
  'said-unreadable': 'saidOn',
  taken: null,
  'unknown-correction': null,
};

const problems: Readonly<Record<Language, Readonly<Record<Problem, string>>>> = {
  en: {
    'reason-missing': 'Say in a few words why.',
    'reason-too-long': 'Keep the reason below 1,000 characters.',
    'stage-unknown': 'Choose one of the ten stages.',
    'about-unknown': 'Choose what is wrong.',
    'until-past': 'Choose a day after today.',
    'until-too-far': 'Choose a day within a year: what is set by hand is to be looked at again.',
    'until-unreadable': 'Choose a day.',
    'type-unknown': 'Choose one of the relationships in the list.',
    'source-missing': 'Say where they told you.',
    'source-too-long': 'Keep the source below 1,000 characters.',
    'said-later': 'They cannot have said it after today: choose an earlier day.',
    'said-unreadable': 'Choose the day they said it.',
    taken: 'This form was sent for something else already. Close it and open it again.',
    'unknown-correction': 'This correction is not there any more.',
  },
  de: {
    'reason-missing': 'Sagen Sie in wenigen Worten, warum.',
    'reason-too-long': 'Die Begründung muss unter 1.000 Zeichen bleiben.',
    'stage-unknown': 'Wählen Sie eine der zehn Stufen.',
    'about-unknown': 'Wählen Sie, was nicht stimmt.',
    'until-past': 'Wählen Sie einen Tag nach heute.',
    'until-too-far':
      'Wählen Sie einen Tag innerhalb eines Jahres: Was von Hand gesetzt ist, soll wieder angesehen werden.',
    'until-unreadable': 'Wählen Sie einen Tag.',
    'type-unknown': 'Wählen Sie eine der Beziehungen in der Liste.',
    'source-missing': 'Sagen Sie, wo es gesagt wurde.',
    'source-too-long': 'Die Quelle muss unter 1.000 Zeichen bleiben.',
    'said-later': 'Nach heute kann es nicht gesagt worden sein: Wählen Sie einen früheren Tag.',
    'said-unreadable': 'Wählen Sie den Tag, an dem es gesagt wurde.',
    taken: 'Dieses Formular wurde schon für etwas anderes gesendet. Schließen und öffnen Sie es neu.',
    'unknown-correction': 'Diese Korrektur gibt es nicht mehr.',
  },
};

export function sayProblems(found: readonly Problem[], language: Language): readonly FieldProblem[] {
  return found.map((problem) => ({ field: fields[problem], sentence: problems[language][problem] }));
}

/** What a correction did, without its reason. */
export function sayCorrection(says: CorrectionSays, language: Language): string {
  const isEnglish = language === 'en';
  switch (says.kind) {
    case 'override': {
      const stage = stageNames[language][says.stage];
      return isEnglish ? `Stage set to ${stage}` : `Stufe auf ${stage} gesetzt`;
    }
    case 'feedback':
      return isEnglish ? 'Said to be wrong' : 'Als falsch gemeldet';
    case 'desired': {
      const label = verifiedTypes.find(({ id }) => id === says.type)?.label[language];
      if (label === undefined)
        return isEnglish ? 'Desired relationship removed' : 'Gewünschte Beziehung entfernt';
      return isEnglish ? `Desired relationship: ${label}` : `Gewünschte Beziehung: ${label}`;
    }
    case 'snooze':
      return isEnglish ? 'Alert put aside' : 'Hinweis zurückgestellt';
  }
}
