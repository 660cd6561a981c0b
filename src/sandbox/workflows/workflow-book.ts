/** The portal's workflows and the log of their runs. */
import type { NewWorkflow, WorkflowRun, WorkflowView } from '../workflow-shapes.ts';

/** Runs kept in the log; the oldest are dropped. */
const runsKept = 5000;

/** A run as it is being written: steps are added, the state settles. */
export type OpenRun = { -readonly [Key in keyof WorkflowRun]: WorkflowRun[Key] };

export type WorkflowBook = {
  list(): readonly WorkflowView[];
  find(id: string): WorkflowView | undefined;
  add(workflow: NewWorkflow, at: number): WorkflowView;
  setEnabled(id: string, enabled: boolean): WorkflowView | undefined;
  remove(id: string): boolean;
  /** Whether the contact was enrolled in it before. */
  wentThrough(workflowId: string, contactId: string): boolean;
  open(run: Omit<OpenRun, 'id' | 'steps' | 'state'>): OpenRun;
  /** Newest first. */
  runs(about: {
    readonly workflowId?: string | undefined;
    readonly contactId?: string | undefined;
    readonly limit: number;
  }): readonly WorkflowRun[];
  restore(workflow: WorkflowView): void;
};

export function createWorkflowBook(): WorkflowBook {
  const workflows = new Map<string, WorkflowView>();
  let runs: OpenRun[] = [];
  const enrolled = new Set<string>();
  let lastId = 0;
  let lastRun = 0;

  function change(id: string, changes: Partial<WorkflowView>): WorkflowView | undefined {
    const before = workflows.get(id);
    if (before === undefined) return undefined;
    const after = { ...before, ...changes };
    workflows.set(id, after);
    return after;
  }

  return {
    list: () => [...workflows.values()],
    find: (id) => workflows.get(id),
    add(workflow, createdAt) {
      lastId += 1;
      const added: WorkflowView = { ...workflow, id: String(lastId), enabled: true, createdAt, runs: 0 };
      workflows.set(added.id, added);
      return added;
    },
    setEnabled: (id, enabled) => change(id, { enabled }),
    remove: (id) => workflows.delete(id),
    wentThrough: (workflowId, contactId) => enrolled.has(`${workflowId} ${contactId}`),
    open(about) {
      enrolled.add(`${about.workflowId} ${about.contactId}`);
      lastRun += 1;
      const run: OpenRun = { ...about, id: String(lastRun), steps: [], state: 'waiting' };
      runs.push(run);
      if (runs.length > runsKept * 1.2) runs = runs.slice(-runsKept);
      change(run.workflowId, { runs: (workflows.get(run.workflowId)?.runs ?? 0) + 1 });
      return run;
    },
    runs: ({ workflowId, contactId, limit }) =>
      runs
        .toReversed()
        .filter((run) => workflowId === undefined || run.workflowId === workflowId)
        .filter((run) => contactId === undefined || run.contactId === contactId)
        .slice(0, limit),
    restore(workflow) {
      lastId = Math.max(lastId, Number(workflow.id));
      workflows.set(workflow.id, workflow);
    },
  };
}
