/** What the settings page asks of our service and gets. Times are ISO 8601 in UTC. */
import type { PipelineChangeView } from './contract-mapping.ts';
import { list, number, oneOf, optional, orNull, record, table, text, time, truth } from './shape.ts';

/** A field that an admin may change, by its path in the settings, for example `level.fewCustomers`. */
export type FieldView = {
  readonly path: string;
  readonly value: FieldValue;
  readonly standard: FieldValue;
  /** Null is an answer: nobody entered it. */
  readonly isOptional: boolean;
} & (
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly unit: string }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'choices'; readonly options: readonly (string | number)[] }
  | { readonly kind: 'flag' | 'text' }
);

export type FieldValue = string | number | boolean | null | readonly (string | number)[];

/** When the portal's people work; spans in minutes after local midnight, Sunday first. */
export type HoursView = {
  /** Null for the portal's own. */
  readonly timeZone: string | null;
  readonly week: readonly (readonly { readonly from: number; readonly to: number }[])[];
  /** `2026-12-25` */
  readonly holidays: readonly string[];
};

/** On what ground the portal assesses relationships, as its own records of processing say it. */
export type LegalBasisName = 'legitimate_interest' | 'consent' | 'contract';

/** A portal's own words for one step of the playbook, by language. */
export type OwnStepTexts = { readonly en?: string; readonly de?: string };

export type FamilyAnswerView = {
  readonly collects: 'us' | 'partner' | 'both' | 'unknown';
  readonly anonymous: 'yes' | 'no' | 'unknown';
  readonly anonymousShare: number | null;
};

/** The answer of `GET /settings`. */
export type SettingsView = {
  readonly kind: 'settings';
  /** False for who is no admin: everything is shown and nothing can be changed. */
  readonly mayChange: boolean;
  /** The edition in force; a change says on which it is based. */
  readonly revision: number;
  readonly fields: readonly FieldView[];
  readonly questionnaire: FamilyAnswerView;
  /** By pipeline or product family: those with an answer of their own. */
  readonly families: Readonly<Record<string, FamilyAnswerView>>;
  /** The same for the margin that an admin entered, as a share of revenue. */
  readonly familyMargins: Readonly<Record<string, number>>;
  /** By segment: those with a depth of their own. */
  readonly depthBySegment: Readonly<Record<string, 'individual' | 'collective'>>;
  /** What one unit of a currency is worth in the home currency. */
  readonly rates: Readonly<Record<string, number>>;
  /** Every step of the playbook with its standard sentence. */
  readonly playbook: readonly {
    readonly step: string;
    readonly standard: { readonly en: string; readonly de: string };
  }[];
  /** By step. */
  readonly ownSteps: Readonly<Record<string, OwnStepTexts>>;
  readonly hours: HoursView;
  readonly isAnswered: boolean;
  readonly language: 'en' | 'de';
  readonly retentionDays: number | null;
  readonly neutralLabels: boolean;
  readonly legalBasis: LegalBasisName | null;
  readonly live: boolean;
  readonly appEvents: boolean;
  /** How many contacts would be written each stage, and so fire workflows, on going live now. */
  readonly wouldFire: readonly { readonly stage: string; readonly contacts: number }[];
  /** The properties of ours that workflows hang on, written from going live on. */
  readonly firing: readonly string[];
  readonly history: readonly EditionView[];
  readonly proposal: ProposalView | null;
  readonly statement: StatementView;
  readonly admins: readonly AdminView[];
  readonly missingScopes: readonly string[];
  /** Everything that can be set, as text: for what has no field here. */
  readonly everything: string;
};

export type EditionView = {
  readonly revision: number;
  readonly at: string;
  readonly by: string | null;
  readonly note: string;
  readonly backTo: number | null;
};

export type ProposalView = {
  readonly version: string;
  readonly at: string;
  readonly outcomes: number;
  /** Mean log-loss of the model in force and of the proposed one on outcomes neither was fitted on. */
  readonly before: number;
  readonly after: number;
  readonly lookedAt: number;
  readonly movers: number;
};

export type StatementView = {
  readonly version: string;
  readonly sections: readonly { readonly heading: string; readonly text: string }[];
  readonly release: { readonly by: string; readonly at: string } | null;
};

export type AdminView = { readonly who: string; readonly name: string; readonly addedAt: string };

export type PreviewView = {
  readonly id: string;
  readonly state: 'running' | 'done';
  readonly done: number;
  readonly total: number;
  readonly result: {
    readonly contacts: number;
    readonly moved: number;
    readonly stages: readonly { readonly stage: string; readonly before: number; readonly after: number }[];
    readonly samples: readonly {
      readonly id: string;
      readonly label: string;
      readonly before: string;
      readonly after: string;
    }[];
  } | null;
};

/** What a change says; all that is absent stays as it is. */
export type ChangeRequest = {
  /** Made by the page: a repeated request is one change. */
  readonly id: string;
  readonly locale: string;
  readonly basedOn: number;
  readonly note: string;
  /** By path. A table such as `level.enteredMarginByFamily` is replaced as a whole. */
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly questionnaire?: FamilyAnswerView;
  /** Replaces the answers of all families. */
  readonly families?: Readonly<Record<string, FamilyAnswerView>>;
  readonly mapping?: Readonly<Record<string, string | null>>;
  readonly pipelines?: PipelineChangeView;
  readonly language?: 'en' | 'de';
  readonly retentionDays?: number | null;
  readonly neutralLabels?: boolean;
  readonly legalBasis?: LegalBasisName | null;
  /** Replaces all settings at once, as `SettingsView.everything` gives them. */
  readonly everything?: string;
};

/** The answer of a change: `POST /settings/apply`, `/settings/rollback` and the switches. */
export type ChangeAnswer =
  | { readonly kind: 'changed'; readonly settings: SettingsView }
  /** Status 409: somebody else changed the settings since the page was opened. */
  | { readonly kind: 'stale'; readonly settings: SettingsView }
  /** Status 422: all problems at once; nothing was changed. */
  | { readonly kind: 'invalid'; readonly problems: readonly SettingProblem[] }
  /** Status 403. */
  | { readonly kind: 'not-admin' };

export type SettingProblem = { readonly path: string | null; readonly sentence: string };

/** The answer of `GET /settings/register`. */
export type RegisterView = {
  readonly kind: 'register';
  /** Null while HubSpot was not asked yet. */
  readonly readAt: string | null;
  readonly rows: readonly {
    readonly name: string;
    readonly label: string;
    readonly class: string;
    readonly source: string;
    readonly purposes: readonly string[];
  }[];
  /** Where all of it is fetched as a file; good for ten minutes. */
  readonly csvUrl: string;
};

const value = (it: unknown) =>
  it === null || Array.isArray(it) || ['string', 'number', 'boolean'].includes(typeof it);
const answer = record({ collects: text, anonymous: text, anonymousShare: orNull(number) });
const settings = record({
  kind: oneOf(['settings']),
  mayChange: truth,
  revision: number,
  fields: list(
    record({
      path: text,
      value,
      standard: value,
      isOptional: truth,
      kind: oneOf(['number', 'choice', 'choices', 'flag', 'text']),
    }),
  ),
  questionnaire: answer,
  families: table(answer),
  familyMargins: table(number),
  depthBySegment: table(oneOf(['individual', 'collective'])),
  rates: table(number),
  playbook: list(record({ step: text, standard: record({ en: text, de: text }) })),
  ownSteps: table(record({ en: optional(text), de: optional(text) })),
  hours: record({
    timeZone: orNull(text),
    week: list(list(record({ from: number, to: number }))),
    holidays: list(text),
  }),
  isAnswered: truth,
  language: oneOf(['en', 'de']),
  retentionDays: orNull(number),
  neutralLabels: truth,
  legalBasis: orNull(oneOf(['legitimate_interest', 'consent', 'contract'])),
  live: truth,
  appEvents: truth,
  wouldFire: list(record({ stage: text, contacts: number })),
  firing: list(text),
  history: list(record({ revision: number, at: time, by: orNull(text), note: text, backTo: orNull(number) })),
  proposal: orNull(record({ version: text, at: time, outcomes: number, lookedAt: number, movers: number })),
  statement: record({
    version: text,
    sections: list(record({ heading: text, text })),
    release: orNull(record({ by: text, at: time })),
  }),
  admins: list(record({ who: text, name: text, addedAt: time })),
  missingScopes: list(text),
  everything: text,
});
const preview = record({
  id: text,
  state: oneOf(['running', 'done']),
  done: number,
  total: number,
  result: orNull(
    record({
      contacts: number,
      moved: number,
      stages: list(record({ stage: text, before: number, after: number })),
      samples: list(record({ id: text, label: text, before: text, after: text })),
    }),
  ),
});
const changed = record({ kind: oneOf(['changed', 'stale']), settings });
const invalid = record({
  kind: oneOf(['invalid']),
  problems: list(record({ path: orNull(text), sentence: text })),
});
const notAdmin = record({ kind: oneOf(['not-admin']) });
const register = record({
  kind: oneOf(['register']),
  readAt: orNull(time),
  rows: list(record({ name: text, label: text, class: text, source: text, purposes: list(text) })),
  csvUrl: text,
});

export function isSettingsView(it: unknown): it is SettingsView {
  return settings(it);
}

export function isPreviewView(it: unknown): it is PreviewView {
  return preview(it);
}

export function isChangeAnswer(it: unknown): it is ChangeAnswer {
  return changed(it) || invalid(it) || notAdmin(it);
}

export function isRegisterView(it: unknown): it is RegisterView {
  return register(it);
}
