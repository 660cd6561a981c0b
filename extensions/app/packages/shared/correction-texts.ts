/** The words of what a rep corrects: forms, their troubles, and what was corrected so far. */
import { type CorrectionKind, type FeedbackPart, reasonLength } from './contract-corrections.ts';

type Form = {
  readonly title: string;
  readonly explains: string;
  readonly send: string;
  readonly done: string;
};

export type CorrectionTexts = {
  readonly menu: string;
  readonly forms: Readonly<Record<CorrectionKind, Form>>;
  readonly stage: string;
  readonly chooseStage: string;
  readonly about: string;
  readonly abouts: Readonly<Record<FeedbackPart, string>>;
  readonly type: string;
  readonly chooseType: string;
  readonly source: string;
  readonly sourceHint: string;
  readonly saidOn: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly left: (characters: number) => string;
  readonly tooLong: (characters: number) => string;
  readonly until: string;
  readonly untilHint: string;
  readonly needed: string;
  readonly inThePast: string;
  readonly inTheFuture: string;
  readonly tooFar: string;
  readonly sending: string;
  readonly cancel: string;
  readonly notSent: string;
  readonly log: string;
  readonly noLog: string;
  readonly by: (who: string | null, when: string) => string;
  readonly lasts: (day: string) => string;
  readonly undo: string;
  readonly undone: (when: string) => string;
  readonly undoneNow: string;
  readonly loading: string;
  readonly override: (by: string | null, until: string) => string;
  readonly agrees: string;
  readonly disagrees: (stage: string | null) => string;
  readonly takeBack: string;
  readonly snoozed: (day: string) => string;
};

const en: CorrectionTexts = {
  menu: 'Correct it',
  forms: {
    override: {
      title: 'Set the stage by hand',
      explains: 'Rapport shows your stage until the day you choose, and goes on judging beside it.',
      send: 'Set stage',
      done: 'The stage is set.',
    },
    feedback: {
      title: 'This is wrong',
      explains:
        'It changes no answer. Your reason is kept beside what Rapport knew, so that the rule can be mended.',
      send: 'Send',
      done: 'Thank you. Your reason is kept.',
    },
    desired: {
      title: 'What they want',
      explains: 'Enter only what they said themselves.',
      send: 'Save',
      done: 'What they want is saved.',
    },
    snooze: {
      title: 'Put aside for now',
      explains: 'The stage stays as it is; Rapport only stops pointing at it until then.',
      send: 'Put aside',
      done: 'Put aside.',
    },
  },
  stage: 'Stage',
  chooseStage: 'Choose a stage',
  about: 'What is wrong',
  abouts: {
    stage: 'The stage',
    next_step: 'The next step',
    guardrails: 'A verdict on getting in touch',
    milestones: 'A milestone',
    recovery: 'The recovery',
    matrix: 'The matrix',
    level: 'The level of attention',
    approaches: 'The ways of adding value',
    desired: 'What they want',
  },
  type: 'They want',
  chooseType: 'Choose what comes closest',
  source: 'Where they said it',
  sourceHint: 'For example: at the yearly talk, in their own words',
  saidOn: 'When they said it',
  reason: 'Reason',
  reasonHint: 'One or two sentences that a colleague understands',
  left: (characters) => `${characters} characters left`,
  tooLong: (characters) => `${characters} characters too long; at most ${reasonLength}.`,
  until: 'Until',
  untilHint: 'On this day Rapport judges again by itself',
  needed: 'This is needed.',
  inThePast: 'Choose a day after today.',
  inTheFuture: 'Choose today or an earlier day.',
  tooFar: 'At most a year from today.',
  sending: 'Saving',
  cancel: 'Cancel',
  notSent: 'Not saved. What you wrote is still here.',
  log: 'Corrections',
  noLog: 'Nothing was corrected.',
  by: (who, when) => (who === null ? when : `${who}, ${when}`),
  lasts: (day) => `until ${day}`,
  undo: 'Undo',
  undone: (when) => `Undone ${when}`,
  undoneNow: 'The correction is undone.',
  loading: 'Reading the corrections',
  override: (by, until) =>
    by === null ? `Set by hand until ${until}` : `Set by hand until ${until}, by ${by}`,
  agrees: 'Rapport agrees.',
  disagrees: (stage) =>
    stage === null ? 'Rapport has not enough evidence for any stage.' : `Rapport says ${stage}:`,
  takeBack: 'Take it back',
  snoozed: (day) => `Put aside until ${day}`,
};

const de: CorrectionTexts = {
  menu: 'Korrigieren',
  forms: {
    override: {
      title: 'Stufe von Hand setzen',
      explains: 'Rapport zeigt Ihre Stufe bis zum gewählten Tag und urteilt daneben weiter.',
      send: 'Stufe setzen',
      done: 'Die Stufe ist gesetzt.',
    },
    feedback: {
      title: 'Das stimmt nicht',
      explains:
        'Das ändert keine Antwort. Ihr Grund wird neben dem aufbewahrt, was Rapport wusste, damit die Regel besser wird.',
      send: 'Senden',
      done: 'Danke. Ihr Grund ist vermerkt.',
    },
    desired: {
      title: 'Was der Kontakt will',
      explains: 'Nur eintragen, was selbst gesagt wurde.',
      send: 'Speichern',
      done: 'Der Wunsch ist gespeichert.',
    },
    snooze: {
      title: 'Vorerst beiseitelegen',
      explains: 'Die Stufe bleibt, wie sie ist; Rapport weist nur bis dahin nicht mehr darauf hin.',
      send: 'Beiseitelegen',
      done: 'Beiseitegelegt.',
    },
  },
  stage: 'Stufe',
  chooseStage: 'Stufe wählen',
  about: 'Was nicht stimmt',
  abouts: {
    stage: 'Die Stufe',
    next_step: 'Der nächste Schritt',
    guardrails: 'Ein Urteil zur Kontaktaufnahme',
    milestones: 'Ein Meilenstein',
    recovery: 'Die Wiedergutmachung',
    matrix: 'Die Matrix',
    level: 'Die Stufe der Aufmerksamkeit',
    approaches: 'Die Wege, Wert zu schaffen',
    desired: 'Was der Kontakt will',
  },
  type: 'Gewünscht',
  chooseType: 'Das Nächstliegende wählen',
  source: 'Wo es gesagt wurde',
  sourceHint: 'Zum Beispiel: im Jahresgespräch, mit eigenen Worten',
  saidOn: 'Wann es gesagt wurde',
  reason: 'Grund',
  reasonHint: 'Ein oder zwei Sätze, die andere verstehen',
  left: (characters) => `noch ${characters} Zeichen`,
  tooLong: (characters) => `${characters} Zeichen zu lang; höchstens ${reasonLength}.`,
  until: 'Bis',
  untilHint: 'An diesem Tag urteilt Rapport wieder selbst',
  needed: 'Bitte ausfüllen.',
  inThePast: 'Einen Tag nach heute wählen.',
  inTheFuture: 'Heute oder einen früheren Tag wählen.',
  tooFar: 'Höchstens ein Jahr ab heute.',
  sending: 'Wird gespeichert',
  cancel: 'Abbrechen',
  notSent: 'Nicht gespeichert. Was Sie geschrieben haben, ist noch da.',
  log: 'Korrekturen',
  noLog: 'Nichts wurde korrigiert.',
  by: (who, when) => (who === null ? when : `${who}, ${when}`),
  lasts: (day) => `bis ${day}`,
  undo: 'Rückgängig',
  undone: (when) => `Rückgängig gemacht ${when}`,
  undoneNow: 'Die Korrektur ist rückgängig gemacht.',
  loading: 'Die Korrekturen werden gelesen',
  override: (by, until) =>
    by === null ? `Von Hand gesetzt bis ${until}` : `Von Hand gesetzt bis ${until}, von ${by}`,
  agrees: 'Rapport stimmt zu.',
  disagrees: (stage) =>
    stage === null ? 'Rapport hat für keine Stufe genug Anhaltspunkte.' : `Rapport sagt ${stage}:`,
  takeBack: 'Zurücknehmen',
  snoozed: (day) => `Beiseitegelegt bis ${day}`,
};

export const correctionTexts = { en, de } as const;
