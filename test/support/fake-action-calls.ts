/** Calls of workflow actions in memory, with the store's rules. */
import type { ActionCall, ActionCalls, ActionReply } from '../../src/usecases/action-calls.ts';
import type { PortalId } from '../../src/usecases/ports.ts';

type Row = {
  readonly portal: PortalId;
  readonly call: ActionCall;
  readonly at: number;
  tries: number;
  leaseUntil: number;
  reply: ActionReply | null;
  until: number | null;
};

/** @param isMarked whether something about the contact waits to be read or assessed. */
export function fakeActionCalls(isMarked: (portal: PortalId, contact: string) => boolean): {
  store: ActionCalls;
  erase: (portal: PortalId, contact: string) => void;
  forget: (portal: PortalId, ids: readonly string[]) => void;
} {
  let rows: Row[] = [];
  const find = (portal: PortalId, id: string) =>
    rows.find((row) => row.portal === portal && row.call.callbackId === id);
  const store: ActionCalls = {
    async begin(portal, call, at, leaseMs) {
      const row = find(portal, call.callbackId);
      if (row === undefined) {
        const asked = {
          callbackId: call.callbackId,
          action: call.action,
          contactId: call.contactId,
          inputs: call.inputs,
        };
        rows.push({ portal, call: asked, at, tries: 1, leaseUntil: at + leaseMs, reply: null, until: null });
        return { kind: 'begun', tries: 1 };
      }
      if (row.reply !== null) return { kind: 'answered', reply: row.reply };
      if (row.leaseUntil > at) return { kind: 'under-way' };
      row.tries += 1;
      row.leaseUntil = at + leaseMs;
      return { kind: 'begun', tries: row.tries };
    },
    async answer(portal, callbackId, reply) {
      const row = find(portal, callbackId);
      if (row === undefined) return reply;
      if (row.reply !== null) return row.reply;
      row.reply = reply;
      row.until = reply.kind === 'waiting' ? reply.until : null;
      return reply;
    },
    async release(portal, callbackId) {
      const row = find(portal, callbackId);
      if (row !== undefined) row.leaseUntil = 0;
    },
    async waiting(portal) {
      return rows.flatMap(({ portal: of, call, at, until }) =>
        of === portal && until !== null && call.contactId !== null
          ? [
              {
                callbackId: call.callbackId,
                contactId: call.contactId,
                at,
                until,
                isFresh: !isMarked(portal, call.contactId),
              },
            ]
          : [],
      );
    },
    async complete(portal, callbackId, reply) {
      const row = find(portal, callbackId);
      if (row === undefined) return;
      row.reply = reply;
      row.until = null;
    },
    async about(portal, contact) {
      const of = rows.filter((row) => row.portal === portal && row.call.contactId === contact);
      return of.toReversed().map(({ call, at, reply }) => ({ ...call, at, reply }));
    },
    async prune(before) {
      rows = rows.filter(({ at }) => at >= before);
    },
  };
  return {
    store,
    /** Who waits is owed an answer, if only that the contact is gone. */
    erase: (portal, contact) => {
      const goes = (row: Row) =>
        row.portal === portal && row.call.contactId === contact && row.until === null;
      rows = rows.filter((row) => !goes(row));
    },
    forget: (portal, ids) => {
      rows = rows.filter((row) => row.portal !== portal || !ids.includes(row.call.contactId ?? ''));
    },
  };
}
