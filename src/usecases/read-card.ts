/** What the card on the contact record shows: the stored answer as it stands, never a call to HubSpot. */
import type { ContactCard } from '@rapport/shared/contract.ts';
import type { ContactId, PortalId } from './ports.ts';
import type { Assessments, Backfills, Timeline } from './store.ts';

export type ReadCardDeps = {
  readonly assessments: Pick<Assessments, 'card'>;
  readonly backfills: Pick<Backfills, 'progress'>;
  readonly timeline: Pick<Timeline, 'knows'>;
};

/** The body to send: JSON text of a `ContactCard`. */
export async function readCard(
  deps: ReadCardDeps,
  { portal, contact }: { portal: PortalId; contact: ContactId },
): Promise<string> {
  const stored = await deps.assessments.card(portal, contact);
  return stored?.body ?? JSON.stringify(await withoutAssessment(deps, portal, contact));
}

async function withoutAssessment(
  deps: ReadCardDeps,
  portal: PortalId,
  contact: ContactId,
): Promise<ContactCard> {
  const backfill = await deps.backfills.progress(portal);
  if (backfill === null) return { kind: 'unknown-contact' };
  const known = await deps.timeline.knows(portal, contact);
  // While contacts are still being read this one may be on the next page.
  const mayCome = backfill.steps.some((step) => step.type === 'contacts' && !step.done);
  if (!known && !mayCome) return { kind: 'unknown-contact' };
  return { kind: 'not-yet', progress: progressOf(backfill) };
}

function progressOf(backfill: { readonly contacts: number; readonly assessed: number }): {
  done: number;
  total: number;
} | null {
  const { contacts: total, assessed } = backfill;
  return total === 0 || assessed >= total ? null : { done: assessed, total };
}
