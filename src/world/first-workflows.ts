/** Two workflows that an admin would build first, so that a stage change can be seen to do something. */
import type { SandboxParts } from '../sandbox/sandbox.ts';
import type { NewWorkflow } from '../sandbox/sandbox-api-for-pages.ts';

const workflows: readonly NewWorkflow[] = [
  {
    name: 'Coming apart: remind the owner',
    trigger: {
      objectType: 'contact',
      property: 'rapport_stage',
      operator: 'is any of',
      values: ['stagnating', 'avoiding'],
    },
    actions: [{ kind: 'create-task', subject: 'Ask what is missing, and bring something new' }],
  },
  {
    name: 'Every stage change',
    trigger: { objectType: 'contact', property: 'rapport_stage', operator: 'changed', values: [] },
    actions: [{ kind: 'log', message: 'The stage changed' }],
  },
];

/** Built after the first reading, as an admin would: what was there before must not enroll everybody. */
export function addFirstWorkflows({ book, clock }: Pick<SandboxParts, 'book' | 'clock'>): void {
  if (book.list().length > 0) return;
  for (const workflow of workflows) book.add(workflow, clock.now());
}
