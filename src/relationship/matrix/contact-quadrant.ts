import type { ContactFacts } from '../facts.ts';
import type { PurchaseDetail } from './purchases.ts';
import type { QuadrantFacts } from './quadrant.ts';

/** What the matrix reads of a contact; without a key of its own, its address tells. */
export function quadrantFacts({
  matrix,
  mailbox,
  guardrails,
}: Pick<ContactFacts, 'matrix' | 'mailbox' | 'guardrails'>): QuadrantFacts {
  return {
    identity: {
      key: matrix?.key ?? (mailbox === 'role' ? 'role' : 'personal'),
      trackingRefused: matrix?.trackingRefused ?? guardrails?.tracking === 'refused',
      coverage: matrix?.coverage ?? null,
    },
    family: matrix?.family ?? null,
  };
}

const noDetails: ReadonlyMap<string, PurchaseDetail> = new Map();

/** What the CRM says of its orders and deals beside their signals. */
export function purchaseDetails({
  matrix,
}: Pick<ContactFacts, 'matrix'>): ReadonlyMap<string, PurchaseDetail> {
  return matrix?.purchases === undefined ? noDetails : new Map(Object.entries(matrix.purchases));
}
