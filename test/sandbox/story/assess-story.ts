/**
 * Reads a story as the app would read it from the portal, without the portal: records to signals by the app's own
 * translations, shared deals to colleagues' touches, and everything to assessments.
 */
import type { z } from 'zod';
import { pipelines } from '../../../src/hubspot/account.ts';
import type { Calls } from '../../../src/hubspot/calls.ts';
import { contactFacts } from '../../../src/hubspot/facts/contact-facts.ts';
import { contactSignals } from '../../../src/hubspot/signals/contacts.ts';
import { type CrmRecord, defaultMapping, type Meaning } from '../../../src/hubspot/signals/crm-record.ts';
import { type Definitions, recogniseProperties } from '../../../src/hubspot/signals/property-guesses.ts';
import { type Referral, referralSignals } from '../../../src/hubspot/signals/referrals.ts';
import { translations } from '../../../src/hubspot/signals/translations.ts';
import { assess } from '../../../src/relationship/assess.ts';
import type { Assessment } from '../../../src/relationship/assessment.ts';
import { type ContactFacts, noFacts } from '../../../src/relationship/facts.ts';
import { shippedModel } from '../../../src/relationship/portal-model.ts';
import { defaultSettings } from '../../../src/relationship/settings.ts';
import type { Signal } from '../../../src/relationship/signal/signal.ts';
import { referralLabel } from '../../../src/sandbox/crm/associations.ts';
import { standardPipelines } from '../../../src/sandbox/crm/pipelines.ts';
import { standardProperties as definedProperties } from '../../../src/sandbox/crm/standard-properties.ts';
import type { SandboxRecord } from '../../../src/sandbox/sandbox-record.ts';
import { activityTypes } from '../../../src/usecases/ports.ts';

export type Read = {
  readonly contact: SandboxRecord;
  readonly signals: Signal[];
  readonly facts: ContactFacts;
};

/** Contacts by id, with what the app would know of them. */
export async function readStory(records: readonly SandboxRecord[]): Promise<Map<string, Read>> {
  const meanings = await pipelines(portalCalls, 1, ['deals', 'tickets']);
  const properties = recogniseProperties(definitions);
  const meaning: Meaning = { pipelines: meanings, properties, mapping: defaultMapping };
  const found = new Map<string, Read>();
  for (const contact of records.filter(({ type }) => type === 'contacts')) {
    const since = Object.entries(contact.valuesSince ?? {});
    const changes = new Map([[contact.id, new Map(since.map(([name, at]) => [name, { at, set: true }]))]]);
    const crm = toCrm(contact, 'contacts', 0);
    const facts = { ...noFacts, ...contactFacts(crm, meaning) };
    const signals = [
      ...contactSignals(crm, meaning, changes),
      ...referralSignals(crm, referralsOf(contact, records)),
    ];
    found.set(contact.id, { contact, signals, facts });
  }
  for (const activity of records) {
    const type = activityTypes.find((name) => name === activity.type);
    if (type === undefined) continue;
    const about = (activity.associations ?? []).filter((link) => link.type === 'contacts');
    const linked = (to: string) =>
      (activity.associations ?? []).filter((link) => link.type === to).map(({ id }) => id);
    const crm = { ...toCrm(activity, type, about.length), deals: linked('deals'), orders: linked('orders') };
    const signals = translations[type].signals(crm, meaning);
    for (const { id } of about) found.get(id)?.signals.push(...signals);
  }
  return withColleagues(found);
}

export function assessAll(story: ReadonlyMap<string, Read>, now: number): Map<string, Assessment> {
  const model = shippedModel();
  return new Map(
    [...story].map(([id, { signals, facts }]) => [id, assess(signals, facts, model, defaultSettings, now)]),
  );
}

function toCrm(
  { id, properties, createdAt, updatedAt }: SandboxRecord,
  type: CrmRecord['type'],
  contacts: number,
): CrmRecord {
  return { type, id, properties, createdAt, modifiedAt: updatedAt ?? createdAt, contacts };
}

function withColleagues(story: Map<string, Read>): Map<string, Read> {
  const atTable = new Map<string, string[]>();
  for (const [id, { signals }] of story) {
    for (const dealId of dealsOf(signals)) atTable.set(dealId, [...(atTable.get(dealId) ?? []), id]);
  }
  for (const [id, read] of story) {
    const colleagueTouches = dealsOf(read.signals).flatMap((dealId) =>
      (atTable.get(dealId) ?? [])
        .filter((other) => other !== id)
        .flatMap((other) => story.get(other)?.signals ?? [])
        .filter(({ by }) => by === 'customer' || by === 'both')
        .map(({ at }) => ({ at, dealId })),
    );
    story.set(id, { ...read, facts: { ...read.facts, colleagueTouches } });
  }
  return story;
}

function dealsOf(signals: readonly Signal[]): string[] {
  const ids = signals.flatMap(({ kind, facts }) =>
    kind === 'deal_opened' && 'dealId' in facts && facts.dealId !== undefined ? [facts.dealId] : [],
  );
  return [...new Set(ids)];
}

function referralsOf(contact: SandboxRecord, records: readonly SandboxRecord[]): Referral[] {
  return (contact.associations ?? []).flatMap(({ type, id, typeId }) => {
    const partner =
      type === 'contacts' ? records.find((one) => one.type === type && one.id === id) : undefined;
    if (partner === undefined || typeId === undefined) return [];
    const how = typeId === referralLabel ? 'brought' : 'broughtBy';
    return [{ how, contactId: id, createdAt: partner.createdAt }];
  });
}

/** What the sandbox's portal would say of its properties. */
const definitions: Definitions = {
  contacts: definedProperties('contacts', 0),
  deals: definedProperties('deals', 0),
  tickets: definedProperties('tickets', 0),
  invoices: definedProperties('invoices', 0),
  subscriptions: definedProperties('subscriptions', 0),
};

/** Answers what the pipelines of the sandbox are, as its API would. */
const portalCalls: Calls = {
  async read<T extends z.ZodType>(_portal: number, call: { readonly path: string }, schema: T) {
    const type = call.path.endsWith('tickets') ? 'tickets' : 'deals';
    return schema.parse({ results: standardPipelines[type] });
  },
  send: () => Promise.reject(new Error('A story sends nothing')),
};
