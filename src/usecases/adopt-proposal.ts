/** An admin has seen whom a proposed model would move, and lets it come into force. */
import type { PortalModels } from './learned.ts';
import type { Clock, PortalId } from './ports.ts';
import { type SpreadModelDeps, spreadModel } from './spread-model.ts';

export type AdoptProposalDeps = SpreadModelDeps & {
  readonly portalModels: Pick<PortalModels, 'newest' | 'save'>;
  readonly clock: Clock;
};

/** False unless this version is the newest and proposed: what was seen must be what comes into force. */
export async function adoptProposal(
  deps: AdoptProposalDeps,
  { portal, version }: { portal: PortalId; version: string },
): Promise<boolean> {
  const newest = await deps.portalModels.newest(portal);
  if (newest?.verdict !== 'proposed' || newest.model.version !== version) return false;
  await spreadModel(deps, portal, { ...newest, verdict: 'adopted', adoptedAt: deps.clock.now() });
  return true;
}
