/** Enrolls contacts so many days before a date of theirs: as the clock passes that day, or when the date is set after it. */
import type { StoredRecord } from '../crm/shelf.ts';
import type { WorkflowView } from '../workflow-shapes.ts';
import { enrollmentTime } from './enrollment.ts';
import type { EngineOptions, Enroll } from './workflow-engine.ts';

/** Real time between two looks at the clock. */
const lookEveryMs = 1000;

export function watchDates({ store, book }: EngineOptions, enroll: Enroll): { stop(): void } {
  let lookedAt = store.clock.now();
  /** A date enrolls once, however often it is looked at. */
  const enrolled = new Set<string>();

  function consider(workflow: WorkflowView, contact: StoredRecord, isDue: (at: number) => boolean) {
    const { trigger } = workflow;
    if (!workflow.enabled || trigger.kind !== 'date') return;
    const value = contact.values[trigger.property];
    const at = enrollmentTime(trigger, value);
    const key = `${workflow.id} ${contact.id} ${value}`;
    if (at === null || value === undefined || !isDue(at) || enrolled.has(key)) return;
    enrolled.add(key);
    enroll(workflow, contact, {
      trigger: 'date',
      property: trigger.property,
      from: null,
      to: value,
      event: null,
      depth: 0,
    });
  }

  function look() {
    const from = lookedAt;
    const now = store.clock.now();
    lookedAt = now;
    const workflows = book.list().filter(({ trigger }) => trigger.kind === 'date');
    if (workflows.length === 0) return;
    for (const contact of store.shelf('contacts').after(0, false)) {
      for (const workflow of workflows) consider(workflow, contact, (at) => at > from && at <= now);
    }
  }

  store.clock.onMove(look);
  store.onChange((change) => {
    if (change.kind !== 'propertyChange' || change.type !== 'contacts') return;
    const contact = store.findLive('contacts', change.id);
    if (contact === undefined) return;
    const now = store.clock.now();
    for (const workflow of book.list()) {
      const { trigger } = workflow;
      if (trigger.kind !== 'date' || trigger.property !== change.property) continue;
      const isAhead = (at: number) => at <= now && now < at + trigger.daysBefore * 86_400_000;
      consider(workflow, contact, isAhead);
    }
  });
  const timer = setInterval(look, lookEveryMs).unref();
  return { stop: () => clearInterval(timer) };
}
