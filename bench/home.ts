/** What the home page asks of PostgreSQL in a portal with a million assessed contacts. */
import { createCipher } from '../src/db/cipher.ts';
import { openDatabase } from '../src/db/open-database.ts';
import { createStore } from '../src/db/store.ts';
import type { ListOf } from '../src/usecases/home.ts';
import { type Figure, figure } from './figure.ts';
import { benchInstallation, benchNow, benchPortal } from './fill-contacts.ts';
import { fillAssessed } from './fill-large.ts';
import { ownSchema } from './own-schema.ts';
import { quantile } from './quantile.ts';

export const needsServer = true;

const contacts = 1_000_000;
const day = 86_400_000;

/** Every list of the page, as its first page and as one deep inside is asked for. */
const lists: readonly ListOf[] = [
  { by: 'stage', stage: 'bonding' },
  { by: 'quadrant', quadrant: 'retail' },
  { by: 'gap', gap: -2 },
  { by: 'slipping', until: benchNow + 30 * day },
  { by: 'recovering' },
];
const pages = 40;
const pageSize = 20;

export async function figures(): Promise<Figure[]> {
  await using home = await ownSchema();
  const database = await openDatabase({ kind: 'server', url: home.url, schema: home.schema, poolSize: 2 });
  try {
    const cipher = createCipher([{ id: 'bench', key: Buffer.alloc(32, 7) }]);
    const store = createStore(database, { clock: { now: () => benchNow }, cipher });
    await store.installations.save(benchInstallation);
    await fillAssessed(home, { portal: benchPortal, contacts, now: benchNow });
    await home.query('analyze contact, assessment');
    const counting = performance.now();
    await store.home.summarise(benchPortal, benchNow);
    const counted = (performance.now() - counting) / 1000;
    const times: number[] = [];
    const timed = async (ask: () => Promise<unknown>) => {
      const at = performance.now();
      await ask();
      times.push(performance.now() - at);
    };
    for (const list of lists) {
      await timed(() => store.home.summary(benchPortal));
      let after: string | null = null;
      for (let page = 0; page < pages; page += 1) {
        await timed(async () => {
          after = (await store.home.list(benchPortal, list, { after, limit: pageSize })).next;
        });
      }
    }
    return [
      figure(`home page, ${times.length} queries over 1,000,000 contacts, p99`, quantile(times, 0.99), 'ms', {
        better: 'less',
        must: 500,
        ahead: 100,
      }),
      figure('the summary that a job counts in the background', counted, 's', { better: 'less' }),
    ];
  } finally {
    await database.close();
  }
}
