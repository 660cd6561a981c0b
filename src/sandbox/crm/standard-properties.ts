/** Reads the tables of HubSpot's own properties into definitions. */
import type { ObjectTypeName } from './object-types.ts';
import type { OptionDefinition, PropertyDefinition, PropertyType } from './property-definition.ts';
import { activities, activity, everywhere, ofThisPortal, own } from './standard-property-tables.ts';

const typeLetters: Readonly<Record<string, readonly [PropertyType, string]>> = {
  s: ['string', 'text'],
  l: ['string', 'textarea'],
  n: ['number', 'number'],
  d: ['date', 'date'],
  t: ['datetime', 'date'],
  b: ['bool', 'booleancheckbox'],
  e: ['enumeration', 'select'],
  m: ['enumeration', 'checkbox'],
  p: ['string', 'phonenumber'],
};

/** The properties a portal begins with: HubSpot's, and those its people defined. `at`: when the portal came to be. */
export function standardProperties(type: ObjectTypeName, at: number): PropertyDefinition[] {
  const standard = linesOf(everywhere + (own[type] ?? activity + (activities[type] ?? '')));
  const custom = linesOf(ofThisPortal[type] ?? '');
  return [...standard, ...custom].map((line, order) => ({
    ...toDefinition(line, order, type, at),
    hubspotDefined: order < standard.length,
  }));
}

function linesOf(table: string): string[] {
  return table.split('\n').filter((line) => line.includes('|'));
}

function toDefinition(
  line: string,
  order: number,
  objectType: ObjectTypeName,
  at: number,
): Omit<PropertyDefinition, 'hubspotDefined'> {
  const [name = '', label = '', letter = 's', rest = ''] = line.split('|').map((part) => part.trim());
  const flags = ['ro', 'unique', 'external', 'sensitive'].includes(rest) ? rest : '';
  const [type, fieldType] = typeLetters[letter] ?? (['string', 'text'] as const);
  return {
    name,
    label,
    description: '',
    groupName: standardGroup(objectType).name,
    type,
    fieldType,
    options: type === 'bool' ? yesNo : flags === '' && rest !== '' ? toOptions(rest) : [],
    displayOrder: order,
    hidden: false,
    formField: flags !== 'ro',
    hasUniqueValue: flags === 'unique',
    readOnlyValue: flags === 'ro',
    externalOptions: flags === 'external',
    dataSensitivity: flags === 'sensitive' ? 'sensitive' : 'non_sensitive',
    createdAt: at,
    updatedAt: at,
    archivedAt: 0,
  };
}

const yesNo: readonly OptionDefinition[] = [
  { label: 'True', value: 'true', displayOrder: 0, hidden: false },
  { label: 'False', value: 'false', displayOrder: 1, hidden: false },
];

function toOptions(list: string): OptionDefinition[] {
  return list.split(', ').map((part, displayOrder) => {
    const [value = part, label] = part.split('=');
    return { label: label ?? readable(value), value, displayOrder, hidden: false };
  });
}

function readable(value: string): string {
  const words = value.replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The group that HubSpot's own properties of a type are in. */
export function standardGroup(type: ObjectTypeName): { readonly name: string; readonly label: string } {
  const singular = type === 'companies' ? 'company' : type.replace(/s$/, '');
  return { name: `${singular.replaceAll('_', '')}information`, label: `${readable(singular)} information` };
}
