/** Two workflows that an admin would build first, so that a stage change can be seen to do something. */
import type { SandboxParts } from '../sandbox/sandbox.ts';
import type { Condition, NewWorkflow } from '../sandbox/workflow-shapes.ts';

/** What we see for the first time, or see otherwise since we judge otherwise, is no change of the relationship. */
const realMovement: Condition = {
  of: 'property',
  name: 'rapport_stage_movement',
  operator: 'is none of',
  values: ['first', 'recalibrated'],
};

const workflows: readonly NewWorkflow[] = [
  {
    name: 'Coming apart: remind the owner',
    trigger: {
      kind: 'property',
      property: 'rapport_stage',
      operator: 'is any of',
      values: ['stagnating', 'avoiding'],
    },
    filters: [realMovement],
    reEnroll: true,
    actions: [{ kind: 'create-task', subject: 'Ask what is missing, and bring something new' }],
  },
  {
    name: 'Every stage change',
    trigger: { kind: 'property', property: 'rapport_stage', operator: 'changed', values: [] },
    filters: [realMovement],
    reEnroll: true,
    actions: [{ kind: 'log', message: 'The stage changed' }],
  },
];

/** Built after the first reading, as an admin would: what was there before must not enroll everybody. */
export function addFirstWorkflows({ book, clock }: Pick<SandboxParts, 'book' | 'clock'>): void {
  if (book.list().length > 0) return;
  for (const workflow of workflows) book.add(workflow, clock.now());
}
