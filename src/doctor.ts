/** Looks at what the service stands on, without changing any of it: configuration, database, HubSpot, webhooks, clock, portals. */
import { pino } from 'pino';
import { type Config, ConfigError, readConfig } from './config.ts';
import { databasePlace } from './database-place.ts';
import { openDatabase } from './db/open-database.ts';
import { pendingMigrations } from './db/pending-migrations.ts';
import { StoreError } from './db/store-error.ts';
import { signedEmptyDelivery } from './http/signed-delivery.ts';
import { loadManifest } from './manifest.ts';
import { buildParts } from './parts.ts';
import { refuseEmptyFolder } from './store-for-command.ts';
import { broken, diagnose, type Finding, look, well } from './usecases/diagnose.ts';
import type { PortalId } from './usecases/ports.ts';

export type Examining = {
  /** Null: as many as are installed, up to `mostPortals`. */
  readonly portal: PortalId | null;
  readonly config?: () => Config;
  readonly request?: typeof fetch;
  /** What the database says, of itself and of the portals. */
  readonly store?: typeof stored;
};

const mostPortals = 20;
const patienceMs = 5_000;
/** HubSpot refuses, and we refuse, what was signed five minutes ago; half of that is time to act [D]. */
const driftMs = 150_000;

export async function examine({
  portal,
  config: read = readConfig,
  request = fetch,
  store = stored,
}: Examining): Promise<readonly Finding[]> {
  let config: Config;
  try {
    config = read();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map((problem) =>
      broken('configuration:', problem.replace(/\.$/, ''), 'See docs/configuration.md.'),
    );
  }
  return [
    well('configuration', 'is complete'),
    ...(await hubspot(config, request)),
    await webhooks(config, request),
    ...(await store(config, portal)),
  ];
}

async function hubspot({ hubspot: { apiUrl } }: Config, request: typeof fetch): Promise<readonly Finding[]> {
  const about = 'HubSpot';
  try {
    const response = await request(apiUrl, { method: 'HEAD', signal: AbortSignal.timeout(patienceMs) });
    const date = Date.parse(response.headers.get('date') ?? '');
    return [well(about, `answers at ${apiUrl}`), ...(Number.isNaN(date) ? [] : [clock(Date.now() - date)])];
  } catch {
    // Whatever the network says, the finding is that it does not answer.
    return [
      broken(about, `does not answer at ${apiUrl}`, 'Check the network, the proxy, and HUBSPOT_API_URL.'),
    ];
  }
}

function clock(driftOf: number): Finding {
  const seconds = Math.round(Math.abs(driftOf) / 1000);
  if (Math.abs(driftOf) <= driftMs) return well('clock', `is within ${seconds} s of HubSpot’s`);
  return broken(
    'clock',
    `is ${seconds} s off HubSpot’s: signatures are refused`,
    'Set the machine’s clock by NTP.',
  );
}

/** An empty delivery, signed as HubSpot signs: it passes the whole way and leaves nothing behind. */
async function webhooks(config: Config, request: typeof fetch): Promise<Finding> {
  const path = loadManifest().webhooks.path;
  const url = config.http.publicUrl + path;
  const about = 'webhooks';
  try {
    const { body, headers } = signedEmptyDelivery(url, config.hubspot.clientSecret.reveal(), Date.now());
    const { status } = await request(url, {
      method: 'POST',
      body,
      headers,
      signal: AbortSignal.timeout(patienceMs),
    });
    if (status === 204) return well(about, `arrive at ${url}`);
    const remedy =
      status === 401
        ? 'The running service has another PUBLIC_URL or HUBSPOT_CLIENT_SECRET, or a proxy changes the path.'
        : 'Check that PUBLIC_URL leads to the service, through every proxy.';
    return broken(about, `are answered ${status} at ${url}`, remedy);
  } catch {
    // As above: the finding is that nobody answers.
    return broken(
      about,
      `do not arrive at ${url}`,
      'Start the service, and check PUBLIC_URL and what stands before it.',
    );
  }
}

async function stored(config: Config, portal: PortalId | null): Promise<readonly Finding[]> {
  const found = await schema(config);
  return found.some(({ verdict }) => verdict === 'broken')
    ? found
    : [...found, ...(await portals(config, portal))];
}

async function schema({ store }: Config): Promise<readonly Finding[]> {
  const about = 'database';
  try {
    if (store.kind !== 'server') {
      refuseEmptyFolder(store);
      return [well(about, `is the embedded one${store.kind === 'folder' ? ` in ${store.path}` : ''}`)];
    }
    const pending = await pendingMigrations(store.url.reveal(), store.schema);
    if (pending.length === 0) return [well(about, 'answers, and its schema is up to date')];
    return [
      broken(
        about,
        `lacks ${pending.join(', ')}`,
        'Start this version of the service once: it brings the schema up to date.',
      ),
    ];
  } catch (error) {
    if (error instanceof StoreError) return [broken(about, 'cannot be used', error.message)];
    throw error;
  }
}

async function portals(config: Config, wanted: PortalId | null): Promise<readonly Finding[]> {
  const log = pino({ level: 'silent' });
  try {
    await using closing = await opened(config);
    const parts = buildParts(config, { database: closing.database, log, report: () => {} }, {});
    const active = wanted === null ? await parts.store.installations.active() : [wanted];
    const found: Finding[] =
      active.length === 0
        ? [look('portals:', 'none is installed', 'Open /oauth/install of this service.')]
        : [];
    for (const portal of active.slice(0, mostPortals)) {
      found.push(...(await diagnose({ ...parts.store, crm: parts.crm, clock: parts.clock }, portal)));
    }
    if (active.length > mostPortals) {
      found.push(
        look('portals:', `${active.length - mostPortals} more were not looked at`, 'Name one with --portal.'),
      );
    }
    return found;
  } catch (error) {
    if (error instanceof StoreError) return [look('portals', 'were not looked at', error.message)];
    throw error;
  }
}

async function opened(config: Config) {
  const database = await openDatabase(databasePlace(config.store));
  return { database, [Symbol.asyncDispose]: () => database.close() };
}
