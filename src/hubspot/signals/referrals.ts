/** Referrals: one contact brought another, as a label of the portal's own on the link between them says. */
import type { Signal } from '../../relationship/signal/signal.ts';
import { type CrmRecord, stamp } from './crm-record.ts';

/**
 * `brought`: the partner came through this contact. `broughtBy`: this contact came through the partner. `introduced`:
 * this contact introduced the partner, a colleague.
 */
export type Referral = {
  readonly how: 'brought' | 'broughtBy' | 'introduced';
  readonly contactId: string;
  /** Ms since epoch: when the partner came to be in the portal. */
  readonly createdAt: number;
};

/** A link has no date: both are dated by the creation of the one who was brought, the first encounter. */
export function referralSignals(record: CrmRecord, referrals: readonly Referral[]): Signal[] {
  return referrals.flatMap(({ how, contactId, createdAt }): Signal[] => {
    if (how === 'introduced') return [];
    const channel = 'other';
    const facts = { contactId };
    if (how === 'broughtBy') {
      const head = stamp(record, record.createdAt, `referred_${contactId}`);
      return [{ ...head, kind: 'referred', by: 'system', channel, facts }];
    }
    const head = stamp(record, createdAt, `referral_${contactId}`);
    return [{ ...head, kind: 'referral', by: 'customer', channel, facts }];
  });
}

/** What the label calls the partner: who brought, or who was brought. */
const referrerWord = /\b(referred by|referrer|recommended by|empfohlen von|empfehlungsgeber(in)?)\b/i;
const referralWord = /\b(referrals?|referred|recommended|empfohlene[rns]?)\b/i;

const introducedWord = /\b(introduced|introduction|vorgestellt)\b/i;
const intermediaryWord =
  /(?<!\p{L})(resellers?|brokers?|agents?|agency|dealers?|distributors?|wiederverkäufer|makler|händler|vertriebspartner)(?!\p{L})/iu;

export type LinkLabel = { readonly typeId: number; readonly label: string | null };

export function recogniseLabels(labels: readonly LinkLabel[]) {
  return {
    referrerLabels: idsOf(labels, (label) => referrerWord.test(label)),
    referralLabels: idsOf(labels, (label) => !referrerWord.test(label) && referralWord.test(label)),
    introducedLabels: idsOf(labels, (label) => introducedWord.test(label)),
  };
}

/** Labels by which a company linked to a deal is the one that stands between. */
export function recogniseIntermediaries(labels: readonly LinkLabel[]) {
  return { intermediaryLabels: idsOf(labels, (label) => intermediaryWord.test(label)) };
}

function idsOf(labels: readonly LinkLabel[], fits: (label: string) => boolean): number[] {
  return labels.filter(({ label }) => label !== null && fits(label)).map(({ typeId }) => typeId);
}
