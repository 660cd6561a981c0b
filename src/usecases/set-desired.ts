/**
 * The relationship a contact says they want, as a rep noted it with its source. It is theirs, not ours: it goes into the
 * shared properties in HubSpot, where forms write it too, and is read from there like everything else.
 */
import { desiredTypesOf } from '../relationship/desired/desired.ts';
import { defaultDesiredSettings } from '../relationship/desired/desired-settings.ts';
import type { Corrections, Person } from './corrections.ts';
import { CrmError } from './crm-error.ts';
import type { ContactId, Crm, PortalId } from './ports.ts';
import { type RefreshNowDeps, refreshNow } from './refresh-now.ts';
import type { DirtyContacts, Timeline } from './store.ts';

export type SetDesiredDeps = RefreshNowDeps & {
  readonly corrections: Corrections;
  readonly crm: Pick<Crm, 'writeProperties' | 'readContacts'>;
  readonly timeline: Pick<Timeline, 'saveContacts' | 'load' | 'knows'>;
  readonly dirtyContacts: Pick<DirtyContacts, 'mark'>;
};

export type DesiredProblem = 'type-unknown' | 'source-missing' | 'source-too-long' | 'said-later';

export type DesiredOutcome =
  | { readonly kind: 'done'; readonly card: string }
  | { readonly kind: 'refused'; readonly problems: readonly DesiredProblem[] }
  | { readonly kind: 'unknown-contact' }
  | { readonly kind: 'objection' }
  | { readonly kind: 'taken' }
  /** HubSpot did not take it; nothing is kept, trying again is safe. */
  | { readonly kind: 'not-written' };

/** Characters: HubSpot's text properties hold far more; a source is some words [D]. */
export const longestSource = 1000;

export const desiredProperties = {
  type: 'rapport_desired_relationship',
  source: 'rapport_desired_relationship_source',
} as const;

export type DesiredRequest = {
  readonly portal: PortalId;
  readonly contact: ContactId;
  readonly by: Person;
  readonly id: string;
  /** The id of a type, or `not_asked`. */
  readonly type: string;
  /** Who says so: "said in our call". */
  readonly source: string;
  /** The day they said it, `YYYY-MM-DD`, and today, both in the portal's zone. */
  readonly saidOn: string;
  readonly today: string;
};

export async function setDesired(deps: SetDesiredDeps, request: DesiredRequest): Promise<DesiredOutcome> {
  const { portal, contact, by, id, type } = request;
  const stood = await deps.corrections.find(portal, id);
  if (stood !== null) {
    if (stood.contactId !== contact || stood.says.kind !== 'desired') return { kind: 'taken' };
    return { kind: 'done', card: await refreshNow(deps, { portal, contact }) };
  }
  const problems = problemsOf(request);
  if (problems.length > 0) return { kind: 'refused', problems };
  const [stored] = await deps.timeline.load(portal, [contact]);
  if (stored === undefined) return { kind: 'unknown-contact' };
  if (stored.facts.objection) return { kind: 'objection' };
  const source = sourceOf(request);
  const before = {
    type: stored.published[desiredProperties.type] ?? '',
    source: stored.published[desiredProperties.source] ?? '',
  };
  const written = await writeDesired(deps, { portal, contact, type, source });
  if (written !== 'written') return { kind: written };
  // Written first: a crash in between leaves the contact's word in HubSpot, and the repeated request logs it.
  const says = { kind: 'desired', type, source, before } as const;
  await deps.corrections.add(portal, {
    id,
    contactId: contact,
    at: deps.clock.now(),
    by,
    says,
    undone: null,
  });
  return { kind: 'done', card: await refreshNow(deps, { portal, contact }) };
}

/** The day travels in the text: HubSpot has a date for when it was written, and none for when it was said. */
function sourceOf({ source, saidOn, type }: DesiredRequest): string {
  return type === 'not_asked' ? '' : `${source.trim()} (${saidOn})`;
}

function problemsOf({ type, source, saidOn, today }: DesiredRequest): readonly DesiredProblem[] {
  const known = desiredTypesOf(defaultDesiredSettings).some(({ id }) => id === type);
  const problems: DesiredProblem[] = [];
  if (!known && type !== 'not_asked') problems.push('type-unknown');
  if (source.trim() === '' && type !== 'not_asked') problems.push('source-missing');
  if (source.length > longestSource) problems.push('source-too-long');
  if (saidOn > today) problems.push('said-later');
  return problems;
}

/** Writes both properties, and reads the contact again, so that what is shown next is what stands. */
export async function writeDesired(
  { crm, timeline, dirtyContacts }: Pick<SetDesiredDeps, 'crm' | 'timeline' | 'dirtyContacts'>,
  { portal, contact, type, source }: { portal: PortalId; contact: ContactId; type: string; source: string },
): Promise<'written' | 'not-written' | 'unknown-contact'> {
  const values = { [desiredProperties.type]: type, [desiredProperties.source]: source };
  try {
    const [outcome] = await crm.writeProperties(portal, [{ contactId: contact, values }]);
    if (outcome?.kind === 'gone') return 'unknown-contact';
    if (outcome?.kind !== 'written') return 'not-written';
    const { changed } = await timeline.saveContacts(portal, await crm.readContacts(portal, [contact]));
    await dirtyContacts.mark(portal, changed);
    return 'written';
  } catch (error) {
    if (error instanceof CrmError) return 'not-written';
    throw error;
  }
}
