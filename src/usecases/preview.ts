/** What a change of settings would do to the portal's real contacts, before it is done. Ids and times as in `ports.ts`. */
import type { ContactFacts } from '../relationship/facts.ts';
import type { Signal } from '../relationship/signal/signal.ts';
import type { StageAnswer } from '../relationship/stage/stages.ts';
import type { Choices } from './choices.ts';
import type { ContactId, PortalId } from './ports.ts';

export type Preview = {
  /** Made by the page, so that a repeated request asks once. */
  readonly id: string;
  readonly askedAt: number;
  readonly choices: Choices;
  readonly state: 'running' | 'done';
  readonly done: number;
  readonly total: number;
  readonly result: PreviewResult | null;
};

export type PreviewResult = {
  /** Contacts that have a stage or could get one. */
  readonly contacts: number;
  readonly moved: number;
  readonly stages: Readonly<
    Partial<Record<StageAnswer, { readonly before: number; readonly after: number }>>
  >;
  /** At most twenty of those who move, of as many kinds of move as there are. */
  readonly samples: readonly Mover[];
};

export type Mover = {
  readonly id: ContactId;
  readonly label: string;
  readonly before: StageAnswer;
  readonly after: StageAnswer;
};

/** A contact as a preview reads it: what the stage is computed from, and the stage it has. */
export type PreviewedContact = {
  readonly id: ContactId;
  readonly label: string;
  readonly facts: ContactFacts;
  readonly signals: readonly Signal[];
  readonly stage: StageAnswer;
};

export type Previews = {
  find(portal: PortalId): Promise<Preview | null>;
  /** Replaces an earlier one; one of the same id stays as it is. */
  ask(portal: PortalId, preview: Pick<Preview, 'id' | 'askedAt' | 'choices'>): Promise<void>;
  /** Nothing when another preview was asked for meanwhile: false. */
  progress(portal: PortalId, id: string, done: number): Promise<boolean>;
  finish(portal: PortalId, id: string, result: PreviewResult): Promise<void>;
  /** Assessed contacts after this one in the order of their ids; none at the end. */
  contacts(portal: PortalId, after: ContactId | null, limit: number): Promise<readonly PreviewedContact[]>;
};
