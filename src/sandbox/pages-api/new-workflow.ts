/** A workflow as the pages send it: checked before it is kept. */
import { z } from 'zod';
import type { NewWorkflow, WorkflowAction } from '../workflow-shapes.ts';

const values = z.array(z.string()).default([]);

const trigger = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('property'),
    property: z.string(),
    operator: z.enum(['changed', 'is any of']),
    values,
  }),
  z.object({
    kind: z.literal('date'),
    property: z.string(),
    daysBefore: z.number().int().min(-365).max(365),
  }),
  z.object({ kind: z.literal('event'), eventUid: z.string() }),
]);

const condition = z.object({
  of: z.enum(['property', 'event', 'output']),
  name: z.string().min(1),
  operator: z.enum(['is any of', 'is none of', 'is known', 'is unknown', 'is more than', 'is less than']),
  values,
});

const action: z.ZodType<WorkflowAction> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('log'), message: z.string() }),
    z.object({ kind: z.literal('set-property'), property: z.string(), value: z.string() }),
    z.object({ kind: z.literal('create-task'), subject: z.string().min(1) }),
    z.object({
      kind: z.literal('custom'),
      actionUid: z.string(),
      inputFields: z.record(z.string(), z.string()).default({}),
    }),
    z.object({
      kind: z.literal('delay'),
      amount: z.number().positive().max(3650),
      unit: z.enum(['minutes', 'hours', 'days']),
    }),
    z.object({ kind: z.literal('branch'), condition, yes: z.array(action), no: z.array(action) }),
    z.object({ kind: z.literal('webhook'), url: z.url({ protocol: /^https?$/ }) }),
  ]),
);

export const newWorkflow: z.ZodType<NewWorkflow> = z.object({
  name: z.string().min(1),
  trigger,
  filters: z.array(condition).default([]),
  reEnroll: z.boolean().default(true),
  actions: z.array(action),
});
