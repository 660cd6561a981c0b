/**
 * The action *Open recovery case*: a task or a ticket on the contact, owned by the contact's owner and due by the clock
 * of complaints. One call makes one case, also when it was cut off between making it and noting it.
 */
import { addWorkingMinutes } from '../relationship/business-hours/working-time.ts';
import { preparePortal } from '../relationship/prepare-portal.ts';
import type { ActionReply, FieldValues } from './action-calls.ts';
import { type PortalContext, type PortalContextDeps, portalContext } from './portal-context.ts';
import type { Clock, ContactId, Crm, Installation } from './ports.ts';

export type OpenRecoveryCaseDeps = PortalContextDeps & {
  readonly crm: Pick<Crm, 'readContacts' | 'createCase' | 'findCase'>;
  readonly clock: Clock;
};

/** Of a subject; longer ones are cut. */
const longestSubject = 250;
const kinds = ['task', 'ticket'] as const;

type Call = {
  readonly callbackId: string;
  readonly contactId: ContactId;
  readonly inputs: FieldValues;
  readonly tries: number;
};

export async function openRecoveryCase(
  deps: OpenRecoveryCaseDeps,
  of: Installation,
  { callbackId, contactId, inputs, tries }: Call,
): Promise<ActionReply> {
  const asked = kinds.find((it) => it === (inputs['kind'] || 'task'));
  if (asked === undefined) {
    return {
      kind: 'refused',
      sentence: `A case is one of ${kinds.join(', ')}, and not "${inputs['kind']}".`,
    };
  }
  // Without the permission for tickets a task does the same work.
  const kind = asked === 'ticket' && of.scopes.includes('tickets') ? 'ticket' : 'task';
  const [contact] = await deps.crm.readContacts(of.portalId, [contactId]);
  if (contact === undefined) return passedOver('This contact does not exist.');
  const found = tries > 1 ? await deps.crm.findCase(of.portalId, { kind, contactId, callbackId }) : null;
  const id =
    found ??
    (await deps.crm.createCase(of.portalId, {
      kind,
      callbackId,
      contactId,
      ownerId: contact.ownerId,
      subject: (inputs['subject'] ?? '').trim().slice(0, longestSubject) || 'Make up for it',
      dueAt: dueAfter(deps.clock.now(), await portalContext(deps, of)),
    }));
  const reason = kind === asked ? '' : 'Opened as a task: the permission for tickets was not given.';
  return { kind: 'done', outputs: { case_kind: kind, case_id: id, reason } };
}

/** When a complaint is to be answered, in working time. */
function dueAfter(now: number, { model, settings }: PortalContext): number {
  const { calendar } = preparePortal(settings, model.view);
  return addWorkingMinutes(calendar, now, settings.milestones.complaintMinutes) ?? now;
}

function passedOver(reason: string): ActionReply {
  return { kind: 'passed-over', outputs: { case_kind: '', case_id: '', reason } };
}
