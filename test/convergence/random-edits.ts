/** What people do in a portal in the course of weeks, drawn by chance: every kind of edit that an activity or contact can have. */
import { verifiedTypes } from '../../src/relationship/desired/desired-types.ts';
import type { ChangeSource } from '../../src/sandbox/crm/change.ts';
import {
  archiveRecord,
  forgetRecord,
  mergeRecords,
  restoreRecord,
} from '../../src/sandbox/crm/end-record.ts';
import { linkRecords, unlinkRecords } from '../../src/sandbox/crm/link-records.ts';
import { type ObjectTypeName, objectType } from '../../src/sandbox/crm/object-types.ts';
import type { StoredRecord } from '../../src/sandbox/crm/shelf.ts';
import { createRecord, setValues, updateRecord, type Values } from '../../src/sandbox/crm/write-record.ts';
import { byUser } from '../../src/sandbox/pages-api/user-writes.ts';
import { defaultPortal } from '../../src/sandbox/portal-settings.ts';
import type { PortalStore } from '../../src/sandbox/store.ts';
import type { Random } from '../../src/sandbox/story/random.ts';
import { drawValues, editable, happenings } from './random-values.ts';

type Portal = { readonly store: PortalStore; readonly random: Random };

type Edit = (portal: Portal) => string | null;

const user: ChangeSource = byUser(defaultPortal);
const mergeable: readonly [ObjectTypeName, ...ObjectTypeName[]] = [
  'contacts',
  'contacts',
  'deals',
  'tickets',
];

/** The kinds of edits, each as often in the list as it is likely. Each tells what it did, or null where there was nothing to do it to. */
const edits: readonly [Edit, ...Edit[]] = [
  happen,
  ...Array<Edit>(6).fill(happen),
  ...Array<Edit>(4).fill(change),
  ...Array<Edit>(3).fill(relink),
  ...Array<Edit>(3).fill(editContact),
  ...Array<Edit>(2).fill(remove),
  ...Array<Edit>(2).fill(bringBack),
  ...Array<Edit>(2).fill(merge),
  arrive,
  object,
  fillForm,
  forget,
];

/** Makes one edit and says of which kind it was and what it did. */
export function editAtRandom(store: PortalStore, random: Random): { kind: string; told: string } {
  for (let tries = 0; tries < 20; tries += 1) {
    const edit = random.pick(edits);
    const told = edit({ store, random });
    if (told !== null) return { kind: edit.name, told };
  }
  return { kind: 'none', told: 'nothing' };
}

function happen({ store, random }: Portal): string | null {
  const people = someLive(store, random, 'contacts', random.chance(0.25) ? 2 : 1);
  if (people.length === 0) return null;
  const type = random.pick(happenings);
  const links = people.map(({ id }) => ({ to: { type: 'contacts' as const, id } }));
  const made = createRecord(
    store,
    objectType(type),
    drawValues(type, random, store.clock.now()),
    links,
    user,
  );
  if (made.kind !== 'created') throw new Error(`${type} were refused: ${JSON.stringify(made)}`);
  return `${type} ${made.record.id} about ${people.map(({ id }) => id).join(' and ')}`;
}

function change({ store, random }: Portal): string | null {
  const type = random.pick(happenings);
  const [record] = someLive(store, random, type, 1);
  if (record === undefined) return null;
  const drawn = Object.entries(drawValues(type, random, store.clock.now()));
  const values = Object.fromEntries(drawn.filter(([name]) => editable(name) && random.chance(0.6)));
  return update(store, record, values);
}

function update(store: PortalStore, record: StoredRecord, values: Values): string {
  const done = updateRecord(store, record, values, user);
  if (done.kind !== 'updated') throw new Error(`An edit was refused: ${JSON.stringify(done)}`);
  return `${record.type.name} ${record.id} ${JSON.stringify(values)}`;
}

function relink({ store, random }: Portal): string | null {
  const [record] = someLive(store, random, random.pick(happenings), 1);
  const [person] = someLive(store, random, 'contacts', 1);
  if (record === undefined || person === undefined) return null;
  const from = { type: record.type.name, id: record.id };
  const linked = store.linked(from, 'contacts');
  const [first] = linked;
  if (first !== undefined && random.chance(0.5)) {
    unlinkRecords(store, from, { type: 'contacts', id: first.id }, user);
    return `${from.type} ${from.id} no more about ${first.id}`;
  }
  linkRecords(store, from, { type: 'contacts', id: person.id }, user);
  return `${from.type} ${from.id} also about ${person.id}`;
}

function editContact({ store, random }: Portal): string | null {
  const [person] = someLive(store, random, 'contacts', 1);
  if (person === undefined) return null;
  const owners = [...store.owners.keys()];
  const choices: readonly [Values, ...Values[]] = [
    { lifecyclestage: random.pick(['lead', 'opportunity', 'customer', 'evangelist', 'other']) },
    { hs_email_optout: random.pick(['true', 'false']) },
    { hubspot_owner_id: owners[random.int(0, Math.max(0, owners.length - 1))] ?? '' },
    { email: `person${random.int(1, 1e9)}@customer.example` },
    { rapport_desired_relationship: random.pick(['', ...verifiedTypes.map(({ id }) => id)]) },
    { loyalty_tier: random.pick(['', 'silver', 'gold']) },
    { jobtitle: `Title ${random.int(1, 9)}` },
  ];
  const values = random.pick(choices);
  const known = Object.keys(values).every((name) => isFitting(store, name, values[name] ?? ''));
  return known ? update(store, person, values) : null;
}

/** Values of our own properties must be among their options, which grow with the app. */
function isFitting(store: PortalStore, name: string, value: string): boolean {
  const definition = store.catalog.find('contacts', name);
  if (definition === undefined) return false;
  if (value === '' || definition.options.length === 0) return true;
  return definition.options.some((option) => option.value === value);
}

function object({ store, random }: Portal): string | null {
  const [person] = someLive(store, random, 'contacts', 1);
  if (person === undefined || store.catalog.find('contacts', 'rapport_objection') === undefined) return null;
  const stands = person.values['rapport_objection'] === 'true';
  return update(store, person, { rapport_objection: stands ? 'false' : 'true' });
}

function remove({ store, random }: Portal): string | null {
  const type = random.chance(0.3) ? 'contacts' : random.pick(happenings);
  const [record] = someLive(store, random, type, 1);
  if (record === undefined) return null;
  archiveRecord(store, record, user);
  return `${type} ${record.id} deleted`;
}

function bringBack({ store, random }: Portal): string | null {
  const archived = (['contacts', ...happenings] as const).flatMap((type) =>
    [...store.shelf(type).records.values()].filter((it) => it.archivedAt !== 0 && it.mergedInto === null),
  );
  const record = archived[random.int(0, Math.max(0, archived.length - 1))];
  if (record === undefined) return null;
  restoreRecord(store, record, user);
  return `${record.type.name} ${record.id} restored`;
}

function merge({ store, random }: Portal): string | null {
  const type = random.pick(mergeable);
  const [winner, loser] = someLive(store, random, type, 2);
  if (winner === undefined || loser === undefined) return null;
  mergeRecords(store, winner, loser, user);
  return `${type} ${loser.id} merged into ${winner.id}`;
}

function arrive({ store, random }: Portal): string {
  const values = { email: `new${random.int(1, 1e9)}@customer.example`, firstname: 'New', lastname: 'Person' };
  const made = createRecord(store, objectType('contacts'), values, [], user);
  if (made.kind !== 'created') throw new Error(`A contact was refused: ${JSON.stringify(made)}`);
  return `contact ${made.record.id} arrives`;
}

function fillForm({ store, random }: Portal): string | null {
  const [person] = someLive(store, random, 'contacts', 1);
  if (person === undefined) return null;
  const now = new Date(store.clock.now()).toISOString();
  const count = String(Number(person.values['num_conversion_events'] ?? '0') + 1);
  const values = { recent_conversion_date: now, num_conversion_events: count };
  setValues(store, person, values, { source: 'FORM', sourceId: 'contact-us', label: 'Contact us' });
  return `contact ${person.id} fills a form`;
}

/** Seldom: it is the one edit that cannot be undone. */
function forget({ store, random }: Portal): string | null {
  const [person] = someLive(store, random, 'contacts', 1);
  if (person === undefined || random.chance(0.6)) return null;
  forgetRecord(store, person, user);
  return `contact ${person.id} forgotten`;
}

/** Different live records of a type, fewer when there are not so many. */
function someLive(store: PortalStore, random: Random, type: ObjectTypeName, count: number): StoredRecord[] {
  const live = [...store.shelf(type).records.values()].filter((it) => it.archivedAt === 0);
  const picked: StoredRecord[] = [];
  while (picked.length < count && live.length > 0)
    picked.push(...live.splice(random.int(0, live.length - 1), 1));
  return picked;
}
