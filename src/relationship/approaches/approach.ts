import type { StageAnswer } from '../stage/stages.ts';

/**
 * The approaches of building value, financial before social before structural, each harder to copy than the one before
 * [V V1]. The words are the values of the contact property.
 */
export const approaches = [
  'frequency_programme',
  'open_club',
  'limited_club',
  'personal_social',
  'community',
  'structural',
] as const;

export type Approach = (typeof approaches)[number];

export const approachKinds: Readonly<Record<Approach, 'financial' | 'social' | 'structural'>> = {
  frequency_programme: 'financial',
  open_club: 'financial',
  limited_club: 'financial',
  personal_social: 'social',
  community: 'social',
  structural: 'structural',
};

/**
 * Which approach comes first in which stage [D]. Null: none at all, since the relationship has barely begun, or because
 * it comes apart and recovery is the only thing to offer.
 */
const firstByStage: Readonly<Record<StageAnswer, readonly Approach[] | null>> = {
  initiating: null,
  experimenting: null,
  intensifying: ['open_club'],
  integrating: ['frequency_programme', 'personal_social'],
  bonding: ['limited_club', 'community', 'structural'],
  differentiating: null,
  circumscribing: null,
  stagnating: null,
  avoiding: null,
  terminating: null,
  not_enough_evidence: null,
  not_assessed: null,
};

export function priorityIn(stage: StageAnswer): readonly Approach[] | null {
  return firstByStage[stage];
}
