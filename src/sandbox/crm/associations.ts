/**
 * The links between records, kept in both directions. Ids of the default link types are HubSpot's where it documents them;
 * pairs it does not document get stable ids of the sandbox's own, from 9000.
 */
import { type ObjectTypeName, objectType, objectTypeNames } from './object-types.ts';

type Pair = readonly [from: ObjectTypeName, to: ObjectTypeName, fromTo: number, toFrom: number];

const documentedPairs: readonly Pair[] = [
  ['contacts', 'companies', 279, 280],
  ['contacts', 'contacts', 449, 449],
  ['contacts', 'deals', 4, 3],
  ['contacts', 'tickets', 15, 16],
  ['contacts', 'calls', 193, 194],
  ['contacts', 'emails', 197, 198],
  ['contacts', 'meetings', 199, 200],
  ['contacts', 'notes', 201, 202],
  ['contacts', 'tasks', 203, 204],
  ['contacts', 'communications', 82, 81],
  ['contacts', 'postal_mail', 454, 453],
  ['contacts', 'orders', 508, 507],
  ['contacts', 'quotes', 70, 69],
  ['companies', 'deals', 342, 341],
  ['companies', 'tickets', 340, 339],
  ['companies', 'calls', 181, 182],
  ['companies', 'emails', 185, 186],
  ['companies', 'meetings', 187, 188],
  ['companies', 'notes', 189, 190],
  ['companies', 'tasks', 191, 192],
  ['companies', 'orders', 510, 509],
  ['deals', 'tickets', 27, 28],
  ['deals', 'line_items', 19, 20],
  ['deals', 'calls', 205, 206],
  ['deals', 'emails', 209, 210],
  ['deals', 'meetings', 211, 212],
  ['deals', 'notes', 213, 214],
  ['deals', 'tasks', 215, 216],
  ['deals', 'orders', 511, 512],
  ['tickets', 'calls', 219, 220],
  ['tickets', 'emails', 223, 224],
  ['tickets', 'meetings', 225, 226],
  ['tickets', 'notes', 227, 228],
  ['tickets', 'tasks', 229, 230],
  ['orders', 'line_items', 513, 514],
];

const documented = new Map<string, number>();
for (const [from, to, fromTo, toFrom] of documentedPairs) {
  documented.set(`${from}>${to}`, fromTo);
  documented.set(`${to}>${from}`, toFrom);
}

/** The id of the unlabelled link from one type to another. */
export function defaultLinkType(from: ObjectTypeName, to: ObjectTypeName): number {
  const known = documented.get(`${from}>${to}`);
  if (known !== undefined) return known;
  return 9000 + objectTypeNames.indexOf(from) * objectTypeNames.length + objectTypeNames.indexOf(to);
}

/** The link types that the people of this portal made for themselves; all others are HubSpot's. */
export const referredByLabel = 1001;
export const referralLabel = 1002;
export const introducedLabel = 1003;
export const resellerLabel = 1004;

const ownLabels: readonly number[] = [referredByLabel, referralLabel, introducedLabel, resellerLabel];

export function linkCategory(typeId: number): 'USER_DEFINED' | 'HUBSPOT_DEFINED' {
  return ownLabels.includes(typeId) ? 'USER_DEFINED' : 'HUBSPOT_DEFINED';
}

/** Labelled links that this portal has: those of every portal, and its own. */
export const labelledTypes: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  'contacts>companies': { 1: 'Primary' },
  'companies>contacts': { 2: 'Primary' },
  'deals>companies': { 5: 'Primary', [resellerLabel]: 'Reseller' },
  'companies>deals': { 6: 'Primary' },
  'tickets>companies': { 26: 'Primary' },
  'companies>tickets': { 25: 'Primary' },
  'contacts>contacts': {
    [referredByLabel]: 'Referred by',
    [referralLabel]: 'Referral',
    [introducedLabel]: 'Introduced',
  },
};

/** HubSpot's name of the unlabelled link in inline associations, e.g. `email_to_contact`. */
export function linkName(from: ObjectTypeName, to: ObjectTypeName): string {
  return `${objectType(from).singular.toLowerCase()}_to_${objectType(to).singular.toLowerCase()}`;
}

export type Associations = {
  /** True when the link is new. */
  link(from: RecordKey, to: RecordKey, typeId?: number): boolean;
  /** True when there was a link. */
  unlink(from: RecordKey, to: RecordKey): boolean;
  /** Linked ids, oldest link first. */
  linked(from: RecordKey, to: ObjectTypeName): readonly string[];
  /** The type at the other end of a link type. */
  typeByLink(from: ObjectTypeName, typeId: number): ObjectTypeName | undefined;
  /** All link types between two linked records, the default one first. */
  typesOf(from: RecordKey, to: RecordKey): readonly number[];
  /** Every linked pair with its link types, for saving. */
  pairs(): Iterable<{
    readonly from: RecordKey;
    readonly to: RecordKey;
    readonly typeIds: readonly number[];
  }>;
};

export type RecordKey = { readonly type: ObjectTypeName; readonly id: string };

/** @returns an empty set of links. Memory is what matters: two million activities mean four million entries. */
export function createAssociations(): Associations {
  // One map per direction, found without building a key: a large load asks for it millions of times.
  const sides = new Map<ObjectTypeName, Map<ObjectTypeName, Map<string, string[]>>>(
    objectTypeNames.map((from) => [from, new Map()]),
  );
  const sideOf = (from: ObjectTypeName, to: ObjectTypeName) => sides.get(from)?.get(to);
  const extraTypes = new Map<string, number[]>();
  const idsOf = (from: RecordKey, to: ObjectTypeName) => sideOf(from.type, to)?.get(from.id);
  const pairKey = (from: RecordKey, to: RecordKey) => `${from.type}:${from.id}>${to.type}:${to.id}`;

  function push(from: RecordKey, to: RecordKey) {
    const side = sideOf(from.type, to.type) ?? new Map<string, string[]>();
    sides.get(from.type)?.set(to.type, side);
    const ids = side.get(from.id);
    if (ids === undefined) side.set(from.id, [to.id]);
    else ids.push(to.id);
  }

  function has(from: RecordKey, to: RecordKey): boolean {
    const ahead = idsOf(from, to.type);
    const back = idsOf(to, from.type);
    if (ahead === undefined || back === undefined) return false;
    // A company has thousands of contacts, each of its contacts one company: look from the short side.
    return ahead.length <= back.length ? ahead.includes(to.id) : back.includes(from.id);
  }

  function pull(from: RecordKey, to: RecordKey) {
    const side = sideOf(from.type, to.type);
    const left = side?.get(from.id)?.filter((id) => id !== to.id);
    if (left === undefined || left.length === 0) side?.delete(from.id);
    else side?.set(from.id, left);
    extraTypes.delete(pairKey(from, to));
  }

  /** The link as made, and once more from the other end when that end has labels of its own. */
  function* bothWays(from: RecordKey, to: RecordKey) {
    yield { from, to, typeIds: typesOf(from, to) };
    if (extraTypes.has(pairKey(to, from))) yield { from: to, to: from, typeIds: typesOf(to, from) };
  }

  function typesOf(from: RecordKey, to: RecordKey): number[] {
    return [defaultLinkType(from.type, to.type), ...(extraTypes.get(pairKey(from, to)) ?? [])];
  }

  return {
    link(from, to, typeId) {
      const isNew = !has(from, to);
      if (isNew) {
        push(from, to);
        if (from.type !== to.type || from.id !== to.id) push(to, from);
      }
      if (typeId !== undefined && typeId !== defaultLinkType(from.type, to.type)) {
        const extra = extraTypes.get(pairKey(from, to)) ?? [];
        if (!extra.includes(typeId)) extraTypes.set(pairKey(from, to), [...extra, typeId]);
      }
      return isNew;
    },
    unlink(from, to) {
      if (!has(from, to)) return false;
      pull(from, to);
      pull(to, from);
      return true;
    },
    linked: (from, to) => idsOf(from, to) ?? [],
    typeByLink: (from, typeId) =>
      objectTypeNames.find(
        (to) =>
          defaultLinkType(from, to) === typeId || labelledTypes[`${from}>${to}`]?.[typeId] !== undefined,
      ),
    typesOf,
    *pairs() {
      for (const from of objectTypeNames) {
        for (const to of objectTypeNames.slice(objectTypeNames.indexOf(from))) {
          for (const [fromId, ids] of sideOf(from, to) ?? []) {
            for (const id of ids) {
              if (from === to && id < fromId) continue;
              yield* bothWays({ type: from, id: fromId }, { type: to, id });
            }
          }
        }
      }
    },
  };
}
