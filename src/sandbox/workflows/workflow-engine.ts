/**
 * Runs the portal's workflows: who meets a trigger and its filters is enrolled, and the actions run one after the other.
 * A delay waits for the portal's clock, a custom action may park the run until its app completes it. Workflows may set
 * each other off, but not without end: a change that many of them led to enrolls nobody.
 */
import { randomUUID } from 'node:crypto';
import type { AppEventRecord, AppEvents } from '../app-events.ts';
import type { ChangeSource, PropertyChange } from '../crm/change.ts';
import { recordTitle } from '../crm/record-title.ts';
import type { StoredRecord } from '../crm/shelf.ts';
import type { Grants } from '../oauth/grants.ts';
import type { Origins } from '../origins.ts';
import type { PortalStore } from '../store.ts';
import type { WorkflowRun, WorkflowView } from '../workflow-shapes.ts';
import { callCustomAction } from './call-custom-action.ts';
import { callWebhook } from './call-webhook.ts';
import { holds, isTriggeredBy, knownOf } from './enrollment.ts';
import { fail, type Need, runAction, step, type Task } from './run-action.ts';
import { createWaitingRoom } from './waiting-room.ts';
import { watchDates } from './watch-dates.ts';
import type { WorkflowBook } from './workflow-book.ts';

/** Changes led to by more workflows than this enroll nobody. */
const deepest = 8;

export type EngineOptions = {
  readonly store: PortalStore;
  readonly grants: Grants;
  readonly book: WorkflowBook;
  readonly events: AppEvents;
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

/** Why somebody is enrolled, as the log tells it. */
export type Enrolling = Pick<WorkflowRun, 'trigger' | 'property' | 'from' | 'to'> & {
  readonly event: AppEventRecord | null;
  readonly depth: number;
};

export function startWorkflows(options: EngineOptions): WorkflowEngine {
  const { store, book } = options;
  const underWay = new Set<Promise<void>>();
  const stopping = new AbortController();
  const room = createWaitingRoom(
    store.clock,
    (task) => work(task),
    (task) => {
      fail(task, 'custom', 'the app did not complete it in time', store.clock.now());
    },
  );

  function enroll(workflow: WorkflowView, contact: StoredRecord, why: Enrolling) {
    const begin = async () => {
      // A change is told while others of the same writing are still to come: filters look when all are there.
      await Promise.resolve();
      const known = knownOf(store, contact, why.event);
      if (!workflow.filters.every((filter) => holds(filter, known))) return;
      if (!workflow.reEnroll && book.wentThrough(workflow.id, contact.id)) return;
      await runActions(taskOf(options, workflow, contact, why));
    };
    keep(begin());
  }

  function work(task: Task) {
    keep(Promise.resolve().then(() => runActions(task)));
  }

  function keep(working: Promise<void>) {
    const kept = working.finally(() => underWay.delete(kept));
    underWay.add(kept);
  }

  async function runActions(task: Task): Promise<void> {
    for (let action = task.left.shift(); action !== undefined; action = task.left.shift()) {
      const need = runAction(options, task, action);
      if (!(await meet(task, need))) return;
    }
    task.run.state = 'done';
  }

  /** Whether the run goes on at once. */
  async function meet(task: Task, need: Need): Promise<boolean> {
    const now = () => store.clock.now();
    switch (need.kind) {
      case 'nothing':
        return true;
      case 'failure':
        return false;
      case 'sleep':
        room.sleep(task, need.until);
        return false;
      case 'webhook': {
        const answer = await callWebhook({
          ...options,
          ...need,
          contact: task.contact,
          stopping: stopping.signal,
        });
        if (answer.kind === 'failed') return fail(task, 'webhook', answer.reason, now());
        return step(task, 'webhook', `sent to ${need.url}`, now());
      }
      case 'app':
        return callApp(task, need);
    }
  }

  async function callApp(task: Task, need: Extract<Need, { kind: 'app' }>): Promise<boolean> {
    const callbackId = `ap-${options.portalId}-${randomUUID()}`;
    const outcome = await callCustomAction({
      ...options,
      ...need,
      workflowId: task.workflow.id,
      callbackId,
      contact: task.contact,
      resolve: options.origins.resolve,
      stopping: stopping.signal,
    });
    const now = store.clock.now();
    switch (outcome.kind) {
      case 'done':
        Object.assign(task.outputs, outcome.outputs);
        return step(task, 'custom', wordOutputs(need.action.name, outcome.outputs), now);
      case 'passed-over':
        Object.assign(task.outputs, outcome.outputs);
        return step(task, 'custom', `passed over: ${outcome.outputs['reason'] ?? 'without a reason'}`, now);
      case 'failed':
        return fail(task, 'custom', outcome.reason, now);
      case 'blocked':
        step(task, 'custom', `${need.action.name} waits for the app`, now);
        room.park(callbackId, task, outcome.expiresAt);
        return false;
    }
  }

  store.onChange((change) => {
    if (change.kind !== 'propertyChange' || change.type !== 'contacts') return;
    enrollByChange(options, change, enroll);
  });
  options.events.onAdd((event) => enrollByEvent(options, event, enroll));
  const dates = watchDates(options, enroll);

  return {
    complete(callbackId, outputs) {
      const task = room.unpark(callbackId);
      if (task === undefined) return false;
      Object.assign(task.outputs, outputs);
      step(task, 'custom', wordOutputs('completed', outputs), store.clock.now());
      work(task);
      return true;
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    async stop() {
      stopping.abort();
      room.close();
      dates.stop();
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

export type Enroll = (workflow: WorkflowView, contact: StoredRecord, why: Enrolling) => void;

function enrollByChange({ store, book }: EngineOptions, change: PropertyChange, enroll: Enroll): void {
  const depth = change.by.depth ?? 0;
  if (depth >= deepest) return;
  for (const workflow of book.list()) {
    if (!workflow.enabled || !isTriggeredBy(workflow.trigger, change)) continue;
    const contact = store.findLive('contacts', change.id);
    if (contact === undefined) return;
    const { property, from = null, to } = change;
    enroll(workflow, contact, { trigger: 'property', property, from, to, event: null, depth });
  }
}

function enrollByEvent({ store, book }: EngineOptions, event: AppEventRecord, enroll: Enroll): void {
  for (const workflow of book.list()) {
    const { trigger, enabled } = workflow;
    if (!enabled || trigger.kind !== 'event' || trigger.eventUid !== event.type.uid) continue;
    const contact = store.findLive('contacts', event.objectId);
    if (contact === undefined) return;
    const to = Object.values(event.properties)
      .filter((value) => value !== '')
      .join(', ');
    enroll(workflow, contact, {
      trigger: 'event',
      property: event.type.name,
      from: null,
      to,
      event,
      depth: 0,
    });
  }
}

function taskOf(
  { store, book }: EngineOptions,
  workflow: WorkflowView,
  contact: StoredRecord,
  { depth, event, ...why }: Enrolling,
): Task {
  const run = book.open({
    workflowId: workflow.id,
    workflowName: workflow.name,
    contactId: contact.id,
    contactTitle: recordTitle(store, contact),
    at: store.clock.now(),
    ...why,
  });
  const by: ChangeSource = {
    source: 'AUTOMATION_PLATFORM',
    sourceId: workflow.id,
    label: workflow.name,
    depth: depth + 1,
  };
  return { workflow, contact, run, by, event, outputs: {}, left: [...workflow.actions] };
}

function wordOutputs(what: string, outputs: Readonly<Record<string, string>>): string {
  const { hs_execution_state: _, ...rest } = outputs;
  const said = Object.entries(rest).filter(([, value]) => value !== '');
  return `${what}: ${said.map(([name, value]) => `${name} = ${value}`).join(', ') || 'no outputs'}`;
}
