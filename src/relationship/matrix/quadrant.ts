import { dayOf, msPerDay } from '../signal/timeline.ts';
import type { Sector } from '../stage/stage-settings.ts';
import { failedIdentification, type IdentityFacts, type IdentityFailure } from './identification.ts';
import type { InputProblem } from './input-problem.ts';
import type { MatrixSettings } from './matrix-settings.ts';
import { addPayment, judgePayment, noPayments, type Payment, type PaymentSums } from './payment.ts';
import type { Purchase, Purchases } from './purchases.ts';
import type { ReadAnswer, ReadQuestionnaire } from './questionnaire.ts';

/** Where a contact stands in the relationship matrix: who collects the money, and whether the buyer is known. */
export type QuadrantAnswer = {
  readonly quadrant: Sector;
  readonly payment: Payment;
  /** Why, as data: `quadrantSentence` words it. */
  readonly reason: QuadrantReason;
  /** 00:00 UTC of the day on which quadrant or reason change by time alone; null when they never do. */
  readonly changesAt: number | null;
  readonly problems: readonly InputProblem[];
};

export type QuadrantReason = {
  readonly payment: Payment['verdict'];
  readonly paymentBy: Payment['by'];
  /** Both collect, and no purchase says which; or nobody has answered. */
  readonly paymentOpen: 'both' | 'unanswered' | null;
  readonly failed: IdentityFailure | null;
};

export type QuadrantFacts = {
  readonly identity: IdentityFacts;
  /** The family of a contact without purchases, for example of its open deal; null where none is known. */
  readonly family: string | null;
};

/**
 * The quadrant of one contact at `now`. Purchases of the last `windowDays` decide; without any, the questionnaire's
 * answer stands. An open question gives `undetermined`, never a guess: that a record exists identifies nobody.
 */
export function quadrantOf(
  { list, problems }: Purchases,
  facts: QuadrantFacts,
  questionnaire: ReadQuestionnaire,
  settings: MatrixSettings,
  now: number,
): QuadrantAnswer {
  const judged = judgeWindows(list, facts, questionnaire, settings, dayOf(now));
  const { payment, reason } = judged.present;
  return {
    quadrant: sectorOf(reason),
    payment,
    reason,
    changesAt: judged.changesOn === null ? null : judged.changesOn * msPerDay,
    problems,
  };
}

type Judgement = { readonly payment: Payment; readonly reason: QuadrantReason };

/** Today's judgement, and the day on which purchases that grow too old give another one. */
function judgeWindows(
  list: readonly Purchase[],
  facts: QuadrantFacts,
  questionnaire: ReadQuestionnaire,
  settings: MatrixSettings,
  today: number,
): { readonly present: Judgement; readonly changesOn: number | null } {
  const window: Window = { sums: noPayments(), answers: [], families: new Set() };
  const inherited = questionnaire.answerFor(facts.family);
  const judge = () => {
    const answers = window.answers.length === 0 ? [inherited] : window.answers;
    return judgeOne(window.sums, answers, inherited, facts, settings);
  };
  let present = judge();
  let changesOn: number | null = null;
  // From the latest purchase back: after each day the window holds what will be left when the older ones are gone.
  for (let i = list.length - 1; i >= 0; i -= 1) {
    const purchase = list[i];
    if (purchase === undefined || purchase.day <= today - settings.windowDays) break;
    addTo(window, purchase, questionnaire);
    if (list[i - 1]?.day === purchase.day) continue;
    const wider = judge();
    if (!isSame(wider.reason, present.reason)) changesOn = purchase.day + settings.windowDays;
    present = wider;
  }
  return { present, changesOn };
}

type Window = {
  readonly sums: PaymentSums;
  readonly answers: ReadAnswer[];
  readonly families: Set<string | null>;
};

function addTo(window: Window, purchase: Purchase, questionnaire: ReadQuestionnaire): void {
  addPayment(window.sums, purchase, questionnaire);
  if (window.families.has(purchase.family)) return;
  window.families.add(purchase.family);
  window.answers.push(questionnaire.answerFor(purchase.family));
}

function judgeOne(
  sums: PaymentSums,
  answers: readonly ReadAnswer[],
  inherited: ReadAnswer,
  { identity }: QuadrantFacts,
  settings: MatrixSettings,
): Judgement {
  const payment = judgePayment(sums, inherited, settings.directShare);
  const isOpen = payment.verdict === 'undetermined';
  const paymentOpen = !isOpen ? null : inherited.collects === 'both' ? 'both' : 'unanswered';
  const failed = failedIdentification(identity, answers, settings);
  return { payment, reason: { payment: payment.verdict, paymentBy: payment.by, paymentOpen, failed } };
}

function sectorOf({ payment, failed }: QuadrantReason): Sector {
  if (payment === 'undetermined' || failed?.test === 'anonymity_unanswered') return 'undetermined';
  return failed === null ? `${payment}_identified` : `${payment}_unidentified`;
}

function isSame(a: QuadrantReason, b: QuadrantReason): boolean {
  if (a.payment !== b.payment || a.paymentBy !== b.paymentBy || a.paymentOpen !== b.paymentOpen) return false;
  return a.failed?.test === b.failed?.test && familyOf(a.failed) === familyOf(b.failed);
}

function familyOf(failed: IdentityFailure | null): string | null {
  return failed !== null && 'family' in failed ? failed.family : null;
}
