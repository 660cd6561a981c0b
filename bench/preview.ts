/** The preview of new settings on a hundred thousand contacts with twenty signals each, on PostgreSQL. */
import { createCipher } from '../src/db/cipher.ts';
import { openDatabase } from '../src/db/open-database.ts';
import { createStore } from '../src/db/store.ts';
import { defaultChoices } from '../src/usecases/choices.ts';
import { runPreview } from '../src/usecases/run-preview.ts';
import { type Figure, figure } from './figure.ts';
import { benchInstallation, benchNow, benchPortal } from './fill-contacts.ts';
import { fillAssessed, fillSignals } from './fill-large.ts';
import { ownSchema } from './own-schema.ts';

export const needsServer = true;

const contacts = 100_000;

export async function figures(): Promise<Figure[]> {
  await using home = await ownSchema();
  const database = await openDatabase({ kind: 'server', url: home.url, schema: home.schema, poolSize: 4 });
  try {
    const clock = { now: () => benchNow };
    const cipher = createCipher([{ id: 'bench', key: Buffer.alloc(32, 7) }]);
    const store = createStore(database, { clock, cipher });
    await store.installations.save(benchInstallation);
    const large = { portal: benchPortal, contacts, now: benchNow };
    await fillAssessed(home, large);
    await fillSignals(home, large);
    await home.query('analyze contact, assessment, signal');
    const { settings } = defaultChoices;
    const choices = { ...defaultChoices, settings: { ...settings, quietDays: settings.quietDays + 7 } };
    await store.previews.ask(benchPortal, { id: 'bench', askedAt: benchNow, choices });
    const at = performance.now();
    const cpu = process.cpuUsage();
    const deps = { ...store, clock, readable: () => ['emails', 'deals', 'orders'] as const };
    const signal = new AbortController().signal;
    await runPreview(deps, { of: benchInstallation, signal });
    const seconds = (performance.now() - at) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    const done = await store.previews.find(benchPortal);
    if (done?.result?.contacts !== contacts) throw new Error('The preview passed contacts over');
    return [
      figure('preview of new settings on 100,000 contacts', seconds, 's', {
        better: 'less',
        must: 20,
        ahead: 5,
      }),
      figure('of that computing time of our process', (user + system) / 1_000_000, 's', { better: 'less' }),
    ];
  } finally {
    await database.close();
  }
}
