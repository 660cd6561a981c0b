/**
 * Fills a portal with a number of contacts that no first reading could bring in the time of a benchmark: by statements, past
 * the use cases, in the shape that they leave. Ids are those of a made portal (`portal/made-records.ts`).
 */
import { noFacts } from '../src/relationship/facts.ts';
import { stages } from '../src/relationship/stage/stages.ts';
import type { PortalId } from '../src/usecases/ports.ts';
import type { OwnSchema } from './own-schema.ts';

export type Large = {
  readonly portal: PortalId;
  readonly contacts: number;
  /** ms since epoch. */
  readonly now: number;
};

const { objection: _, colleagueTouches: __, override: ___, ...facts } = noFacts;

/** All assessed and settled; of these the first `due` are due at `now`, the others in a month. */
export async function fillAssessed(
  home: OwnSchema,
  { portal, contacts, now }: Large,
  due = 0,
): Promise<void> {
  await home.query(
    `insert into contact (portal_id, id, label, owner_id, created_at, modified_at, objection, facts, published,
        published_model)
      select $1, n::text, 'Person ' || n, '70000' || n % 5, $2, $2, false, $3, '{}', 'shipped-1/90'
      from generate_series(1, $4::int) as n`,
    [portal, now - 900 * day, JSON.stringify(facts), contacts],
  );
  await home.query(
    `insert into assessment (portal_id, contact_id, assessed_at, stage, model_version, body, valid_until, quadrant,
        level_gap, recovery_due, moves)
      select $1, n::text, $2, (array[${stages.map((stage) => `'${stage}'`).join()}])[1 + n % ${stages.length}],
        'shipped-1/90', $3,
        $2::bigint + (n % 365) * ${day}::bigint, (array['full_service', 'retail', 'direct', 'brand'])[1 + n % 4], n % 5 - 2,
        case when n % 1000 = 0 then $2::bigint + n % 90000000 end,
        array[(24310 * ${stages.length} + n % ${stages.length}) * ${stages.length} + n % 7]
      from generate_series(1, $4::int) as n`,
    [portal, now, JSON.stringify({ since: now - 40 * day, nextStage: 'stagnating' }), contacts],
  );
  await home.query(
    `insert into due_contact (portal_id, contact_id, at)
      select $1, n::text, case when n <= $3 then $2::bigint - n else $2::bigint + ${30 * day} end
      from generate_series(1, $4::int) as n`,
    [portal, now, due, contacts],
  );
}

/** Twenty activities for each contact: activity n of a type is about contact n modulo their number. */
export async function fillSignals(home: OwnSchema, { portal, contacts, now }: Large): Promise<void> {
  for (const type of ['emails', 'calls', 'meetings', 'notes', 'tasks']) {
    await home.query(
      `insert into signal (portal_id, contact_id, record, id, source, at, kind, by, channel, facts, modified_at)
        select $1, (1 + (n - 1) % $2)::text, $3 || ':' || n, $3 || ':' || n || '#1', $3 || ':' || n,
          $4::bigint - (n::bigint * 7919777 + (n % $2)::bigint * 104729003) % ${700 * day}, 'message',
          case when n % 3 = 0 then 'us' else 'customer' end, 'email', '{"personal": true}', $4::bigint - ${700 * day}
        from generate_series(1, $2::int * 4) as n`,
      [portal, contacts, type, now],
    );
  }
}

const day = 86_400_000;
