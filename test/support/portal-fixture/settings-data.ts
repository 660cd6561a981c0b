/** What the settings page is told in each of its states, made by the service's own views of fixed choices. */
import type { MappingView } from '@rapport/shared/contract-mapping.ts';
import type { PreviewView, SettingsView } from '@rapport/shared/contract-settings.ts';
import { mappingView } from '../../../src/http/mapping-view.ts';
import { settingsView } from '../../../src/http/settings-view.ts';
import { propertyGuesses } from '../../../src/hubspot/signals/property-guesses.ts';
import type { StageAnswer } from '../../../src/relationship/stage/stages.ts';
import { type Choices, defaultChoices } from '../../../src/usecases/choices.ts';
import type { MappableField } from '../../../src/usecases/mappable.ts';
import { nothingMapped } from '../../../src/usecases/property-mapping.ts';
import type { SettingsPage } from '../../../src/usecases/read-settings-page.ts';
import { storyAnswers } from '../../../src/world/story-answers.ts';
import { installation } from '../timeline-builders.ts';
import { type Language, now } from './fixture-time.ts';
import { portal } from './portal-data.ts';

const day = 86_400_000;
const robin = { userId: 7001, email: 'robin.hale@harbour-hill.example' };
const noor = { userId: 7002, email: 'noor.aziz@harbour-hill.example' };

const { level, questionnaire, businessHours, desired, matrix, playbook } = storyAnswers.settings;
const { week } = businessHours.hours;
/** Shorter on Fridays, with a break. */
const friday = [
  { from: 8 * 60, to: 12 * 60 },
  { from: 13 * 60, to: 15 * 60 },
];

const answered: Choices = {
  ...storyAnswers,
  settings: {
    ...storyAnswers.settings,
    level: { ...level, enteredMargin: 0.35 },
    desired: { ...desired, depthBySegment: { 'Offices <b>downtown</b>': 'collective' } },
    matrix: { ...matrix, homeCurrency: 'EUR', rates: { USD: 0.92 } },
    playbook: { ...playbook, ownTexts: { answer_first: { en: 'Answer them before noon.' } } },
    businessHours: {
      ...businessHours,
      hours: { ...businessHours.hours, week: week.map((spans, at) => (at === 5 ? friday : spans)) },
    },
  },
};

/** Two product families that differ from the rest of the business. */
const withFamilies: Choices = {
  ...answered,
  settings: {
    ...answered.settings,
    level: { ...answered.settings.level, enteredMarginByFamily: { Machines: 0.18 } },
    questionnaire: {
      ...questionnaire,
      families: {
        Machines: { collects: 'partner', anonymous: 'no', anonymousShare: null },
        'Beans <b>to go</b>': { collects: 'us', anonymous: 'yes', anonymousShare: 0.6 },
      },
    },
  },
};

const firing = [
  'rapport_stage',
  'rapport_flight',
  'rapport_stage_previous',
  'rapport_stage_changed_at',
  'rapport_stage_movement',
  'rapport_stage_reason',
  'rapport_stage_runner_up',
  'rapport_recovery_open',
];

const lived: SettingsPage = {
  installation: installation(portal.portalId),
  mayChange: true,
  revision: 3,
  choices: answered,
  history: [
    { revision: 3, at: now - 2 * day, by: robin, note: '', backTo: 1 },
    {
      revision: 2,
      at: now - 9 * day,
      by: noor,
      note: 'Our customers are quiet over the summer: <i>wait</i> longer before Stagnating.',
      backTo: null,
    },
    { revision: 1, at: now - 40 * day, by: robin, note: 'The first questions, answered.', backTo: null },
  ],
  admins: [
    { ...robin, addedAt: now - 60 * day, addedBy: null },
    { ...noor, userId: null, addedAt: now - 12 * day, addedBy: robin.email },
  ],
  proposal: null,
  wouldFire: {},
  firing,
};

const fires: SettingsPage['wouldFire'] = {
  initiating: 214,
  experimenting: 96,
  intensifying: 41,
  integrating: 58,
  bonding: 23,
  differentiating: 4,
  circumscribing: 6,
  stagnating: 71,
  avoiding: 9,
  terminating: 132,
  not_enough_evidence: 310,
};

/** `new`: nobody answered anything yet. */
export type SettingsState = 'new' | 'lived' | 'families' | 'notLive' | 'reader';

const pages: Readonly<Record<SettingsState, SettingsPage>> = {
  new: {
    ...lived,
    revision: 0,
    choices: defaultChoices,
    history: [],
    installation: installation(portal.portalId, { live: false }),
    wouldFire: fires,
  },
  lived,
  families: { ...lived, choices: withFamilies },
  notLive: {
    ...lived,
    installation: installation(portal.portalId, { live: false, missingScopes: ['sales-email-read'] }),
    wouldFire: fires,
  },
  reader: { ...lived, mayChange: false, admins: [] },
};

export function settingsOf(state: SettingsState, language: Language): SettingsView {
  return settingsView(pages[state], language);
}

/** Somebody else was faster: what the page is told with its refusal. */
export function newerSettings(language: Language): SettingsView {
  const note = 'Quiet after three weeks.';
  const newest = { revision: 4, at: now, by: noor, note, backTo: null };
  return settingsView({ ...lived, revision: 4, history: [newest, ...lived.history] }, language);
}

const properties: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  date: [
    ['contract_end_date', 'Contract end date'],
    ['contract_start_date', 'Contract start date'],
    ['cancellation_date', 'Date of cancellation <b>notice</b>'],
  ],
  words: [
    ['primary_competitor', 'Primary competitor'],
    ['sold_through', 'Sold through'],
  ],
  flag: [['loyalty_tier', 'Loyalty tier']],
  amount: [['contact_every_days', 'Contact every so many days']],
};

/** @param namesFamilies whether a property names the product family, so that answers are given by its values. */
export function mappingOf(namesFamilies: boolean): MappingView {
  const fields = Object.entries(propertyGuesses).map(
    ([field, { object, holds }]): [string, MappableField] => [
      field,
      { object, options: (properties[holds] ?? []).map(([id, label]) => ({ id, label })) },
    ],
  );
  const open = { outcome: 'open', qualified: false, project: false } as const;
  const recognised = {
    termEnd: 'contract_end_date',
    termStart: 'contract_start_date',
    loyaltyMember: 'loyalty_tier',
  };
  return mappingView({
    mappable: {
      // The guesses have a line for every field.
      fields: Object.fromEntries(fields) as Parameters<typeof mappingView>[0]['mappable']['fields'],
      deals: [
        {
          id: 'default',
          label: 'Sales Pipeline',
          stages: [
            { id: 'a', label: 'Appointment scheduled' },
            { id: 'b', label: 'Contract sent' },
            { id: 'c', label: 'Closed won' },
            { id: 'd', label: 'Closed lost' },
          ],
        },
        {
          id: 'projects',
          label: 'Client projects',
          stages: [
            { id: 'e', label: 'Scoping' },
            { id: 'f', label: 'Won' },
            { id: 'g', label: 'Delivered' },
          ],
        },
      ],
      tickets: [
        {
          id: '0',
          label: 'Support Pipeline',
          stages: [
            { id: '1', label: 'New' },
            { id: '4', label: 'Closed' },
          ],
        },
      ],
      pipelines: {
        dealStages: {
          a: open,
          b: { ...open, qualified: true },
          c: { outcome: 'won', qualified: true, project: false },
          d: { outcome: 'lost', qualified: false, project: false },
          e: { ...open, project: true },
          f: { outcome: 'won', qualified: true, project: true },
          g: { outcome: 'won', qualified: true, project: true, completed: true },
        },
        ticketStages: { '1': { closed: false }, '4': { closed: true } },
      },
    },
    recognised: { ...nothingMapped, ...recognised },
    chosen: {
      mapping: {
        competitor: 'primary_competitor',
        ...(namesFamilies ? { productFamily: 'sold_through' } : {}),
      },
      pipelines: defaultChoices.pipelines,
    },
  });
}

const id = 'a0000000-0000-4000-8000-000000000001';

export const runningPreview: PreviewView = { id, state: 'running', done: 3400, total: 8200, result: null };

const names = ['Clara Hoffmann', 'Daniel Okafor', '<b>Ines</b> Prado', 'Yuki Tanaka', 'Bram de Wit'];
const kinds: readonly (readonly [StageAnswer, StageAnswer])[] = [
  ['stagnating', 'integrating'],
  ['stagnating', 'bonding'],
  ['terminating', 'stagnating'],
  ['stagnating', 'experimenting'],
];

export const donePreview: PreviewView = {
  id,
  state: 'done',
  done: 8200,
  total: 8200,
  result: {
    contacts: 8200,
    moved: 413,
    stages: [
      { stage: 'stagnating', before: 790, after: 412 },
      { stage: 'initiating', before: 2210, after: 2210 },
      { stage: 'experimenting', before: 1804, after: 1899 },
      { stage: 'integrating', before: 961, after: 1207 },
      { stage: 'bonding', before: 388, after: 425 },
      { stage: 'terminating', before: 2047, after: 2047 },
    ],
    samples: Array.from({ length: 20 }, (_, at) => {
      const [before, after] = kinds[at % kinds.length] ?? (['stagnating', 'integrating'] as const);
      return { id: String(101 + at), label: names[at % names.length] ?? '', before, after };
    }),
  },
};

export const quietPreview: PreviewView = {
  ...donePreview,
  result: { contacts: 8200, moved: 0, stages: [{ stage: 'bonding', before: 388, after: 388 }], samples: [] },
};
