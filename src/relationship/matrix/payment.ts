import type { Purchase } from './purchases.ts';
import type { ReadAnswer, ReadQuestionnaire } from './questionnaire.ts';

/** The first test of the matrix: who collects what this contact pays. */
export type Payment = {
  readonly verdict: 'direct' | 'indirect' | 'undetermined';
  /** Share of what was paid that came to us without an intermediary, 0..1; null without a purchase that tells. */
  readonly directShare: number | null;
  /** What decided: the purchases, or the questionnaire's answer for who has none. */
  readonly by: 'purchases' | 'questionnaire';
};

/** Who collected one purchase; null where nobody has said. */
function isDirect(purchase: Purchase, answer: ReadAnswer): boolean | null {
  if (purchase.viaIntermediary || answer.collects === 'partner') return false;
  return answer.collects === 'unknown' ? null : true;
}

/**
 * Sums over purchases, from the latest back: adding an older one never starts again, so that every later window is known
 * in one walk. Amounts decide; where an amount cannot be added, or nothing was paid, purchases are counted instead.
 */
export type PaymentSums = {
  direct: number;
  indirect: number;
  directCount: number;
  indirectCount: number;
  /** All amounts known so far, so that money can be compared. */
  comparable: boolean;
};

export function noPayments(): PaymentSums {
  return { direct: 0, indirect: 0, directCount: 0, indirectCount: 0, comparable: true };
}

export function addPayment(sums: PaymentSums, purchase: Purchase, questionnaire: ReadQuestionnaire): void {
  const direct = isDirect(purchase, questionnaire.answerFor(purchase.family));
  if (direct === null) return;
  if (purchase.amount === null) sums.comparable = false;
  if (direct) {
    sums.direct += purchase.amount ?? 0;
    sums.directCount += 1;
  } else {
    sums.indirect += purchase.amount ?? 0;
    sums.indirectCount += 1;
  }
}

export function judgePayment(sums: PaymentSums, inherited: ReadAnswer, threshold: number): Payment {
  const count = sums.directCount + sums.indirectCount;
  if (count === 0) return inheritPayment(inherited);
  const paid = sums.direct + sums.indirect;
  const share = sums.comparable && paid > 0 ? sums.direct / paid : sums.directCount / count;
  return { verdict: share >= threshold ? 'direct' : 'indirect', directShare: share, by: 'purchases' };
}

function inheritPayment({ collects }: ReadAnswer): Payment {
  const verdicts = {
    us: 'direct',
    partner: 'indirect',
    both: 'undetermined',
    unknown: 'undetermined',
  } as const;
  return { verdict: verdicts[collects], directShare: null, by: 'questionnaire' };
}
