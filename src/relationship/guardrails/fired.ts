import type { Level } from '../level/levels.ts';
import type { Stage } from '../stage/stages.ts';
import type { Answer, Ask, Ceiling, OutreachChannel, Purpose } from './action.ts';
import type { OutreachKind } from './pressure.ts';
import type { ProvenanceClass } from './provenance.ts';
import type { Standing } from './standing.ts';

/** What a guardrail rule says when it fires: data that names the field or the date; the catalogue words it. */
export type Fired = {
  readonly rule: RuleId;
  readonly answer: Answer;
  /** How close one may come; null when the rule says nothing about it. */
  readonly ceiling: Ceiling | null;
  readonly because: Because;
  /** When the rule stops firing by time alone, ms since epoch; null when time alone does not help. */
  readonly until: number | null;
};

export const ruleIds = [
  'G01',
  'G02',
  'G03',
  'G04',
  'G05',
  'G06',
  'G07',
  'G08',
  'G09',
  'G10',
  'G11',
  'G12',
  'G13',
  'G14',
  'G15',
  'G16',
  'G17',
  'G18',
  'G19',
  'G20',
] as const;

export type RuleId = (typeof ruleIds)[number];

/** The rules that may set a ceiling, by their numbers: what is lowered names them. */
export const ceilingRules = ['G01', 'G02', 'G04', 'G12', 'G15', 'G17', 'G19'] as const satisfies RuleId[];

export type CeilingRule = (typeof ceilingRules)[number];

/** A pure rule: what it says about an action towards a contact, or null when it has nothing to say. */
export type Rule = {
  readonly id: RuleId;
  readonly applies: (ask: Ask, standing: Standing) => Fired | null;
  /** True where it has nothing to say of this contact, whatever is asked: then it need not be. */
  readonly isSilent?: (standing: Standing) => boolean;
  /** The one class of knowledge it speaks of; absent where it speaks of every class. */
  readonly about?: ProvenanceClass;
};

type Names = readonly string[];

export type Because = PermissionBecause | KnowledgeBecause | ContactBecause | PersonBecause;

/** What the person allowed. */
export type PermissionBecause =
  | { readonly code: 'objection'; readonly at: number | null }
  | { readonly code: 'erasure' }
  | { readonly code: 'restriction' }
  | { readonly code: 'opted_out'; readonly channel: OutreachChannel | 'all'; readonly at: number | null }
  | { readonly code: 'not_subscribed'; readonly subscription: string }
  | { readonly code: 'no_legal_basis' }
  | { readonly code: 'subscription_unknown'; readonly channel: OutreachChannel }
  | { readonly code: 'contract_only' };

/** What we know, and from where. */
export type KnowledgeBecause =
  | { readonly code: 'sensitive'; readonly fields: Names }
  | { readonly code: 'covert_mention'; readonly fields: Names }
  | { readonly code: 'covert_use'; readonly fields: Names }
  | { readonly code: 'third_party'; readonly fields: Names; readonly source: string | null }
  | { readonly code: 'third_party_use'; readonly fields: Names }
  | { readonly code: 'inferred'; readonly fields: Names; readonly allowed: boolean }
  | { readonly code: 'other_purpose'; readonly fields: Names; readonly purpose: Purpose }
  | { readonly code: 'other_context'; readonly fields: Names; readonly stage: Stage }
  | { readonly code: 'collective'; readonly fields: Names };

/** How much they hear from us, when, and where the relationship stands. */
export type ContactBecause =
  | ({
      readonly code: 'pressure';
      readonly value: number;
      readonly until: number | null;
      readonly visible: boolean;
    } & Readonly<Record<OutreachKind, number>>)
  | { readonly code: 'quiet_hours'; readonly until: number | null }
  | { readonly code: 'asked_until'; readonly until: number }
  | { readonly code: 'cadence'; readonly days: number; readonly until: number }
  | { readonly code: 'refused_channel'; readonly channel: OutreachChannel; readonly at: number | null }
  | {
      readonly code: 'stage';
      readonly stage: Stage | 'not_enough_evidence' | null;
      readonly since: number | null;
      readonly ceiling: Ceiling;
    }
  | { readonly code: 'stage_pause'; readonly stage: Stage; readonly lastAt: number; readonly until: number }
  | { readonly code: 'stage_by_hand'; readonly stage: Stage }
  | { readonly code: 'open_complaint'; readonly at: number }
  | {
      readonly code: 'desired';
      readonly type: { readonly en: string; readonly de: string };
      readonly at: number;
      readonly ceiling: Ceiling;
      /** They are tied, or want to be: they must be able to leave. */
      readonly captivity: boolean;
    }
  | { readonly code: 'desired_unknown'; readonly id: string; readonly at: number };

/** Who the person is, and how far an action goes. */
export type PersonBecause =
  | { readonly code: 'vulnerable' }
  | { readonly code: 'consent_old'; readonly at: number; readonly since: number }
  | { readonly code: 'shared_address'; readonly mailbox: 'role' | 'shared' | 'internal' }
  | { readonly code: 'silent'; readonly by: readonly CeilingRule[] }
  | {
      readonly code: 'too_close';
      readonly level: Level | null;
      readonly allowed: Level;
      readonly fields: Names;
      readonly by: readonly CeilingRule[];
    };

/** What a rule says unless told otherwise: the action may go on, closeness is not touched, time does not help. */
export function fire(
  rule: RuleId,
  because: Because,
  effect: { readonly answer?: Answer; readonly ceiling?: Ceiling; readonly until?: number | null },
): Fired {
  return {
    rule,
    answer: effect.answer ?? 'ALLOW',
    ceiling: effect.ceiling ?? null,
    because,
    until: effect.until ?? null,
  };
}
