/** Calls of our workflow actions, in table `action_call`: one row per callback id, begun under a lease and answered once. */
import { sql } from 'kysely';
import type {
  ActionCall,
  ActionCalls,
  ActionReply,
  BegunCall,
  LoggedCall,
  WaitingCall,
} from '../usecases/action-calls.ts';
import type { PortalId } from '../usecases/ports.ts';
import type { Database, Executor } from './database.ts';

const waitingAtOnce = 100;

export function createActionCalls(db: Database): ActionCalls {
  return {
    begin: (portal, call, at, leaseMs) =>
      db.inPortal(portal, (trx) => begin(trx, portal, call, at, at + leaseMs)),
    answer: (portal, callbackId, reply) =>
      db.inPortal(portal, async (trx) => {
        const until = reply.kind === 'waiting' ? reply.until : null;
        const { rows } = await sql<{ reply: ActionReply }>`
          update action_call set reply = coalesce(reply, ${JSON.stringify(reply)}::jsonb),
            until = case when reply is null then ${until}::bigint else until end
          where portal_id = ${portal} and callback_id = ${callbackId} returning reply`.execute(trx);
        // Erased meanwhile with its contact: nobody but the caller remembers it.
        return rows[0]?.reply ?? reply;
      }),
    release: (portal, callbackId) =>
      db.inPortal(portal, async (trx) => {
        await sql`
          update action_call set lease_until = 0
          where portal_id = ${portal} and callback_id = ${callbackId}`.execute(trx);
      }),
    waiting: (portal) => db.inPortal(portal, (trx) => waiting(trx, portal)),
    complete: (portal, callbackId, reply) =>
      db.inPortal(portal, async (trx) => {
        await sql`
          update action_call set until = null, reply = ${JSON.stringify(reply)}::jsonb
          where portal_id = ${portal} and callback_id = ${callbackId}`.execute(trx);
      }),
    about: (portal, contact) =>
      db.inPortal(portal, async (trx) => {
        const { rows } = await sql<LoggedCall>`
          select callback_id as "callbackId", action, contact_id as "contactId", inputs, at, reply from action_call
          where portal_id = ${portal} and contact_id = ${contact} order by at desc, callback_id`.execute(trx);
        return rows;
      }),
    prune: (before) =>
      db.acrossPortals(async (trx) => {
        await sql`delete from action_call where at < ${before}`.execute(trx);
      }),
  };
}

async function begin(
  trx: Executor,
  portal: PortalId,
  { callbackId, action, contactId, inputs }: ActionCall,
  at: number,
  leaseUntil: number,
): Promise<BegunCall> {
  const { rows } = await sql<{ tries: number }>`
    insert into action_call as c (portal_id, callback_id, action, contact_id, inputs, at, tries, lease_until)
    values (${portal}, ${callbackId}, ${action}, ${contactId}, ${JSON.stringify(inputs)}::jsonb, ${at}, 1, ${leaseUntil})
    on conflict (portal_id, callback_id) do update set tries = c.tries + 1, lease_until = excluded.lease_until
    where c.reply is null and c.lease_until <= ${at} returning tries`.execute(trx);
  if (rows[0] !== undefined) return { kind: 'begun', tries: rows[0].tries };
  const stood = await sql<{ reply: ActionReply | null }>`
    select reply from action_call where portal_id = ${portal} and callback_id = ${callbackId}`.execute(trx);
  const reply = stood.rows[0]?.reply ?? null;
  return reply === null ? { kind: 'under-way' } : { kind: 'answered', reply };
}

async function waiting(trx: Executor, portal: PortalId): Promise<readonly WaitingCall[]> {
  const { rows } = await sql<WaitingCall>`
    select callback_id as "callbackId", contact_id as "contactId", at, until,
      not exists (select from dirty_contact as d where d.portal_id = c.portal_id and d.item = c.contact_id)
      and not exists (select from dirty_record as d where d.portal_id = c.portal_id
        and d.item in ('contacts:' || c.contact_id, 'history:' || c.contact_id)) as "isFresh"
    from action_call as c where c.portal_id = ${portal} and c.until is not null
    order by c.at limit ${waitingAtOnce}`.execute(trx);
  return rows;
}
