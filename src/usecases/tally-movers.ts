/** Counts who moves between two answers, and keeps samples of as many kinds of move as there are. */
import type { StageAnswer } from '../relationship/stage/stages.ts';
import type { Mover, PreviewResult } from './preview.ts';

export const mostSamples = 20;

export type Tally = {
  add(mover: Mover): void;
  result(): PreviewResult;
};

export function createTally(): Tally {
  const stages = new Map<StageAnswer, { before: number; after: number }>();
  const kinds = new Map<string, Mover[]>();
  let contacts = 0;
  let moved = 0;
  const count = (stage: StageAnswer, when: 'before' | 'after') => {
    const counts = stages.get(stage) ?? { before: 0, after: 0 };
    counts[when] += 1;
    stages.set(stage, counts);
  };
  return {
    add(mover) {
      contacts += 1;
      count(mover.before, 'before');
      count(mover.after, 'after');
      if (mover.before === mover.after) return;
      moved += 1;
      const kind = `${mover.before} ${mover.after}`;
      const kept = kinds.get(kind) ?? [];
      if (kept.length < mostSamples) kinds.set(kind, [...kept, mover]);
    },
    result: () => ({
      contacts,
      moved,
      stages: Object.fromEntries(stages),
      samples: inTurn([...kinds.values()]),
    }),
  };
}

/** One of each kind, then a second of each, until there are enough. */
function inTurn(kinds: readonly (readonly Mover[])[]): readonly Mover[] {
  const found: Mover[] = [];
  for (let turn = 0; turn < mostSamples; turn += 1) {
    for (const kind of kinds) {
      const mover = kind[turn];
      if (mover !== undefined && found.length < mostSamples) found.push(mover);
    }
  }
  return found;
}
