/** What the privacy part of the settings page asks of our service and gets. Times are ISO 8601 in UTC. */
import { list, number, oneOf, orNull, record, text } from './shape.ts';

/** The answer of `POST /privacy/find`; status 404 with `nobody`. */
export type PersonView =
  | {
      readonly kind: 'person';
      readonly contactId: string;
      /** Null when the contact itself is not stored. */
      readonly label: string | null;
      /** How many rows of which table are about the person. */
      readonly tables: readonly { readonly table: string; readonly rows: number }[];
      /** Where the export is fetched; good for ten minutes. */
      readonly exportUrl: string;
    }
  | { readonly kind: 'nobody' };

/** The answer of `POST /privacy/erase`. */
export type ErasedView = { readonly kind: 'erased'; readonly rows: number };

/** The answer of `POST /privacy/leave`: the portal is no longer connected. */
export type LeftView = {
  readonly kind: 'left';
  readonly removed: number;
  /** Properties that HubSpot did not let us archive, since something uses them. */
  readonly kept: readonly string[];
};

/** Status 403. */
export type NotAdminView = { readonly kind: 'not-admin' };

const person = record({
  kind: oneOf(['person']),
  contactId: text,
  label: orNull(text),
  tables: list(record({ table: text, rows: number })),
  exportUrl: text,
});
const nobody = record({ kind: oneOf(['nobody']) });
const erased = record({ kind: oneOf(['erased']), rows: number });
const left = record({ kind: oneOf(['left']), removed: number, kept: list(text) });
const notAdmin = record({ kind: oneOf(['not-admin']) });

export function isPersonView(it: unknown): it is PersonView {
  return person(it) || nobody(it);
}

export function isErasedView(it: unknown): it is ErasedView {
  return erased(it);
}

export function isLeftView(it: unknown): it is LeftView {
  return left(it);
}

export function isNotAdminView(it: unknown): it is NotAdminView {
  return notAdmin(it);
}
