/** How a property of the portal is defined, in the words of HubSpot's property API. */
export type PropertyType =
  | 'bool'
  | 'date'
  | 'datetime'
  | 'enumeration'
  | 'number'
  | 'phone_number'
  | 'string'
  | 'json'
  | 'object_coordinates';

export const creatableTypes: readonly string[] = [
  'bool',
  'date',
  'datetime',
  'enumeration',
  'number',
  'phone_number',
  'string',
];

export const fieldTypes: readonly string[] = [
  'booleancheckbox',
  'calculation_equation',
  'checkbox',
  'date',
  'file',
  'html',
  'number',
  'phonenumber',
  'radio',
  'select',
  'text',
  'textarea',
];

/** Which fields can show which type. */
export const fieldTypesOf: Readonly<Record<string, readonly string[]>> = {
  bool: ['booleancheckbox', 'calculation_equation', 'checkbox', 'radio', 'select'],
  enumeration: ['booleancheckbox', 'checkbox', 'radio', 'select', 'calculation_equation'],
  date: ['date'],
  datetime: ['date'],
  number: ['number', 'calculation_equation'],
  phone_number: ['phonenumber', 'text'],
  string: ['file', 'text', 'textarea', 'html', 'phonenumber', 'calculation_equation'],
};

export type OptionDefinition = {
  readonly label: string;
  readonly value: string;
  readonly displayOrder: number;
  readonly hidden: boolean;
  readonly description?: string | undefined;
};

export type PropertyDefinition = {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly groupName: string;
  readonly type: PropertyType;
  readonly fieldType: string;
  readonly options: readonly OptionDefinition[];
  readonly displayOrder: number;
  readonly hidden: boolean;
  readonly formField: boolean;
  readonly hasUniqueValue: boolean;
  readonly hubspotDefined: boolean;
  /** Set by the portal alone: nobody can write it. */
  readonly readOnlyValue: boolean;
  /** Its options live elsewhere (pipelines, owners), so `options` is empty and values are checked there or not at all. */
  readonly externalOptions: boolean;
  /** Of a sensitive one an app without the scope for it sees the definition and no value. */
  readonly dataSensitivity: 'non_sensitive' | 'sensitive';
  readonly createdAt: number;
  readonly updatedAt: number;
  /** 0 while it exists. */
  readonly archivedAt: number;
};

export type GroupDefinition = {
  readonly name: string;
  readonly label: string;
  readonly displayOrder: number;
};
