import { type ApproachSettings, defaultApproachSettings } from './approaches/approach-settings.ts';
import {
  type BusinessHoursSettings,
  defaultBusinessHours,
} from './business-hours/business-hours-settings.ts';
import { type DesiredSettings, defaultDesiredSettings } from './desired/desired-settings.ts';
import { defaultGuardrailSettings, type GuardrailSettings } from './guardrails/guardrail-settings.ts';
import { defaultLevelSettings, type LevelSettings } from './level/level-settings.ts';
import { defaultMatrixSettings, type MatrixSettings } from './matrix/matrix-settings.ts';
import { type Questionnaire, unansweredQuestionnaire } from './matrix/questionnaire.ts';
import { defaultMilestoneSettings, type MilestoneSettings } from './milestones/milestone-settings.ts';
import { defaultPlaybookSettings, type PlaybookSettings } from './playbook/playbook-settings.ts';
import { defaultStageSettings, type StageSettings } from './stage/stage-settings.ts';

/** The shape of the settings; a stored object of an earlier one is migrated when it is read. */
export const settingsVersion = 2;

/**
 * Everything a portal can choose about the models, as one value: the thresholds of the stage engine, and a group for
 * each other model. It is stored as it is; `readSettings` is the way in.
 */
export type Settings = StageSettings & {
  readonly version: typeof settingsVersion;
  /** Which edition of the portal's own settings this is: 0 for the defaults, then one more with each change applied. */
  readonly revision: number;
  readonly matrix: MatrixSettings;
  /** The answers about who collects the money and who stays unknown; answers, not conventions. */
  readonly questionnaire: Questionnaire;
  readonly level: LevelSettings;
  readonly approaches: ApproachSettings;
  readonly milestones: MilestoneSettings;
  readonly guardrails: GuardrailSettings;
  readonly desired: DesiredSettings;
  readonly playbook: PlaybookSettings;
  readonly businessHours: BusinessHoursSettings;
};

export const defaultSettings: Settings = {
  version: settingsVersion,
  revision: 0,
  ...defaultStageSettings,
  matrix: defaultMatrixSettings,
  questionnaire: unansweredQuestionnaire,
  level: defaultLevelSettings,
  approaches: defaultApproachSettings,
  milestones: defaultMilestoneSettings,
  guardrails: defaultGuardrailSettings,
  desired: defaultDesiredSettings,
  playbook: defaultPlaybookSettings,
  businessHours: defaultBusinessHours,
};
