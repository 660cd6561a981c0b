/**
 * A portal leaves. Either an admin asks us to go (`uninstall`), or HubSpot refuses the refresh token because somebody
 * removed the app there (`noticeUninstall`); HubSpot pushes no such event. From then on the portal is never called.
 */
import { CrmError } from './crm-error.ts';
import type { Atomically, Crm, Installations, PortalId, TokenVault } from './ports.ts';

export type UninstallDeps = {
  readonly crm: Pick<Crm, 'uninstall'>;
  readonly installations: Pick<Installations, 'setState' | 'erase'>;
  readonly vault: Pick<TokenVault, 'drop'>;
  readonly atomically: Atomically;
};

/** `erase`: delete all stored data of the portal, too. Throws `CrmError` when HubSpot could not be told. */
export async function uninstall(
  deps: UninstallDeps,
  { portal, erase }: { portal: PortalId; erase: boolean },
): Promise<void> {
  try {
    await deps.crm.uninstall(portal);
  } catch (error) {
    // Gone already: what is left to do is ours.
    if (!(error instanceof CrmError) || error.failure !== 'installation-gone') throw error;
  }
  await noticeUninstall(deps, portal);
  if (erase) await deps.installations.erase(portal);
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
