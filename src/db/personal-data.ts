/** The map of all personal data in the store: each table and column with its class and purpose. A test holds it to the schema. */
import { sql } from 'kysely';
import type { DataClass, PersonalData, StoredTable } from '../usecases/personal-data.ts';
import type { ContactId } from '../usecases/ports.ts';
import type { Database } from './database.ts';
import { itemOfRecord } from './dirty-set.ts';

type Mapped = {
  readonly purpose: string;
  /** The column that names the contact, and the values by which it does. */
  readonly key: string;
  readonly keys: (contact: ContactId) => readonly string[];
  readonly classes: Readonly<Record<string, DataClass>>;
};

const byId = (contact: ContactId) => [contact];
const byRecord = (contact: ContactId) => [
  itemOfRecord({ type: 'contacts', id: contact }),
  itemOfRecord({ type: 'history', id: contact }),
];

const mark: Mapped['classes'] = {
  portal_id: 'operation',
  item: 'identity',
  mark: 'operation',
  claim: 'operation',
  claimed_mark: 'operation',
  lease_until: 'operation',
  not_before: 'operation',
  attempts: 'operation',
  marked_at: 'operation',
};

export const personalTables: Readonly<Record<string, Mapped>> = {
  contact: {
    purpose: 'To know whom an assessment is about, what they asked of us, and what HubSpot was told.',
    key: 'id',
    keys: byId,
    classes: {
      portal_id: 'operation',
      id: 'identity',
      label: 'identity',
      owner_id: 'operation',
      created_at: 'behaviour',
      modified_at: 'operation',
      objection: 'choice',
      objection_since: 'choice',
      facts: 'behaviour',
      published: 'inference',
      published_model: 'operation',
      settled: 'operation',
      measures: 'inference',
    },
  },
  signal: {
    purpose:
      'To assess the relationship: that something happened, when, by whom and by which channel; never its content.',
    key: 'contact_id',
    keys: byId,
    classes: {
      portal_id: 'operation',
      contact_id: 'identity',
      record: 'behaviour',
      id: 'behaviour',
      source: 'behaviour',
      at: 'behaviour',
      kind: 'behaviour',
      by: 'behaviour',
      channel: 'behaviour',
      facts: 'behaviour',
      modified_at: 'operation',
    },
  },
  assessment: {
    purpose: 'To show the card, and to list contacts on the home page.',
    key: 'contact_id',
    keys: byId,
    classes: {
      portal_id: 'operation',
      contact_id: 'identity',
      assessed_at: 'operation',
      stage: 'inference',
      model_version: 'operation',
      body: 'inference',
      card: 'inference',
      writing: 'operation',
      valid_until: 'inference',
      quadrant: 'inference',
      level_gap: 'inference',
      recovery_due: 'inference',
      moves: 'inference',
    },
  },
  due_contact: {
    purpose: 'To know when to look at a contact again.',
    key: 'contact_id',
    keys: byId,
    classes: { portal_id: 'operation', contact_id: 'identity', at: 'inference' },
  },
  stage_log: {
    purpose: 'To tell the history of the relationship and how well stages were foretold.',
    key: 'contact_id',
    keys: byId,
    classes: {
      portal_id: 'operation',
      contact_id: 'identity',
      at: 'operation',
      stage: 'inference',
      previous: 'inference',
      since: 'inference',
      movement: 'inference',
      model_version: 'operation',
    },
  },
  correction: {
    purpose: 'To let what people say stand over what we compute, and to show who said it.',
    key: 'contact_id',
    keys: byId,
    classes: {
      portal_id: 'operation',
      id: 'operation',
      contact_id: 'identity',
      at: 'choice',
      by_user: 'choice',
      by_email: 'choice',
      says: 'choice',
      undone_at: 'choice',
      undone_by_user: 'choice',
      undone_by_email: 'choice',
    },
  },
  action_call: {
    purpose: 'To answer a workflow once, and to show which verdicts it was given.',
    key: 'contact_id',
    keys: byId,
    classes: {
      portal_id: 'operation',
      callback_id: 'operation',
      action: 'operation',
      contact_id: 'identity',
      inputs: 'choice',
      at: 'operation',
      tries: 'operation',
      lease_until: 'operation',
      reply: 'inference',
      until: 'operation',
    },
  },
  dirty_contact: { purpose: 'To know who is to be assessed again.', key: 'item', keys: byId, classes: mark },
  dirty_record: { purpose: 'To know what is to be read again.', key: 'item', keys: byRecord, classes: mark },
  parked: {
    purpose: 'To show which work could not be done.',
    key: 'subject',
    keys: byRecord,
    classes: { portal_id: 'operation', subject: 'identity', reason: 'operation', at: 'operation' },
  },
};

export function createPersonalData(db: Database): PersonalData {
  return {
    of: (portal, contact) =>
      db.inPortal(portal, async (trx) => {
        const found: StoredTable[] = [];
        for (const [table, { purpose, key, keys, classes }] of Object.entries(personalTables)) {
          const { rows } = await sql<Readonly<Record<string, unknown>>>`
            select * from ${sql.table(table)}
            where portal_id = ${portal} and ${sql.ref(key)} = any(${keys(contact)}::text[])`.execute(trx);
          if (rows.length > 0) found.push({ table, purpose, classes, rows });
        }
        return found;
      }),
  };
}
