import { rankOf } from '../level/levels.ts';
import { type Ask, type Ceiling, compareCeilings, type FieldUse, isNecessary, levelUnder } from './action.ts';
import { type CeilingRule, ceilingRules, type Fired, fire, type Rule } from './fired.ts';
import { consentRules } from './rules-consent.ts';
import { contactRules } from './rules-contact.ts';
import { classFor, contextOf, knowledgeRules } from './rules-knowledge.ts';
import type { Standing } from './standing.ts';

/** The rules G01 to G19. Each stands alone and reads only its input, so their order means nothing; G20 reads what they say. */
export const guardrailRules: readonly Rule[] = [...consentRules, ...knowledgeRules, ...contactRules].sort(
  (a, b) => (a.id < b.id ? -1 : 1),
);

/** Those that have something to say of an action that uses and says nothing of the record. */
export const rulesOfTheContact: readonly Rule[] = guardrailRules.filter(
  (rule) => !knowledgeRules.includes(rule),
);

/** The lowest of all ceilings; without any the highest there is. */
export function lowestCeiling(fired: readonly Fired[]): Ceiling {
  let lowest: Ceiling = 'I4';
  for (const { ceiling } of fired) {
    if (ceiling !== null && compareCeilings(ceiling, lowest) < 0) lowest = ceiling;
  }
  return lowest;
}

/**
 * G20: an action that comes closer than the ceiling is brought down to it, and the rules that set the ceiling are named.
 * A level above it is lowered; what may not be said under it is not said; under I0 nothing uninvited is done at all.
 */
export function aboveCeiling(ask: Ask, standing: Standing, fired: readonly Fired[]): Fired | null {
  const ceiling = lowestCeiling(fired);
  if (ceiling === 'I0' && !isNecessary(ask.purpose)) {
    return fire('G20', { code: 'silent', by: settersOf(ceiling, fired) }, { answer: 'DENY' });
  }
  if (ask.level === null && ask.mentions.length === 0) return null;
  const allowed = levelUnder(ceiling);
  const isAbove = ask.level !== null && rankOf(ask.level) > rankOf(allowed);
  const tooClose = ask.mentions.filter((field) => compareCeilings(closenessOf(field, standing), ceiling) > 0);
  if (!isAbove && tooClose.length === 0) return null;
  const fields = [...new Set(tooClose.map((field) => field.name))];
  const level = isAbove ? ask.level : null;
  return fire(
    'G20',
    { code: 'too_close', level, allowed, fields, by: settersOf(ceiling, fired) },
    { answer: fields.length > 0 ? 'DENY' : 'ALLOW_WITH_NOTICE' },
  );
}

function settersOf(ceiling: Ceiling, fired: readonly Fired[]): readonly CeilingRule[] {
  return ceilingRules.filter((rule) => fired.some((it) => it.rule === rule && it.ceiling === ceiling));
}

/**
 * How close it is to say something: the matter at hand needs the least, another context or a conclusion the most. What is
 * never said at any ceiling is left to its own rule.
 */
function closenessOf(field: FieldUse, standing: Standing): Ceiling {
  switch (classFor(field, standing)) {
    case 'P1':
    case 'P2':
      return contextOf(field) === 'elsewhere' ? 'I3' : 'I1';
    case 'P3':
    case 'P6':
      return 'I2';
    case 'P5':
      return 'I3';
    case 'P4':
    case 'P7':
      return 'I0';
  }
}
