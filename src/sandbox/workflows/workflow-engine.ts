/**
 * Runs the portal's workflows: a contact property that changes enrolls the contact in every enabled workflow with that
 * trigger, whose actions then run one after the other. A custom action may park the run until its app completes it.
 * Workflows may set each other off, but not without end: a change that many of them led to enrolls nobody.
 */
import { randomUUID } from 'node:crypto';
import type { ChangeSource, PropertyChange } from '../crm/change.ts';
import { objectType } from '../crm/object-types.ts';
import { recordTitle } from '../crm/record-title.ts';
import type { StoredRecord } from '../crm/shelf.ts';
import { createRecord, updateRecord } from '../crm/write-record.ts';
import type { Grants } from '../oauth/grants.ts';
import type { Origins } from '../origins.ts';
import type { WorkflowAction, WorkflowView } from '../sandbox-api-for-pages.ts';
import type { PortalStore } from '../store.ts';
import { type ActionOutcome, callCustomAction } from './call-custom-action.ts';
import type { OpenRun, WorkflowBook } from './workflow-book.ts';

/** Changes led to by more workflows than this enroll nobody. */
const deepest = 8;

export type EngineOptions = {
  readonly store: PortalStore;
  readonly grants: Grants;
  readonly book: WorkflowBook;
  readonly portalId: number;
  readonly origins: Origins;
  readonly timeScale: number;
};

export type WorkflowEngine = {
  /** The app completes a parked run; false when no run waits for this callback. */
  complete(callbackId: string, outputs: Readonly<Record<string, string>>): boolean;
  settled(): Promise<void>;
  stop(): Promise<void>;
};

type Task = {
  readonly workflow: WorkflowView;
  readonly contact: StoredRecord;
  readonly run: OpenRun;
  readonly by: ChangeSource;
  next: number;
};

type Parked = { readonly task: Task; readonly expiresAt: number };

export function startWorkflows(options: EngineOptions): WorkflowEngine {
  const { store, book } = options;
  const parked = new Map<string, Parked>();
  const underWay = new Set<Promise<void>>();
  const stopping = new AbortController();

  function enroll(change: PropertyChange) {
    const depth = change.by.depth ?? 0;
    if (depth >= deepest) return;
    for (const workflow of book.list()) {
      if (!workflow.enabled || !isTriggered(workflow, change)) continue;
      const contact = store.findLive('contacts', change.id);
      if (contact === undefined) return;
      const run = book.open({
        workflowId: workflow.id,
        workflowName: workflow.name,
        contactId: contact.id,
        contactTitle: recordTitle(store, contact),
        at: change.at,
        property: change.property,
        from: change.from ?? null,
        to: change.to,
      });
      const by: ChangeSource = {
        source: 'AUTOMATION_PLATFORM',
        sourceId: workflow.id,
        label: workflow.name,
        depth: depth + 1,
      };
      work({ workflow, contact, run, by, next: 0 });
    }
  }

  function work(task: Task) {
    const working = Promise.resolve()
      .then(() => runActions(task))
      .finally(() => underWay.delete(working));
    underWay.add(working);
  }

  async function runActions(task: Task): Promise<void> {
    for (
      let action = task.workflow.actions[task.next];
      action !== undefined;
      action = task.workflow.actions[task.next]
    ) {
      task.next += 1;
      const goesOn =
        action.kind === 'custom' ? await runCustom(task, action) : runPlain(options, task, action);
      if (!goesOn) return;
    }
    task.run.state = 'done';
  }

  /** Whether the run goes on at once. */
  async function runCustom(
    task: Task,
    action: Extract<WorkflowAction, { kind: 'custom' }>,
  ): Promise<boolean> {
    const declared = findAction(options.grants, action.actionUid);
    if (declared === undefined)
      return fail(store, task, 'custom', `the action ${action.actionUid} is not installed`);
    const callbackId = `ap-${options.portalId}-${randomUUID()}`;
    const outcome = await callCustomAction({
      ...options,
      ...declared,
      workflowId: task.workflow.id,
      callbackId,
      contact: task.contact,
      inputFields: action.inputFields,
      resolve: options.origins.resolve,
      stopping: stopping.signal,
    });
    if (outcome.kind === 'blocked') parked.set(callbackId, { task, expiresAt: outcome.expiresAt });
    return settle(store, task, outcome);
  }

  function expireParked() {
    for (const [callbackId, { task, expiresAt }] of parked) {
      if (expiresAt > store.clock.now()) continue;
      parked.delete(callbackId);
      fail(store, task, 'custom', 'the app did not complete it in time');
    }
  }

  store.onChange((change) => {
    if (change.kind === 'propertyChange' && change.type === 'contacts') enroll(change);
  });
  store.clock.onMove(expireParked);

  return {
    complete(callbackId, outputs) {
      const waiting = parked.get(callbackId);
      if (waiting === undefined) return false;
      parked.delete(callbackId);
      step(store, waiting.task, 'custom', `completed: ${JSON.stringify(outputs)}`);
      work(waiting.task);
      return true;
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    async stop() {
      stopping.abort();
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

function isTriggered(workflow: WorkflowView, change: PropertyChange): boolean {
  const { trigger } = workflow;
  if (trigger.property !== change.property) return false;
  return trigger.operator === 'changed' || trigger.values.includes(change.to);
}

function findAction(grants: Grants, uid: string) {
  for (const app of grants.apps) {
    const action = app.workflowActions?.find((one) => one.uid === uid);
    if (action !== undefined && grants.installation(app.appId) !== undefined) return { app, action };
  }
  return undefined;
}

function runPlain(
  options: EngineOptions,
  task: Task,
  action: Exclude<WorkflowAction, { kind: 'custom' }>,
): boolean {
  const { store } = options;
  switch (action.kind) {
    case 'log':
      return step(store, task, 'log', action.message);
    case 'set-property': {
      const outcome = updateRecord(store, task.contact, { [action.property]: action.value }, task.by);
      if (outcome.kind === 'invalid')
        return fail(store, task, action.kind, outcome.faults[0]?.message ?? 'invalid value');
      if (outcome.kind === 'taken') return fail(store, task, action.kind, 'the value is taken');
      return step(store, task, action.kind, `${action.property} is now ${action.value || '(empty)'}`);
    }
    case 'create-task': {
      const values = {
        hs_task_subject: action.subject,
        hs_task_status: 'NOT_STARTED',
        hs_timestamp: String(store.clock.now()),
      };
      const links = [{ to: { type: 'contacts', id: task.contact.id } as const }];
      const outcome = createRecord(store, objectType('tasks'), values, links, task.by);
      if (outcome.kind !== 'created') return fail(store, task, action.kind, 'the task could not be made');
      return step(store, task, action.kind, `task ${outcome.record.id}: ${action.subject}`);
    }
  }
}

function settle(store: PortalStore, task: Task, outcome: ActionOutcome): boolean {
  switch (outcome.kind) {
    case 'done':
      return step(store, task, 'custom', `answered: ${JSON.stringify(outcome.outputs)}`);
    case 'blocked':
      step(store, task, 'custom', `waits for the app until ${new Date(outcome.expiresAt).toISOString()}`);
      return false;
    case 'failed':
      if (outcome.goOn) return step(store, task, 'custom', outcome.reason);
      return fail(store, task, 'custom', outcome.reason);
  }
}

function step(store: PortalStore, task: Task, action: WorkflowAction['kind'], outcome: string): true {
  task.run.steps = [...task.run.steps, { action, outcome, at: store.clock.now() }];
  return true;
}

function fail(store: PortalStore, task: Task, action: WorkflowAction['kind'], reason: string): false {
  step(store, task, action, `failed: ${reason}`);
  task.run.state = 'failed';
  return false;
}
