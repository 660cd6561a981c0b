/** Referrals: one contact brought another, as a label of the portal's own on the link between them says. */
import type { Signal } from '../../relationship/signal/signal.ts';
import { type CrmRecord, stamp } from './crm-record.ts';

/** `brought`: the partner came through this contact. `broughtBy`: this contact came through the partner. */
export type Referral = {
  readonly how: 'brought' | 'broughtBy';
  readonly contactId: string;
  /** Ms since epoch: when the partner came to be in the portal. */
  readonly createdAt: number;
};

/** A link has no date: both are dated by the creation of the one who was brought, the first encounter. */
export function referralSignals(record: CrmRecord, referrals: readonly Referral[]): Signal[] {
  return referrals.map(({ how, contactId, createdAt }) => {
    const channel = 'other';
    const facts = { contactId };
    if (how === 'broughtBy') {
      const head = stamp(record, record.createdAt, `referred_${contactId}`);
      return { ...head, kind: 'referred', by: 'system', channel, facts };
    }
    const head = stamp(record, createdAt, `referral_${contactId}`);
    return { ...head, kind: 'referral', by: 'customer', channel, facts };
  });
}

/** What the label calls the partner: who brought, or who was brought. */
const referrerWord = /\b(referred by|referrer|recommended by|empfohlen von|empfehlungsgeber(in)?)\b/i;
const referralWord = /\b(referrals?|referred|recommended|empfohlene[rns]?)\b/i;

export type LinkLabel = { readonly typeId: number; readonly label: string | null };

export function recogniseLabels(labels: readonly LinkLabel[]) {
  const idsOf = (fits: (label: string) => boolean) =>
    labels.filter(({ label }) => label !== null && fits(label)).map(({ typeId }) => typeId);
  return {
    referrerLabels: idsOf((label) => referrerWord.test(label)),
    referralLabels: idsOf((label) => !referrerWord.test(label) && referralWord.test(label)),
  };
}
