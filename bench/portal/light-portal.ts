/**
 * A portal that holds nothing: every record is made from its id as it is asked for, so that millions cost no memory. It
 * answers over HTTP as HubSpot does where the first reading and the refreshing ask, keeps HubSpot's limits, at a faster
 * pace if need be, and counts the calls. Any number of portals: the token names which.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createRateLimits,
  hubspotLimits,
  type Lane,
  type RateLimits,
} from '../../src/sandbox/limits/rate-limits.ts';
import { type Contents, madeRecord, typeIdOf } from './made-records.ts';

export type Counts = {
  /** Answered calls by lane. */
  readonly general: number;
  readonly search: number;
  readonly associations: number;
  /** 429. */
  readonly refused: number;
  /** Contacts written, and when the last write of each portal came, ms since epoch. */
  readonly written: number;
  readonly lastWriteAt: Readonly<Record<string, number>>;
  /** Of each portal how many different contacts were written, and when it last called, ms since epoch. */
  readonly contactsWritten: Readonly<Record<string, number>>;
  readonly lastCallAt: Readonly<Record<string, number>>;
  /** Contacts that came in a write while another one of the same contact was not answered yet. */
  readonly twice: number;
  /** Moments of the calls of the general lane, ms on a monotonic clock. */
  readonly generalAt: readonly number[];
};

export type LightPortal = AsyncDisposable & { readonly url: string; counts(): Counts };

export type LightPortalOptions = {
  /** What each portal holds. */
  readonly contentsOf: (portal: string) => Contents;
  /** How many times faster than HubSpot's the windows of the limits pass. */
  readonly timeScale: number;
  /** How long an answer takes, real ms. */
  readonly latencyMs?: number;
};

type Tally = { -readonly [K in keyof Counts]: Counts[K] } & {
  generalAt: number[];
  lastWriteAt: Record<string, number>;
  contactsWritten: Record<string, number>;
  lastCallAt: Record<string, number>;
};

const page = 100;
const appId = 1;

export async function startLightPortal(options: LightPortalOptions): Promise<LightPortal> {
  const limits = new Map<string, RateLimits>();
  const tally = nothingYet();
  const limitsOf = (portal: string): RateLimits => {
    const own = limits.get(portal) ?? createRateLimits({ ...hubspotLimits, timeScale: options.timeScale });
    limits.set(portal, own);
    return own;
  };
  const writes = watchWrites(tally);
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      if (request.url === '/counts') return send(response, 200, tally);
      const portal = (request.headers.authorization ?? '').replace('Bearer ', '');
      const url = new URL(request.url ?? '/', 'http://portal');
      const lane = laneOf(url.pathname);
      const admission = limitsOf(portal).admit(lane, appId);
      for (const [name, value] of Object.entries(admission.headers)) response.setHeader(name, value);
      if (admission.kind === 'refused') {
        tally.refused += 1;
        return send(response, 429, { status: 'error', policyName: admission.policy });
      }
      tally[lane] += 1;
      tally.lastCallAt[portal] = Date.now();
      if (lane === 'general') tally.generalAt.push(performance.now());
      const answer = answerTo(url, body, options.contentsOf(portal));
      if (url.pathname.endsWith('/batch/update')) {
        tally.written += answer.results.length;
        tally.lastWriteAt[portal] = Date.now();
      }
      const writing = url.pathname.endsWith('/batch/update') ? writes.begin(portal, answer.results) : null;
      setTimeout(() => {
        writing?.();
        send(response, 200, answer);
      }, options.latencyMs ?? 0);
    });
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  // A server that listens on a TCP port answers with an AddressInfo.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    counts: () => tally,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function nothingYet(): Tally {
  const calls = { general: 0, search: 0, associations: 0, refused: 0, generalAt: [] };
  return { ...calls, written: 0, lastWriteAt: {}, contactsWritten: {}, lastCallAt: {}, twice: 0 };
}

/** Who is being written, and who ever was. */
function watchWrites(tally: Tally) {
  const under = new Map<string, number>();
  const ever = new Set<string>();
  return {
    /** Returns what ends the write. */
    begin(portal: string, results: readonly unknown[]): () => void {
      // `answerTo` made them, each with the id of a contact.
      const keys = (results as readonly { id: string }[]).map(({ id }) => `${portal}:${id}`);
      for (const key of keys) {
        const count = (under.get(key) ?? 0) + 1;
        under.set(key, count);
        if (count > 1) tally.twice += 1;
        if (ever.has(key)) continue;
        ever.add(key);
        tally.contactsWritten[portal] = (tally.contactsWritten[portal] ?? 0) + 1;
      }
      return () => {
        for (const key of keys) under.set(key, (under.get(key) ?? 1) - 1);
      };
    },
  };
}

function laneOf(path: string): Lane {
  if (path.endsWith('/search')) return 'search';
  return path.startsWith('/crm/associations/') ? 'associations' : 'general';
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part;
  return text;
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

type Asked = {
  readonly inputs: readonly { readonly id: string }[];
  readonly filterGroups: readonly {
    readonly filters: readonly { readonly operator: string; readonly value: string }[];
  }[];
  readonly limit: number;
};

function answerTo(url: URL, body: string, contents: Contents): { readonly results: readonly unknown[] } {
  const [, , area = '', , type = '', to = ''] = url.pathname.split('/');
  // Our own adapter wrote it.
  const asked = (body === '' ? {} : JSON.parse(body)) as Asked;
  if (area === 'associations') return associations(type, to, asked, contents);
  if (url.pathname.endsWith('/search')) return search(type, asked, contents);
  if (url.pathname.endsWith('/batch/update')) {
    return { results: asked.inputs.map(({ id }) => ({ id, properties: {} })) };
  }
  if (url.pathname.endsWith('/batch/read')) {
    return { results: asked.inputs.map(({ id }) => madeRecord(type, Number(id), contents)) };
  }
  return list(type, Number(url.searchParams.get('after') ?? 0), contents);
}

function list(type: string, after: number, contents: Contents) {
  const last = Math.min(after + page, sizeOf(type, contents));
  const results = numbers(after + 1, last).map((id) => ({
    ...madeRecord(type, id, contents),
    ...(type === 'contacts'
      ? {}
      : { associations: { contacts: { results: [{ id: contactOf(id, contents) }] } } }),
  }));
  return last < sizeOf(type, contents) ? { results, paging: { next: { after: String(last) } } } : { results };
}

/** Highest first between two bounds, as the search lane asks. */
function search(type: string, { filterGroups, limit }: Asked, contents: Contents) {
  const filters = filterGroups[0]?.filters ?? [];
  const bound = (operator: string) => filters.find((filter) => filter.operator === operator)?.value;
  const above = Number(bound('GT') ?? 0);
  const below = Math.min(Number(bound('LT') ?? Number.POSITIVE_INFINITY), sizeOf(type, contents) + 1);
  const total = Math.max(0, below - above - 1);
  const found = numbers(Math.max(above + 1, below - limit), below - 1).reverse();
  return { total, results: found.map((id) => madeRecord(type, id, contents)) };
}

function associations(type: string, to: string, { inputs }: Asked, contents: Contents) {
  if (to !== 'contacts') return { results: [] };
  const typeId = typeIdOf(type);
  return {
    results: inputs.map(({ id }) => ({
      from: { id },
      to: [{ toObjectId: contactOf(Number(id), contents), associationTypes: [{ typeId }] }],
    })),
  };
}

function sizeOf(type: string, { contacts, activities }: Contents): number {
  return type === 'contacts' ? contacts : (activities[type] ?? 0);
}

function contactOf(activity: number, { contacts }: Contents): string {
  return String(((activity - 1) % contacts) + 1);
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, place) => from + place);
}
