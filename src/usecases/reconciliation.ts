/** What the reconciliation needs of the store. Ids and times as in `ports.ts`. */
import type { ContactId, PortalId, RecordType } from './ports.ts';

/** A record that search found: when it was last modified, and the ids that were merged into it. */
export type FoundRecord = {
  readonly id: string;
  readonly modifiedAt: number;
  readonly mergedIds: readonly string[];
};

/**
 * What is gone through again and again: the records of a type by their last modification, all stored contacts, and our
 * properties in the portal.
 */
export type Round = RecordType | 'stored-contacts' | 'properties';

/** `startedAt` and `after` are null between two passes. */
export type RoundCursor = {
  readonly round: Round;
  /** Everything modified before is known. */
  readonly since: number;
  readonly startedAt: number | null;
  /** The last id of the pass that was looked at. */
  readonly after: string | null;
};

/** How far each round has come; rounds that never began are absent. */
export type Rounds = {
  of(portal: PortalId): Promise<readonly RoundCursor[]>;
  /** Called with the marks of the page in one transaction: a crash repeats a page and loses none. */
  save(portal: PortalId, cursor: RoundCursor): Promise<void>;
};

export type StoredRecords = {
  /** When each of these was last modified as we read it; those of which nothing is stored are absent. */
  modifiedAt(
    portal: PortalId,
    type: RecordType,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, number>>;
  /** Up to `limit` stored contacts behind the given one, in the order of their ids as text. */
  slice(portal: PortalId, after: ContactId | null, limit: number): Promise<readonly ContactId[]>;
  /** Forgets that these properties stand in HubSpot, for up to `limit` contacts of whom that was known; returns them. */
  unpublish(portal: PortalId, properties: readonly string[], limit: number): Promise<readonly ContactId[]>;
};
