/**
 * An admin's change comes into force: a new edition, and every contact assessed by it. Going back is a change like any
 * other. What moves by it is told as recalibrated, since the settings moved and not the relationship.
 */
import type { Settings } from '../relationship/settings.ts';
import { type Choices, type ChoicesStore, defaultChoices, type Edition } from './choices.ts';
import type { Person } from './corrections.ts';
import { markEveryone } from './mark-everyone.ts';
import type { PipelineChoices } from './pipeline-choices.ts';
import type { ActivityType, Atomically, Clock, Installations, PortalId, RecordType } from './ports.ts';
import type { PropertyMapping } from './property-mapping.ts';
import type { Backfills, DirtyRecords } from './store.ts';
import type { Wakeups } from './work.ts';

export type ApplyChoicesDeps = {
  readonly choices: ChoicesStore;
  readonly installations: Pick<Installations, 'find' | 'save'>;
  readonly dirtyRecords: Pick<DirtyRecords, 'mark'>;
  readonly atomically: Atomically;
  readonly backfills: Pick<Backfills, 'start'>;
  readonly wakeups: Wakeups;
  readonly clock: Clock;
  readonly readable: (granted: readonly string[]) => readonly ActivityType[];
};

export type Applied =
  | { readonly kind: 'applied'; readonly revision: number }
  /** Somebody else changed the settings meanwhile: what was looked at is not what stands. */
  | { readonly kind: 'stale'; readonly revision: number }
  | { readonly kind: 'not-installed' }
  | { readonly kind: 'unknown-edition' };

export type Change = {
  readonly portal: PortalId;
  readonly by: Person;
  /** The edition that was looked at when the change was made. */
  readonly basedOn: number;
  readonly note: string;
  readonly choices: Choices;
};

export const longestNote = 500;

export async function applyChoices(deps: ApplyChoicesDeps, change: Change): Promise<Applied> {
  return add(deps, { ...change, backTo: null });
}

/** Revision 0 are the defaults. */
export async function rollBack(
  deps: ApplyChoicesDeps,
  request: Omit<Change, 'choices'> & { readonly to: number; readonly defaults: Choices },
): Promise<Applied> {
  const { to, defaults, ...change } = request;
  const older = to === 0 ? { choices: defaults } : await deps.choices.find(change.portal, to);
  if (older === null) return { kind: 'unknown-edition' };
  return add(deps, { ...change, choices: older.choices, backTo: to });
}

async function add(deps: ApplyChoicesDeps, change: Change & { backTo: number | null }): Promise<Applied> {
  const { portal, by, note, basedOn, backTo } = change;
  const installation = await deps.installations.find(portal);
  if (installation?.state !== 'active') return { kind: 'not-installed' };
  const stood = await deps.choices.current(portal);
  if ((stood?.revision ?? 0) !== basedOn) {
    const isRepeated = stood !== null && repeats(stood, change);
    return { kind: isRepeated ? 'applied' : 'stale', revision: stood?.revision ?? 0 };
  }
  const before = stood?.choices ?? defaultChoices;
  const revision = basedOn + 1;
  const isSame = says(before.settings) === says(change.choices.settings);
  const settings = { ...change.choices.settings, revision: isSame ? before.settings.revision : revision };
  const choices: Choices = { ...change.choices, settings };
  const at = deps.clock.now();
  const isWordedAnew =
    !isSame || before.language !== choices.language || before.neutralLabels !== choices.neutralLabels;
  const isReadAnew =
    says(before.mapping) !== says(choices.mapping) || says(before.pipelines) !== says(choices.pipelines);
  const edition = { revision, at, by, note: note.slice(0, longestNote), backTo, choices };
  // The edition and what follows from it are one: a crash in between would leave contacts by the old one.
  const isAdded = await deps.atomically(portal, async () => {
    if (!(await deps.choices.add(portal, edition))) return false;
    if (isWordedAnew) await markEveryone(deps.dirtyRecords, portal);
    // Another property says it from now on, or a stage means something else: what was read by the old one is read again.
    const types: readonly RecordType[] = ['contacts', ...deps.readable(installation.scopes)];
    if (isReadAnew) await deps.backfills.start(portal, types, at, null);
    return true;
  });
  // Somebody was faster, by a moment: what they added tells whether it was this very change.
  if (!isAdded) return add(deps, change);
  if (isWordedAnew) await deps.wakeups.wake('refresh', portal, 'now');
  if (isReadAnew) await deps.wakeups.wake('backfill', portal);
  if (before.neutralLabels !== choices.neutralLabels) await deps.wakeups.wake('labels', portal);
  if (before.retentionDays !== choices.retentionDays) await deps.wakeups.wake('retention', portal);
  return { kind: 'applied', revision };
}

/** HubSpot's proxy sends a request again when its answer was lost, and a person clicks twice: one change, one edition. */
function repeats(
  stood: Edition,
  { by, basedOn, note, backTo, choices }: Change & Pick<Edition, 'backTo'>,
): boolean {
  return (
    stood.revision === basedOn + 1 &&
    stood.by.userId === by.userId &&
    stood.note === note.slice(0, longestNote) &&
    stood.backTo === backTo &&
    says(stood.choices) === says(choices)
  );
}

/** What they say, without the edition that says it. */
function says(of: Partial<PropertyMapping> | PipelineChoices | Settings | Choices): string {
  return JSON.stringify(of, (key, value: unknown) => {
    if (key === 'revision') return undefined;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
