/**
 * What we measure ourselves against, as plain as it can be written on the same libraries: R1 express with a signature check
 * and no storage, R2 the same with one insert of a row for each event, R3 express with one select by primary key.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import express, { type Request } from 'express';
import pg from 'pg';
import { z } from 'zod';
import { benchPoint, benchSecret } from './bench-requests.ts';

const given = z
  .object({ kind: z.enum(['R1', 'R2', 'R3']), url: z.string(), schema: z.string() })
  .parse(JSON.parse(process.argv[2] ?? ''));

const pool = new pg.Pool({
  connectionString: given.url,
  max: 8,
  options: `-c search_path=${given.schema}`,
});
const app = express();
app.disable('x-powered-by').disable('etag');

function isSigned(request: Request, body: Buffer): boolean {
  const timestamp = request.get('x-hubspot-request-timestamp') ?? '';
  if (Math.abs(Date.now() - Number(timestamp)) > 300_000) return false;
  const made = createHmac('sha256', benchSecret)
    .update(`POST${benchPoint}${request.originalUrl}`)
    .update(body)
    .update(timestamp)
    .digest('base64');
  const theirs = Buffer.from(request.get('x-hubspot-signature-v3') ?? '');
  return theirs.length === made.length && timingSafeEqual(Buffer.from(made), theirs);
}

const events = z.array(
  z.object({
    portalId: z.number(),
    subscriptionType: z.string(),
    objectId: z.number(),
    occurredAt: z.number(),
  }),
);

const insert = `
  insert into inbox (portal, type, object, at, event)
  select * from unnest($1::bigint[], $2::text[], $3::bigint[], $4::bigint[], $5::text[]::jsonb[])`;

app.post('/hubspot/webhooks', express.raw({ type: () => true, limit: '2mb' }), async (request, response) => {
  const body: unknown = request.body;
  if (!Buffer.isBuffer(body) || !isSigned(request, body)) {
    response.sendStatus(401);
    return;
  }
  if (given.kind === 'R2') {
    const all: unknown = JSON.parse(body.toString('utf8'));
    // The plainest server would not check; it only reads.
    const read = all as z.infer<typeof events>;
    await pool.query(insert, [
      read.map((it) => it.portalId),
      read.map((it) => it.subscriptionType),
      read.map((it) => it.objectId),
      read.map((it) => it.occurredAt),
      read.map((it) => JSON.stringify(it)),
    ]);
  }
  response.status(204).end();
});

app.get('/cards/:id', async (request, response) => {
  const { rows } = await pool.query<{ body: string }>('select body from plain_card where id = $1', [
    request.params.id,
  ]);
  response.type('json').send(rows[0]?.body);
});

if (given.kind === 'R2') {
  await pool.query(`create table if not exists inbox (id bigint generated always as identity primary key,
    portal bigint not null, type text not null, object bigint not null, at bigint not null, event jsonb not null,
    received_at timestamptz not null default now())`);
}

const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : null);
});
