/** Where a service keeps its data, in a form that travels to another process. */
import { z } from 'zod';
import { type Config, Secret } from '../../src/config.ts';

export const serviceStore = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('folder'), path: z.string() }),
  z.object({ kind: z.literal('server'), url: z.string(), schema: z.string(), poolSize: z.number() }),
]);

export type ServiceStore = z.infer<typeof serviceStore>;

export function configured(store: ServiceStore): Config['store'] {
  return store.kind === 'server' ? { ...store, url: new Secret(store.url) } : store;
}
