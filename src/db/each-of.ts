/**
 * The given keys as rows, each once, to be looked up one after the other by a lateral join with `offset 0`. With `= any` or as
 * a plain join the planner may read all of a portal to find a hundred rows, as long as it does not know how large the portal
 * has become: at 270,000 signals a page of a first reading waited 150 ms for it.
 */
import { type RawBuilder, sql } from 'kysely';

export function eachOf(keys: readonly string[]): RawBuilder<unknown> {
  return sql`select distinct key from unnest(${keys}::text[]) as keys(key)`;
}
