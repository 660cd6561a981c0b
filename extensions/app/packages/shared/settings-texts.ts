/** Every word of the settings page, in each language. */

export type SettingsTexts = {
  readonly tabs: Readonly<Record<'start' | 'rules' | 'preview' | 'privacy' | 'live' | 'history', string>>;
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
  };
  readonly groups: Readonly<Record<GroupName, string>>;
  /** By path in the settings. */
  readonly fields: Readonly<Record<string, string>>;
  readonly standard: (value: string) => string;
  readonly range: (min: string, max: string) => string;
  readonly everything: { readonly title: string; readonly help: string };
  readonly preview: {
    readonly ask: string;
    readonly intro: string;
    readonly running: string;
    readonly moved: (moved: string, contacts: string) => string;
    readonly stage: string;
    readonly before: string;
    readonly after: string;
    readonly samples: string;
    readonly contact: string;
    readonly none: string;
  };
  readonly apply: string;
  readonly note: string;
  readonly noteHelp: string;
  readonly unsaved: string;
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
    readonly wouldFire: (count: string) => string;
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

export type GroupName = 'noise' | 'quiet' | 'fading' | 'closer' | 'trouble' | 'level' | 'guardrails';

/** The settings that have a field here, by group; all others are in the text of everything. */
export const shownFields: Readonly<Record<GroupName, readonly string[]>> = {
  noise: [
    'noise.ignoreAutoReplies',
    'noise.ignoreBotClicks',
    'noise.ignoreLargeMeetings',
    'noise.ignoreLargeMails',
    'noise.ignoreBounced',
    'noise.ignoreInternal',
    'noise.ignoreRoleMailboxes',
    'largeGroup',
  ],
  quiet: ['quietDays', 'quietChance', 'quietRatio', 'dwellDays', 'colleagueDays', 'renewalWindowDays'],
  fading: ['fadedDays', 'fadedChance', 'fadedAnywayDays', 'returnDays'],
  closer: ['conversationSeconds', 'meetings', 'negotiationDays', 'bondingCycles'],
  trouble: ['troubleDays', 'npsTrouble', 'stretchedInterval', 'withdrawals', 'unanswered', 'unansweredDays'],
  level: ['level.fewCustomers', 'level.mediumCustomers', 'level.highMargin', 'level.mediumMargin'],
  guardrails: [
    'guardrails.legalBasisRequired',
    'guardrails.callsTolerated',
    'guardrails.emailsTolerated',
    'guardrails.mailingsTolerated',
    'guardrails.pressureNotice',
    'guardrails.pressureDeny',
    'guardrails.quietFromHour',
    'guardrails.quietToHour',
    'guardrails.consentRefreshDays',
  ],
};
