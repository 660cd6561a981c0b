/** What a page says of each thing that it asks for: while it is on its way, and when it did not come. */
import type { Language } from './viewer.ts';

export type Awaited = 'settings' | 'mapping' | 'register' | 'counts' | 'contacts';

type AwaitedTexts = Readonly<Record<Awaited, { readonly loading: string; readonly failed: string }>>;

const texts: Readonly<Record<Language, AwaitedTexts>> = {
  en: {
    settings: { loading: 'Reading the settings', failed: 'The settings cannot be shown' },
    mapping: {
      loading: 'Asking HubSpot for pipelines and properties',
      failed: 'Pipelines and properties cannot be shown',
    },
    register: { loading: 'Reading the register', failed: 'The register cannot be shown' },
    counts: { loading: 'Counting the relationships', failed: 'The counts cannot be shown' },
    contacts: { loading: 'Reading the contacts', failed: 'The contacts cannot be shown' },
  },
  de: {
    settings: {
      loading: 'Die Einstellungen werden gelesen',
      failed: 'Die Einstellungen lassen sich nicht zeigen',
    },
    mapping: {
      loading: 'HubSpot wird nach Pipelines und Eigenschaften gefragt',
      failed: 'Pipelines und Eigenschaften lassen sich nicht zeigen',
    },
    register: {
      loading: 'Das Verzeichnis wird gelesen',
      failed: 'Das Verzeichnis lässt sich nicht zeigen',
    },
    counts: { loading: 'Die Beziehungen werden gezählt', failed: 'Die Zahlen lassen sich nicht zeigen' },
    contacts: { loading: 'Die Kontakte werden gelesen', failed: 'Die Kontakte lassen sich nicht zeigen' },
  },
};

export function awaitedTexts(awaited: Awaited, language: Language): AwaitedTexts[Awaited] {
  return texts[language][awaited];
}
