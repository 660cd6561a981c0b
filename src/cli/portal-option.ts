import type { CommandStore } from '../store-for-command.ts';
import type { ContactId, Installation, PortalId } from '../usecases/ports.ts';
import { UsageError } from './usage-error.ts';

/** Of a command that works on a CSV or on a portal: one of the two must be named, and options of the other must not. */
export type Source = { readonly events?: string; readonly portal?: string };

/** What the command is about; `--as-of` and the like are checked by who reads them. */
export function sourceOf<T extends Source>(
  options: T,
  ofEventsOnly: readonly (keyof T & string)[],
): { readonly events: string } | { readonly portal: string } {
  const { events, portal } = options;
  if (events !== undefined && portal === undefined) return { events };
  if (portal === undefined || events !== undefined) {
    throw new UsageError('Give either --events with a CSV or --portal with the id of an installed portal.');
  }
  for (const name of ofEventsOnly) {
    if (options[name] === undefined || options[name] === false) continue;
    throw new UsageError(`--${toFlag(name)} goes with --events; a portal has its own.`);
  }
  return { portal };
}

function toFlag(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The number of a portal, as it was typed. Throws `UsageError`. */
export function portalNumber(text: string): PortalId {
  const portal = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(portal)) {
    throw new UsageError(`--portal is "${text}", expected the number of a HubSpot account.`);
  }
  return portal;
}

/** The id of a contact, as it was typed. Throws `UsageError`. */
export function contactId(text: string): ContactId {
  if (!/^\d{1,20}$/.test(text)) {
    throw new UsageError(`--contact is "${text}", expected the id of a HubSpot record, which is a number.`);
  }
  return text;
}

/** The installation of a portal, whatever became of it. Throws `UsageError` for one that the store does not know. */
export async function knownPortal(
  store: Pick<CommandStore, 'installations'>,
  text: string,
): Promise<Installation> {
  const portal = portalNumber(text);
  const found = await store.installations.find(portal);
  if (found === null)
    throw new UsageError(`This store knows no portal ${portal}: check the id and the store.`);
  return found;
}

/** The installation of a portal that was read to its end. Throws `UsageError` with one sentence for any other. */
export async function installedPortal(
  store: Pick<CommandStore, 'installations' | 'backfills'>,
  text: string,
): Promise<Installation> {
  const found = await knownPortal(store, text);
  const portal = found.portalId;
  const progress = await store.backfills.progress(portal);
  if (progress === null || progress.finishedAt === null) {
    throw new UsageError(
      `Portal ${portal} has not been read to its end yet: wait until the service has done so.`,
    );
  }
  return found;
}
