import { contactApproaches } from './approaches/contact-approaches.ts';
import type { BesideStage, GuardrailAssessment, StageAssessment } from './assessment.ts';
import { mismatchOf } from './desired/mismatch.ts';
import { formChangesAt, observedForm } from './desired/observed-form.ts';
import type { ContactFacts } from './facts.ts';
import { firstOf } from './first-of.ts';
import { guardrailsOf } from './guardrails/contact-guardrails.ts';
import { contactStanding } from './guardrails/contact-standing.ts';
import { type Mention, mentionLists, signalMentions } from './guardrails/mentions.ts';
import { awakeAlways } from './guardrails/quiet-hours.ts';
import { rulingsOf } from './guardrails/rulings.ts';
import type { Standing } from './guardrails/standing.ts';
import { contactLevel } from './level/contact-level.ts';
import { purchaseDetails, quadrantFacts } from './matrix/contact-quadrant.ts';
import { type Purchase, type Purchases, purchasesOf } from './matrix/purchases.ts';
import { type QuadrantAnswer, quadrantOf } from './matrix/quadrant.ts';
import { type MilestoneFacts, noMilestoneFacts } from './milestones/milestone-facts.ts';
import { type Milestones, milestonesOf } from './milestones/milestones.ts';
import { nextStep, slippingFrom } from './playbook/next-step.ts';
import { segmentIn } from './portal-view.ts';
import type { PreparedPortal } from './prepare-portal.ts';
import type { Settings } from './settings.ts';
import type { Timeline } from './signal/timeline.ts';
import { curveEndsAt } from './stage/silence.ts';

/** The contact the models beside the stage are asked about; `timeline` reaches up to `now`. */
export type Asked = {
  readonly timeline: Timeline;
  readonly facts: ContactFacts;
  readonly portal: PreparedPortal;
  readonly settings: Settings;
  readonly now: number;
  /** The own gap of the stage engine. */
  readonly ownGapDays: number | null;
};

/** Every model beside the stage, and when any of them changes by time alone. */
export type Beside = { readonly models: BesideStage; readonly dueAt: number | null };

/** Each model reads what the ones before it said: purchases, quadrant, guardrails, level, approaches, milestones, next step. */
export function besideStage(stage: StageAssessment, asked: Asked): Beside {
  const { timeline, facts, settings, now } = asked;
  const ground = groundOf(stage, asked);
  const { quadrant, standing, guardrails } = ground;
  const { level, approaches } = attentionAndValue(stage, ground, asked);
  const milestones = milestonesFor(ground.purchases.list, asked);
  const { desired, depth } = standing.facts;
  const mismatch = mismatchOf(desired, level.answer.practised.level);
  const observed = observedForm(timeline, facts.captive, settings.desired, now);
  return {
    models: {
      quadrant,
      level: level.answer,
      approaches,
      milestones,
      guardrails,
      desired: { asked: desired, mismatch, observed, depth },
      nextStep: nextStep({ assessment: stage, mismatch, standing: awake(standing) }, settings.playbook),
      problems: [...quadrant.problems, ...level.problems, ...milestones.problems],
    },
    dueAt: firstOf([
      quadrant.changesAt,
      level.answer.changesAt,
      approaches.changesAt,
      milestones.changesAt,
      guardrails.dueAt,
      slippingFrom(stage, settings.playbook, now),
      curveEndsAt(stage.curve),
      formChangesAt(timeline, observed, settings.desired, now),
    ]),
  };
}

/** What all the others stand on: what was bought and through whom, and what one may do. */
type Ground = {
  readonly purchases: Purchases;
  readonly quadrant: QuadrantAnswer;
  readonly standing: Standing;
  readonly guardrails: GuardrailAssessment;
};

function groundOf(stage: StageAssessment, { timeline, facts, portal, settings, now }: Asked): Ground {
  const purchases = purchasesOf(timeline, purchaseDetails(facts), settings.matrix);
  const quadrant = quadrantOf(purchases, quadrantFacts(facts), portal.questionnaire, settings.matrix, now);
  const standing = contactStanding(timeline, stage, facts, settings, portal.view.timeZone, now);
  return { purchases, quadrant, standing, guardrails: assessGuardrails(standing, facts, portal) };
}

/** How much attention the contact is worth and gets, and by which ways value can be built. */
function attentionAndValue({ stage }: StageAssessment, ground: Ground, asked: Asked) {
  const { timeline, facts, portal, settings, now } = asked;
  const { purchases, quadrant, standing, guardrails } = ground;
  const level = contactLevel(
    timeline,
    {
      purchases: purchases.list,
      stage,
      facts: facts.level ?? {},
      segment: segmentIn(portal.view, facts.segment ?? null),
      desired: standing.facts.desired,
      guardrails,
    },
    settings.level,
    now,
  );
  const said = { stage, quadrant: quadrant.quadrant, level: level.answer, guardrails, standing };
  const approaches = contactApproaches(timeline, facts, portal.view, said, settings.approaches, now);
  return { level, approaches };
}

function milestonesFor(purchases: readonly Purchase[], asked: Asked): Milestones {
  const { timeline, portal, settings, now } = asked;
  const surroundings = { calendar: portal.calendar, settings: settings.milestones };
  return milestonesOf(timeline, purchases, milestoneFacts(asked), surroundings, now);
}

/** A step is for the coming days, so that the hour at which it is looked up does not choose it. */
function awake(standing: Standing): Standing {
  return { ...standing, quiet: awakeAlways };
}

function milestoneFacts({ facts, ownGapDays }: Asked): MilestoneFacts {
  const { advocacy: _advocacy, ...known } = facts.milestones ?? {};
  return { ...noMilestoneFacts, ...known, ownGapDays };
}

function assessGuardrails(
  standing: Standing,
  { guardrails }: ContactFacts,
  { fields }: PreparedPortal,
): GuardrailAssessment {
  const mentions = signalMentions(standing);
  for (const name of guardrails?.filled ?? []) mentions.push(fields.get(name) ?? unregistered(name));
  return {
    ...guardrailsOf(standing),
    rulings: rulingsOf(standing),
    mentions: mentionLists(standing, mentions, {
      purpose: 'follow_up',
      channel: 'email',
    }),
  };
}

/** Of what stands in no register nobody knows where it comes from. */
function unregistered(name: string): Mention {
  return { name, provenance: null, purposes: null, source: null };
}
