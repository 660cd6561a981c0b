/**
 * The open store: every statement runs in a transaction of one portal, or names itself as serving all of them. Inside
 * `atomically` all stores share one transaction, carried by the async context; on PGlite, which has one connection, a
 * statement beside it would wait for ever.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { PGlite } from '@electric-sql/pglite';
import { type Kysely, type QueryExecutorProvider, sql } from 'kysely';
import type { Atomically, PortalId } from '../usecases/ports.ts';

export type Executor = QueryExecutorProvider;

export type Database = {
  /** Row-level security sees this portal only. Joins the surrounding `atomically`. */
  inPortal<T>(portal: PortalId, work: (trx: Executor) => Promise<T>): Promise<T>;
  /** For the few statements that serve all portals (sweep, backlog, list of installations) and for tables of none. */
  acrossPortals<T>(work: (trx: Executor) => Promise<T>): Promise<T>;
  /** One statement on tables of no portal, a transaction by itself: never called inside `atomically`. */
  alone<T>(work: (executor: Executor) => Promise<T>): Promise<T>;
  /** One select in one message, wall included. `text` has no parameters: only checked ids may be put into it. */
  readInPortal(portal: PortalId, text: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  readonly atomically: Atomically;
  /** What a job queue needs to live in the same store. */
  readonly home:
    | { readonly kind: 'embedded'; readonly pglite: PGlite }
    | { readonly kind: 'server'; readonly url: string };
  /** Answers when the store does; throws what the driver says when not. */
  ping(): Promise<void>;
  close(): Promise<void>;
};

/** What differs between the two stores. */
export type Connections = {
  readonly kysely: Kysely<unknown>;
  readonly home: Database['home'];
  /** Runs several statements as one message and one transaction; rows of the last. */
  message(text: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Begins, scopes, works, commits: on a server with as few round trips as can be. */
  transaction<T>(scope: string, work: (trx: Executor) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

type Ambient = { readonly portal: PortalId | 'every'; readonly trx: Executor };

/** Serialization failure and deadlock: the transaction did nothing and may be run again. */
const repeatable = new Set(['40001', '40P01']);
const maxRuns = 5;

export function createDatabase(connections: Connections): Database {
  const ambient = new AsyncLocalStorage<Ambient>();

  async function run<T>(portal: PortalId | 'every', work: (trx: Executor) => Promise<T>): Promise<T> {
    const around = ambient.getStore();
    if (around !== undefined) {
      if (around.portal !== portal) {
        throw new Error(`A transaction of portal ${around.portal} cannot work on portal ${portal}`);
      }
      return work(around.trx);
    }
    for (let runs = 1; ; runs++) {
      try {
        return await connections.transaction(scopeOf(portal), (trx) =>
          ambient.run({ portal, trx }, () => work(trx)),
        );
      } catch (error) {
        if (runs >= maxRuns || !isRepeatable(error)) throw error;
      }
    }
  }

  return {
    inPortal: run,
    acrossPortals: (work) => run('every', work),
    alone: (work) => work(connections.kysely),
    readInPortal: (portal, text) => connections.message(`${scopeOf(portal)}; ${text}`),
    atomically: (portal, work) => run(portal, () => work()),
    home: connections.home,
    async ping() {
      await sql`select 1`.execute(connections.kysely);
    },
    close: () => connections.close(),
  };
}

/** The settings end with the transaction, so that a pooled connection never carries a portal to the next user. */
function scopeOf(portal: PortalId | 'every'): string {
  if (portal === 'every') return `select set_config('app.every_portal', 'on', true)`;
  if (!Number.isSafeInteger(portal) || portal < 0) throw new Error(`${portal} is no portal id`);
  return `select set_config('app.portal', '${portal}', true)`;
}

function isRepeatable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && repeatable.has(String(error.code));
}
