/** Everything stored about one person, for whoever asks what it is (GDPR article 15) or wants it elsewhere (article 20). */
import type { ContactId, PortalId } from './ports.ts';

/**
 * What a column says about a person. `identity`: who it is. `behaviour`: what they did, without content. `inference`: what
 * we computed. `choice`: what somebody decided about them. `operation`: what we need to do our work.
 */
export type DataClass = 'identity' | 'behaviour' | 'inference' | 'choice' | 'operation';

export type StoredTable = {
  readonly table: string;
  readonly purpose: string;
  readonly classes: Readonly<Record<string, DataClass>>;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
};

export type PersonalData = {
  /** Every table with a row about the contact, whole rows; none for one of whom nothing is stored. */
  of(portal: PortalId, contact: ContactId): Promise<readonly StoredTable[]>;
};
