/** The words of the privacy part of the settings page. Tables and classes are named by what the service calls them. */
import type { Language } from './viewer.ts';

export type PrivacyTexts = {
  readonly legalBasis: string;
  readonly legalBasisHelp: string;
  readonly legalBases: Readonly<Record<'none' | 'legitimate_interest' | 'consent' | 'contract', string>>;
  readonly neutral: string;
  readonly neutralHelp: string;
  readonly person: {
    readonly title: string;
    readonly intro: string;
    readonly who: string;
    readonly whoHelp: string;
    readonly find: string;
    readonly searching: string;
    readonly nobody: string;
    readonly found: (name: string, rows: string) => string;
    readonly what: string;
    readonly rows: string;
    readonly exported: string;
    readonly exportHelp: string;
    readonly erase: string;
    readonly willHappen: string;
    readonly confirm: string;
    readonly cancel: string;
    readonly erasing: string;
    readonly erased: (rows: string) => string;
  };
  readonly tables: Readonly<Record<string, string>>;
  readonly register: {
    readonly title: string;
    readonly intro: string;
    readonly readAt: (time: string) => string;
    readonly notYet: string;
    readonly property: string;
    readonly class: string;
    readonly source: string;
    readonly purposes: string;
    readonly csv: string;
    readonly more: (count: string) => string;
  };
  readonly classes: Readonly<Record<string, string>>;
  readonly sources: Readonly<Record<string, string>>;
  readonly purposes: Readonly<Record<string, string>>;
  readonly leave: {
    readonly title: string;
    readonly intro: string;
    readonly choose: string;
    readonly keep: string;
    readonly keepHelp: string;
    readonly remove: string;
    readonly removeHelp: string;
    readonly elsewhere: string;
    readonly go: string;
    readonly sure: string;
    readonly confirm: string;
    readonly cancel: string;
    readonly going: string;
    readonly gone: string;
    readonly goneText: (removed: string) => string;
    readonly kept: (names: string) => string;
  };
  readonly notAdmin: string;
};

const english: PrivacyTexts = {
  legalBasis: 'Legal basis for assessing relationships',
  legalBasisHelp: 'As your records of processing say it. It stands in every export about a person.',
  legalBases: {
    none: 'Not stated',
    legitimate_interest: 'Legitimate interest',
    consent: 'Consent',
    contract: 'Contract',
  },
  neutral: 'Plain words instead of the names of stages',
  neutralHelp:
    'A person who asks for access will read them: "gone quiet" rather than "Stagnating". Values in lists and workflows stay the same.',
  person: {
    title: 'One person',
    intro: 'Somebody asks what is stored about them, or wants it gone.',
    who: 'E-mail address or contact id',
    whoHelp: 'The id stands in the address of the contact record.',
    find: 'Find',
    searching: 'Searching …',
    nobody: 'Nothing is stored about this person.',
    found: (name, rows) => `${name}: ${rows} rows are stored.`,
    what: 'What',
    rows: 'Rows',
    exported: 'Export everything as a file',
    exportHelp: 'The link is good for ten minutes.',
    erase: 'Erase this person …',
    willHappen:
      'All rows are deleted for good and the values of Rapport on the contact are emptied. A hash remains, so that the person is not stored again. The contact itself stays in HubSpot.',
    confirm: 'Erase for good',
    cancel: 'Cancel',
    erasing: 'Erasing …',
    erased: (rows) => `${rows} rows were erased. The person will not be stored again.`,
  },
  tables: {
    contact: 'The contact: name, owner, standing facts',
    signal: 'What happened when, without content',
    assessment: 'The assessment',
    due_contact: 'The day of the next look',
    stage_log: 'History of stages',
    correction: 'What colleagues corrected',
    action_call: 'Questions of workflows, with the verdicts',
    dirty_contact: 'Work that waits: assessments',
    dirty_record: 'Work that waits: readings',
    parked: 'Work that could not be done',
  },
  register: {
    title: 'Provenance register',
    intro:
      'Where each contact property comes from, and what it may be used for. Unknown counts as third-party.',
    readAt: (time) => `Read from HubSpot on ${time}.`,
    notYet: 'HubSpot was not asked yet: the register is read at the installation and every night.',
    property: 'Property',
    class: 'Class',
    source: 'Source',
    purposes: 'Purposes',
    csv: 'Download as CSV',
    more: (count) => `Show all ${count}`,
  },
  classes: {
    P1: 'P1 volunteered',
    P2: 'P2 transacted',
    P3: 'P3 observed, overt',
    P4: 'P4 observed, covert',
    P5: 'P5 inferred',
    P6: 'P6 third-party',
    P7: 'P7 sensitive',
  },
  sources: {
    form: 'form',
    survey: 'survey',
    crm_ui: 'typed by a colleague',
    commerce: 'commerce',
    tracking: 'tracking',
    open_tracking: 'tracking of opens',
    import: 'import',
    integration: 'integration',
    enrichment: 'enrichment',
    calculated: 'calculated',
    api: 'interface',
    unknown: 'unknown',
  },
  purposes: {
    service_reply: 'service reply',
    transactional: 'transactional',
    recovery: 'recovery',
    follow_up: 'follow-up',
    sales: 'sales',
    marketing: 'marketing',
    referral_ask: 'asking for referrals',
    survey: 'survey',
  },
  leave: {
    title: 'Leave Rapport',
    intro: 'Removes the app from this account and erases everything that Rapport has stored.',
    choose: 'Properties in HubSpot',
    keep: 'Keep the properties',
    keepHelp: 'Their last values stay on the contacts and do not change any more.',
    remove: 'Remove the properties',
    removeHelp: 'With all their values. One that a workflow, list or form uses has to be removed by hand.',
    elsewhere:
      'Removing the app under Connected apps keeps the properties: from then on Rapport may not touch them.',
    go: 'Leave Rapport …',
    sure: 'This cannot be taken back. HubSpot tells your super admins by e-mail.',
    confirm: 'Remove the app now',
    cancel: 'Cancel',
    going: 'Leaving …',
    gone: 'Rapport is removed from this account',
    goneText: (removed) => `Everything stored was erased. Properties removed: ${removed}.`,
    kept: (names) => `HubSpot did not let these be removed, since something uses them: ${names}.`,
  },
  notAdmin: 'Only admins of Rapport may do this.',
};

const german: PrivacyTexts = {
  legalBasis: 'Rechtsgrundlage für die Einschätzung von Beziehungen',
  legalBasisHelp:
    'Wie in Ihrem Verzeichnis der Verarbeitungen. Sie steht in jeder Auskunft über eine Person.',
  legalBases: {
    none: 'Nicht angegeben',
    legitimate_interest: 'Berechtigtes Interesse',
    consent: 'Einwilligung',
    contract: 'Vertrag',
  },
  neutral: 'Einfache Worte statt der Namen der Stufen',
  neutralHelp:
    'Wer Auskunft verlangt, liest sie: „ruhig geworden“ statt „Stillstand“. Die Werte in Listen und Workflows bleiben gleich.',
  person: {
    title: 'Eine Person',
    intro: 'Jemand fragt, was über ihn gespeichert ist, oder möchte, dass es gelöscht wird.',
    who: 'E-Mail-Adresse oder Kontakt-ID',
    whoHelp: 'Die ID steht in der Adresse des Kontaktdatensatzes.',
    find: 'Suchen',
    searching: 'Suche läuft …',
    nobody: 'Über diese Person ist nichts gespeichert.',
    found: (name, rows) => `${name}: ${rows} Zeilen sind gespeichert.`,
    what: 'Was',
    rows: 'Zeilen',
    exported: 'Alles als Datei ausgeben',
    exportHelp: 'Der Link gilt zehn Minuten.',
    erase: 'Diese Person löschen …',
    willHappen:
      'Alle Zeilen werden endgültig gelöscht und die Werte von Rapport am Kontakt geleert. Ein Hash bleibt, damit die Person nicht wieder gespeichert wird. Der Kontakt selbst bleibt in HubSpot.',
    confirm: 'Endgültig löschen',
    cancel: 'Abbrechen',
    erasing: 'Wird gelöscht …',
    erased: (rows) => `${rows} Zeilen wurden gelöscht. Die Person wird nicht wieder gespeichert.`,
  },
  tables: {
    contact: 'Der Kontakt: Name, Zuständige, feststehende Angaben',
    signal: 'Was wann geschah, ohne Inhalt',
    assessment: 'Die Einschätzung',
    due_contact: 'Der Tag des nächsten Blicks',
    stage_log: 'Verlauf der Stufen',
    correction: 'Was Kollegen berichtigt haben',
    action_call: 'Fragen von Workflows mit den Urteilen',
    dirty_contact: 'Wartende Arbeit: Einschätzungen',
    dirty_record: 'Wartende Arbeit: Lesungen',
    parked: 'Arbeit, die nicht gelang',
  },
  register: {
    title: 'Herkunftsverzeichnis',
    intro:
      'Woher jede Kontakteigenschaft stammt und wofür sie dienen darf. Unbekanntes gilt als von Dritten.',
    readAt: (time) => `Aus HubSpot gelesen am ${time}.`,
    notYet: 'HubSpot wurde noch nicht gefragt: Gelesen wird bei der Installation und jede Nacht.',
    property: 'Eigenschaft',
    class: 'Klasse',
    source: 'Quelle',
    purposes: 'Zwecke',
    csv: 'Als CSV herunterladen',
    more: (count) => `Alle ${count} zeigen`,
  },
  classes: {
    P1: 'P1 freiwillig genannt',
    P2: 'P2 aus Geschäften',
    P3: 'P3 offen beobachtet',
    P4: 'P4 verdeckt beobachtet',
    P5: 'P5 erschlossen',
    P6: 'P6 von Dritten',
    P7: 'P7 besonders schutzwürdig',
  },
  sources: {
    form: 'Formular',
    survey: 'Umfrage',
    crm_ui: 'von Kollegen eingetragen',
    commerce: 'Handel',
    tracking: 'Tracking',
    open_tracking: 'Öffnungs-Tracking',
    import: 'Import',
    integration: 'Integration',
    enrichment: 'Anreicherung',
    calculated: 'berechnet',
    api: 'Schnittstelle',
    unknown: 'unbekannt',
  },
  purposes: {
    service_reply: 'Antwort im Service',
    transactional: 'Abwicklung',
    recovery: 'Wiedergutmachung',
    follow_up: 'Nachfassen',
    sales: 'Vertrieb',
    marketing: 'Werbung',
    referral_ask: 'Bitte um Empfehlung',
    survey: 'Umfrage',
  },
  leave: {
    title: 'Rapport verlassen',
    intro: 'Entfernt die App aus diesem Konto und löscht alles, was Rapport gespeichert hat.',
    choose: 'Eigenschaften in HubSpot',
    keep: 'Eigenschaften behalten',
    keepHelp: 'Ihre letzten Werte bleiben an den Kontakten und ändern sich nicht mehr.',
    remove: 'Eigenschaften entfernen',
    removeHelp:
      'Mit allen Werten. Was ein Workflow, eine Liste oder ein Formular benutzt, muss von Hand entfernt werden.',
    elsewhere:
      'Wer die App unter „Verbundene Apps“ entfernt, behält die Eigenschaften: Rapport darf sie dann nicht mehr anfassen.',
    go: 'Rapport verlassen …',
    sure: 'Das lässt sich nicht zurücknehmen. HubSpot benachrichtigt Ihre Super-Admins per E-Mail.',
    confirm: 'App jetzt entfernen',
    cancel: 'Abbrechen',
    going: 'Wird entfernt …',
    gone: 'Rapport ist aus diesem Konto entfernt',
    goneText: (removed) => `Alles Gespeicherte wurde gelöscht. Entfernte Eigenschaften: ${removed}.`,
    kept: (names) => `Diese ließ HubSpot nicht entfernen, weil etwas sie benutzt: ${names}.`,
  },
  notAdmin: 'Nur Administratoren von Rapport dürfen das.',
};

const catalogue: Readonly<Record<Language, PrivacyTexts>> = { en: english, de: german };

export function privacyTexts(language: Language): PrivacyTexts {
  return catalogue[language];
}
