/** Reading the signals of a contact, assessing it and saving the answer, on PostgreSQL with HubSpot's part left out. */
import { setImmediate } from 'node:timers/promises';
import { createCipher } from '../src/db/cipher.ts';
import { openDatabase } from '../src/db/open-database.ts';
import { createStore, type Store } from '../src/db/store.ts';
import { keptInfer } from '../src/infer.ts';
import type { Crm } from '../src/usecases/ports.ts';
import { refreshContacts } from '../src/usecases/refresh-contacts.ts';
import { type Figure, figure } from './figure.ts';
import { benchContact, benchInstallation, benchNow, benchPortal, fillContacts } from './fill-contacts.ts';
import { ownSchema } from './own-schema.ts';

const contacts = 6000;

/** Batches under way at a time, as when a worker has plenty to do. */
const beside = 4;

export const needsServer = true;

export async function figures(): Promise<Figure[]> {
  await using home = await ownSchema();
  const database = await openDatabase({ kind: 'server', url: home.url, schema: home.schema, poolSize: 4 });
  try {
    const clock = { now: () => benchNow };
    const cipher = createCipher([{ id: 'bench', key: Buffer.alloc(32, 7) }]);
    const store = createStore(database, { clock, cipher });
    await fillContacts(store, home, contacts);
    const first = await assessAll(store);
    const again = await assessAll(store);
    return [
      ...figuresOf('first assessment of contacts of 20 signals', first),
      ...figuresOf('assessment of the same contacts again', again),
    ];
  } finally {
    await database.close();
  }
}

type Assessed = { readonly perSecond: number; readonly computingMs: number };

function figuresOf(name: string, { perSecond, computingMs }: Assessed): Figure[] {
  return [
    figure(name, perSecond, 'contacts/s', { better: 'more', must: 2000, ahead: 5000 }),
    figure('of that computing time of our process for each', computingMs, 'ms', { better: 'less' }),
  ];
}

/** Marks all and works until none is left. */
async function assessAll(store: Store): Promise<Assessed> {
  const ids = Array.from({ length: contacts }, (_, number) => benchContact(number));
  await store.dirtyContacts.mark(benchPortal, ids);
  const infer = keptInfer();
  const deps = {
    ...store,
    crm,
    clock: { now: () => benchNow },
    infer,
    readable: () => ['emails', 'deals', 'orders'] as const,
    breathe: () => setImmediate(),
    report: (error: unknown) => {
      throw error;
    },
  };
  const started = performance.now();
  const cpu = process.cpuUsage();
  const lane = async () => {
    while ((await refreshContacts(deps, benchInstallation)).kind === 'done');
  };
  await Promise.all(Array.from({ length: beside }, lane));
  const { user, system } = process.cpuUsage(cpu);
  return {
    perSecond: contacts / ((performance.now() - started) / 1000),
    computingMs: (user + system) / 1000 / contacts,
  };
}

/** HubSpot answers at once that all is written. */
const crm: Pick<Crm, 'readContacts' | 'writeProperties' | 'sendEvents'> = {
  readContacts: async () => [],
  writeProperties: async (_portal, updates) => [
    { kind: 'written', contactIds: updates.map(({ contactId }) => contactId) },
  ],
  sendEvents: async () => undefined,
};
