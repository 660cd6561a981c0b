/**
 * The kinds of records a portal has: their names, ids and the scopes that open them.
 * Ids: HubSpot's object type ids; scopes: the public API reference, per object.
 */
export type ObjectType = {
  /** Plural name, as in paths. */
  readonly name: ObjectTypeName;
  readonly typeId: string;
  /** Upper-case singular, as HubSpot's messages write it. */
  readonly singular: string;
  /** The name in webhook subscriptions (`object.*`), with spaces. */
  readonly webhookName: string;
  /** Property that holds the time of what happened, for the timeline. */
  readonly timeProperty: string;
  readonly created: 'createdate' | 'hs_createdate';
  readonly modified: 'lastmodifieddate' | 'hs_lastmodifieddate';
  /** All of these are needed to read; writing needs all of `write`. An empty `write` means nobody may. */
  readonly read: readonly string[];
  readonly write: readonly string[];
  /** Any one of these opens the property definitions. */
  readonly schemaRead: readonly string[];
  readonly schemaWrite: readonly string[];
};

export const objectTypeNames = [
  'contacts',
  'companies',
  'deals',
  'tickets',
  'orders',
  'line_items',
  'quotes',
  'invoices',
  'subscriptions',
  'emails',
  'calls',
  'meetings',
  'notes',
  'tasks',
  'communications',
  'postal_mail',
  'feedback_submissions',
] as const;

export type ObjectTypeName = (typeof objectTypeNames)[number];

const contactsRead = 'crm.objects.contacts.read';
const contactsWrite = 'crm.objects.contacts.write';

function activity(name: ObjectTypeName, typeId: string, singular: string, webhookName: string): ObjectType {
  return {
    name,
    typeId,
    singular,
    webhookName,
    timeProperty: 'hs_timestamp',
    created: 'hs_createdate',
    modified: 'hs_lastmodifieddate',
    read: name === 'emails' ? [contactsRead, 'sales-email-read'] : [contactsRead],
    write: [contactsWrite],
    schemaRead: [contactsRead, 'crm.schemas.contacts.read'],
    schemaWrite: ['crm.schemas.contacts.write'],
  };
}

/** Objects of the commerce family date their creation like activities do. */
const commerce: readonly ObjectTypeName[] = ['orders', 'quotes', 'invoices', 'subscriptions'];

type Crm = { name: ObjectTypeName; typeId: string; singular: string; timeProperty: string };

function crmObject(about: Crm, more: Partial<ObjectType> = {}): ObjectType {
  const scope = (verb: string) => `crm.objects.${about.name}.${verb}`;
  return {
    ...about,
    webhookName: about.singular.toLowerCase().replace('_', ' '),
    created: commerce.includes(about.name) ? 'hs_createdate' : 'createdate',
    modified: about.name === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate',
    read: [scope('read')],
    write: [scope('write')],
    schemaRead: [scope('read'), `crm.schemas.${about.name}.read`, `crm.schemas.${about.name}.write`],
    schemaWrite: [`crm.schemas.${about.name}.write`],
    ...more,
  };
}

const tickets = ['tickets'];

export const objectTypes: readonly ObjectType[] = [
  crmObject({ name: 'contacts', typeId: '0-1', singular: 'CONTACT', timeProperty: 'createdate' }),
  crmObject({ name: 'companies', typeId: '0-2', singular: 'COMPANY', timeProperty: 'createdate' }),
  crmObject({ name: 'deals', typeId: '0-3', singular: 'DEAL', timeProperty: 'closedate' }),
  crmObject(
    { name: 'tickets', typeId: '0-5', singular: 'TICKET', timeProperty: 'createdate' },
    { read: tickets, write: tickets, schemaRead: tickets, schemaWrite: tickets },
  ),
  crmObject({ name: 'orders', typeId: '0-123', singular: 'ORDER', timeProperty: 'hs_external_created_date' }),
  crmObject(
    { name: 'line_items', typeId: '0-8', singular: 'LINE_ITEM', timeProperty: 'createdate' },
    { read: ['crm.objects.line_items.read', 'e-commerce'] },
  ),
  crmObject({ name: 'quotes', typeId: '0-14', singular: 'QUOTE', timeProperty: 'hs_createdate' }),
  crmObject({ name: 'invoices', typeId: '0-53', singular: 'INVOICE', timeProperty: 'hs_invoice_date' }),
  crmObject({
    name: 'subscriptions',
    typeId: '0-69',
    singular: 'SUBSCRIPTION',
    timeProperty: 'hs_recurring_billing_start_date',
  }),
  activity('emails', '0-49', 'EMAIL', 'email'),
  activity('calls', '0-48', 'CALL', 'call'),
  activity('meetings', '0-47', 'MEETING_EVENT', 'meeting event'),
  activity('notes', '0-46', 'NOTE', 'note'),
  activity('tasks', '0-27', 'TASK', 'task'),
  activity('communications', '0-18', 'COMMUNICATION', 'communication'),
  activity('postal_mail', '0-116', 'POSTAL_MAIL', 'postal mail'),
  {
    ...activity('feedback_submissions', '0-19', 'FEEDBACK_SUBMISSION', 'feedback submission'),
    timeProperty: 'hs_submission_timestamp',
    read: [contactsRead, 'crm.objects.feedback_submissions.read'],
    write: [],
  },
];

const byAnyName = new Map<string, ObjectType>();
for (const type of objectTypes) {
  for (const name of [type.name, type.typeId, type.singular.toLowerCase(), type.webhookName])
    byAnyName.set(name, type);
}
for (const [alias, name] of [
  ['meeting', 'meetings'],
  ['line_item', 'line_items'],
] as const) {
  const type = byAnyName.get(name);
  if (type !== undefined) byAnyName.set(alias, type);
}

/** Finds a type by its plural, singular or webhook name or its id, in any case and with `_` or a space. */
export function objectTypeOf(name: string): ObjectType | undefined {
  const key = name.toLowerCase();
  return (
    byAnyName.get(key) ?? byAnyName.get(key.replaceAll('_', ' ')) ?? byAnyName.get(key.replaceAll(' ', '_'))
  );
}

/** The type of a name that is known to be one. */
export function objectType(name: ObjectTypeName): ObjectType {
  const type = byAnyName.get(name);
  if (type === undefined) throw new Error(`No object type is called ${name}`);
  return type;
}
