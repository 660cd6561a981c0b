import type { ContactFacts } from './facts.ts';
import type { ContactMeasures } from './measure-portal.ts';

type Groups = Pick<ContactFacts, 'approaches' | 'level' | 'milestones'>;

/** The facts of a contact's own record, and beside them what the whole portal says of it. */
export function withMeasures<F extends Groups>(facts: F, measures: ContactMeasures): F {
  const { stakeholders, standing, ownMargin, advocacy } = measures;
  return {
    ...facts,
    approaches: {
      ...facts.approaches,
      ...(stakeholders === undefined ? {} : { stakeholders }),
      ...(standing === undefined ? {} : { standing }),
    },
    level: { ...facts.level, ...(ownMargin === undefined ? {} : { ownMargin }) },
    milestones: { ...facts.milestones, ...(advocacy === undefined ? {} : { advocacy }) },
  };
}
