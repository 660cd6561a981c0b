import type { ChangeSource } from './crm/change.ts';

/**
 * A record as it is put into the sandbox portal in bulk: by the story generator, the CSV import or a test.
 * It takes the portal's side of the border, so all values are text, as HubSpot keeps them.
 */
export type SandboxRecord = {
  /** HubSpot's plural path name: `contacts`, `companies`, `deals`, `emails`, `orders`, ... or `owners`. */
  readonly type: string;
  /** Digits, unique within its type. Ids given later by the portal itself continue after the highest one. */
  readonly id: string;
  /** HubSpot's property names. Datetimes are ISO text or ms since epoch as digits. */
  readonly properties: Readonly<Record<string, string>>;
  /** ms since epoch; also the default of `createdate` or `hs_createdate`. */
  readonly createdAt: number;
  /** ms since epoch; `createdAt` when absent. */
  readonly updatedAt?: number;
  /** ms since epoch, by property: when it got its value, where that was after the record's creation. */
  readonly valuesSince?: Readonly<Record<string, number>>;
  /** By property: who wrote its value, in HubSpot's words; an import where nothing is said. */
  readonly valueSources?: Readonly<Record<string, ChangeSource['source']>>;
  /** Links to other records, of either direction; it is enough when one end names the other. */
  readonly associations?: readonly {
    readonly type: string;
    readonly id: string;
    /** The label of the link, as seen from this record. */
    readonly typeId?: number;
  }[];
};
