import {
  type ApproachSettings,
  defaultApproachSettings,
} from '../../../src/relationship/approaches/approach-settings.ts';
import type { ApproachFacts } from '../../../src/relationship/approaches/conditions.ts';
import { ago } from '../matrix/signals.ts';

export const settings: ApproachSettings = { ...defaultApproachSettings, rewardCost: 0.1 };

/** A contact for whom every approach but the open club is open. */
export const ideal: ApproachFacts = {
  stage: 'bonding',
  quadrant: 'direct_identified',
  suggestedLevel: 'partnership',
  intimacyCeiling: 4,
  desiredType: 'business_partners',
  nps: { value: 10, at: ago(10) },
  openComplaint: false,
  cyclesPossible: 5,
  concentration: { share: 0.7, customers: 100, top: 20, lossMakers: 0 },
  standing: { rank: 0.1, isRising: false },
  affinity: 'volunteered',
  ownerSince: ago(200),
  sharedInterest: 30,
  consentsToIntroduction: true,
  isCompany: true,
  stakeholders: 3,
  exitTermsWritten: true,
  captive: false,
};
