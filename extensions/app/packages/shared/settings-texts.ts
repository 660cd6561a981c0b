/** Every word of the settings page, in each language. */

export type TabName = 'start' | 'mapping' | 'rules' | 'preview' | 'privacy' | 'live' | 'history';

export type SettingsTexts = {
  /** The way of a new portal. */
  readonly setup: {
    readonly title: string;
    readonly text: string;
    readonly steps: readonly [string, string, string];
  };
  readonly tabs: Readonly<Record<TabName, string>>;
  readonly notAdmin: { readonly title: string; readonly text: string };
  readonly questions: {
    readonly title: string;
    readonly intro: string;
    readonly collects: string;
    readonly collectsOptions: Readonly<Record<'us' | 'partner' | 'both' | 'unknown', string>>;
    readonly anonymous: string;
    readonly anonymousOptions: Readonly<Record<'yes' | 'no' | 'unknown', string>>;
    readonly share: string;
    readonly shareHelp: string;
    readonly margin: string;
    readonly marginHelp: string;
    readonly perPipeline: string;
  };
  readonly preview: {
    readonly ask: string;
    readonly intro: string;
    readonly running: string;
    readonly moved: (moved: string, contacts: string) => string;
    readonly stage: string;
    readonly before: string;
    readonly after: string;
    readonly samples: (count: number) => string;
    readonly contact: string;
    readonly none: string;
    readonly change: string;
  };
  readonly apply: string;
  readonly note: string;
  readonly noteHelp: string;
  readonly unsaved: string;
  readonly unsavedText: string;
  readonly nothingChanged: string;
  readonly discard: string;
  readonly applied: string;
  readonly stale: string;
  readonly failed: string;
  readonly problems: string;
  readonly privacy: {
    readonly language: string;
    readonly languageOptions: Readonly<Record<'en' | 'de', string>>;
    readonly retention: string;
    readonly retentionHelp: string;
    readonly statement: string;
    readonly statementHelp: string;
    readonly release: string;
    readonly released: (by: string, at: string) => string;
    readonly draft: string;
    readonly version: (version: string) => string;
  };
  readonly live: {
    readonly title: string;
    readonly on: string;
    readonly off: string;
    readonly goLive: string;
    readonly pause: string;
    readonly wouldFire: (count: number, said: string) => string;
    readonly stillToWrite: (count: number, said: string) => string;
    readonly upToDate: string;
    readonly fires: string;
    readonly firesHelp: string;
    readonly properties: string;
    readonly written: string;
    readonly contacts: string;
    readonly sum: string;
    readonly help: string;
    readonly events: string;
    readonly eventsHelp: string;
    readonly turnOn: string;
    readonly turnOff: string;
    readonly proposal: string;
    readonly proposalText: (movers: string, lookedAt: string, outcomes: string) => string;
    readonly noProposal: string;
    readonly adopt: string;
    readonly admins: string;
    readonly adminsHelp: string;
    readonly email: string;
    readonly add: string;
    readonly remove: (name: string) => string;
    readonly missingScopes: string;
  };
  readonly history: {
    readonly edition: string;
    readonly when: string;
    readonly who: string;
    readonly why: string;
    readonly inForce: string;
    readonly back: (revision: number) => string;
    readonly backTo: (revision: number) => string;
    readonly defaults: string;
    readonly none: string;
  };
};
