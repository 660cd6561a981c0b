/** Completion of parked workflow actions, one or several at a time. */
import { z } from 'zod';
import type { WorkflowEngine } from '../workflows/workflow-engine.ts';
import { notFound } from './api-error.ts';
import { isStrict, refuseLongBatch } from './call-reading.ts';
import type { Answer, Call, Operation } from './dispatch.ts';

const batchMax = 100;

const outputs = z.record(z.string(), z.coerce.string());
const looseCompletion = z.object({ outputFields: outputs });
/** 2026-09 wants the typed outputs as well, if only empty. */
const strictCompletion = looseCompletion.extend({
  typedOutputs: z.unknown().refine((given) => given !== undefined),
});

export function callbackOperations(engine: WorkflowEngine): Operation[] {
  const base = '/automation/actions/callbacks/:version';
  const common = { method: 'post', lane: 'general', scopes: () => [['automation']] } as const;
  return [
    {
      ...common,
      path: `${base}/complete`,
      family: 'workflow-callbacks',
      handle: (call) => completeBatch(engine, call),
    },
    {
      ...common,
      path: `${base}/:callbackId/complete`,
      family: 'workflow-callbacks',
      handle: (call) => {
        const { outputFields } = isStrict(call) ? call.parse(strictCompletion) : call.parse(looseCompletion);
        complete(engine, call.params['callbackId'] ?? '', outputFields);
        return { status: 204 };
      },
    },
  ];
}

function completeBatch(engine: WorkflowEngine, call: Call): Answer {
  const completion = looseCompletion.extend({ callbackId: z.string() });
  const { inputs } = call.parse(z.object({ inputs: z.array(completion) }));
  refuseLongBatch(inputs, batchMax);
  for (const input of inputs) complete(engine, input.callbackId, input.outputFields);
  return { status: 204 };
}

function complete(engine: WorkflowEngine, callbackId: string, given: Readonly<Record<string, string>>): void {
  const { hs_execution_state: _, ...rest } = given;
  if (!engine.complete(callbackId, rest)) throw notFound(`No workflow waits for the callback ${callbackId}`);
}
