import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { objectTypeNames } from '../../../src/sandbox/crm/object-types.ts';
import { standardPipelines } from '../../../src/sandbox/crm/pipelines.ts';
import { checkValue } from '../../../src/sandbox/crm/property-value.ts';
import { standardProperties } from '../../../src/sandbox/crm/standard-properties.ts';
import type { SandboxRecord } from '../../../src/sandbox/sandbox-record.ts';
import { templates } from '../../../src/sandbox/story/crowd.ts';
import {
  castSize,
  editsAfterInstall,
  generateStory,
  households,
  type StoryOptions,
} from '../../../src/sandbox/story/generate.ts';
import { StoryError } from '../../../src/sandbox/story/story-error.ts';

const now = Date.UTC(2026, 5, 15, 12);
const told = (contacts: number, seed = 1): SandboxRecord[] => [...generateStory({ contacts, seed, now })];
const digest = (records: readonly SandboxRecord[]) =>
  createHash('sha256').update(JSON.stringify(records)).digest('hex');

const key = ({ type, id }: { type: string; id: string }) => `${type}:${id}`;
const ofType = (records: readonly SandboxRecord[], type: string) =>
  records.filter((one) => one.type === type);

describe('a generated story', () => {
  const story = told(1500);

  test('is the same to the byte for the same seed', () => {
    expect(digest(told(400, 7))).toBe(digest(told(400, 7)));
  });

  test('is another for another seed', () => {
    expect(digest(told(400, 7))).not.toBe(digest(told(400, 8)));
  });

  test('has as many contacts as asked for, whatever the size', () => {
    for (const contacts of [1, 2, castSize - 1, castSize, castSize + 1, 333]) {
      expect(ofType(told(contacts), 'contacts')).toHaveLength(contacts);
    }
  });

  test('begins like a larger one', () => {
    const small = told(castSize);
    expect(digest(told(900).slice(0, small.length))).toBe(digest(small));
  });

  test('gives every record an id of its own', () => {
    expect(new Set(story.map(key)).size).toBe(story.length);
  });

  test('gives every contact an address of its own', () => {
    const addresses = ofType(story, 'contacts').map(({ properties }) => properties['email']);
    expect(new Set(addresses).size).toBe(1500);
    expect(addresses.every((address) => /^[a-z0-9.-]+@[a-z0-9-]+\.example$/.test(address ?? ''))).toBe(true);
  });

  test('links only to records that it tells, every activity to a contact, and every line item to a deal', () => {
    const known = new Set(story.map(key));
    const links = story.flatMap(({ associations = [] }) => associations);
    expect(links.filter((link) => !known.has(key(link)))).toEqual([]);
    const lonely = story.filter(
      ({ type, associations = [] }) =>
        !['owners', 'companies', 'contacts'].includes(type) &&
        !associations.some((one) => one.type === (type === 'line_items' ? 'deals' : 'contacts')),
    );
    expect(lonely).toEqual([]);
  });

  test('names only owners that it tells', () => {
    const owners = new Set(ofType(story, 'owners').map(({ id }) => id));
    const named = story
      .map(({ properties }) => properties['hubspot_owner_id'])
      .filter((id) => id !== undefined);
    expect(named.length).toBeGreaterThan(1500);
    expect(named.filter((id) => !owners.has(id))).toEqual([]);
  });

  test('uses only properties that the portal has, with values they allow', () => {
    expect(faultsOf(story)).toEqual([]);
  });

  test('uses only stages that the portal has', () => {
    const stages = new Set(
      [...standardPipelines.deals, ...standardPipelines.tickets].flatMap((one) =>
        one.stages.map(({ id }) => id),
      ),
    );
    const used = story.flatMap(
      ({ properties }) => properties['dealstage'] ?? properties['hs_pipeline_stage'] ?? [],
    );
    expect(new Set(used).size).toBeGreaterThan(5);
    expect(used.filter((stage) => !stages.has(stage))).toEqual([]);
  });

  test('recorded nothing after its now', () => {
    expect(story.filter(({ createdAt, updatedAt = 0 }) => createdAt > now || updatedAt > now)).toEqual([]);
  });

  test('tells of every kind of activity', () => {
    const types = new Set(story.map(({ type }) => type));
    for (const type of ['emails', 'calls', 'meetings', 'notes', 'tasks', 'communications', 'postal_mail']) {
      expect(types).toContain(type);
    }
    for (const type of ['tickets', 'deals', 'orders', 'feedback_submissions', 'companies', 'owners']) {
      expect(types).toContain(type);
    }
    for (const type of ['quotes', 'invoices', 'subscriptions']) expect(types).toContain(type);
  });

  test('creates a contact before the first thing that is told of it', () => {
    const createdAt = new Map(ofType(story, 'contacts').map((contact) => [contact.id, contact.createdAt]));
    const early = story.filter(({ type, createdAt: at, associations = [] }) => {
      const subject = associations.find((link) => link.type === 'contacts');
      return type !== 'contacts' && subject !== undefined && (createdAt.get(subject.id) ?? at) > at;
    });
    expect(early).toEqual([]);
  });

  test('knows nothing of the future at midnight either, but for planned meetings', () => {
    const midnight: StoryOptions = { contacts: 600, seed: 1, now: Date.UTC(2026, 0, 1) };
    const late = [...generateStory(midnight)].filter(({ type, properties, createdAt, updatedAt = 0 }) => {
      const happened = type === 'meetings' ? 0 : Date.parse(properties['hs_timestamp'] ?? '1970-01-01');
      return Math.max(createdAt, updatedAt, happened) > midnight.now;
    });
    expect(late).toEqual([]);
  });
});

describe('the cast', () => {
  const people = households.flatMap((household) => household.people);
  const intended = (stage: string) => people.filter(({ intends }) => intends === stage).length;

  test('has somebody in each stage', () => {
    const counts = {
      initiating: 3,
      experimenting: 3,
      intensifying: 3,
      integrating: 3,
      bonding: 3,
      differentiating: 2,
      circumscribing: 2,
      stagnating: 3,
      avoiding: 3,
      terminating: 3,
      not_enough_evidence: 2,
    };
    for (const [stage, least] of Object.entries(counts))
      expect([stage, intended(stage) >= least]).toEqual([stage, true]);
  });

  test('has people with names of their own, who come first', () => {
    const names = people.map(({ first, last }) => `${first} ${last}`);
    expect(new Set(names).size).toBe(castSize);
    const first = ofType(told(castSize + 40), 'contacts').slice(0, castSize);
    expect(first.map(({ properties }) => `${properties['firstname']} ${properties['lastname']}`)).toEqual(
      names,
    );
  });

  test('has one person who objects once the app is installed, and some who say what they want', () => {
    const edits = editsAfterInstall({ contacts: castSize });
    const nameOf = (id: string | undefined) =>
      told(castSize).find((one) => one.type === 'contacts' && one.id === id)?.properties['lastname'];
    const objecting = edits.filter(({ properties }) => properties['rapport_objection'] === 'true');
    expect(objecting.map(({ id }) => nameOf(id))).toEqual(['Feldkamp']);
    const wishing = edits.filter(({ properties }) => 'rapport_desired_relationship' in properties);
    expect(wishing.map(({ id }) => nameOf(id))).toEqual(['Nordmann', 'Solberg', 'Hallmann', 'Haig']);
    for (const { properties } of wishing) {
      expect(properties['rapport_desired_relationship_source']).toMatch(/\w/);
    }
    expect(editsAfterInstall({ contacts: 3 })).toEqual([]);
  });
});

describe('the crowd', () => {
  test('lives every template, about as often as its share says', () => {
    // A contact on a list leaves nothing but a record without a source: that share can be counted from outside.
    const total = templates.reduce((sum, { share }) => sum + share, 0);
    const listed = templates.find(({ name }) => name === 'on a list')?.share ?? 0;
    const story = told(4000).slice(told(castSize).length);
    const spoken = new Set(
      story.flatMap(({ type, associations = [] }) => (type === 'contacts' ? [] : associations.map(key))),
    );
    const silent = ofType(story, 'contacts').filter(
      (one) => !spoken.has(key(one)) && one.properties['hs_analytics_source'] === 'OFFLINE',
    );
    const expected = ((4000 - castSize) * listed) / total;
    expect(silent.length).toBeGreaterThan(expected * 0.75);
    expect(silent.length).toBeLessThan(expected * 1.25);
  });
});

test.each([0, -1, 1.5, Number.NaN])('%s contacts are no story', (contacts) => {
  expect(() => told(contacts)).toThrow(StoryError);
});

/** Everything the portal would refuse of these records. */
function faultsOf(records: readonly SandboxRecord[]): string[] {
  const catalogs = new Map<string, Map<string, ReturnType<typeof standardProperties>[number]>>();
  for (const type of objectTypeNames) {
    catalogs.set(
      type,
      new Map(standardProperties(type, 0).map((definition) => [definition.name, definition])),
    );
  }
  return records.flatMap(({ type, properties }) => {
    if (type === 'owners') return [];
    return Object.entries(properties).flatMap(([name, value]) => {
      const definition = catalogs.get(type)?.get(name);
      if (definition === undefined) return [`${type}.${name}`];
      const checked = checkValue(definition, value);
      return checked.kind === 'fits' ? [] : [checked.fault.message];
    });
  });
}
