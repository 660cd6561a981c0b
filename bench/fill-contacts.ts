/** Fills a store with made contacts and their signals, as a first reading leaves them: all marked to be assessed. */
import type { Store } from '../src/db/store.ts';
import { noFacts } from '../src/relationship/facts.ts';
import type { Installation, ReadContact } from '../src/usecases/ports.ts';
import { nothingMapped } from '../src/usecases/property-mapping.ts';
import { madeSignals } from './made-contacts.ts';
import type { OwnSchema } from './own-schema.ts';

export const benchPortal = 145_550_001;

/** The benchmark's present, ms since epoch. */
export const benchNow = Date.parse('2026-06-01T12:00:00Z');

/** One signal for each activity, as of the example portal. */
const signalsEach = 20;

export const benchInstallation: Installation = {
  portalId: benchPortal,
  state: 'active',
  scopes: [
    'crm.objects.contacts.read',
    'sales-email-read',
    'crm.objects.deals.read',
    'crm.objects.orders.read',
  ],
  missingScopes: [],
  timeZone: 'Europe/Berlin',
  uiDomain: 'app.hubspot.com',
  currency: 'EUR',
  live: true,
  appEvents: false,
  pipelines: { dealStages: {}, ticketStages: {} },
  mapping: nothingMapped,
  provision: { created: [], present: [], missing: [] },
  installedAt: 0,
};

export function benchContact(number: number): string {
  return String(1000 + number);
}

export async function fillContacts(store: Store, home: OwnSchema, count: number): Promise<void> {
  await store.installations.save(benchInstallation);
  const chunk = 200;
  for (let from = 0; from < count; from += chunk) {
    const numbers = Array.from({ length: Math.min(chunk, count - from) }, (_, place) => from + place);
    await store.timeline.saveContacts(benchPortal, numbers.map(contactOf));
    await store.timeline.saveActivities(
      benchPortal,
      numbers.flatMap((number) =>
        madeSignals(number + 1, signalsEach, 200 + (number % 7) * 150, benchNow).map((signal, place) => ({
          type: 'emails' as const,
          id: String(number * signalsEach + place + 1),
          contactIds: [benchContact(number)],
          moreContacts: false,
          modifiedAt: signal.at,
          signals: [signal],
        })),
      ),
    );
  }
  await home.query('analyze contact, signal');
}

function contactOf(number: number): ReadContact {
  return {
    id: benchContact(number),
    label: `Person ${number}`,
    ownerId: String(700_001 + (number % 5)),
    createdAt: benchNow - 900 * 86_400_000,
    modifiedAt: benchNow - 86_400_000,
    facts: noFacts,
    published: {},
    signals: [],
  };
}
