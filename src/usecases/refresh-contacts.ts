/**
 * Assesses up to a hundred dirty contacts and writes what changed. The assessment is saved before the write and what is
 * published after it. A crash in between leaves the properties begun but unsettled: what stands is read again before it is
 * compared, and the stage log knows the change already.
 */
import { wasSetByHand } from '../relationship/override.ts';
import { CrmError } from './crm-error.ts';
import { eventsOf } from './events-of.ts';
import type { PortalModels } from './learned.ts';
import { type PortalContextDeps, portalContext } from './portal-context.ts';
import type { Atomically, Clock, ContactId, Crm, Installation, WriteOutcome } from './ports.ts';
import type { Refreshed } from './refresh-records.ts';
import { pauseOf, remedyFor } from './remedy-for.ts';
import type {
  Assessments,
  Claim,
  DirtyContacts,
  Infer,
  InferContact,
  Inferred,
  StoredContact,
  Timeline,
} from './store.ts';
import { isRecalibrated, type Publication, toPublish } from './to-publish.ts';
import { type Standing, whatStands } from './what-stands.ts';
import type { Parking } from './work.ts';

export type RefreshContactsDeps = PortalContextDeps & {
  readonly portalModels: Pick<PortalModels, 'currentSince'>;
  readonly crm: Pick<Crm, 'readContacts' | 'writeProperties' | 'sendEvents'>;
  readonly timeline: Pick<Timeline, 'load' | 'dropContacts'>;
  readonly assessments: Pick<Assessments, 'save' | 'setPublished'>;
  readonly dirtyContacts: DirtyContacts;
  readonly parking: Parking;
  readonly atomically: Atomically;
  readonly clock: Clock;
  readonly infer: Infer;
  /** Tells the operator of a bug that parked one contact. */
  readonly report: (error: unknown, about: { readonly portal: number; readonly subject: string }) => void;
};

type Assessed = {
  readonly stored: StoredContact;
  readonly inferred: Inferred;
  readonly recalibrated: boolean;
} & Publication;

type Written = {
  readonly assessed: readonly Assessed[];
  readonly outcomes: readonly WriteOutcome[];
  readonly missed: Standing['missed'];
};

/** HubSpot's batch update takes 100 contacts. */
const batchSize = 100;
const leaseMs = 5 * 60_000;

export async function refreshContacts(deps: RefreshContactsDeps, of: Installation): Promise<Refreshed> {
  const { claim, stored, engine } = await take(deps, of);
  if (claim.items.length === 0) return { kind: 'idle' };
  try {
    const { contacts, missed } = await whatStands(deps.crm, of.portalId, stored);
    const assessed = await assessAll(deps, of, { contacts, engine });
    await save(deps, of, assessed);
    const outcomes = await write(deps, of, assessed);
    await settle(deps, of, claim, { assessed, outcomes, missed });
    return { kind: 'done', count: claim.items.length };
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    const remedy = remedyFor(error, claim.attempt);
    const retryAt = deps.clock.now() + pauseOf(remedy);
    await deps.dirtyContacts.release(of.portalId, claim, claim.items, retryAt);
    return { kind: 'failed', error, attempt: claim.attempt };
  }
}

type Engine = { readonly inferContact: InferContact; readonly inForceSince: number };

type Taken = {
  readonly claim: Claim<ContactId>;
  readonly stored: readonly StoredContact[];
  readonly engine: Engine;
};

/** All of it is read after the claim: what changes later, a model that is adopted too, marks these contacts again. */
function take(deps: RefreshContactsDeps, of: Installation): Promise<Taken> {
  return deps.atomically(of.portalId, async () => {
    const claim = await deps.dirtyContacts.claim(of.portalId, batchSize, leaseMs);
    const stored = await deps.timeline.load(of.portalId, claim.items);
    const inferContact = deps.infer(await portalContext(deps, of));
    const adoptedAt = (await deps.portalModels.currentSince(of.portalId)) ?? 0;
    return { claim, stored, engine: { inferContact, inForceSince: Math.max(of.installedAt, adoptedAt) } };
  });
}

function save(deps: RefreshContactsDeps, of: Installation, assessed: readonly Assessed[]): Promise<void> {
  return deps.assessments.save(
    of.portalId,
    assessed.map(({ stored: { id }, inferred: { assessment }, changes }) => ({
      contactId: id,
      assessment,
      writing: Object.keys(changes).length > 0,
    })),
  );
}

/** A contact on which the engine fails is parked alone: its neighbours are assessed. */
async function assessAll(
  deps: RefreshContactsDeps,
  of: Installation,
  { contacts, engine }: { readonly contacts: readonly StoredContact[]; readonly engine: Engine },
): Promise<readonly Assessed[]> {
  const now = deps.clock.now();
  const missing = new Set(of.provision?.missing.map((property) => property.name));
  const { inForceSince } = engine;
  const assessed: Assessed[] = [];
  for (const contact of contacts) {
    try {
      const inferred = engine.inferContact(contact, now);
      const { modelVersion } = inferred.assessment;
      const recalibrated = isRecalibrated(contact, { modelVersion, inForceSince });
      const { values } = inferred;
      const { published, unsettled } = contact;
      const overrideOver = wasSetByHand(contact.publishedModel ?? '') && !wasSetByHand(modelVersion);
      const publication = toPublish({
        values,
        published,
        unsettled,
        live: of.live,
        missing,
        recalibrated,
        overrideOver,
      });
      assessed.push({ stored: contact, inferred, recalibrated, ...publication });
    } catch (error) {
      const subject = `contacts:${contact.id}`;
      deps.report(error, { portal: of.portalId, subject });
      await deps.parking.park(of.portalId, { subject, reason: 'assessment-failed', at: now });
    }
  }
  return assessed;
}

/** Events go first: their ids are deterministic, so that a write that fails repeats them without effect. */
async function write(
  deps: RefreshContactsDeps,
  of: Installation,
  assessed: readonly Assessed[],
): Promise<readonly WriteOutcome[]> {
  const updates = assessed.filter(({ changes }) => Object.keys(changes).length > 0);
  if (updates.length === 0) return [];
  if (of.appEvents && of.live) await sendEvents(deps, of, updates);
  return deps.crm.writeProperties(
    of.portalId,
    updates.map(({ stored, changes }) => ({ contactId: stored.id, values: changes })),
  );
}

async function sendEvents(
  deps: RefreshContactsDeps,
  of: Installation,
  updates: readonly Assessed[],
): Promise<void> {
  const events = updates.flatMap(({ stored, inferred, ...update }) =>
    eventsOf({
      portalId: of.portalId,
      contactId: stored.id,
      published: stored.published,
      ...inferred,
      ...update,
    }),
  );
  if (events.length === 0) return;
  try {
    await deps.crm.sendEvents(of.portalId, events);
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    const { kind } = remedyFor(error, 1);
    if (kind === 'retry' || kind === 'disconnect') throw error;
    // Without events the properties are still right: the refusal must not hold them back.
    await deps.parking.park(of.portalId, {
      subject: 'app-events',
      reason: error.failure,
      at: deps.clock.now(),
    });
  }
}

async function settle(
  deps: RefreshContactsDeps,
  of: Installation,
  claim: Claim<ContactId>,
  { assessed, outcomes, missed }: Written,
): Promise<void> {
  const portal = of.portalId;
  const now = deps.clock.now();
  const refused = outcomes.filter((outcome) => outcome.kind === 'refused');
  const gone = outcomes.filter((outcome) => outcome.kind === 'gone').map((outcome) => outcome.contactId);
  const unwritten = new Set([...refused.map((outcome) => outcome.contactId), ...gone]);
  const standing = assessed.filter(({ stored }) => !unwritten.has(stored.id));
  await deps.atomically(portal, async () => {
    const news = standing.filter(
      ({ stored, inferred, changes }) =>
        Object.keys(changes).length > 0 ||
        missed.has(stored.id) ||
        stored.publishedModel !== modelOf(of, stored, inferred),
    );
    await deps.assessments.setPublished(
      portal,
      news.map(({ stored, inferred, changes }) => ({
        contactId: stored.id,
        values: { ...missed.get(stored.id), ...changes },
        modelVersion: modelOf(of, stored, inferred),
      })),
    );
    await deps.parking.clear(
      portal,
      standing.map(({ stored }) => `contacts:${stored.id}`),
    );
    for (const { contactId, reason } of refused) {
      await deps.parking.park(portal, { subject: `contacts:${contactId}`, reason, at: now });
    }
    await deps.dirtyContacts.settle(portal, claim, claim.items);
    await deps.timeline.dropContacts(portal, gone);
  });
}

/**
 * The model that the published stage comes from. While the portal is not live the stage stands as it is: whatever moved it
 * meanwhile other than the relationship is told as that once it is written.
 */
function modelOf(
  { live }: Installation,
  { publishedModel }: StoredContact,
  { assessment }: Inferred,
): string {
  return live ? assessment.modelVersion : (publishedModel ?? assessment.modelVersion);
}
