/**
 * Checks a value against its property's definition and brings it into the form that HubSpot keeps: datetimes and dates as
 * ISO text, numbers as written, several options joined by `;`. The codes are those of HubSpot's answers.
 */
import type { PropertyDefinition } from './property-definition.ts';

/** Longest text of a property, from HubSpot's properties guide. */
const longestText = 65_536;

export type ValueFault = {
  readonly property: string;
  readonly code:
    | 'PROPERTY_DOESNT_EXIST'
    | 'READ_ONLY_VALUE'
    | 'INVALID_OPTION'
    | 'INVALID_DOUBLE'
    | 'INVALID_DATE'
    | 'INVALID_BOOLEAN'
    | 'INVALID_EMAIL'
    | 'INVALID_STRING_LENGTH';
  readonly message: string;
};

export type CheckedValue =
  | { readonly kind: 'fits'; readonly value: string }
  | { readonly kind: 'fault'; readonly fault: ValueFault };

/** An empty text clears a property of any type. Surrounding blanks are refused for everything that is no text. */
export function checkValue(definition: PropertyDefinition, value: string): CheckedValue {
  if (value === '') return { kind: 'fits', value };
  switch (definition.type) {
    case 'number':
      return numberLike.test(value)
        ? fits(value)
        : fault(definition, 'INVALID_DOUBLE', `${value} was not a valid number.`);
    case 'bool':
      return value === 'true' || value === 'false'
        ? fits(value)
        : fault(definition, 'INVALID_BOOLEAN', `${value} was not a valid boolean.`);
    case 'date':
      return checkDate(definition, value);
    case 'datetime':
      return checkDatetime(definition, value);
    case 'enumeration':
      return checkOptions(definition, value);
    case 'string':
    case 'phone_number':
    case 'json':
    case 'object_coordinates':
      return checkText(definition, value);
  }
}

const numberLike = /^-?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const msLike = /^-?\d{1,15}$/;
const dayLike = /^\d{4}-\d\d-\d\d$/;
const isoLike = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;
const dayMs = 86_400_000;

function checkDate(definition: PropertyDefinition, value: string): CheckedValue {
  if (dayLike.test(value) && Number.isFinite(Date.parse(value))) return fits(value);
  const at = msLike.test(value) ? Number(value) : isoLike.test(value) ? Date.parse(value) : Number.NaN;
  if (!Number.isFinite(at)) return fault(definition, 'INVALID_DATE', `${value} was not a valid date.`);
  if (at % dayMs !== 0)
    return fault(definition, 'INVALID_DATE', `${value} is at ${new Date(at).toISOString()}, not midnight!`);
  return fits(new Date(at).toISOString().slice(0, 10));
}

function checkDatetime(definition: PropertyDefinition, value: string): CheckedValue {
  const at = toTime(value);
  if (at === null) return fault(definition, 'INVALID_DATE', `${value} was not a valid datetime.`);
  return fits(new Date(at).toISOString());
}

/** ms since epoch of a datetime as HubSpot takes it (ISO text or ms), or null. */
export function toTime(value: string): number | null {
  const at = msLike.test(value) ? Number(value) : isoLike.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isFinite(at) && Math.abs(at) < 8.64e15 ? at : null;
}

function checkOptions(definition: PropertyDefinition, value: string): CheckedValue {
  if (definition.externalOptions) return fits(value);
  const allowed = allowedValues(definition);
  const chosen =
    definition.fieldType === 'checkbox' ? value.split(';').filter((part) => part !== '') : [value];
  const unknown = chosen.find((part) => !allowed.has(part));
  if (unknown === undefined) return fits(value);
  return fault(
    definition,
    'INVALID_OPTION',
    `${unknown} was not one of the allowed options: [${[...allowed].join(', ')}]`,
  );
}

/** Made once per definition: loading two million records asks this several times for each. */
const allowedByDefinition = new WeakMap<PropertyDefinition, ReadonlySet<string>>();

function allowedValues(definition: PropertyDefinition): ReadonlySet<string> {
  const known = allowedByDefinition.get(definition);
  if (known !== undefined) return known;
  const allowed = new Set(definition.options.map((option) => option.value));
  allowedByDefinition.set(definition, allowed);
  return allowed;
}

function checkText(definition: PropertyDefinition, value: string): CheckedValue {
  if (value.length > longestText) {
    return fault(
      definition,
      'INVALID_STRING_LENGTH',
      `Property ${definition.name} is longer than ${longestText} characters`,
    );
  }
  if (definition.name === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) {
    return fault(definition, 'INVALID_EMAIL', `Email address ${value} is invalid`);
  }
  return fits(definition.name === 'email' ? value.toLowerCase() : value);
}

function fits(value: string): CheckedValue {
  return { kind: 'fits', value };
}

function fault(definition: PropertyDefinition, code: ValueFault['code'], message: string): CheckedValue {
  return { kind: 'fault', fault: { property: definition.name, code, message } };
}
