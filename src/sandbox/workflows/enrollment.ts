/** Who is enrolled in a workflow and when, and which way a branch goes. */
import type { AppEventRecord } from '../app-events.ts';
import type { PropertyChange } from '../crm/change.ts';
import { toTime } from '../crm/property-value.ts';
import { readValue } from '../crm/record-values.ts';
import type { StoredRecord } from '../crm/shelf.ts';
import type { PortalStore } from '../store.ts';
import type { Condition, WorkflowTrigger } from '../workflow-shapes.ts';

const dayMs = 86_400_000;

/** Whether a change of a property enrolls. */
export function isTriggeredBy(trigger: WorkflowTrigger, change: PropertyChange): boolean {
  if (trigger.kind !== 'property' || trigger.property !== change.property) return false;
  return trigger.operator === 'changed' || trigger.values.includes(change.to);
}

/** When a date enrolls; null for no date. */
export function enrollmentTime(
  trigger: Extract<WorkflowTrigger, { kind: 'date' }>,
  value: string | undefined,
): number | null {
  const at = value === undefined || value === '' ? null : toTime(value);
  return at === null ? null : at - trigger.daysBefore * dayMs;
}

/** What a condition is asked about. */
export type Known = {
  readonly property: (name: string) => string | undefined;
  readonly event: AppEventRecord | null;
  readonly outputs: Readonly<Record<string, string>>;
};

export function knownOf(
  store: PortalStore,
  contact: StoredRecord,
  event: AppEventRecord | null,
  outputs: Known['outputs'] = {},
): Known {
  return { property: (name) => readValue(store, contact, name), event, outputs };
}

export function holds(condition: Condition, known: Known): boolean {
  const value = askedIn(condition, known);
  switch (condition.operator) {
    case 'is any of':
      return isAmong(condition.values, value);
    case 'is none of':
      return !isAmong(condition.values, value);
    case 'is known':
      return value !== '';
    case 'is unknown':
      return value === '';
    case 'is more than':
      return value !== '' && Number(value) > Number(condition.values[0]);
    case 'is less than':
      return value !== '' && Number(value) < Number(condition.values[0]);
  }
}

/** A property of several checkboxes holds each of its values. */
function isAmong(values: readonly string[], value: string): boolean {
  return value.split(';').some((one) => values.includes(one));
}

function askedIn({ of, name }: Condition, { property, event, outputs }: Known): string {
  if (of === 'output') return outputs[name] ?? '';
  return (of === 'event' ? event?.properties[name] : property(name)) ?? '';
}
