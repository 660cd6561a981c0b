/** A portal with a story and the installed service, on the store that the suite runs on. */
import { randomBytes } from 'node:crypto';
import { Secret } from '../../src/config.ts';
import { generateStory } from '../../src/sandbox/story/generate.ts';
import { startWorld, type World, type WorldOptions } from '../../src/world/start-world.ts';
import { builtPages } from './built-pages.ts';
import { serverUrl } from './database.ts';
import { databaseImage } from './database-image.ts';
import { storyNow } from './told-story.ts';

export type StoryWorldOptions = {
  readonly contacts: number;
  readonly seed?: number;
  readonly withPages?: boolean;
  readonly sandbox?: WorldOptions['sandbox'];
  readonly ticks?: WorldOptions['ticks'];
  /** 20 unless given: few tests are about limits. */
  readonly pace?: number;
  /** Left to the test when false. */
  readonly install?: boolean;
};

export async function startStoryWorld(options: StoryWorldOptions): Promise<World> {
  const world = await startWorld({
    portalPort: 0,
    servicePort: 0,
    store: await storeOfItsOwn(),
    ...(options.withPages ? { withPages: true, built: await builtPages() } : { withPages: false }),
    logLevel: 'silent',
    fill: ({ store }) =>
      void store.load(generateStory({ contacts: options.contacts, seed: options.seed ?? 7, now: storyNow })),
    sandbox: { startAt: storyNow, webhookGatherMs: 10, ...options.sandbox },
    pace: options.pace ?? 20,
    ...(options.ticks === undefined ? {} : { ticks: options.ticks }),
  });
  if (options.install ?? true) {
    await world.install();
    await world.settled();
  }
  return world;
}

/** An empty one, on what the suite runs on. */
export async function storeOfItsOwn(): Promise<WorldOptions['store']> {
  if (serverUrl === null) return { kind: 'memory', image: await databaseImage() };
  const schema = `world_${randomBytes(6).toString('hex')}`;
  return { kind: 'server', url: new Secret(serverUrl), schema, poolSize: 6 };
}
