/** Records as the translations read them, told in a line. */
import { type CrmRecord, defaultMapping, type Meaning } from '../../../src/hubspot/signals/crm-record.ts';
import { propertyGuesses } from '../../../src/hubspot/signals/property-guesses.ts';
import type { RecordType } from '../../../src/usecases/ports.ts';
import { type MappedField, nothingMapped } from '../../../src/usecases/property-mapping.ts';

export const day = 86_400_000;
export const created = Date.UTC(2026, 0, 10);
export const happened = Date.UTC(2026, 0, 12, 9);
export const modified = Date.UTC(2026, 1, 1);

export const iso = (at: number): string => new Date(at).toISOString();

export const meaning: Meaning = {
  mapping: defaultMapping,
  properties: nothingMapped,
  pipelines: {
    dealStages: {
      talk: { outcome: 'open', qualified: false, project: false },
      offer: { outcome: 'open', qualified: true, project: false },
      'Contract-Sent 2': { outcome: 'open', qualified: true, project: false },
      won: { outcome: 'won', qualified: true, project: false },
      lost: { outcome: 'lost', qualified: false, project: false },
      delivered: { outcome: 'won', qualified: true, project: true, completed: true },
    },
    ticketStages: { open: { closed: false }, closed: { closed: true } },
  },
};

// The keys of a record over MappedField are exactly those.
const mappedFields = Object.keys(propertyGuesses) as MappedField[];

export function record(
  type: RecordType,
  properties: Readonly<Record<string, string>>,
  more: Partial<CrmRecord> = {},
): CrmRecord {
  return { type, id: '5', properties, createdAt: created, modifiedAt: modified, contacts: 1, ...more };
}

export function activity(
  type: RecordType,
  properties: Readonly<Record<string, string>>,
  more: Partial<CrmRecord> = {},
): CrmRecord {
  return record(type, { hs_timestamp: iso(happened), ...properties }, more);
}

/** A portal that has a property for these, each named `own_` and the setting. */
export function mapped(...fields: readonly MappedField[]): Meaning {
  const named = Object.fromEntries(fields.map((field) => [field, `own_${field}`]));
  return { ...meaning, properties: { ...nothingMapped, ...named } };
}

/** A portal that has a property for everything. */
export const fullyMapped: Meaning = {
  ...mapped(...mappedFields),
  properties: {
    ...mapped(...mappedFields).properties,
    renewalDealTypes: ['renewal'],
    optOutTypes: ['hs_email_optout_7', 'hs_email_optout_8'],
  },
};
