/**
 * Calls of our workflow actions, as the portal makes them, and what the store remembers of them. A call is known by its
 * callback id: the portal repeats a call whose answer it did not get, and gets the very same answer then.
 */
import type { ContactId, PortalId } from './ports.ts';

export const actionNames = ['assess_now', 'check_guardrail', 'set_desired', 'open_recovery_case'] as const;

export type ActionName = (typeof actionNames)[number];

/** Values by the names of the declared fields, as text; `''` for none. */
export type FieldValues = Readonly<Record<string, string>>;

export type ActionCall = {
  readonly callbackId: string;
  readonly action: ActionName;
  /** Null for a call about nobody: a workflow without enrolled record, an agent that names no contact. */
  readonly contactId: ContactId | null;
  readonly inputs: FieldValues;
};

/** An answer that stands. */
export type ActionReply =
  | { readonly kind: 'done'; readonly outputs: FieldValues }
  /** It could not be done for this one contact, for the reason among the outputs; the workflow goes on. */
  | { readonly kind: 'passed-over'; readonly outputs: FieldValues }
  /** The builder of the workflow asked for something that does not exist: the run fails with this sentence. */
  | { readonly kind: 'refused'; readonly sentence: string }
  /** The workflow waits until we complete the callback, at the latest at `until` with what is known then. */
  | { readonly kind: 'waiting'; readonly until: number };

/** Or: the portal is to ask again later, with the same callback id. */
export type ActionAnswer = ActionReply | { readonly kind: 'later'; readonly afterMs: number };

export type BegunCall =
  /** `tries` counts from 1: more when an earlier try ended without an answer. */
  | { readonly kind: 'begun'; readonly tries: number }
  | { readonly kind: 'answered'; readonly reply: ActionReply }
  /** Somebody is at it right now. */
  | { readonly kind: 'under-way' };

export type WaitingCall = {
  readonly callbackId: string;
  readonly contactId: ContactId;
  readonly at: number;
  readonly until: number;
  /** Nothing about the contact waits to be read or assessed any more. */
  readonly isFresh: boolean;
};

export type LoggedCall = ActionCall & { readonly at: number; readonly reply: ActionReply | null };

export type ActionCalls = {
  /** Takes the call under a lease, so that of two at a time one works on it. */
  begin(portal: PortalId, call: ActionCall, at: number, leaseMs: number): Promise<BegunCall>;
  /** The first answer stands, whatever comes later; returns the one that stands. */
  answer(portal: PortalId, callbackId: string, reply: ActionReply): Promise<ActionReply>;
  /** Gives the lease back: the next try may begin at once. */
  release(portal: PortalId, callbackId: string): Promise<void>;
  /** Calls whose callback we owe, the oldest first, at most a hundred. */
  waiting(portal: PortalId): Promise<readonly WaitingCall[]>;
  /** The callback was completed, or nobody waits for it any more. */
  complete(portal: PortalId, callbackId: string, reply: ActionReply): Promise<void>;
  /** What was asked and answered about a contact, newest first: verdicts among them. */
  about(portal: PortalId, contact: ContactId): Promise<readonly LoggedCall[]>;
  /** Deletes what was asked before then, of all portals. */
  prune(before: number): Promise<void>;
};
