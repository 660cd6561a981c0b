/**
 * What a card waits for: one stored row, signed for, through the whole door; beside a bare express route with one select by
 * primary key and nothing else (R3), in alternating rounds of the same run.
 */
import { randomBytes } from 'node:crypto';
import { createCipher } from '../src/db/cipher.ts';
import { openDatabase } from '../src/db/open-database.ts';
import { createStore } from '../src/db/store.ts';
import { assessment, contact } from '../test/support/timeline-builders.ts';
import { cardQuestions } from './bench-requests.ts';
import { startChild } from './child-server.ts';
import { type Figure, figure } from './figure.ts';
import { type Loaded, load, requestOf } from './load.ts';
import { type OwnSchema, ownSchema } from './own-schema.ts';

const portal = 145_550_001;
const contacts = Array.from({ length: 1000 }, (_, place) => String(10_000 + place));
/** A card with all its panels is some 4 kB in each of two languages, of which one is sent. */
const cardBytes = 4000;
const rounds = 5;
const roundMs = 2000;
const connections = 16;

export async function cardReads(): Promise<Figure[]> {
  await using home = await ownSchema();
  await fill(home);
  const place = { url: home.url, schema: home.schema };
  await using ours = await startChild('own-server.ts', { role: 'web', ...place });
  await using plain = await startChild('reference-servers.ts', { kind: 'R3', ...place });
  const asked = cardQuestions(portal, contacts.slice(0, 64));
  const bare = contacts.slice(0, 64).map((id) => requestOf('GET', `/cards/${id}`, {}));
  const pairs: { ours: Loaded; theirs: Loaded }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const run = { connections, forMs: roundMs };
    const request = (number: number) => bare[number % bare.length] ?? Buffer.alloc(0);
    const theirs = answered(await load({ ...run, port: plain.port, request }));
    const mine = answered(await load({ ...run, port: ours.port, request: asked }));
    if (round > 0) pairs.push({ ours: mine, theirs });
  }
  const compared = (read: (it: Loaded) => number) => ({
    value: middle(pairs.map((pair) => read(pair.ours))),
    baseline: middle(pairs.map((pair) => read(pair.theirs))),
    ratio: middle(pairs.map((pair) => read(pair.ours) / read(pair.theirs))),
  });
  const { value, ...rate } = compared(({ perSecond }) => perSecond);
  const { value: late, ...lateness } = compared(({ p99 }) => p99);
  return [
    figure('card read, against R3', value, 'answers/s', {
      better: 'more',
      must: 0.7,
      ahead: 1,
      judged: 'ratio',
      ...rate,
    }),
    figure('p99 of a card read, against R3', late, 'ms', {
      better: 'less',
      must: 2,
      judged: 'ratio',
      ...lateness,
    }),
  ];
}

async function fill({ url, schema, query }: OwnSchema): Promise<void> {
  const database = await openDatabase({ kind: 'server', url, schema });
  const clock = { now: () => Date.now() };
  const store = createStore(database, {
    clock,
    cipher: createCipher([{ id: 'bench', key: randomBytes(32) }]),
  });
  const card = JSON.stringify({ kind: 'ready', filler: 'x'.repeat(cardBytes - 40) });
  await store.timeline.saveContacts(
    portal,
    contacts.map((id) => contact(id)),
  );
  await store.assessments.save(
    portal,
    contacts.map((contactId) => ({
      contactId,
      assessment: assessment({ asOf: clock.now() }),
      writing: false,
    })),
  );
  await database.close();
  // As if somebody had looked at each before.
  await query('update assessment set card = $1', [`${card}\n${card}`]);
  await query('create table plain_card (id text primary key, body text not null)');
  await query('insert into plain_card select id, $2 from unnest($1::text[]) as t(id)', [contacts, card]);
  await query('analyze');
}

function answered(loaded: Loaded): Loaded {
  const refused = [...loaded.statuses].filter(([status]) => status !== 200);
  if (refused.length > 0) throw new Error(`A card was answered ${JSON.stringify(refused)}`);
  return loaded;
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
