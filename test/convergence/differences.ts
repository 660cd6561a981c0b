/** Where a portal that was followed through everything differs from what a fresh install computes for it. */
import type { PropertyValues } from '../../src/relationship/properties.ts';
import type { StoredRecord } from '../../src/sandbox/crm/shelf.ts';
import type { PortalStore } from '../../src/sandbox/store.ts';
import type { Stored } from '../../src/usecases/store.ts';
import type { FreshInstall } from './fresh-install.ts';
import { isComputed } from './portal-copy.ts';

/** Tells when something last changed, so that it belongs to the way and not to the state. */
const ofTheWay = 'rapport_assessed_at';

/** @param overridden contacts whose stage somebody set by hand. */
export function differences(
  store: PortalStore,
  stored: Stored,
  fresh: FreshInstall,
  overridden: ReadonlySet<string> = new Set(),
): readonly string[] {
  const live = [...store.shelf('contacts').records.values()].filter((contact) => contact.archivedAt === 0);
  const found = live.flatMap((contact) =>
    ofContact(store, contact, {
      computed: fresh.values.get(contact.id),
      isOverridden: overridden.has(contact.id),
    }),
  );
  const strangers = [...fresh.values.keys()].filter((id) => store.findLive('contacts', id) === undefined);
  return [
    ...found,
    ...strangers.map((id) => `contact ${id} is not in the portal`),
    ...(JSON.stringify(stored) === JSON.stringify(fresh.stored)
      ? []
      : [`stored are ${JSON.stringify(stored)}, in a fresh install ${JSON.stringify(fresh.stored)}`]),
  ];
}

function ofContact(
  store: PortalStore,
  contact: StoredRecord,
  { computed, isOverridden }: { computed: PropertyValues | undefined; isOverridden: boolean },
): string[] {
  if (computed === undefined) return [`contact ${contact.id} is unknown to the fresh install`];
  const names = new Set([...Object.keys(computed), ...Object.keys(contact.values).filter(isComputed)]);
  names.delete(ofTheWay);
  return [...names].flatMap((name) => {
    const is = contact.values[name] ?? '';
    const allowed = [
      ...(name === 'rapport_stage_movement' ? movements(store, contact, computed) : [computed[name] ?? '']),
      ...(isOverridden ? keptByOverride(store, contact, computed, name) : []),
    ];
    return allowed.includes(is)
      ? []
      : [`contact ${contact.id}: ${name} is "${is}", a fresh install says "${allowed.join('" or "')}"`];
  });
}

/**
 * What a person set by hand, and its end, are told as recalibrations: they belong to the write. While an override stands,
 * so does the date of the change before it. A fresh install finds nothing standing.
 */
function keptByOverride(
  store: PortalStore,
  contact: StoredRecord,
  computed: PropertyValues,
  name: string,
): string[] {
  if (name === 'rapport_stage_movement') return ['recalibrated'];
  if (name !== 'rapport_stage_changed_at' || computed['rapport_held_by'] !== 'override') return [];
  const held = store.history.get(contact)?.get('rapport_held_by') ?? [];
  const begun = held[held.findLastIndex(({ value }) => value !== 'override') + 1];
  const stood = begun === undefined ? undefined : valueAt(store, contact, name, begun.at - 1);
  return stood === undefined ? [] : [stood];
}

/**
 * `first` belongs to the first stage that was ever written and stays with it; every later stage has the movement of the
 * replay, as it was when the stage was written: one that was the first of the story then stays so, too, though the past was
 * changed afterwards. A contact that took over the values of one merged into it may have either.
 */
function movements(store: PortalStore, contact: StoredRecord, computed: PropertyValues): readonly string[] {
  const replayed = computed['rapport_stage_movement'] ?? '';
  if (replayed === '') return [''];
  const past = store.history.get(contact)?.get('rapport_stage') ?? [];
  const begun = past.findLastIndex(({ value }) => value === '' || value === 'not_assessed');
  const since = past.slice(begun + 1);
  if (since.length === 1) return ['first'];
  const isMerged = since.some(({ by }) => by.source === 'MERGE_OBJECTS');
  const toldAt = since.at(-1)?.at ?? 0;
  const wasFirst = (valueAt(store, contact, 'rapport_stage_previous', toldAt) ?? '') === '';
  return isMerged || wasFirst ? ['first', replayed] : [replayed];
}

/** What a property said at a time; undefined before it was ever written. */
function valueAt(store: PortalStore, contact: StoredRecord, name: string, at: number): string | undefined {
  const versions = store.history.get(contact)?.get(name) ?? [];
  return versions.findLast((version) => version.at <= at)?.value;
}
