import type { InputProblem } from '../matrix/input-problem.ts';
import type { Timeline } from '../signal/timeline.ts';
import type { Introduction, MilestoneFacts } from './milestone-facts.ts';

/** The fourth milestone: they brought or told others; each friend is a first encounter of its own. */
export type MetFriends = {
  readonly at: number;
  readonly how: 'referral' | 'review' | Introduction['kind'];
  readonly activity: string | null;
  /** Everybody they brought, each once. */
  readonly brought: readonly string[];
  /** They agreed at least once that we use what they said. */
  readonly consentToUse: boolean;
};

export type MetFriendsAnswer = {
  readonly met: MetFriends | null;
  readonly problems: readonly InputProblem[];
};

type Act = Pick<MetFriends, 'at' | 'how' | 'activity'> & { readonly contactId: string | null };

const never: MetFriendsAnswer = { met: null, problems: [] };

/** Who names itself as its own friend brought nobody; the act is left out and told. */
export function metFriends({ signals }: Timeline, facts: MilestoneFacts, now: number): MetFriendsAnswer {
  let acts: Act[] | null = null;
  for (const signal of signals) {
    if (signal.kind !== 'referral' && signal.kind !== 'review') continue;
    if (signal.by === 'us' || signal.by === 'system') continue;
    const contactId = signal.kind === 'referral' ? (signal.facts.contactId ?? null) : null;
    acts ??= [];
    acts.push({ at: signal.at, how: signal.kind, activity: signal.source, contactId });
  }
  const introductions = facts.introductions.filter(({ at }) => at >= 0 && at <= now);
  if (acts === null && introductions.length === 0) return never;
  const all = [
    ...(acts ?? []),
    ...introductions.map(({ at, kind, contactId }): Act => ({ at, how: kind, activity: null, contactId })),
  ].sort((a, b) => a.at - b.at);
  const own = all.filter(({ contactId }) => contactId !== null && contactId === facts.contactId);
  const others = all.filter((act) => !own.includes(act));
  const problems: InputProblem[] = own
    .slice(0, 1)
    .map(() => ({ code: 'self_referral', contactId: facts.contactId }));
  const first = others[0];
  if (first === undefined) return { met: null, problems };
  const brought = new Set(others.map(({ contactId }) => contactId).filter((id) => id !== null));
  const { at, how, activity } = first;
  const consentToUse = introductions.some((one) => one.consentToUse);
  return { met: { at, how, activity, brought: [...brought], consentToUse }, problems };
}
