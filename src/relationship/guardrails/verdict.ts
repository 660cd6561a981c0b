import type { Level } from '../level/levels.ts';
import {
  type Action,
  type Answer,
  type Ask,
  type Ceiling,
  compareAnswers,
  compareCeilings,
  levelUnder,
  passes,
  toAsk,
} from './action.ts';
import type { Fired, Rule } from './fired.ts';
import { aboveCeiling, guardrailRules, lowestCeiling, rulesOfTheContact } from './rules.ts';
import { looksAtRecord } from './rules-knowledge.ts';
import { type SafeAlternative, safeAlternativeFor } from './safe-alternative.ts';
import type { Standing } from './standing.ts';

/** The guardrails' answer to one action: whether it may go out, how close it may come, and every reason. */
export type Verdict = Decision & {
  /** What to do instead, itself checked; null when the action passes or nothing else does. */
  readonly safeAlternative: SafeAlternative | null;
  /** What has to be said, to the contact or to the rep, when the action goes out. */
  readonly notices: readonly Notice[];
  /** The level of relationship building there is room for. */
  readonly allowedLevel: Level;
};

export type Decision = {
  readonly answer: Answer;
  readonly ceiling: Ceiling;
  /** All rules that fired, the strongest first. */
  readonly reasons: readonly Fired[];
  /** When time alone may change the answer, ms since epoch; null when it cannot. */
  readonly validUntil: number | null;
};

export type Notice =
  /** To the contact: this is a conclusion of ours. */
  | { readonly code: 'inferred'; readonly fields: readonly string[] }
  /** To the contact: this is where we have it from. */
  | { readonly code: 'source'; readonly fields: readonly string[]; readonly source: string }
  /** To the rep. */
  | { readonly code: 'pressure'; readonly value: number }
  | { readonly code: 'marketing_mail_not_visible' }
  | { readonly code: 'subscription_unknown' }
  | { readonly code: 'level_lowered'; readonly allowed: Level };

/** The whole verdict. Total: every standing and action get one; the most restrictive rule wins. */
export function verdict(standing: Standing, action: Action): Verdict {
  const decision = decide(standing, action);
  return {
    ...decision,
    safeAlternative: passes(decision.answer)
      ? null
      : safeAlternativeFor(standing, toAsk(action), decision, (other) => decide(standing, other)),
    notices: noticesOf(standing, decision),
    allowedLevel: levelUnder(decision.ceiling),
  };
}

/** The verdict without advice, for deciding many actions at once. The order of the rules leaves no trace. */
export function decide(
  standing: Standing,
  action: Action,
  rules: readonly Rule[] = guardrailRules,
): Decision {
  const ask = toAsk(action);
  const fired: Fired[] = [];
  const asked = rules === guardrailRules && !looksAtRecord(ask) ? rulesOfTheContact : rules;
  for (const rule of asked) {
    const said = rule.applies(ask, standing);
    if (said !== null) addByStrength(fired, said);
  }
  const above = aboveCeiling(ask, standing, fired);
  if (above !== null) addByStrength(fired, above);
  return {
    answer: fired[0]?.answer ?? 'ALLOW',
    ceiling: lowestCeiling(fired),
    reasons: fired,
    validUntil: validUntilOf(ask, standing, fired),
  };
}

/** Puts a reason where its strength belongs; there are few, and sorting them would cost more than finding them. */
export function addByStrength(fired: Fired[], said: Fired): void {
  let place = fired.length;
  for (let other = fired[place - 1]; other !== undefined; other = fired[place - 1]) {
    if (byStrength(other, said) < 0) break;
    fired[place] = other;
    place -= 1;
  }
  fired[place] = said;
}

/** Strictest answer first, then the lowest ceiling, then the number of the rule. */
function byStrength(a: Fired, b: Fired): number {
  const answer = compareAnswers(b.answer, a.answer);
  if (answer !== 0) return answer;
  const ceiling = compareCeilings(a.ceiling ?? 'I4', b.ceiling ?? 'I4');
  if (ceiling !== 0) return ceiling;
  return a.rule < b.rule ? -1 : 1;
}

/** The first known time after `now` at which a rule ends or begins; never later than the stage holds. */
function validUntilOf(ask: Ask, standing: Standing, fired: readonly Fired[]): number | null {
  const { now, quiet, settings, consentExpiresAt, stageValidUntil } = standing;
  let first = sooner(sooner(Number.POSITIVE_INFINITY, stageValidUntil, now), consentExpiresAt, now);
  for (const { until } of fired) first = sooner(first, until, now);
  if (ask.initiator === 'us' && settings.quietChannels.includes(ask.channel)) {
    first = sooner(first, quiet.isQuiet ? quiet.until : quiet.from, now);
  }
  return Number.isFinite(first) ? first : null;
}

function sooner(first: number, at: number | null, now: number): number {
  return at !== null && at > now && at < first ? at : first;
}

function noticesOf({ pressure }: Standing, { answer, reasons }: Decision): readonly Notice[] {
  if (!passes(answer)) return [];
  const notices = reasons.flatMap(({ because }): Notice[] => {
    switch (because.code) {
      case 'inferred':
        return [{ code: 'inferred', fields: because.fields }];
      case 'third_party':
        return because.source === null
          ? []
          : [{ code: 'source', fields: because.fields, source: because.source }];
      case 'pressure':
        return [{ code: 'pressure', value: because.value }];
      case 'subscription_unknown':
        return [{ code: 'subscription_unknown' }];
      case 'too_close':
        return [{ code: 'level_lowered', allowed: because.allowed }];
      default:
        return [];
    }
  });
  return pressure.marketingMailVisible ? notices : [...notices, { code: 'marketing_mail_not_visible' }];
}
