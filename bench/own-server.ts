/** Our own service on PostgreSQL for benchmarks: `web` is the door alone, `all` the whole of it in one process. */
import { z } from 'zod';
import { type Config, Secret } from '../src/config.ts';
import { databasePlace } from '../src/database-place.ts';
import { openDatabase } from '../src/db/open-database.ts';
import { createHttp } from '../src/http/http.ts';
import { listen } from '../src/http/listen.ts';
import { createLog } from '../src/log.ts';
import { buildParts, secretsOf } from '../src/parts.ts';
import { routesOf } from '../src/routes.ts';
import { startService } from '../src/service.ts';
import { benchPoint, benchSecret } from './bench-requests.ts';

const given = z
  .object({ role: z.enum(['web', 'all']), url: z.string(), schema: z.string() })
  .parse(JSON.parse(process.argv[2] ?? ''));

const config: Config = {
  hubspot: {
    clientId: 'bench',
    clientSecret: new Secret(benchSecret),
    previousClientSecret: null,
    apiUrl: 'http://127.0.0.1:9',
    authorizeUrl: 'http://127.0.0.1:9/oauth/authorize',
    eventNames: {
      stage_changed: null,
      milestone_reached: null,
      recovery_opened: null,
      recovery_closed: null,
    },
  },
  http: { host: '127.0.0.1', port: 0, publicUrl: benchPoint, formerUrls: [] },
  store: { kind: 'server', url: new Secret(given.url), schema: given.schema, poolSize: 8 },
  tokenKeys: [{ id: 'bench', key: new Secret(Buffer.alloc(32, 7).toString('base64')) }],
  freshWithinMs: 0,
  liveOnInstall: false,
  logLevel: 'error',
};

async function startDoor(): Promise<string> {
  const log = createLog(config.logLevel);
  const database = await openDatabase(databasePlace(config.store));
  const parts = buildParts(config, { database, log, report: (err) => log.error({ err }, 'failed') }, {});
  await parts.jobs.start(null);
  const app = createHttp({
    routes: routesOf(parts, async () => true),
    signature: { bases: [benchPoint], secrets: secretsOf(config) },
    clock: parts.clock,
    log,
  });
  return (await listen(app, config.http)).url;
}

const url = given.role === 'web' ? await startDoor() : (await startService(config)).url;
process.send?.(Number(new URL(url).port));
