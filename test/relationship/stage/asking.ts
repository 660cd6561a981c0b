/** How the laws of the stage ask the engine: with the shipped model, the default settings and noon of a fixed day. */
import { assessStage, assessStory } from '../../../src/relationship/assess.ts';
import { nothingBeside } from '../../../src/relationship/assessment.ts';
import type { ContactFacts } from '../../../src/relationship/facts.ts';
import { shippedModel } from '../../../src/relationship/portal-model.ts';
import { type PropertyValues, toProperties } from '../../../src/relationship/properties.ts';
import { defaultSettings } from '../../../src/relationship/settings.ts';
import type { Signal } from '../../../src/relationship/signal/signal.ts';
import type { StageAnswer } from '../../../src/relationship/stage/stages.ts';
import { dayMs, now } from './any-history.ts';

export const model = shippedModel(90);
export const runs = { numRuns: 300 };

export const assessAt = (signals: readonly Signal[], facts: ContactFacts, at = now) =>
  assessStory(signals, facts, model, defaultSettings, at);
export const stageAt = (signals: readonly Signal[], facts: ContactFacts, at = now) =>
  assessStage(signals, facts, model, defaultSettings, at);

/** What is published of the stage, but for the time of the assessment itself. */
export const published = (signals: readonly Signal[], facts: ContactFacts, at: number): PropertyValues => ({
  ...toProperties({ ...assessAt(signals, facts, at), ...nothingBeside }),
  rapport_assessed_at: '',
});

export const startOfDay = (offset: number) => (Math.floor(now / dayMs) + offset) * dayMs;

/** From far to close; a stage is raised when it moves to the right. Nothing at all and Initiating are equally far. */
export const closeness = (stage: StageAnswer) =>
  [
    ['terminating'],
    ['avoiding'],
    ['stagnating'],
    ['circumscribing'],
    ['differentiating'],
    ['not_enough_evidence', 'initiating'],
    ['experimenting'],
    ['intensifying'],
    ['integrating'],
    ['bonding'],
  ].findIndex((equals) => equals.includes(stage));
