import { flightOf, type Movement, type StageAnswer, stages } from './stages.ts';

/**
 * What kind of move leads from one stage to another. A skip names its event on the card: over a stage on the way
 * together, or to an end from anywhere but Avoiding.
 */
export function movementOf(from: StageAnswer | null, to: StageAnswer, isNewEpoch: boolean): Movement {
  if (from === null) return 'first';
  if (isNewEpoch) return 'new_epoch';
  if (from === 'not_enough_evidence' || from === 'not_assessed') {
    return flightOf(to) === 'coming_apart' ? 'deteriorate' : 'forward';
  }
  if (to === 'not_enough_evidence' || to === 'not_assessed') return 'backward';
  const step = stages.indexOf(to) - stages.indexOf(from);
  const wasApart = flightOf(from) === 'coming_apart';
  if (flightOf(to) === 'coming_apart') {
    if (to === 'terminating' && step > 1) return 'skip';
    return wasApart && step < 0 ? 'repair' : 'deteriorate';
  }
  if (wasApart) return 'repair';
  if (step < 0) return 'backward';
  return step > 1 ? 'skip' : 'forward';
}
