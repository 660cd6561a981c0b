/**
 * What the use cases need of the outside. Adapters fit these; use cases take the exact subset they use.
 * Ids are HubSpot's, as text. `at` and `...At` are ms since epoch on the service's clock. The store's ports are in
 * `store.ts`, those of waking and waiting in `work.ts`.
 */
import type { ContactFacts } from '../relationship/facts.ts';
import type { RegisteredProperty } from '../relationship/guardrails/register.ts';
import type { PropertyValues } from '../relationship/properties.ts';
import type { Signal } from '../relationship/signal/signal.ts';
import type { ActionReply } from './action-calls.ts';
import type { Mappable } from './mappable.ts';
import type { PropertyMapping } from './property-mapping.ts';
import type { FoundRecord } from './reconciliation.ts';
import type { RemovedProperties } from './removed-properties.ts';

export type PortalId = number;
export type ContactId = string;

export type Clock = {
  now(): number;
};

/** The objects whose records become signals, in HubSpot's plural path names. */
export const activityTypes = [
  'emails',
  'calls',
  'meetings',
  'notes',
  'tasks',
  'communications',
  'postal_mail',
  'tickets',
  'deals',
  'orders',
  'feedback_submissions',
  'quotes',
  'invoices',
  'subscriptions',
] as const;

export type ActivityType = (typeof activityTypes)[number];
export type RecordType = 'contacts' | ActivityType;

export const recordTypes: readonly RecordType[] = ['contacts', ...activityTypes];

/** An activity as read: what it says (without content) and whom it is about. */
export type ReadActivity = {
  readonly type: ActivityType;
  readonly id: string;
  readonly contactIds: readonly ContactId[];
  /** Inline associations were cut off: the contacts must be read by the association batch. */
  readonly moreContacts: boolean;
  readonly modifiedAt: number;
  readonly signals: readonly Signal[];
};

/** The facts that a contact's own record says; the rest come from its colleagues, from people, and from the whole portal. */
export type ReadFacts = Omit<ContactFacts, 'colleagueTouches' | 'override'>;

/** A contact as read: its own signals (forms, opt-outs, lifecycle), its standing facts, and our properties as they stand. */
export type ReadContact = {
  readonly id: ContactId;
  readonly createdAt: number;
  readonly modifiedAt: number;
  /** First and last name or, without, the address: shown on our own pages only and never logged. */
  readonly label: string;
  readonly ownerId: string | null;
  readonly signals: readonly Signal[];
  readonly facts: ReadFacts;
  readonly published: PropertyValues;
};

/**
 * `history`: all activities of the contact with this id must be looked up and read again. `everyone`: every stored contact
 * after this id must be assessed again; all of them after the empty one.
 */
export type DirtyRecord = { readonly type: RecordType | 'history' | 'everyone'; readonly id: string };

export type Page<T> = { readonly records: readonly T[]; readonly next: string | null };

/** Ids strictly between two others; null is no bound. */
export type IdBounds = { readonly above: string | null; readonly below: string | null };

/**
 * Some of the records between two ids, from the highest one down to `lowest`; `left` are the ones below it. `lowest` is
 * null when there were none.
 */
export type Slice<T> = {
  readonly records: readonly T[];
  readonly lowest: string | null;
  readonly left: number;
};

export type WriteOutcome =
  | { readonly kind: 'written'; readonly contactIds: readonly ContactId[] }
  | { readonly kind: 'refused'; readonly contactId: ContactId; readonly reason: string }
  | { readonly kind: 'gone'; readonly contactId: ContactId };

/** The portal's own meaning of its pipelines, read at install and refreshed with settings. */
export type PipelineMeaning = {
  readonly dealStages: Readonly<
    Record<
      string,
      {
        readonly outcome: 'open' | 'won' | 'lost';
        readonly qualified: boolean;
        readonly project: boolean;
        /** A project that reaches this stage is finished. */
        readonly completed?: boolean;
      }
    >
  >;
  readonly ticketStages: Readonly<Record<string, { readonly closed: boolean }>>;
};

export type PortalFacts = {
  readonly portalId: PortalId;
  readonly timeZone: string;
  readonly uiDomain: string;
  readonly currency: string;
};

/** HubSpot, as one portal lets us see it. Every call waits for its turn, has a timeout, and throws only `CrmError`. */
export type Crm = {
  portalFacts(portal: PortalId): Promise<PortalFacts>;
  /** Of deals and tickets, as far as their type is `readable` with the granted scopes. */
  pipelines(portal: PortalId, readable: readonly ActivityType[]): Promise<PipelineMeaning>;
  /** Which of the portal's own properties say what the model reads, as far as we may look at their definitions. */
  propertyMapping(
    portal: PortalId,
    readable: readonly ActivityType[],
    granted?: readonly string[],
  ): Promise<PropertyMapping>;
  /** Every property of the portal's contacts, with where its values come from as far as anybody can tell; no value. */
  contactProperties(portal: PortalId): Promise<readonly RegisteredProperty[]>;
  /** What could be mapped, as far as we may look at it. */
  mappable(portal: PortalId, readable: readonly ActivityType[]): Promise<Mappable>;
  /** Creates what is missing of our property group and properties; says what it could not create and why. */
  provision(portal: PortalId): Promise<ProvisionReport>;
  /** Calls the stages in our properties by their names, or in plain words; values stay. */
  labelStages(portal: PortalId, isPlain: boolean): Promise<void>;
  countContacts(portal: PortalId): Promise<number | null>;
  listContacts(portal: PortalId, after: string | null): Promise<Page<ReadContact>>;
  listActivities(portal: PortalId, type: ActivityType, after: string | null): Promise<Page<ReadActivity>>;
  /** By the search lane, at most 1,000 at a time. Null when search does not serve: list them. */
  searchContacts(portal: PortalId, between: IdBounds): Promise<Slice<ReadContact> | null>;
  /** The same for activities; their contacts come from the association batch. */
  searchActivities(
    portal: PortalId,
    type: ActivityType,
    between: IdBounds,
  ): Promise<Slice<ReadActivity> | null>;
  readContacts(portal: PortalId, ids: readonly ContactId[]): Promise<readonly ReadContact[]>;
  /** At most 1,000 ids, which then share one association batch; records that are gone are absent. */
  readActivities(
    portal: PortalId,
    type: ActivityType,
    ids: readonly string[],
  ): Promise<readonly ReadActivity[]>;
  /**
   * Records modified since then, by search, in the order of ids behind the given one: as many as there are, with no end of
   * reach. The index is behind by seconds or more, and knows nothing of what was deleted.
   */
  modifiedSince(
    portal: PortalId,
    type: RecordType,
    from: { readonly since: number; readonly after: string | null },
  ): Promise<Page<FoundRecord>>;
  /** At most 100 contacts. */
  writeProperties(
    portal: PortalId,
    updates: readonly { readonly contactId: ContactId; readonly values: PropertyValues }[],
  ): Promise<readonly WriteOutcome[]>;
  /** Deterministic ids: an event that is there already counts as sent. */
  sendEvents(portal: PortalId, events: readonly AppEvent[]): Promise<void>;
  /** All activities of these contacts that we may read, by the association batch: after a merge, a restore, or an objection taken back. */
  activitiesOf(portal: PortalId, contactIds: readonly ContactId[]): Promise<readonly DirtyRecord[]>;
  /** Tells the workflow that waits for this call of our action to go on; `not-found` when none does. */
  completeAction(portal: PortalId, callbackId: string, reply: ActionReply): Promise<void>;
  /** Makes a task or ticket on the contact; answers with its id. */
  createCase(portal: PortalId, asked: NewCase): Promise<string>;
  /** The id of the case that this call made before, null when there is none. */
  findCase(portal: PortalId, key: CaseKey): Promise<string | null>;
  /** The contact with this address; null when the portal has none. */
  contactByEmail(portal: PortalId, email: string): Promise<ContactId | null>;
  /** Takes our properties and their group out of the portal, values and all. */
  removeProperties(portal: PortalId): Promise<RemovedProperties>;
  uninstall(portal: PortalId): Promise<void>;
};

export type CaseKey = {
  readonly kind: 'task' | 'ticket';
  readonly contactId: ContactId;
  /** The call that makes it, and by which it is found again. */
  readonly callbackId: string;
};

export type NewCase = CaseKey & {
  readonly subject: string;
  readonly ownerId: string | null;
  /** When it is due; tickets have no such date. */
  readonly dueAt: number;
};

/** What we put on a contact's timeline, as declared in app.json. */
export const appEventTypes = [
  'stage_changed',
  'milestone_reached',
  'recovery_opened',
  'recovery_closed',
] as const;

export type AppEventType = (typeof appEventTypes)[number];

export type AppEvent = {
  readonly type: AppEventType;
  readonly id: string;
  readonly contactId: ContactId;
  readonly at: number;
  readonly values: Readonly<Record<string, string>>;
};

export type ProvisionReport = {
  readonly created: readonly string[];
  readonly present: readonly string[];
  readonly missing: readonly { readonly name: string; readonly reason: 'quota' | 'scope' | 'conflict' }[];
};

/** OAuth of the app, apart from any portal's data. */
export type Authorization = {
  authorizeUrl(state: string): string;
  /** Trades the code for tokens; the tokens go straight to the vault. */
  redeem(
    code: string,
  ): Promise<{ readonly portalId: PortalId; readonly scopes: readonly string[]; readonly userId: number }>;
};

/** Tokens at rest, encrypted. `refresh` runs alone for a portal over all processes. */
export type TokenVault = {
  read(portal: PortalId): Promise<StoredTokens | null>;
  save(portal: PortalId, tokens: StoredTokens): Promise<void>;
  /** Runs `renew` while holding the portal's row; the newest tokens are handed in, what it returns is saved. */
  renew(portal: PortalId, renew: (current: StoredTokens) => Promise<StoredTokens>): Promise<StoredTokens>;
  drop(portal: PortalId): Promise<void>;
};

export type StoredTokens = {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAt: number;
};

/**
 * Runs `work` in one transaction of the portal: every store called inside takes part, so that either all of it stands
 * or none. Never call HubSpot or wake a worker inside: it would wait, or see what may yet be undone.
 */
export type Atomically = <T>(portal: PortalId, work: () => Promise<T>) => Promise<T>;

/** A turn within HubSpot's limits, shared by all processes. */
export type Turns = {
  /** Milliseconds to wait before `count` calls of this lane may be made. */
  take(portal: PortalId, lane: Lane, count?: number): Promise<number>;
  /** HubSpot said to stop: nobody of this portal and lane starts before then. */
  pause(portal: PortalId, lane: Lane, forMs: number): Promise<void>;
};

export type Lane = 'general' | 'search' | 'associations';

export type Installation = {
  readonly portalId: PortalId;
  readonly state: 'installing' | 'active' | 'disconnected' | 'uninstalled';
  readonly scopes: readonly string[];
  readonly missingScopes: readonly string[];
  readonly timeZone: string;
  readonly uiDomain: string;
  readonly currency: string;
  readonly live: boolean;
  /** App events cannot be taken back in HubSpot: off until an admin turns them on. */
  readonly appEvents: boolean;
  readonly pipelines: PipelineMeaning;
  readonly mapping: PropertyMapping;
  readonly provision: ProvisionReport | null;
  readonly installedAt: number;
};

export type Installations = {
  find(portal: PortalId): Promise<Installation | null>;
  active(): Promise<readonly PortalId[]>;
  save(installation: Installation): Promise<void>;
  setState(portal: PortalId, state: Installation['state']): Promise<void>;
  /** Everything of the portal is deleted, its tokens too; the row stays with its state. */
  erase(portal: PortalId): Promise<void>;
};

/** One-time states of the OAuth round trip. */
export type OAuthStates = {
  add(state: string, expiresAt: number): Promise<void>;
  /** True once, false ever after and after expiry. */
  spend(state: string, at: number): Promise<boolean>;
};
