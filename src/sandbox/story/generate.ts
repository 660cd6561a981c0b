/**
 * The story of a small company as records of its portal: a coffee roastery that supplies offices, sells machines and
 * builds coffee corners. The first contacts are hand-shaped people, one at least for each stage and each thing worth
 * showing; all others are drawn from templates. The same options give the same records, and a smaller story is the
 * beginning of a larger one.
 */
import type { SandboxRecord } from '../sandbox-record.ts';
import { castApart, objector } from './cast-apart.ts';
import { castContract } from './cast-contract.ts';
import { castModels } from './cast-models.ts';
import { castTogether } from './cast-together.ts';
import { drawTemplate } from './crowd.ts';
import { createDesk, DAY_MS, type Desk, iso, record } from './desk.ts';
import { createLife, type Life } from './life.ts';
import { type Company, companyNamed, inventCompany, inventPerson, languages, type Person } from './names.ts';
import { createRandom } from './random.ts';
import type { Household } from './role.ts';
import { type Account, createScribe, type Owner, type Scribe } from './scribe.ts';
import { StoryError } from './story-error.ts';

export type StoryOptions = {
  /** How many contacts; at least one. */
  readonly contacts: number;
  readonly seed: number;
  /** The story's now, ms since epoch: the sandbox's clock starts there. */
  readonly now: number;
};

export const households: readonly Household[] = [
  ...castTogether,
  ...castApart,
  ...castContract,
  ...castModels,
];

const ownDomain = 'harbour-hill.example';
const staff = [
  ['Robin', 'Hale'],
  ['Yasmin', 'Okafor'],
  ['Tom', 'Verhoeven'],
  ['Ilse', 'Brandt'],
  ['Mateo', 'Rivas'],
] as const;

/** Streams the story, so that its size costs no memory. Throws a StoryError for a size that is none. */
export function* generateStory(options: StoryOptions): Generator<SandboxRecord, void> {
  const { contacts } = options;
  if (!Number.isSafeInteger(contacts) || contacts < 1) {
    throw new StoryError(
      `A story needs a whole number of contacts from 1 on, not ${contacts}: give --contacts 200.`,
    );
  }
  const desk = createDesk(options.now, createRandom(options.seed));
  const owners = staff.map(([first, last]) => hire(desk, first, last));
  yield* owners.map(({ record: owner }) => owner);

  let left = contacts;
  for (let number = 0; left > 0; number++) {
    const owner = owners[number % owners.length]?.owner;
    if (owner === undefined) throw new Error('Nobody works here');
    const household = households[number];
    const told =
      household === undefined ? tellCrowd(desk, owner, number, left) : tellCast(desk, owner, household, left);
    left -= told.contacts;
    yield* told.records;
  }
}

/** What people in the portal change once the app is installed, since its properties exist only then. */
export function editsAfterInstall(options: Pick<StoryOptions, 'contacts'>): readonly {
  readonly type: 'contacts';
  readonly id: string;
  readonly properties: Readonly<Record<string, string>>;
}[] {
  const people = households.flatMap((household) => household.people).slice(0, options.contacts);
  return people.flatMap(({ first, last, later }, place) => {
    const objects = first === objector.first && last === objector.last;
    const properties = objects ? { ...later, rapport_objection: 'true' } : later;
    if (Object.keys(properties).length === 0) return [];
    return [{ type: 'contacts', id: String(firstContactId + place), properties }];
  });
}

const firstContactId = 1_001;
export const castSize = households.reduce((sum, { people }) => sum + people.length, 0);

type Told = { readonly contacts: number; readonly records: readonly SandboxRecord[] };

function tellCast(desk: Desk, owner: Owner, household: Household, atMost: number): Told {
  const { language } = household;
  const company = companyNamed(household.company, language, desk.random);
  const account = openAccount(desk, company, owner);
  const people = household.people.slice(0, atMost);
  const told = people.map((character) => {
    const person: Person = { ...character, language };
    const scribe = createScribe(desk, person, account.account, owner);
    const life = createLife(scribe);
    character.play(life);
    return { scribe, life };
  });
  // A group cut short by the story's size has nothing to live through together.
  if (people.length === household.people.length) household.together?.(told.map(({ life }) => life));
  return finish(
    account.record,
    told.map(({ scribe }) => scribe),
  );
}

/** A company of one to five people, each living a template of their own. */
function tellCrowd(desk: Desk, owner: Owner, number: number, atMost: number): Told {
  const { random } = desk;
  const language = random.pick(languages);
  const account = openAccount(desk, inventCompany(random, language, number), owner);
  const size = Math.min(atMost, random.pick([1, 1, 2, 2, 3, 4, 5]));
  const scribes = Array.from({ length: size }, () => {
    const scribe = createScribe(desk, inventPerson(random, language), account.account, owner);
    const life: Life = createLife(scribe);
    drawTemplate(random).draw(random)(life);
    return scribe;
  });
  return finish(account.record, scribes);
}

function finish(company: SandboxRecord, scribes: readonly Scribe[]): Told {
  return { contacts: scribes.length, records: [company, ...scribes.flatMap((scribe) => scribe.finish())] };
}

function openAccount(
  desk: Desk,
  company: Company,
  owner: Owner,
): { account: Account; record: SandboxRecord } {
  const id = desk.nextId('companies');
  const createdAt = desk.now - 1200 * DAY_MS;
  const properties = { ...company, createdate: iso(createdAt), hubspot_owner_id: owner.id };
  return { account: { id, company }, record: record('companies', id, createdAt, properties) };
}

function hire(desk: Desk, first: string, last: string): { owner: Owner; record: SandboxRecord } {
  const id = desk.nextId('owners');
  const address = `${first.toLowerCase()}.${last.toLowerCase()}@${ownDomain}`;
  const properties = {
    email: address,
    firstName: first,
    lastName: last,
    userId: String(Number(id) - 693_000),
  };
  return { owner: { id, address }, record: record('owners', id, desk.now - 1300 * DAY_MS, properties) };
}
