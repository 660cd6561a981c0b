/** Parked work in words an admin understands: what it was, and what stood in the way. */
import type { Language } from '../relationship/stage/reason.ts';
import type { Parked } from '../usecases/work.ts';

export function sayParked({ subject, reason }: Parked, language: Language): string {
  const { subjects, reasons, otherwise } = texts[language];
  const [head = subject, rest = ''] = subject.split(/:(.*)/s);
  const named = subjects[head];
  // Records of all other types, by HubSpot's own name of the type.
  const what = named === undefined ? `${head} ${rest}`.trim() : named(rest);
  return `${what}: ${reasons[reason] ?? otherwise(reason)}`;
}

type Texts = {
  readonly subjects: Readonly<Record<string, (rest: string) => string>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly otherwise: (reason: string) => string;
};

const texts: Readonly<Record<Language, Texts>> = {
  en: {
    subjects: {
      contacts: (id) => `Contact ${id}`,
      history: (id) => `The activities of contact ${id}`,
      backfill: (type) => (type === '' ? 'The first reading' : `The first reading of ${type}`),
      records: (type) => `All ${type}`,
      reconcile: (type) => (type === '' ? 'The hourly check' : `The hourly check of ${type}`),
      refresh: () => 'Reading what changed',
      'app-events': () => 'Events on the timeline',
    },
    reasons: {
      'rate-limited': 'HubSpot let nothing more through.',
      unavailable: 'HubSpot could not be reached.',
      timeout: 'HubSpot did not answer in time.',
      unauthorized: 'HubSpot did not let us in.',
      'missing-scope': 'a permission is missing. Install Rapport again to grant it.',
      'not-found': 'HubSpot does not have it any more.',
      'invalid-input': 'HubSpot refused the values. Look for a validation rule on a Rapport property.',
      'property-missing': 'a Rapport property was deleted.',
      'property-changed': 'a Rapport property was changed. Give it back its options.',
      'unreadable-answer': 'HubSpot answered what cannot be read.',
      'assessment-failed': 'it could not be assessed.',
    },
    otherwise: (reason) => `could not be done (${reason}).`,
  },
  de: {
    subjects: {
      contacts: (id) => `Kontakt ${id}`,
      history: (id) => `Die Aktivitäten von Kontakt ${id}`,
      backfill: (type) => (type === '' ? 'Das erste Lesen' : `Das erste Lesen von ${type}`),
      records: (type) => `Alle ${type}`,
      reconcile: (type) => (type === '' ? 'Der stündliche Abgleich' : `Der stündliche Abgleich von ${type}`),
      refresh: () => 'Das Lesen der Änderungen',
      'app-events': () => 'Ereignisse auf der Zeitleiste',
    },
    reasons: {
      'rate-limited': 'HubSpot ließ nichts mehr durch.',
      unavailable: 'HubSpot war nicht zu erreichen.',
      timeout: 'HubSpot antwortete nicht rechtzeitig.',
      unauthorized: 'HubSpot ließ uns nicht ein.',
      'missing-scope': 'eine Berechtigung fehlt. Installieren Sie Rapport neu, um sie zu erteilen.',
      'not-found': 'HubSpot hat es nicht mehr.',
      'invalid-input':
        'HubSpot lehnte die Werte ab. Suchen Sie nach einer Prüfregel auf einer Rapport-Eigenschaft.',
      'property-missing': 'eine Rapport-Eigenschaft wurde gelöscht.',
      'property-changed': 'eine Rapport-Eigenschaft wurde geändert. Geben Sie ihr die Optionen zurück.',
      'unreadable-answer': 'HubSpot antwortete, was nicht zu lesen ist.',
      'assessment-failed': 'die Bewertung misslang.',
    },
    otherwise: (reason) => `nicht bearbeitet (${reason}).`,
  },
};
