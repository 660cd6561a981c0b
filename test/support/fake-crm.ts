/** A CRM in memory for tests of use cases: one portal's records, what was written, and failures on demand. */
import type { RegisteredProperty } from '../../src/relationship/guardrails/register.ts';
import type { PropertyValues } from '../../src/relationship/properties.ts';
import type { ActionReply } from '../../src/usecases/action-calls.ts';
import { CrmError, type CrmFailure } from '../../src/usecases/crm-error.ts';
import { compareIds } from '../../src/usecases/id-order.ts';
import type { Mappable } from '../../src/usecases/mappable.ts';
import type {
  ActivityType,
  AppEvent,
  CaseKey,
  Crm,
  DirtyRecord,
  IdBounds,
  NewCase,
  ProvisionReport,
  ReadActivity,
  ReadContact,
  RecordType,
  Slice,
  WriteOutcome,
} from '../../src/usecases/ports.ts';
import { nothingMapped } from '../../src/usecases/property-mapping.ts';

type Call = keyof Crm;

export class FakeCrm implements Crm {
  readonly contacts = new Map<string, ReadContact>();
  readonly activities = new Map<string, ReadActivity>();
  readonly calls: Call[] = [];
  readonly writes: { contactId: string; values: PropertyValues }[] = [];
  readonly events: AppEvent[] = [];
  readonly cases: NewCase[] = [];
  readonly completed: { callbackId: string; reply: ActionReply }[] = [];
  /** Ids that were merged into a contact. */
  readonly merged = new Map<string, readonly string[]>();
  properties: readonly RegisteredProperty[] = [];
  /** What the stages are called in our properties. */
  labels: 'names' | 'plain' = 'names';
  pageSize = 100;
  /** How many records a search brings; with none, search does not serve. */
  sliceSize = 0;
  /** So many more than there are does a search speak of, until it has found the last. */
  exaggerated = 0;
  provisioned: ProvisionReport = { created: [], present: [], missing: [] };
  /** Contacts whose update HubSpot refuses. */
  readonly refused = new Set<string>();
  /** Ids that make a batch read fail. */
  readonly poisoned = new Set<string>();
  #failures: { call: Call; failure: CrmFailure; times: number }[] = [];

  add(...records: (ReadContact | ReadActivity)[]): this {
    for (const record of records) {
      if ('type' in record) this.activities.set(`${record.type}:${record.id}`, record);
      else this.contacts.set(record.id, record);
    }
    return this;
  }

  fail(call: Call, failure: CrmFailure, times = 1): void {
    this.#failures.push({ call, failure, times });
  }

  /** Planned failures that did not happen yet are called off. */
  heal(): void {
    this.#failures = [];
  }

  count(call: Call): number {
    return this.calls.filter((made) => made === call).length;
  }

  async portalFacts(portalId: number) {
    this.#called('portalFacts');
    return { portalId, timeZone: 'Europe/Berlin', uiDomain: 'app.hubspot.com', currency: 'EUR' };
  }

  async pipelines() {
    this.#called('pipelines');
    return { dealStages: {}, ticketStages: {} };
  }

  async contactProperties() {
    this.#called('contactProperties');
    return this.properties;
  }

  async propertyMapping() {
    this.#called('propertyMapping');
    return nothingMapped;
  }

  async mappable() {
    this.#called('mappable');
    // Nobody asks it for a field by name.
    return { fields: {} as Mappable['fields'], deals: [], tickets: [], pipelines: await this.pipelines() };
  }

  async provision() {
    this.#called('provision');
    return this.provisioned;
  }

  async countContacts() {
    this.#called('countContacts');
    return this.contacts.size;
  }

  async listContacts(_portal: number, after: string | null) {
    this.#called('listContacts');
    return this.#page([...this.contacts.values()], after);
  }

  async listActivities(_portal: number, type: ActivityType, after: string | null) {
    this.#called('listActivities');
    const page = this.#page(
      [...this.activities.values()].filter((it) => it.type === type),
      after,
    );
    // Inline associations are cut at two.
    const records = page.records.map((it) =>
      it.contactIds.length > 2 ? { ...it, contactIds: it.contactIds.slice(0, 2), moreContacts: true } : it,
    );
    return { ...page, records };
  }

  async searchContacts(_portal: number, between: IdBounds) {
    this.#called('searchContacts');
    return this.#slice([...this.contacts.values()], between);
  }

  async searchActivities(_portal: number, type: ActivityType, between: IdBounds) {
    this.#called('searchActivities');
    return this.#slice(
      [...this.activities.values()].filter((it) => it.type === type),
      between,
    );
  }

  async readContacts(_portal: number, ids: readonly string[]) {
    this.#called('readContacts', ids);
    return ids.flatMap((id) => this.contacts.get(id) ?? []);
  }

  async readActivities(_portal: number, type: ActivityType, ids: readonly string[]) {
    this.#called('readActivities', ids);
    return ids.flatMap((id) => this.activities.get(`${type}:${id}`) ?? []);
  }

  async modifiedSince(
    _portal: number,
    type: RecordType,
    { since, after }: { since: number; after: string | null },
  ) {
    this.#called('modifiedSince');
    const all: readonly { id: string; modifiedAt: number }[] =
      type === 'contacts'
        ? [...this.contacts.values()]
        : [...this.activities.values()].filter((it) => it.type === type);
    const found = all
      .filter(({ id, modifiedAt }) => modifiedAt >= since && Number(id) > Number(after ?? 0))
      .sort((a, b) => Number(a.id) - Number(b.id));
    const records = found.slice(0, this.pageSize).map(({ id, modifiedAt }) => ({
      id,
      modifiedAt,
      mergedIds: type === 'contacts' ? (this.merged.get(id) ?? []) : [],
    }));
    return { records, next: found.length > this.pageSize ? (records.at(-1)?.id ?? null) : null };
  }

  async writeProperties(_portal: number, updates: Parameters<Crm['writeProperties']>[1]) {
    this.#called('writeProperties');
    const outcomes: WriteOutcome[] = [];
    for (const update of updates) {
      const { contactId } = update;
      const contact = this.contacts.get(contactId);
      if (contact === undefined) outcomes.push({ kind: 'gone', contactId });
      else if (this.refused.has(contactId))
        outcomes.push({ kind: 'refused', contactId, reason: 'validation' });
      else {
        this.writes.push(update);
        this.contacts.set(contactId, { ...contact, published: { ...contact.published, ...update.values } });
        outcomes.push({ kind: 'written', contactIds: [contactId] });
      }
    }
    return outcomes;
  }

  async sendEvents(_portal: number, events: readonly AppEvent[]) {
    this.#called('sendEvents');
    for (const event of events)
      if (!this.events.some((sent) => sent.id === event.id)) this.events.push(event);
  }

  async activitiesOf(_portal: number, contactIds: readonly string[]): Promise<readonly DirtyRecord[]> {
    this.#called('activitiesOf');
    const about = [...this.activities.values()].filter((it) =>
      it.contactIds.some((id) => contactIds.includes(id)),
    );
    return about.map(({ type, id }) => ({ type, id }));
  }

  async completeAction(_portal: number, callbackId: string, reply: ActionReply) {
    this.#called('completeAction');
    this.completed.push({ callbackId, reply });
  }

  async createCase(_portal: number, asked: NewCase) {
    this.#called('createCase');
    this.cases.push(asked);
    return String(this.cases.length);
  }

  async findCase(_portal: number, { callbackId }: CaseKey) {
    this.#called('findCase');
    const at = this.cases.findIndex((made) => made.callbackId === callbackId);
    return at === -1 ? null : String(at + 1);
  }

  async contactByEmail(_portal: number, email: string) {
    this.#called('contactByEmail');
    return [...this.contacts.values()].find(({ label }) => label === email)?.id ?? null;
  }

  async labelStages(_portal: number, isPlain: boolean) {
    this.#called('labelStages');
    this.labels = isPlain ? 'plain' : 'names';
  }

  async removeProperties() {
    this.#called('removeProperties');
    return { removed: ['rapport_stage'], kept: [] };
  }

  async uninstall() {
    this.#called('uninstall');
  }

  #called(call: Call, ids: readonly string[] = []): void {
    this.calls.push(call);
    if (ids.some((id) => this.poisoned.has(id))) throw new CrmError('poisoned', { failure: 'invalid-input' });
    const due = this.#failures.find((planned) => planned.call === call && planned.times > 0);
    if (due === undefined) return;
    due.times -= 1;
    throw new CrmError(`${call} failed`, { failure: due.failure });
  }

  #slice<T extends { readonly id: string }>(all: readonly T[], { above, below }: IdBounds): Slice<T> | null {
    if (this.sliceSize === 0) return null;
    const found = all
      .filter(({ id }) => above === null || compareIds(id, above) > 0)
      .filter(({ id }) => below === null || compareIds(id, below) < 0)
      .sort((a, b) => compareIds(b.id, a.id));
    const records = found.slice(0, this.sliceSize);
    const left = found.length - records.length;
    return { records, lowest: records.at(-1)?.id ?? null, left: left === 0 ? 0 : left + this.exaggerated };
  }

  #page<T>(all: readonly T[], after: string | null): { records: readonly T[]; next: string | null } {
    const from = Number(after ?? 0);
    const next = from + this.pageSize;
    return { records: all.slice(from, next), next: next < all.length ? String(next) : null };
  }
}
