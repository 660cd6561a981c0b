/** Tells a waiting workflow to go on, with the outputs of our action. */
import type { ActionReply } from '../usecases/action-calls.ts';
import type { PortalId } from '../usecases/ports.ts';
import type { Calls } from './calls.ts';
import { paths } from './versions.ts';

export async function completeAction(
  calls: Calls,
  portal: PortalId,
  callbackId: string,
  reply: ActionReply,
): Promise<void> {
  const outputFields = {
    ...('outputs' in reply ? reply.outputs : {}),
    hs_execution_state: reply.kind === 'done' ? 'SUCCESS' : 'FAIL_CONTINUE',
  };
  await calls.send(portal, {
    method: 'POST',
    path: paths.completeCallback(callbackId),
    // 2026-09 wants both, if only empty.
    json: { outputFields, typedOutputs: {} },
    lane: 'general',
    doing: `complete a workflow action of portal ${portal}`,
  });
}
