/**
 * The action *Set desired relationship*: writes what the contact told us they want, with where they said so. It is asked,
 * never guessed: without a source there is no answer. HubSpot tells us of the change like of any other.
 */
import { desiredTypesOf } from '../relationship/desired/desired.ts';
import type { ActionReply, FieldValues } from './action-calls.ts';
import { type PortalContextDeps, portalContext } from './portal-context.ts';
import type { ContactId, Crm, Installation } from './ports.ts';
import { desiredProperties, longestSource } from './set-desired.ts';
import type { Timeline } from './store.ts';

export type DesiredByWorkflowDeps = PortalContextDeps & {
  readonly crm: Pick<Crm, 'writeProperties'>;
  readonly timeline: Pick<Timeline, 'load'>;
};

export async function desiredByWorkflow(
  deps: DesiredByWorkflowDeps,
  of: Installation,
  { contactId, inputs }: { readonly contactId: ContactId; readonly inputs: FieldValues },
): Promise<ActionReply> {
  const source = (inputs['source'] ?? '').trim().slice(0, longestSource);
  if (source === '') {
    const sentence = 'The source is missing: say where the contact told you, for example the form.';
    return { kind: 'refused', sentence };
  }
  const type = (inputs['type'] ?? '').trim();
  const { settings } = await portalContext(deps, of);
  const types = desiredTypesOf(settings.desired).map(({ id }) => id);
  if (type === '') return passedOver('The contact gave no answer.');
  if (!types.includes(type)) {
    return passedOver(`"${type.slice(0, 60)}" is no relationship; the answers are ${types.join(', ')}.`);
  }
  const [stored] = await deps.timeline.load(of.portalId, [contactId]);
  if (stored?.facts.objection) return passedOver('The person objected to profiling: nothing is kept.');
  return write(deps, of, { contactId, type, source });
}

async function write(
  { crm }: DesiredByWorkflowDeps,
  { portalId }: Installation,
  { contactId, type, source }: { contactId: ContactId; type: string; source: string },
): Promise<ActionReply> {
  const values = { [desiredProperties.type]: type, [desiredProperties.source]: source };
  const [outcome] = await crm.writeProperties(portalId, [{ contactId, values }]);
  if (outcome?.kind === 'gone') return passedOver('This contact does not exist any more.');
  if (outcome?.kind === 'refused') return passedOver(`HubSpot refused the value (${outcome.reason}).`);
  return { kind: 'done', outputs: { type, source, reason: '' } };
}

function passedOver(reason: string): ActionReply {
  return { kind: 'passed-over', outputs: { type: '', source: '', reason } };
}
