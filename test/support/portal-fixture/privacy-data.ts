/** What the privacy part of the settings page is told: a register of usual properties, and one person's rows. */
import type { ErasedView, LeftView, PersonView } from '@rapport/shared/contract-privacy.ts';
import type { RegisterView } from '@rapport/shared/contract-settings.ts';

const every = [
  'service_reply',
  'transactional',
  'recovery',
  'follow_up',
  'sales',
  'marketing',
  'referral_ask',
  'survey',
];
const served = every.slice(0, 3);

const rows: RegisterView['rows'] = [
  { name: 'email', label: 'Email', class: 'P1', source: 'form', purposes: every },
  { name: 'firstname', label: 'First name', class: 'P1', source: 'form', purposes: every },
  { name: 'jobtitle', label: 'Job title', class: 'P6', source: 'enrichment', purposes: served },
  {
    name: 'hs_analytics_num_page_views',
    label: 'Number of page views',
    class: 'P4',
    source: 'tracking',
    purposes: [],
  },
  {
    name: 'birthday_wishes',
    label: 'Wishes for the birthday',
    class: 'P1',
    source: 'survey',
    purposes: every,
  },
  { name: 'lead_score', label: 'Lead score', class: 'P5', source: 'calculated', purposes: [] },
  { name: 'health_notes', label: 'Notes on health', class: 'P7', source: 'crm_ui', purposes: [] },
  { name: 'legacy_code', label: 'Code of the old system', class: 'P6', source: 'unknown', purposes: served },
  { name: 'total_revenue', label: 'Total revenue', class: 'P2', source: 'commerce', purposes: every },
  { name: 'city', label: 'City', class: 'P6', source: 'import', purposes: served },
  { name: 'company', label: 'Company name', class: 'P3', source: 'crm_ui', purposes: every },
  { name: 'twitterhandle', label: 'Twitter username', class: 'P6', source: 'integration', purposes: served },
];

export const register: RegisterView = {
  kind: 'register',
  readAt: '2026-09-14T01:12:00.000Z',
  rows,
  csvUrl: 'https://api.rapport.example/settings/register.csv?portal=145550001',
};

export const foundPerson: PersonView = {
  kind: 'person',
  contactId: '102',
  label: 'Clara Hoffmann',
  tables: [
    { table: 'contact', rows: 1 },
    { table: 'signal', rows: 38 },
    { table: 'assessment', rows: 1 },
    { table: 'stage_log', rows: 4 },
    { table: 'correction', rows: 2 },
  ],
  exportUrl: 'https://api.rapport.example/privacy/export?portal=145550001&contact=102',
};

export const nobody: PersonView = { kind: 'nobody' };

export const erasedPerson: ErasedView = { kind: 'erased', rows: 46 };

export const left: LeftView = { kind: 'left', removed: 31, kept: ['rapport_stage'] };
