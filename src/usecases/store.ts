/** What the use cases need of the store: timeline, assessments, dirty sets, backfill. Ids and times as in `ports.ts`. */
import type { Assessment } from '../relationship/assessment.ts';
import type { ContactFacts } from '../relationship/facts.ts';
import type { PropertyValues } from '../relationship/properties.ts';
import type { Signal } from '../relationship/signal/signal.ts';
import type { StageAnswer } from '../relationship/stage/stages.ts';
import type { Correction } from './corrections.ts';
import type { PortalContext } from './portal-context.ts';
import type { ContactId, DirtyRecord, PortalId, ReadActivity, ReadContact, RecordType } from './ports.ts';

/** The contact's stored row: everything `assess` needs beside the signals, and what HubSpot was last told. */
export type StoredContact = {
  readonly id: ContactId;
  readonly label: string;
  readonly facts: ContactFacts;
  readonly signals: readonly Signal[];
  /** Values that stand in HubSpot as far as we know. */
  readonly published: PropertyValues;
  /** The model version under which we last looked what to publish; null before the first time. */
  readonly publishedModel: string | null;
  /** A write was begun and not settled: what stands in HubSpot may be the old values or the new ones. */
  readonly unsettled: boolean;
  /** When the person objected; null without an objection, and for one that stood before we first read the contact. */
  readonly objectionSince: number | null;
  /** What the last assessment said; null before the first. */
  readonly shown: { readonly stage: StageAnswer; readonly modelVersion: string } | null;
  /** What people corrected, the newest first. */
  readonly corrections: readonly Correction[];
};

export type Timeline = {
  /**
   * Replaces what these contacts themselves say (own signals, facts, published values). An older reading never replaces
   * a newer one; erased contacts are left out; an objection deletes the contact's stored signals and stage log.
   * `changed`: contacts to assess again. `resumed`: the objection was taken back, their activities must be read again.
   * Mark both in the same transaction, or a crash in between loses the change.
   */
  saveContacts(
    portal: PortalId,
    contacts: readonly ReadContact[],
  ): Promise<{ readonly changed: readonly ContactId[]; readonly resumed: readonly ContactId[] }>;
  /**
   * Replaces what these activities said before, for every contact they were or are about, except those who objected or
   * were erased. Returns the contacts whose signals changed: mark them in the same transaction.
   */
  saveActivities(portal: PortalId, activities: readonly ReadActivity[]): Promise<readonly ContactId[]>;
  /** The activities are gone; returns the contacts they were about. */
  dropActivities(portal: PortalId, records: readonly DirtyRecord[]): Promise<readonly ContactId[]>;
  /** The contacts are gone from the portal (deleted, or merged into another); they may come back. */
  dropContacts(portal: PortalId, ids: readonly ContactId[]): Promise<void>;
  /** Signals ordered by time, then id. Unknown contacts are absent. */
  load(portal: PortalId, ids: readonly ContactId[]): Promise<readonly StoredContact[]>;
  /** Who shares a deal with any of these, at most fifty per deal: a touch by one may hold the others in their stage. */
  colleagues(portal: PortalId, ids: readonly ContactId[]): Promise<readonly ContactId[]>;
  /** The activities from which the stored signals about these contacts were read. */
  activitiesOf(portal: PortalId, ids: readonly ContactId[]): Promise<readonly DirtyRecord[]>;
  knows(portal: PortalId, contact: ContactId): Promise<boolean>;
  /**
   * Deletes what these contacts did before, except lasting kinds and the first of each kind and side, on which milestones
   * rest. Returns whose signals went: mark them in the same transaction. What changes by it is told as recalibrated.
   */
  prune(portal: PortalId, ids: readonly ContactId[], before: number): Promise<readonly ContactId[]>;
  /** Everything about the contact is erased for good; a hashed tombstone keeps it from being stored again. */
  forget(portal: PortalId, ids: readonly ContactId[]): Promise<void>;
};

export type SavedAssessment = {
  readonly contactId: ContactId;
  readonly assessment: Assessment;
  /** A write to HubSpot follows. */
  readonly writing: boolean;
};

export type Assessments = {
  /** Saves assessment, stage log and due time before the write, and whose write begins. The card is worded when asked for. */
  save(portal: PortalId, assessments: readonly SavedAssessment[]): Promise<void>;
  /** The write went through: adds to what stands in HubSpot, and settles all that was begun for the contact. */
  setPublished(
    portal: PortalId,
    published: readonly {
      readonly contactId: ContactId;
      readonly values: PropertyValues;
      readonly modelVersion: string;
    }[],
  ): Promise<void>;
  /** The stored card, ready to send: one row by primary key. Its body is null until somebody asked for it. */
  card(
    portal: PortalId,
    contact: ContactId,
  ): Promise<{ readonly body: string | null; readonly assessedAt: number } | null>;
  /**
   * Words the card of the stored assessment, which cannot change meanwhile, and keeps it until the next one; null without an
   * assessment or a card. `word` may read what else is stored of the portal.
   */
  wordCard(
    portal: PortalId,
    contact: ContactId,
    word: (assessment: Assessment) => Promise<string | null>,
  ): Promise<string | null>;
  /** The whole assessment as it was saved, for an operator's question; null before the first. */
  saved(portal: PortalId, contact: ContactId): Promise<Assessment | null>;
  /** Marks at most `limit` contacts whose `dueAt` has passed, the longest due first; returns how many per portal. */
  markDue(at: number, limit: number): Promise<ReadonlyMap<PortalId, number>>;
  stageCounts(portal: PortalId): Promise<Readonly<Record<string, number>>>;
};

/** The engine, as the use cases see it: one for each portal, with its model, its zone and what it does not let us see. */
export type Infer = (portal: PortalContext) => InferContact;

export type InferContact = (stored: StoredContact, now: number) => Inferred;

/** Everything of one contact at one time, ready to store and to write. */
export type Inferred = {
  readonly assessment: Assessment;
  readonly values: PropertyValues;
};

/** Words the cards of a portal. */
export type WordCards = (portal: PortalContext) => WordCard;

/** The card of one contact in every language, ready to send. */
export type WordCard = (stored: StoredContact, assessment: Assessment) => string;

/**
 * A claim under a lease. Settling removes only the marks that stood when the claim was made; a newer mark survives.
 * `mark` names the claim. Marks and claims are numbered by one sequence and never repeat, so that a late settling of a
 * lost lease touches nothing.
 */
export type Claim<T> = {
  readonly items: readonly T[];
  readonly mark: bigint;
  /** 1 + how often the most often released item was given back unsettled. */
  readonly attempt: number;
};

export type DirtySet<T> = {
  mark(portal: PortalId, items: readonly T[]): Promise<void>;
  claim(portal: PortalId, limit: number, leaseMs: number): Promise<Claim<T>>;
  settle(portal: PortalId, claim: Claim<T>, settled: readonly T[]): Promise<void>;
  /** Gives the lease back at once, to be claimed again from `retryAt`. */
  release(portal: PortalId, claim: Claim<T>, items: readonly T[], retryAt: number): Promise<void>;
  /** Gives back all that is claimed: only for whoever knows that no claimer is alive. One that is all the same settles nothing. */
  free(portal: PortalId): Promise<void>;
  /** What was released to be claimed later may be claimed now. */
  hurry(portal: PortalId): Promise<void>;
  count(portal: PortalId): Promise<number>;
};

/** The dirty contacts, and the way to mark all of a portal: after a backfill, a refit, new settings, going live. */
export type DirtyContacts = DirtySet<ContactId> & {
  /** Marks up to `limit` stored contacts after the given id; returns the last id marked, null when there are no more. */
  markStored(portal: PortalId, after: ContactId | null, limit: number): Promise<ContactId | null>;
};

export type DirtyRecords = DirtySet<DirtyRecord> & {
  /** Of the thousand longest marked at most, how many are of which type. */
  waitingByType(portal: PortalId): Promise<ReadonlyMap<DirtyRecord['type'], number>>;
};

/** How far one type was read, from the lowest id up by the list lane, and from the highest down by the search lane. */
export type BackfillStep = {
  readonly type: RecordType;
  /** Cursor of the list lane; null before its first page. */
  readonly after: string | null;
  /** Everything up to this id was listed; null before the first page, '0' where lists are not in the order of ids. */
  readonly listed: string | null;
  /** Everything from this id on was searched; null before the first search. */
  readonly below: string | null;
  /** How many records the first search counted; null before it, and where search does not serve. */
  readonly expected: number | null;
  readonly done: boolean;
  readonly records: number;
};

/** One step further: what is absent or null stays, `records` are added. */
export type BackfillAdvance = Partial<Pick<BackfillStep, 'after' | 'listed' | 'below' | 'expected'>> &
  Pick<BackfillStep, 'type' | 'done' | 'records'>;

export type BackfillProgress = {
  readonly startedAt: number;
  readonly finishedAt: number | null;
  readonly steps: readonly BackfillStep[];
  /** How many contacts the portal has: as counted at the start, or as read when that is more. */
  readonly contacts: number;
  readonly assessed: number;
};

export type Backfills = {
  /** Starts over. `expected`: how many contacts the portal says it has, null when it does not say. */
  start(portal: PortalId, types: readonly RecordType[], at: number, expected: number | null): Promise<void>;
  /** The unfinished steps in the order of `start`; none when everything is read. */
  pending(portal: PortalId): Promise<readonly BackfillStep[]>;
  /** Called with the saving of the page's signals in one transaction: a crash repeats a page and loses none. */
  advance(portal: PortalId, by: BackfillAdvance): Promise<void>;
  finish(portal: PortalId, at: number): Promise<void>;
  progress(portal: PortalId): Promise<BackfillProgress | null>;
};

/** Contacts, and signals without repeating those about several contacts. */
export type Stored = { readonly contacts: number; readonly signals: number };

export type StoredCounts = {
  /** Goes through every stored signal: to report, never to poll. */
  of(portal: PortalId): Promise<Stored>;
  /** Contacts whose next change by time is due at `at`. */
  due(portal: PortalId, at: number): Promise<number>;
};
