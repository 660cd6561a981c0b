/** A portal with a story and the installed service, on the store that the suite runs on. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { Secret } from '../../src/config.ts';
import { generateStory } from '../../src/sandbox/story/generate.ts';
import { startWorld, type World, type WorldOptions } from '../../src/world/start-world.ts';
import { serverUrl } from './database.ts';

export type StoryWorldOptions = {
  readonly contacts: number;
  readonly seed?: number;
  readonly withPages?: boolean;
  readonly sandbox?: WorldOptions['sandbox'];
  /** Left to the test when false. */
  readonly install?: boolean;
};

/** The story's now: any day will do, so that it is always the same one. */
export const storyNow = Date.UTC(2026, 5, 15, 9);

export async function startStoryWorld(options: StoryWorldOptions): Promise<World> {
  const schema = `world_${randomBytes(6).toString('hex')}`;
  const world = await startWorld({
    portalPort: 0,
    servicePort: 0,
    store: storeFor(schema),
    withPages: options.withPages ?? false,
    logLevel: 'silent',
    fill: ({ store }) =>
      void store.load(generateStory({ contacts: options.contacts, seed: options.seed ?? 7, now: storyNow })),
    sandbox: { startAt: storyNow, webhookGatherMs: 10, ...options.sandbox },
  });
  const stop = async () => {
    await world.stop();
    await dropSchemas([schema, `${schema}_jobs`]);
  };
  if (options.install ?? true) {
    await world.install();
    await world.settled();
  }
  return { ...world, stop, [Symbol.asyncDispose]: stop };
}

function storeFor(schema: string): WorldOptions['store'] {
  return serverUrl === null
    ? { kind: 'memory' }
    : { kind: 'server', url: new Secret(serverUrl), schema, poolSize: 6 };
}

async function dropSchemas(schemas: readonly string[]): Promise<void> {
  if (serverUrl === null) return;
  const owner = new pg.Client({ connectionString: serverUrl });
  await owner.connect();
  for (const schema of schemas) await owner.query(`drop schema if exists ${schema} cascade`);
  await owner.end();
}
