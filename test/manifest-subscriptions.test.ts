import { expect, test } from 'vitest';
import { factProperties } from '../src/hubspot/facts/contact-facts.ts';
import { contactProperties } from '../src/hubspot/signals/contacts.ts';
import { defaultMapping } from '../src/hubspot/signals/crm-record.ts';
import { propertyGuesses } from '../src/hubspot/signals/property-guesses.ts';
import { translations } from '../src/hubspot/signals/translations.ts';
import { loadManifest } from '../src/manifest.ts';
import { activityTypes, type RecordType } from '../src/usecases/ports.ts';
import { nothingMapped, type PropertyMapping } from '../src/usecases/property-mapping.ts';

/** Read, but not listened to, each for a reason; the scheduled reading notices them. */
const unwatched: Readonly<Record<string, string>> = {
  hs_createdate: 'never changes',
  createdate: 'never changes',
  lastmodifieddate: 'HubSpot sends no change of it',
  hs_lastmodifieddate: 'HubSpot sends no change of it',
  firstname: 'shown on our own pages only',
  lastname: 'shown on our own pages only',
  first_conversion_date: 'set together with recent_conversion_date',
  hs_lifecyclestage_evangelist_date: 'set together with lifecyclestage',
  first_conversion_event_name: 'set together with recent_conversion_date',
  recent_conversion_event_name: 'set together with recent_conversion_date',
  hubspot_owner_assigneddate: 'set together with hubspot_owner_id',
  hs_email_first_send_date: 'set once, at the first newsletter',
  hs_email_delivered: 'changes with every newsletter, and says reach only',
  hs_email_last_send_date: 'changes with every newsletter, and says reach only',
  hs_email_last_click_date: 'changes with every newsletter, and says reach only',
  hs_analytics_source: 'set once, at the first visit',
  hs_analytics_first_timestamp: 'set once, at the first visit',
  hs_analytics_last_timestamp: 'changes with every page view, and says reach only',
  jobtitle: 'only that it is filled is noted, at the next reading',
  company: 'only that it is filled is noted, at the next reading',
  city: 'only that it is filled is noted, at the next reading',
  country: 'only that it is filled is noted, at the next reading',
  hs_email_thread_id: 'set at creation',
  hs_email_headers: 'set at creation',
  hs_email_from_email: 'set at creation',
  hs_sequence_id: 'set at creation',
  hs_meeting_source: 'set at creation',
  hs_task_type: 'set at creation',
  hs_communication_logged_from: 'set at creation',
  hs_communication_conversation_id: 'set at creation',
  hubspot_owner_id: 'of a message: set at creation',
  hs_is_closed_won: 'follows from dealstage',
  hs_is_closed: 'follows from dealstage',
  hs_v2_date_entered_current_stage: 'set together with dealstage',
  hs_currency_code: 'set at creation',
  hs_source_store: 'set at creation',
  source_type: 'set at creation',
  hs_survey_type: 'set at creation',
  hs_submission_timestamp: 'set at creation',
  hs_currency: 'set at creation',
};

/** A portal in which every first guess came true. */
const properties: PropertyMapping = {
  ...nothingMapped,
  ...Object.fromEntries(Object.entries(propertyGuesses).map(([field, { names }]) => [field, names[0]])),
  renewalDealTypes: ['renewal'],
};
const meaning = { pipelines: { dealStages: {}, ticketStages: {} }, mapping: defaultMapping, properties };

/** Names that some portal may have; it says nothing about the others. */
function guessed(type: RecordType): readonly string[] {
  return Object.values(propertyGuesses).flatMap(({ object, names }) => (object === type ? names : []));
}

function readOf(type: RecordType): readonly string[] {
  return type === 'contacts'
    ? [...contactProperties(meaning), ...factProperties(meaning)]
    : translations[type].properties(meaning);
}

test.each(['contacts', ...activityTypes] as const)(
  'of %s, what is read is listened to, or there is a reason not to',
  (type) => {
    const watched = loadManifest().webhooks.objects.find((it) => it.type === type)?.properties ?? [];
    expect(readOf(type).filter((it) => !watched.includes(it) && unwatched[it] === undefined)).toEqual([]);
  },
);

test('nothing is listened to that is not read', () => {
  const { objects } = loadManifest().webhooks;
  const needless = ['contacts' as const, ...activityTypes].flatMap((type) => {
    const watched = objects.find((it) => it.type === type)?.properties ?? [];
    const read = [...readOf(type), ...guessed(type)];
    return watched.filter((it) => !read.includes(it));
  });
  expect(needless).toEqual([]);
});

test.each(['contacts', 'deals', 'tickets'] as const)(
  'of %s, every name by which a property is recognised is listened to',
  (type) => {
    const watched = loadManifest().webhooks.objects.find((it) => it.type === type)?.properties ?? [];
    expect(guessed(type).filter((it) => !watched.includes(it))).toEqual([]);
  },
);

test('no reason outlives the property it was given for', () => {
  const read = ['contacts' as const, ...activityTypes].flatMap(readOf);
  expect(Object.keys(unwatched).filter((it) => !read.includes(it))).toEqual([]);
});
