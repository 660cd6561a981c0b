/** Our own properties as HubSpot holds them, in the form in which we write them, so that a diff sees only differences. */
import type { PropertyValues } from '../relationship/properties.ts';
import { toTime } from './signals/crm-record.ts';

/** What is needed of a declared property here; the manifest's declarations fit. */
export type PublishedDefinition = { readonly name: string; readonly type: string };

export function publishedValues(
  properties: Readonly<Record<string, string | null | undefined>>,
  definitions: readonly PublishedDefinition[],
): PropertyValues {
  const values: Record<string, string> = {};
  for (const { name, type } of definitions) {
    const value = properties[name];
    // A property that is not in the answer does not exist in the portal; an empty one does.
    if (value !== undefined) values[name] = value === null ? '' : normal(type, value);
  }
  return values;
}

/** HubSpot answers times as ISO text with or without ms, numbers with trailing zeros as they were written. */
function normal(type: string, value: string): string {
  if (value === '') return '';
  if (type === 'datetime') {
    const at = toTime(value);
    return at === null ? value : new Date(at).toISOString();
  }
  if (type === 'number') {
    const number = Number(value);
    return Number.isFinite(number) ? String(number) : value;
  }
  return type === 'bool' ? value.toLowerCase() : value;
}
