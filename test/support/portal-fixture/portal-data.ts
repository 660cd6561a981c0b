/** A small portal in fixed answers, so that its pages can be tested and pictured without the sandbox behind them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadManifest } from '../../../src/manifest.ts';
import type { ConsentPage } from '../../../src/sandbox/oauth/consent-html.ts';
import { scopeText } from '../../../src/sandbox/oauth/scope-texts.ts';
import type {
  CallCounts,
  ContactRow,
  InstalledAppView,
  PortalInfo,
  PropertyCatalogView,
  PropertyHistory,
  PropertyView,
  WebhookLog,
  WorkflowRun,
  WorkflowView,
} from '../../../src/sandbox/sandbox-api-for-pages.ts';
import { type CardContact, cardContacts, stageOf } from './card-data.ts';
import { now } from './fixture-time.ts';

const hour = 3_600_000;

export const portal: PortalInfo = {
  portalId: 145_550_001,
  name: 'Harbour & Hill',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  uiDomain: 'app.hubspot.com',
  user: { id: 7001, email: 'robin.hale@harbour-hill.example', firstName: 'Robin', lastName: 'Hale' },
};

const standard = (name: string, label: string, type = 'string'): PropertyView => ({
  name,
  label,
  description: '',
  groupName: 'contactinformation',
  type,
  fieldType: 'text',
  options: [],
  hidden: false,
  readOnly: name === 'createdate',
  hubspotDefined: true,
});

type Declared = {
  name: string;
  label: string;
  type: string;
  fieldType: string;
  description?: string;
  options?: { value: string; label: string }[];
};

/** The app's properties as app.json declares them, which is what an install would create. */
function declaredProperties(): readonly PropertyView[] {
  const file = path.resolve(import.meta.dirname, '..', '..', '..', 'app.json');
  // app.json is checked by its own schema in src/manifest.ts; here only the list of properties is read.
  const { properties } = JSON.parse(readFileSync(file, 'utf8')) as { properties: readonly Declared[] };
  return properties.map(({ name, label, type, fieldType, description = '', options = [] }) => ({
    ...standard(name, label, type),
    description,
    fieldType,
    groupName: 'rapport',
    readOnly: false,
    hubspotDefined: false,
    options: options.map((option, displayOrder) => ({ ...option, displayOrder, hidden: false })),
  }));
}

export const catalog: PropertyCatalogView = {
  groups: [
    { name: 'contactinformation', label: 'Contact information', displayOrder: 0 },
    { name: 'rapport', label: 'Rapport relationship', displayOrder: 1 },
  ],
  properties: [
    standard('firstname', 'First name'),
    standard('lastname', 'Last name'),
    standard('email', 'Email'),
    standard('phone', 'Phone number'),
    standard('company', 'Company name'),
    standard('jobtitle', 'Job title'),
    standard('lifecyclestage', 'Lifecycle stage'),
    standard('hubspot_owner_id', 'Contact owner'),
    standard('createdate', 'Create date', 'datetime'),
    ...declaredProperties(),
  ],
};

const companies = [
  'Alsterwerk',
  'Okafor Outdoor',
  'Laurent & Fils',
  'Whitfield Travel',
  'Nordljus',
  'Horák Design',
];

export function propertiesOf(contact: CardContact): Record<string, string> {
  const [firstname = '', ...rest] = contact.name.split(' ');
  const place = Number(contact.id) % companies.length;
  const { card } = contact;
  const base = {
    firstname,
    lastname: rest.join(' '),
    email: `${firstname.toLowerCase().normalize('NFD').replace(/\W/g, '')}@${(companies[place] ?? '').toLowerCase().normalize('NFD').replace(/\W/g, '')}.example`,
    company: companies[place] ?? '',
    jobtitle: ['Buyer', 'Head of purchasing', 'Founder'][place % 3] ?? '',
    lifecyclestage: 'customer',
    hubspot_owner_id: '31',
    createdate: new Date(now - 400 * 24 * hour).toISOString(),
    rapport_stage: stageOf(contact) ?? '',
  };
  if (contact.state === 'stale') {
    return {
      ...base,
      rapport_stage_changed_at: new Date(now - 40 * 24 * hour).toISOString(),
      rapport_stage_reason: 'Ordered twice and came to the workshop.',
      rapport_holds_until: new Date(now + 20 * 24 * hour).toISOString(),
      rapport_assessed_at: new Date(now - 3 * 24 * hour).toISOString(),
    };
  }
  if (card?.kind !== 'ready') return base;
  return {
    ...base,
    rapport_flight: card.flight,
    rapport_stage_reason: card.reason,
    rapport_stage_previous: card.previous ?? '',
    rapport_vitality: String(card.vitality ?? ''),
    rapport_holds_until: card.holdsUntil ?? '',
    rapport_next_stage_if_silent: card.nextStage ?? '',
    rapport_awaiting: card.awaiting,
  };
}

export const contactRows: readonly ContactRow[] = cardContacts.map((contact) => ({
  id: contact.id,
  title: contact.name,
  properties: propertiesOf(contact),
}));

export function historyOf(contact: CardContact): PropertyHistory {
  const { card } = contact;
  if (card?.kind !== 'ready') return {};
  return {
    rapport_stage: [
      {
        value: card.stage,
        at: Date.parse(card.since) + 8 * hour,
        source: 'INTEGRATION',
        sourceLabel: 'Rapport',
      },
      {
        value: card.previous ?? 'initiating',
        at: Date.parse(card.since) - 3000 * hour,
        source: 'INTEGRATION',
        sourceLabel: 'Rapport',
      },
    ],
  };
}

const { scopes } = loadManifest();
const required = scopes.required.map(({ name }) => name);
const optional = scopes.optional.map(({ name }) => name);

export const installed: InstalledAppView = {
  appId: 9_001_001,
  name: 'Rapport',
  installed: true,
  installedAt: now - 6 * hour,
  requiredScopes: required,
  optionalScopes: optional,
  grantedScopes: [...required, ...optional].filter((scope) => scope !== 'tickets'),
  withheldScopes: ['tickets'],
  installUrl: '/oauth/install',
};

/** What the consent page asks; the words are the portal's own for these scopes. */
export const consent: ConsentPage = {
  appName: installed.name,
  description: 'See relationships coming apart before they end, and know how close you may come.',
  accountName: portal.name,
  portalId: portal.portalId,
  userName: `${portal.user.firstName} ${portal.user.lastName}`,
  scopes: [...installed.requiredScopes, ...installed.optionalScopes].map((name) => ({
    name,
    text: scopeText(name),
    isOptional: installed.optionalScopes.includes(name),
  })),
  fields: {},
  action: '/oauth/authorize',
};

export const webhooks: WebhookLog = {
  waiting: 0,
  delivered: 18,
  retried: 1,
  givenUp: 0,
  lost: 0,
  recent: [
    {
      at: now - hour,
      url: 'https://api.rapport.example/hubspot/webhooks',
      status: 204,
      attempt: 1,
      items: 3,
      subscriptions: ['object.creation'],
    },
    {
      at: now - 2 * hour,
      url: 'https://api.rapport.example/hubspot/webhooks',
      status: 204,
      attempt: 2,
      items: 1,
      subscriptions: ['object.associationChange'],
    },
  ],
};

export const calls: CallCounts = {
  total: 214,
  byFamily: {
    'objects.list': 96,
    'objects.batch.update': 41,
    'objects.batch.read': 38,
    properties: 21,
    search: 12,
    oauth: 6,
  },
  byOperation: {
    'GET /crm/objects/2026-09/contacts': 52,
    'POST /crm/objects/2026-09/contacts/batch/update': 41,
    'GET /crm/objects/2026-09/emails': 44,
  },
  byStatus: { 200: 207, 201: 6, 409: 1 },
  rateLimited: 0,
  lanes: [
    { lane: 'general', max: 110, windowMs: 10_000, used: 38 },
    { lane: 'search', max: 5, windowMs: 1000, used: 1 },
    { lane: 'daily', max: 500_000, windowMs: 86_400_000, used: 214 },
  ],
};

export const workflows: readonly WorkflowView[] = [
  {
    id: '1',
    name: 'A bond begins to slip',
    enabled: true,
    createdAt: now - 5 * hour,
    runs: 2,
    trigger: {
      kind: 'property',
      property: 'rapport_stage',
      operator: 'is any of',
      values: ['differentiating', 'stagnating'],
    },
    filters: [
      {
        of: 'property',
        name: 'rapport_stage_movement',
        operator: 'is none of',
        values: ['first', 'recalibrated'],
      },
    ],
    reEnroll: true,
    actions: [{ kind: 'create-task', subject: 'Call them this week' }],
  },
];

export const runs: readonly WorkflowRun[] = [
  {
    id: 'r2',
    workflowId: '1',
    workflowName: 'A bond begins to slip',
    contactId: '102',
    contactTitle: 'Daniel Okafor',
    at: now - hour,
    trigger: 'property',
    property: 'rapport_stage',
    from: 'integrating',
    to: 'stagnating',
    state: 'done',
    steps: [{ action: 'create-task', outcome: 'Task "Call them this week" created', at: now - hour }],
  },
];
