/**
 * What people say against or beside the computed answer, and the log it is kept in. Nothing here changes what was
 * computed: an override stands over it, feedback lies beside it, a snooze holds an alert back. Ids and times as in `ports.ts`.
 */
import type { Override } from '../relationship/override.ts';
import type { Snooze } from '../relationship/snooze.ts';
import type { Stage } from '../relationship/stage/stages.ts';
import type { ContactId, PortalId } from './ports.ts';

/** Who did it: HubSpot's user, from the signed query. The address is null where HubSpot names none. */
export type Person = { readonly userId: number; readonly email: string | null };

export type CorrectionSays =
  | {
      readonly kind: 'override';
      readonly stage: Stage;
      readonly reason: string;
      /** From then on the computed stage stands again. */
      readonly until: number;
    }
  | {
      readonly kind: 'feedback';
      /** Which answer is wrong: `stage`, `guardrail:email`, ... */
      readonly about: string;
      readonly reason: string;
      /** What was shown when they said so. */
      readonly shown: string;
      /** Names what it was computed from: the same inputs give the same hash. */
      readonly inputsHash: string;
      readonly modelVersion: string;
    }
  | {
      readonly kind: 'desired';
      readonly type: string;
      readonly source: string;
      /** What stood in HubSpot before, for the way back. */
      readonly before: { readonly type: string; readonly source: string };
    }
  | {
      readonly kind: 'snooze';
      readonly alert: string;
      readonly reason: string;
      readonly until: number;
    };

export type Correction = {
  /** Made by the card, so that a double click and a repeated request are one correction. */
  readonly id: string;
  readonly contactId: ContactId;
  readonly at: number;
  readonly by: Person;
  readonly says: CorrectionSays;
  readonly undone: { readonly at: number; readonly by: Person } | null;
};

export type Corrections = {
  /**
   * `taken`: the id is known for something else, of this contact or another. Two of the same id at the same time are one.
   */
  add(portal: PortalId, correction: Correction): Promise<'added' | 'there' | 'taken'>;
  find(portal: PortalId, id: string): Promise<Correction | null>;
  /** Undoing what is undone changes nothing. */
  undo(portal: PortalId, id: string, at: number, by: Person): Promise<void>;
  /** The newest first. */
  of(portal: PortalId, contact: ContactId): Promise<readonly Correction[]>;
  /** How often which answer was called wrong since then, the most frequent first; undone ones do not count. */
  disagreements(
    portal: PortalId,
    since: number,
  ): Promise<readonly { readonly about: string; readonly shown: string; readonly count: number }[]>;
};

/**
 * The override set last, for the engine to judge whether its time has come or is over. A newer one replaces an older one
 * for good; taken back, the one before it does not come to life again.
 */
export function lastOverride(corrections: readonly Correction[]): Override | null {
  const last = newestFirst(corrections).find(({ says }) => says.kind === 'override');
  if (last === undefined || last.undone !== null || last.says.kind !== 'override') return null;
  const { stage, reason, until } = last.says;
  return { id: last.id, stage, reason, until, at: last.at, by: last.by.email };
}

/** The snooze set last and not taken back, whether its time is over or not. A newer one replaces an older one for good. */
export function lastSnooze(corrections: readonly Correction[]): Snooze | null {
  const last = newestFirst(corrections).find(({ says }) => says.kind === 'snooze');
  if (last === undefined || last.undone !== null || last.says.kind !== 'snooze') return null;
  const { reason, until } = last.says;
  return { id: last.id, reason, until };
}

function newestFirst(corrections: readonly Correction[]): readonly Correction[] {
  return [...corrections].sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
}
