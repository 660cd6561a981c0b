/** The webhook door on PostgreSQL, beside plain servers that do less, in alternating rounds of the same run. */
import { deliveries } from './bench-requests.ts';
import { type ChildServer, startChild } from './child-server.ts';
import { type Figure, figure } from './figure.ts';
import { type Loaded, load } from './load.ts';
import { type OwnSchema, ownSchema } from './own-schema.ts';

/** Rounds that count, after one that only warms up, and how long each side of one takes, ms. */
const rounds = 5;
const roundMs = 2000;

/** So many deliveries HubSpot sends an app at a time unless told otherwise. */
const usualConnections = 10;
const manyConnections = 32;

export const needsServer = true;

export async function figures(): Promise<Figure[]> {
  await using home = await ownSchema();
  await using ours = await startChild('own-server.ts', { role: 'web', ...placeOf(home) });
  await using plain = await startChild('reference-servers.ts', { kind: 'R1', ...placeOf(home) });
  await using storing = await startChild('reference-servers.ts', { kind: 'R2', ...placeOf(home) });
  const one = await beside(home, { ours, theirs: plain, events: 1, connections: manyConnections });
  const hundred = await beside(home, { ours, theirs: storing, events: 100, connections: manyConnections });
  const usual = await beside(home, { ours, theirs: storing, events: 100, connections: usualConnections });
  return [
    rate('deliveries of 100 events, durable, against R2', hundred, { must: 1, ahead: 2.5 }),
    figure('p99 of their answers at 10 connections, against R2', usual.p99.ours, 'ms', {
      better: 'less',
      must: 1,
      baseline: usual.p99.theirs,
      judged: 'ratio',
      ratio: usual.p99.ratio,
    }),
    rate('deliveries of one event, durable, against R1 without storage', one, { must: 0.6, ahead: 1 }),
    await answerUnderLoad(home),
  ];
}

const placeOf = ({ url, schema }: OwnSchema) => ({ url, schema });

type Beside = Record<'perSecond' | 'p99', { ours: number; theirs: number; ratio: number }>;

function rate(name: string, { perSecond }: Beside, bounds: { must: number; ahead: number }): Figure {
  const { ours, theirs, ratio } = perSecond;
  return figure(name, ours, 'deliveries/s', {
    better: 'more',
    ...bounds,
    baseline: theirs,
    judged: 'ratio',
    ratio,
  });
}

async function beside(
  home: OwnSchema,
  of: { ours: ChildServer; theirs: ChildServer; events: number; connections: number },
): Promise<Beside> {
  const pairs: { ours: Loaded; theirs: Loaded }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const run = { connections: of.connections, forMs: roundMs, request: deliveries(of.events) };
    const theirs = accepted(await load({ ...run, port: of.theirs.port }));
    const ours = accepted(await load({ ...run, port: of.ours.port }));
    await home.query('truncate delivery, inbox');
    if (round > 0) pairs.push({ ours, theirs });
  }
  const compared = (read: (it: Loaded) => number) => ({
    ours: middle(pairs.map((pair) => read(pair.ours))),
    theirs: middle(pairs.map((pair) => read(pair.theirs))),
    ratio: middle(pairs.map((pair) => read(pair.ours) / read(pair.theirs))),
  });
  return { perSecond: compared((it) => it.perSecond), p99: compared((it) => it.p99) };
}

/** The whole service in one process takes apart what it keeps, and still answers. */
async function answerUnderLoad(home: OwnSchema): Promise<Figure> {
  await using whole = await startChild('own-server.ts', { role: 'all', ...placeOf(home) });
  const run = { port: whole.port, connections: usualConnections, request: deliveries(100) };
  await load({ ...run, forMs: 1000 });
  const loaded = accepted(await load({ ...run, forMs: 5000 }));
  return figure('answer to a delivery of 100 events, everything in one process, p99', loaded.p99, 'ms', {
    better: 'less',
    must: 1000,
    ahead: 100,
  });
}

function accepted(loaded: Loaded): Loaded {
  const refused = [...loaded.statuses].filter(([status]) => status !== 204);
  if (refused.length > 0) throw new Error(`The door answered ${JSON.stringify(refused)}`);
  return loaded;
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
