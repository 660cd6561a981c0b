/**
 * What a portal's admin chose, as one value kept in editions: nothing is ever changed, each change adds an edition, and
 * going back adds one more that says the same as an older one. Ids and times as in `ports.ts`.
 */

import { defaultSettings, type Settings } from '../relationship/settings.ts';
import type { Language } from '../relationship/stage/reason.ts';
import type { Person } from './corrections.ts';
import { noPipelineChoices, type PipelineChoices } from './pipeline-choices.ts';
import type { PortalId } from './ports.ts';
import type { PropertyMapping } from './property-mapping.ts';

export const legalBases = ['legitimate_interest', 'consent', 'contract'] as const;
export type LegalBasis = (typeof legalBases)[number];

export type Choices = {
  /** Their `revision` is the edition in which they last changed, so that what rests on them can tell. */
  readonly settings: Settings;
  /** Over what was recognised in the portal; a field that is absent stays as recognised, null reads nothing. */
  readonly mapping: Partial<PropertyMapping>;
  /** Over what the pipelines' stages were taken to mean. */
  readonly pipelines: PipelineChoices;
  /** The language of the sentences written into properties. */
  readonly language: Language;
  /** Plain words instead of the stages' names: a person who asks for access will read them. */
  readonly neutralLabels: boolean;
  /** On what ground the portal assesses relationships, as its own records say it; null while nobody said. */
  readonly legalBasis: LegalBasis | null;
  /** Signals older than so many days are deleted; null keeps them. */
  readonly retentionDays: number | null;
  /** The version of the transparency statement that a person released, and who did. */
  readonly statement: { readonly version: string; readonly by: string; readonly at: number } | null;
};

export const defaultChoices: Choices = {
  settings: defaultSettings,
  mapping: {},
  pipelines: noPipelineChoices,
  language: 'en',
  neutralLabels: false,
  legalBasis: null,
  retentionDays: null,
  statement: null,
};

export type Edition = {
  /** From 1 on; the defaults before the first change are 0. */
  readonly revision: number;
  readonly at: number;
  readonly by: Person;
  /** Why, in the words of who changed it. */
  readonly note: string;
  /** The older edition that it went back to; null for a change. */
  readonly backTo: number | null;
  readonly choices: Choices;
};

export type ChoicesStore = {
  /** The newest; null while nothing was chosen. */
  current(portal: PortalId): Promise<Edition | null>;
  find(portal: PortalId, revision: number): Promise<Edition | null>;
  /** The newest first, at most `limit`. */
  history(portal: PortalId, limit: number): Promise<readonly Omit<Edition, 'choices'>[]>;
  /** False when the edition exists already: somebody else was faster. */
  add(portal: PortalId, edition: Edition): Promise<boolean>;
};

/** The choices in force. */
export async function choicesOf(store: Pick<ChoicesStore, 'current'>, portal: PortalId): Promise<Choices> {
  return (await store.current(portal))?.choices ?? defaultChoices;
}
