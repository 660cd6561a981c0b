/**
 * The recipes of docs/workflow-recipes.md as workflows of the sandbox, so that each can be run as it is written there.
 * Every one leaves out what is no change of the relationship: what is seen for the first time, and what we judge otherwise.
 */
import type { Condition, NewWorkflow, WorkflowAction } from '../sandbox/workflow-shapes.ts';

const realMovement: Condition = {
  of: 'property',
  name: 'rapport_stage_movement',
  operator: 'is none of',
  values: ['first', 'recalibrated'],
};

const property = (name: string, values: readonly string[] = []) =>
  ({
    kind: 'property',
    property: name,
    operator: values.length > 0 ? 'is any of' : 'changed',
    values,
  }) as const;

const isAnyOf = (name: string, ...values: readonly string[]): Condition => ({
  of: 'property',
  name,
  operator: 'is any of',
  values,
});

const task = (subject: string): WorkflowAction => ({ kind: 'create-task', subject });
const app = (actionUid: string, inputFields: Readonly<Record<string, string>> = {}): WorkflowAction => ({
  kind: 'custom',
  actionUid,
  inputFields,
});
const set = (name: string, value: string): WorkflowAction => ({
  kind: 'set-property',
  property: name,
  value,
});

const together = ['initiating', 'experimenting', 'intensifying', 'integrating', 'bonding'];

const slippingSoon: NewWorkflow = {
  name: 'Slipping soon',
  trigger: { kind: 'date', property: 'rapport_holds_until', daysBefore: 14 },
  filters: [realMovement, isAnyOf('rapport_stage', ...together)],
  reEnroll: true,
  actions: [task('Bring something new before this relationship slips')],
};

const firstFight: NewWorkflow = {
  name: 'First fight',
  trigger: property('rapport_recovery_open', ['true']),
  filters: [realMovement],
  reEnroll: true,
  actions: [
    app('rapport_open_recovery_case', { kind: 'task', subject: 'Make up for what went wrong' }),
    { kind: 'delay', amount: 2, unit: 'days' },
    {
      kind: 'branch',
      condition: isAnyOf('rapport_recovery_open', 'true'),
      yes: [task('Still not made up for: take it over yourself')],
      no: [{ kind: 'log', message: 'made up for' }],
    },
  ],
};

const returned: NewWorkflow = {
  name: 'Returned after an end',
  trigger: property('rapport_epoch'),
  filters: [realMovement, isAnyOf('rapport_stage_movement', 'new_epoch')],
  reEnroll: true,
  actions: [task('They came back: ask what is different this time')],
};

const guardrailBranch: NewWorkflow = {
  name: 'Guardrail branch',
  trigger: property('rapport_stage', ['intensifying', 'integrating']),
  filters: [realMovement],
  reEnroll: true,
  actions: [
    app('rapport_check_guardrail', { purpose: 'marketing', channel: 'email' }),
    {
      kind: 'branch',
      condition: {
        of: 'output',
        name: 'verdict',
        operator: 'is any of',
        values: ['allow', 'allow_with_notice'],
      },
      yes: [task('Send the newcomers mail')],
      no: [{ kind: 'log', message: 'held back' }],
    },
  ],
};

const pauseAutomation: NewWorkflow = {
  name: 'Pause automation',
  trigger: property('rapport_recovery_open'),
  filters: [realMovement],
  reEnroll: true,
  actions: [
    {
      kind: 'branch',
      condition: isAnyOf('rapport_recovery_open', 'true'),
      yes: [set('hs_lead_status', 'BAD_TIMING')],
      no: [set('hs_lead_status', 'OPEN')],
    },
  ],
};

const limitedClub: NewWorkflow = {
  name: 'Promote to the limited club',
  trigger: property('rapport_value_approaches'),
  filters: [
    realMovement,
    isAnyOf('rapport_value_approaches', 'limited_club'),
    { of: 'property', name: 'rapport_recovery_open', operator: 'is none of', values: ['true'] },
  ],
  reEnroll: false,
  actions: [task('Invite them to the limited club')],
};

const handover: NewWorkflow = {
  name: 'Handover',
  trigger: property('hubspot_owner_id'),
  filters: [realMovement, isAnyOf('rapport_stage', ...together)],
  reEnroll: true,
  actions: [
    app('rapport_assess_now'),
    {
      kind: 'branch',
      condition: { of: 'output', name: 'flight', operator: 'is any of', values: ['coming_together'] },
      yes: [task('Introduce yourself, and keep what was promised')],
      no: [task('Call first: it was coming apart before you took over')],
    },
  ],
};

const desiredForm: NewWorkflow = {
  name: 'Desired relationship form',
  trigger: property('rapport_desired_relationship'),
  filters: [
    realMovement,
    { of: 'property', name: 'rapport_desired_relationship_source', operator: 'is unknown', values: [] },
  ],
  reEnroll: true,
  actions: [
    app('rapport_set_desired', {
      type: '{{rapport_desired_relationship}}',
      source: 'Form "How close may we come?"',
    }),
  ],
};

export const workflowRecipes = {
  slippingSoon,
  firstFight,
  returned,
  guardrailBranch,
  pauseAutomation,
  limitedClub,
  handover,
  desiredForm,
} as const;
