/**
 * The provenance register: every property of a portal's contacts with where its values come from. The definitions are
 * read from HubSpot at install and every night, and kept; what an admin decided about a property stands above them.
 */
import {
  type RegisteredProperty,
  type RegisterRow,
  registerOf,
} from '../relationship/guardrails/register.ts';
import { type ChoicesStore, choicesOf } from './choices.ts';
import { markEveryone } from './mark-everyone.ts';
import type { Atomically, Clock, Crm, PortalId } from './ports.ts';
import type { DirtyRecords } from './store.ts';

/** The properties of each portal's contacts as they were last read. */
export type Registers = {
  /** Null before the first reading. */
  find(portal: PortalId): Promise<StoredRegister | null>;
  save(portal: PortalId, register: StoredRegister): Promise<void>;
};

export type StoredRegister = { readonly readAt: number; readonly properties: readonly RegisteredProperty[] };

export type Register = {
  /** When the definitions were last read, ms since epoch; null before the first reading. */
  readonly readAt: number | null;
  /** One row per property, ordered by name. */
  readonly rows: readonly RegisterRow[];
};

/** The register as the settings page and the export show it, read from our store; HubSpot is not asked. */
export async function readRegister(
  deps: { readonly registers: Pick<Registers, 'find'>; readonly choices: Pick<ChoicesStore, 'current'> },
  portal: PortalId,
): Promise<Register> {
  const stored = await deps.registers.find(portal);
  const { settings } = await choicesOf(deps.choices, portal);
  return { readAt: stored?.readAt ?? null, rows: registerOf(stored?.properties ?? [], settings.guardrails) };
}

export type ReadRegisterDeps = {
  readonly crm: Pick<Crm, 'contactProperties'>;
  readonly registers: Registers;
  readonly dirtyRecords: Pick<DirtyRecords, 'mark'>;
  readonly atomically: Atomically;
  readonly clock: Clock;
};

/** Reads the definitions again; when they say something else, every contact is assessed again. Throws `CrmError`. */
export async function refreshRegister(deps: ReadRegisterDeps, portal: PortalId): Promise<void> {
  const before = await deps.registers.find(portal);
  const properties = await deps.crm.contactProperties(portal);
  await deps.atomically(portal, async () => {
    await deps.registers.save(portal, { readAt: deps.clock.now(), properties });
    const isNews = wordsOf(before?.properties ?? []) !== wordsOf(properties);
    if (isNews) await markEveryone(deps.dirtyRecords, portal);
  });
}

/** All that a register says, whatever the order of its keys. */
function wordsOf(properties: readonly RegisteredProperty[]): string {
  const rows = properties.map(({ name, label, group, definedBy, source, sensitive, purposes }) => [
    ...[name, label, group, definedBy, source, sensitive],
    purposes,
  ]);
  return JSON.stringify(rows);
}
