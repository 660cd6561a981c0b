/**
 * What the card on the contact record shows: the stored answer as it stands, never a call to HubSpot. It is worded when
 * somebody first looks and kept until the next assessment: of a hundred contacts assessed hardly one is looked at, and
 * wording them all cost more than assessing them.
 */
import type { ContactCard } from '@rapport/shared/contract.ts';
import { type PortalContextDeps, portalContext } from './portal-context.ts';
import type { ContactId, Installations, PortalId } from './ports.ts';
import type { Assessments, Backfills, Timeline, WordCards } from './store.ts';

export type ReadCardDeps = PortalContextDeps & {
  readonly assessments: Pick<Assessments, 'card' | 'wordCard'>;
  readonly backfills: Pick<Backfills, 'progress'>;
  readonly installations: Pick<Installations, 'find'>;
  readonly timeline: Pick<Timeline, 'knows' | 'load'>;
  readonly wordCards: WordCards;
};

type Asked = { readonly portal: PortalId; readonly contact: ContactId };

/** The body to send: JSON text of a `ContactCard`. */
export async function readCard(deps: ReadCardDeps, of: Asked): Promise<string> {
  const kept = await deps.assessments.card(of.portal, of.contact);
  const body = kept === null ? null : (kept.body ?? (await worded(deps, of)));
  return body ?? JSON.stringify(await withoutAssessment(deps, of));
}

/** Null when the contact, or the portal, went away meanwhile. */
function worded(deps: ReadCardDeps, { portal, contact }: Asked): Promise<string | null> {
  return deps.assessments.wordCard(portal, contact, async (assessment) => {
    // Read while the assessment stands still: whatever is newer than it has marked the contact, and ends this card.
    const installation = await deps.installations.find(portal);
    const [stored] = await deps.timeline.load(portal, [contact]);
    if (installation === null || stored === undefined) return null;
    return deps.wordCards(await portalContext(deps, installation))(stored, assessment);
  });
}

async function withoutAssessment(deps: ReadCardDeps, { portal, contact }: Asked): Promise<ContactCard> {
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
