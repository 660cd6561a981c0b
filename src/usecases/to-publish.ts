/**
 * Which of a contact's computed values are written to HubSpot now. HubSpot has no quiet write: every write fires the
 * customer's workflows, so nothing is written that stands there already, nothing before the admin goes live that
 * workflows hang on, and a change that comes from us rather than from the relationship says so.
 */
import type { PropertyValues } from '../relationship/properties.ts';

export type ToPublish = {
  readonly values: PropertyValues;
  readonly published: PropertyValues;
  /** A crash may have come between the write and our note of it: all is written again, whatever stands there. */
  readonly unsettled: boolean;
  readonly live: boolean;
  /** Properties that the portal has no room or right for. */
  readonly missing: ReadonlySet<string>;
  /** The values come from another model or other settings than what is published. */
  readonly recalibrated: boolean;
  /** What is published was set by hand, and what is told now is not. */
  readonly overrideOver: boolean;
};

export type Publication = {
  /** Only what differs; empty when there is nothing to write. */
  readonly changes: PropertyValues;
  /** The relationship itself moved to another stage: not the first write, not a recalibration, not an objection. */
  readonly stageChanged: boolean;
};

export function toPublish(input: ToPublish): Publication {
  const values = withMovement(input);
  const changes: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    if (name === 'rapport_assessed_at' || input.missing.has(name)) continue;
    if (!input.live && waitsForLive(name)) continue;
    if (value !== (input.published[name] ?? '') || input.unsettled) changes[name] = value;
  }
  const { rapport_stage: stage, rapport_stage_movement: movement, rapport_assessed_at: assessedAt } = values;
  const stageChanged =
    'rapport_stage' in changes &&
    stage !== input.published['rapport_stage'] &&
    stage !== 'not_assessed' &&
    movement !== 'first' &&
    movement !== 'recalibrated';
  // It says when something changed; alone it would fire workflows each time we look.
  if (
    Object.keys(changes).length > 0 &&
    assessedAt !== undefined &&
    !input.missing.has('rapport_assessed_at')
  ) {
    Object.assign(changes, { rapport_assessed_at: assessedAt });
  }
  return { changes, stageChanged };
}

/**
 * Whether what stands in the portal comes from another model than ours of now. Values that we have not seen ourselves come
 * along with a contact that was restored, or that another was merged into: the time they carry tells whether they were
 * written since our model is in force, or by an earlier installation.
 */
export function isRecalibrated(
  {
    publishedModel,
    published,
  }: { readonly publishedModel: string | null; readonly published: PropertyValues },
  model: { readonly modelVersion: string; readonly inForceSince: number },
): boolean {
  if (publishedModel !== null) return publishedModel !== model.modelVersion;
  const writtenAt = Date.parse(published['rapport_assessed_at'] ?? '');
  return !(writtenAt >= model.inForceSince);
}

/** What workflows hang on: held back until the admin goes live. */
export function waitsForLive(name: string): boolean {
  return name.startsWith('rapport_stage') || name === 'rapport_flight' || name === 'rapport_recovery_open';
}

/**
 * `first` and `recalibrated` belong to the write and not to the story: they stay until the stage changes by the
 * relationship itself, and a recalibration leaves the date of the change where it was, if there was one. The end of an
 * override is told as one too, but what was set by hand stood outside of the story: from then on its own date tells.
 */
function withMovement({ values, published, recalibrated, overrideOver }: ToPublish): PropertyValues {
  const {
    rapport_stage: stage,
    rapport_stage_movement: movement,
    rapport_stage_changed_at: changedAt,
  } = values;
  if (stage === undefined || movement === undefined || movement === '') return values;
  const {
    rapport_stage: stood = '',
    rapport_stage_movement: stoodMovement = '',
    rapport_stage_changed_at: stoodAt = '',
  } = published;
  if (stood === '' || stood === 'not_assessed') return { ...values, rapport_stage_movement: 'first' };
  // Before enough was known there was no change and no date of one.
  const since = stoodAt === '' || overrideOver ? (changedAt ?? '') : stoodAt;
  const kept = { ...values, rapport_stage_movement: 'recalibrated', rapport_stage_changed_at: since };
  if (stood !== stage) return recalibrated ? kept : values;
  if (stoodMovement === 'first') return { ...values, rapport_stage_movement: 'first' };
  if (stoodMovement === 'recalibrated') return kept;
  const tellsAnother = movement !== stoodMovement || changedAt !== stoodAt;
  return recalibrated && tellsAnother ? kept : values;
}
