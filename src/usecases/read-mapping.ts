/** What the settings page shows of the mapping: what a portal has to choose from, what was recognised, what was chosen. */
import { type Choices, type ChoicesStore, choicesOf } from './choices.ts';
import type { Mappable } from './mappable.ts';
import type { ActivityType, Crm, Installation, Installations, PortalId } from './ports.ts';

export type ReadMappingDeps = {
  readonly crm: Pick<Crm, 'mappable'>;
  readonly installations: Pick<Installations, 'find'>;
  readonly choices: Pick<ChoicesStore, 'current'>;
  /** The activity types that these granted scopes let us read. */
  readonly readable: (granted: readonly string[]) => readonly ActivityType[];
};

export type PortalMapping = {
  readonly mappable: Mappable;
  readonly recognised: Installation['mapping'];
  readonly chosen: Pick<Choices, 'mapping' | 'pipelines'>;
};

/** Null for a portal that is not installed. Asks HubSpot, and throws `CrmError` when it does not answer. */
export async function readMapping(deps: ReadMappingDeps, portal: PortalId): Promise<PortalMapping | null> {
  const installation = await deps.installations.find(portal);
  if (installation?.state !== 'active') return null;
  const mappable = await deps.crm.mappable(portal, deps.readable(installation.scopes));
  return {
    mappable,
    recognised: installation.mapping,
    chosen: await choicesOf(deps.choices, portal),
  };
}
