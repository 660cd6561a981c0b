import type { Config } from './config.ts';
import type { DatabasePlace } from './db/open-database.ts';

/** Where the configuration says the store is. */
export function databasePlace(store: Config['store']): DatabasePlace {
  return store.kind === 'server' ? { ...store, url: store.url.reveal() } : store;
}
