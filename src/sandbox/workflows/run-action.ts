/** Runs one action of a workflow as far as the portal can alone, and says what is needed from elsewhere. */
import type { AppDeclaration, WorkflowActionDeclaration } from '../app-declaration.ts';
import type { AppEventRecord } from '../app-events.ts';
import type { ChangeSource } from '../crm/change.ts';
import { objectType } from '../crm/object-types.ts';
import type { StoredRecord } from '../crm/shelf.ts';
import { createRecord, updateRecord } from '../crm/write-record.ts';
import type { Grants } from '../oauth/grants.ts';
import type { PortalStore } from '../store.ts';
import type { WorkflowAction, WorkflowView } from '../workflow-shapes.ts';
import { holds, knownOf } from './enrollment.ts';
import type { OpenRun } from './workflow-book.ts';

export type Task = {
  readonly workflow: WorkflowView;
  readonly contact: StoredRecord;
  readonly run: OpenRun;
  readonly by: ChangeSource;
  readonly event: AppEventRecord | null;
  /** Of the app actions so far; a later one of the same name wins. */
  readonly outputs: Record<string, string>;
  left: WorkflowAction[];
};

export type Need =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'failure' }
  | { readonly kind: 'sleep'; readonly until: number }
  | { readonly kind: 'webhook'; readonly url: string }
  | {
      readonly kind: 'app';
      readonly app: AppDeclaration;
      readonly action: WorkflowActionDeclaration;
      readonly inputFields: Readonly<Record<string, string>>;
    };

const unitMs = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;

type Portal = { readonly store: PortalStore; readonly grants: Grants };

export function runAction({ store, grants }: Portal, task: Task, action: WorkflowAction): Need {
  const now = store.clock.now();
  if (task.contact.archivedAt !== 0) return failure(task, action.kind, 'the contact is gone', now);
  switch (action.kind) {
    case 'log':
      return done(task, 'log', action.message, now);
    case 'set-property':
      return setProperty(store, task, action);
    case 'create-task':
      return createTask(store, task, action);
    case 'delay':
      step(task, 'delay', `waits ${action.amount} ${action.unit}`, now);
      return { kind: 'sleep', until: now + action.amount * unitMs[action.unit] };
    case 'branch': {
      const isMet = holds(action.condition, knownOf(store, task.contact, task.event, task.outputs));
      task.left = [...(isMet ? action.yes : action.no)];
      return done(task, 'branch', isMet ? 'condition met' : 'condition not met', now);
    }
    case 'webhook':
      return { kind: 'webhook', url: action.url };
    case 'custom': {
      const declared = findAction(grants, action.actionUid);
      if (declared === undefined)
        return failure(task, 'custom', `the action ${action.actionUid} is not installed`, now);
      return { kind: 'app', ...declared, inputFields: action.inputFields };
    }
  }
}

type Of<Kind extends WorkflowAction['kind']> = Extract<WorkflowAction, { kind: Kind }>;

function setProperty(store: PortalStore, task: Task, { kind, property, value }: Of<'set-property'>): Need {
  const now = store.clock.now();
  const outcome = updateRecord(store, task.contact, { [property]: value }, task.by);
  if (outcome.kind === 'invalid')
    return failure(task, kind, outcome.faults[0]?.message ?? 'invalid value', now);
  if (outcome.kind === 'taken') return failure(task, kind, 'the value is taken', now);
  return done(task, kind, `${property} is now ${value || '(empty)'}`, now);
}

function createTask(store: PortalStore, task: Task, { kind, subject }: Of<'create-task'>): Need {
  const now = store.clock.now();
  const owner = task.contact.values['hubspot_owner_id'];
  const values = {
    hs_task_subject: subject,
    hs_task_status: 'NOT_STARTED',
    hs_timestamp: String(now),
    ...(owner === undefined ? {} : { hubspot_owner_id: owner }),
  };
  const links = [{ to: { type: 'contacts', id: task.contact.id } as const }];
  const outcome = createRecord(store, objectType('tasks'), values, links, task.by);
  if (outcome.kind !== 'created') return failure(task, kind, 'the task could not be made', now);
  return done(task, kind, `task ${outcome.record.id}: ${subject}`, now);
}

function findAction(grants: Grants, uid: string) {
  for (const app of grants.apps) {
    const action = app.workflowActions?.find((one) => one.uid === uid);
    if (action !== undefined && grants.installation(app.appId) !== undefined) return { app, action };
  }
  return undefined;
}

function done(task: Task, action: WorkflowAction['kind'], outcome: string, at: number): Need {
  step(task, action, outcome, at);
  return { kind: 'nothing' };
}

function failure(task: Task, action: WorkflowAction['kind'], reason: string, at: number): Need {
  fail(task, action, reason, at);
  return { kind: 'failure' };
}

export function step(task: Task, action: WorkflowAction['kind'], outcome: string, at: number): true {
  task.run.steps = [...task.run.steps, { action, outcome, at }];
  return true;
}

export function fail(task: Task, action: WorkflowAction['kind'], reason: string, at: number): false {
  step(task, action, `failed: ${reason}`, at);
  task.run.state = 'failed';
  return false;
}
