/**
 * A portal leaves. Either an admin asks us to go (`uninstall`), or HubSpot refuses the refresh token because somebody
 * removed the app there (`noticeUninstall`); HubSpot pushes no such event. From then on the portal is never called.
 */
import { CrmError } from './crm-error.ts';
import type { Atomically, Crm, Installations, PortalId, TokenVault } from './ports.ts';
import type { RemovedProperties } from './removed-properties.ts';

export type UninstallDeps = {
  readonly crm: Pick<Crm, 'uninstall' | 'removeProperties'>;
  readonly installations: Pick<Installations, 'setState' | 'erase'>;
  readonly vault: Pick<TokenVault, 'drop'>;
  readonly atomically: Atomically;
};

/** What an admin wants of the properties in HubSpot. Everything stored here goes in any case. */
export type Leaving = { readonly portal: PortalId; readonly properties: 'keep' | 'remove' };

/** Throws `CrmError` when HubSpot could not be told; then the portal is still installed, and asking again is safe. */
export async function uninstall(
  deps: UninstallDeps,
  { portal, properties }: Leaving,
): Promise<RemovedProperties> {
  // First, while we still may.
  const outcome =
    properties === 'remove' ? await deps.crm.removeProperties(portal) : { removed: [], kept: [] };
  try {
    await deps.crm.uninstall(portal);
  } catch (error) {
    // Gone already: what is left to do is ours.
    if (!(error instanceof CrmError) || error.failure !== 'installation-gone') throw error;
  }
  await noticeUninstall(deps, portal);
  await deps.installations.erase(portal);
  return outcome;
}

export async function noticeUninstall(
  deps: Pick<UninstallDeps, 'installations' | 'vault' | 'atomically'>,
  portal: PortalId,
): Promise<void> {
  await deps.atomically(portal, async () => {
    await deps.installations.setState(portal, 'uninstalled');
    await deps.vault.drop(portal);
  });
}
