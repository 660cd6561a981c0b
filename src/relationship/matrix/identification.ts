import type { MatrixSettings } from './matrix-settings.ts';
import type { ReadAnswer } from './questionnaire.ts';

/** What is known of a contact's identity. */
export type IdentityFacts = {
  /** The key the record stands on: one person's own, a role mailbox, one shared by several people, or none. */
  readonly key: 'personal' | 'role' | 'shared' | 'none';
  /** The contact refused tracking, which hides part of what it does. */
  readonly trackingRefused: boolean;
  /** Identified activity as a share of expected activity, 0..1; null where it was not measured. */
  readonly coverage: number | null;
};

/** The test that decided against identification, with the family it failed for. */
export type IdentityFailure =
  | { readonly test: 'no_key' | 'role_mailbox' | 'shared_key' | 'tracking_refused' }
  | { readonly test: 'anonymous_purchase'; readonly family: string | null }
  | { readonly test: 'low_coverage'; readonly family: string | null }
  | { readonly test: 'anonymity_unanswered'; readonly family: string | null };

/** Null: identified. `anonymity_unanswered`: nobody can say. */
export function failedIdentification(
  identity: IdentityFacts,
  answers: readonly ReadAnswer[],
  settings: MatrixSettings,
): IdentityFailure | null {
  const key = failedKey(identity.key);
  if (key !== null) return key;
  return settings.identification === 'strict'
    ? failedStrictly(identity, answers)
    : failedPractically(identity, answers, settings);
}

function failedKey(key: IdentityFacts['key']): IdentityFailure | null {
  switch (key) {
    case 'personal':
      return null;
    case 'role':
      return { test: 'role_mailbox' };
    case 'shared':
      return { test: 'shared_key' };
    case 'none':
      return { test: 'no_key' };
  }
}

/** As the founding text words it: where one can buy without a name, a record says nothing about who buys [V Q1]. */
function failedStrictly(identity: IdentityFacts, answers: readonly ReadAnswer[]): IdentityFailure | null {
  if (identity.trackingRefused) return { test: 'tracking_refused' };
  for (const { leak, family } of answers) if (leak === 'some') return { test: 'anonymous_purchase', family };
  for (const { leak, family } of answers)
    if (leak === 'unknown') return { test: 'anonymity_unanswered', family };
  return null;
}

/** Coverage measured on the contact itself stands for both, since what a refusal or a leak hides is missing in it. */
function failedPractically(
  identity: IdentityFacts,
  answers: readonly ReadAnswer[],
  settings: MatrixSettings,
): IdentityFailure | null {
  const measured = identity.coverage;
  if (measured !== null && measured >= 0 && measured <= 1) {
    return measured >= settings.coverage ? null : { test: 'low_coverage', family: null };
  }
  if (identity.trackingRefused) return { test: 'tracking_refused' };
  for (const { leakShare, family } of answers) {
    if (leakShare !== null && 1 - leakShare < settings.coverage) return { test: 'low_coverage', family };
  }
  for (const { leakShare, family } of answers) {
    if (leakShare === null) return { test: 'anonymity_unanswered', family };
  }
  return null;
}
