/** A sweep with a thousand due contacts among a million, beside the same among a thousand, on PostgreSQL. */
import { createCipher } from '../src/db/cipher.ts';
import type { Database } from '../src/db/database.ts';
import { openDatabase } from '../src/db/open-database.ts';
import { createStore } from '../src/db/store.ts';
import { type Figure, figure } from './figure.ts';
import { benchNow, benchPortal } from './fill-contacts.ts';
import { fillAssessed } from './fill-large.ts';
import { type OwnSchema, ownSchema } from './own-schema.ts';
import { quantile } from './quantile.ts';

export const needsServer = true;

const due = 1000;
const rounds = 15;

export async function figures(): Promise<Figure[]> {
  await using few = await ownSchema();
  await using many = await ownSchema();
  await fillAssessed(few, { portal: benchPortal, contacts: due, now: benchNow }, due);
  await fillAssessed(many, { portal: benchPortal, contacts: 1_000_000, now: benchNow }, due);
  for (const home of [few, many]) await home.query('vacuum analyze contact, assessment, due_contact');
  const small = await opened(few);
  const large = await opened(many);
  try {
    const pairs: { small: number; large: number }[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const pair = { small: await sweepOnce(few, small), large: await sweepOnce(many, large) };
      if (round > 0) pairs.push(pair);
    }
    return [
      figure(
        'sweep of 1,000 due among 1,000,000 contacts',
        quantile(
          pairs.map((it) => it.large),
          0.5,
        ),
        'ms',
        {
          better: 'less',
          must: 1.5,
          ahead: 1.1,
          judged: 'ratio',
          baseline: quantile(
            pairs.map((it) => it.small),
            0.5,
          ),
          ratio: quantile(
            pairs.map((it) => it.large / it.small),
            0.5,
          ),
        },
      ),
    ];
  } finally {
    await small.close();
    await large.close();
  }
}

function opened({ url, schema }: OwnSchema): Promise<Database> {
  return openDatabase({ kind: 'server', url, schema, poolSize: 1 });
}

/** ms; what was due is due again afterwards. */
async function sweepOnce(home: OwnSchema, database: Database): Promise<number> {
  const { assessments } = createStore(database, {
    clock: { now: () => benchNow },
    cipher: createCipher([{ id: 'bench', key: Buffer.alloc(32, 7) }]),
  });
  const at = performance.now();
  const marked = await assessments.markDue(benchNow, due);
  const ms = performance.now() - at;
  if (marked.get(benchPortal) !== due)
    throw new Error(`The sweep marked ${marked.get(benchPortal)} of ${due}`);
  await home.query('truncate dirty_contact');
  await home.query(
    `insert into due_contact (portal_id, contact_id, at)
      select $1, n::text, $2::bigint - n from generate_series(1, $3::int) as n`,
    [benchPortal, benchNow, due],
  );
  await home.query('vacuum due_contact');
  return ms;
}
