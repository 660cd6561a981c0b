import type { IdentityFacts } from '../../../src/relationship/matrix/identification.ts';
import {
  defaultMatrixSettings,
  type MatrixSettings,
} from '../../../src/relationship/matrix/matrix-settings.ts';
import { type PurchaseDetail, purchasesOf } from '../../../src/relationship/matrix/purchases.ts';
import { quadrantOf } from '../../../src/relationship/matrix/quadrant.ts';
import {
  type FamilyAnswer,
  type Questionnaire,
  readQuestionnaire,
} from '../../../src/relationship/matrix/questionnaire.ts';
import type { Signal } from '../../../src/relationship/signal/signal.ts';
import { now, timelineAt } from './signals.ts';

export const answer = (
  collects: FamilyAnswer['collects'],
  anonymous: FamilyAnswer['anonymous'],
  anonymousShare: number | null = null,
): FamilyAnswer => ({ collects, anonymous, anonymousShare });
export const portal = (general: FamilyAnswer, families: Questionnaire['families'] = {}): Questionnaire => ({
  general,
  families,
});

const person: IdentityFacts = { key: 'personal', trackingRefused: false, coverage: null };

export type Case = {
  readonly questionnaire: Questionnaire;
  readonly signals?: readonly Signal[];
  readonly details?: Readonly<Record<string, PurchaseDetail>>;
  readonly identity?: Partial<IdentityFacts>;
  readonly family?: string | null;
  readonly settings?: Partial<MatrixSettings>;
  readonly at?: number;
};

export function classify({
  questionnaire,
  signals = [],
  details = {},
  identity,
  family = null,
  settings,
  at = now,
}: Case) {
  const chosen = { ...defaultMatrixSettings, ...settings };
  const purchases = purchasesOf(timelineAt(at, signals), new Map(Object.entries(details)), chosen);
  const facts = { identity: { ...person, ...identity }, family };
  return quadrantOf(purchases, facts, readQuestionnaire(questionnaire), chosen, at);
}

export const cashRetailer = portal(answer('us', 'yes', 0.6));
export const maker = portal(answer('partner', 'yes', 0.98));
export const bank = portal(answer('us', 'no'));
export const insurer = portal(answer('partner', 'no'));
export const partnerDeal = { 'deals:1': { viaIntermediary: true } };
