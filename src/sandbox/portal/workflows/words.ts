/** Triggers and conditions of a workflow in words. */
import type { Condition, WorkflowView } from '../../sandbox-api-for-pages.ts';
import type { Catalog } from '../api/use-catalog.ts';
import { plural, wordValue } from '../words.ts';

export function wordTrigger({ trigger }: WorkflowView, catalog: Catalog): string {
  if (trigger.kind === 'event') return `The event ${trigger.eventUid} happens`;
  const property = catalog.find(trigger.property);
  const label = property?.label ?? trigger.property;
  if (trigger.kind === 'date') {
    const days = plural(Math.abs(trigger.daysBefore), 'day');
    return `${days} ${trigger.daysBefore < 0 ? 'after' : 'before'} ${label}`;
  }
  if (trigger.operator === 'changed') return `${label} changes`;
  return `${label} becomes ${trigger.values.map((value) => wordValue(value, property, 'UTC')).join(' or ')}`;
}

export function wordCondition({ of, name, operator, values }: Condition, catalog: Catalog): string {
  const property = of === 'property' ? catalog.find(name) : undefined;
  const words = values.map((value) => (property ? wordValue(value, property, 'UTC') : value));
  return [property?.label ?? name, operator, words.join(' or ')].filter(Boolean).join(' ');
}
