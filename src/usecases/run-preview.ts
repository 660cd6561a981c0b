/**
 * Computes the newest preview that was asked for, on every assessed contact of the portal. A preview asked for meanwhile
 * ends the older one. Only the stage is computed: it is what moves workflows, and a fifth of the work.
 */
import { assessStage } from '../relationship/assess.ts';
import { type PortalContextDeps, portalContext } from './portal-context.ts';
import type { Clock, ContactId, Installation } from './ports.ts';
import type { PreviewedContact, Previews } from './preview.ts';
import { createTally } from './tally-movers.ts';

export type RunPreviewDeps = PortalContextDeps & { readonly previews: Previews; readonly clock: Clock };

const batchSize = 1000;

/** `again`: told to stop, or another one was asked for. */
export async function runPreview(
  deps: RunPreviewDeps,
  { of, signal }: { of: Installation; signal: AbortSignal },
): Promise<'done' | 'again'> {
  const portal = of.portalId;
  const asked = await deps.previews.find(portal);
  if (asked?.state !== 'running') return 'done';
  const { model, settings: inForce } = await portalContext(deps, of);
  const settings = {
    ...asked.choices.settings,
    purchasesVisible: asked.choices.settings.purchasesVisible && inForce.purchasesVisible,
  };
  const now = deps.clock.now();
  const tally = createTally();
  const stageOf = ({ signals, facts, stage }: PreviewedContact) => {
    const { override } = facts;
    // Set by hand, it stays whatever the settings are.
    if (override !== undefined && override !== null && now >= override.at && now < override.until)
      return stage;
    return assessStage(signals, facts, model, settings, now).stage;
  };
  let last: ContactId | null = null;
  let done = 0;
  let next = deps.previews.contacts(portal, last, batchSize);
  for (;;) {
    const contacts: readonly PreviewedContact[] = await next;
    last = contacts.at(-1)?.id ?? null;
    if (last === null) break;
    // The next batch is read while this one is computed.
    next = deps.previews.contacts(portal, last, batchSize);
    for (const contact of contacts) {
      const { id, label, stage } = contact;
      tally.add({ id, label, before: stage, after: stageOf(contact) });
    }
    done += contacts.length;
    const isWanted = await deps.previews.progress(portal, asked.id, done);
    if (signal.aborted || !isWanted) {
      await next;
      return 'again';
    }
  }
  await deps.previews.finish(portal, asked.id, tally.result());
  return 'done';
}
