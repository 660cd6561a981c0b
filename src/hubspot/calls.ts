/**
 * One call to HubSpot as a portal: its turn within the limits, a token that lives, and the only retry layer there is.
 * What is called through here may be repeated safely (reads, writes of the same values, events with their own ids) or
 * says that it is tried once.
 */
import type { z } from 'zod';
import { CrmError } from '../usecases/crm-error.ts';
import type { Clock, Lane, PortalId, Turns } from '../usecases/ports.ts';
import { type Answer, isPassing, refused, unreadable } from './errors.ts';
import type { HttpCall, Transport } from './transport.ts';

/** Access tokens that are valid now. */
export type Tokens = {
  access(portal: PortalId): Promise<string>;
  /** HubSpot refused this token: a newer one, renewed only if nobody has done so. */
  replace(portal: PortalId, refusedToken: string): Promise<string>;
};

export type Sleep = (ms: number) => Promise<void>;

export type CallSettings = {
  /** Tries of one call, the first included (SRE book, chapter 22: at most three). */
  readonly maxTries: number;
  readonly backoffMs: number;
  readonly maxBackoffMs: number;
  /** A longer wait than this belongs to the job queue, not to a sleeping call. */
  readonly maxWaitMs: number;
  /** With fewer calls left in the window the lane rests, for other integrations share no bucket with us. */
  readonly lowWater: number;
  readonly lowWaterPauseMs: number;
};

export const defaultCallSettings: CallSettings = {
  maxTries: 3,
  backoffMs: 500,
  maxBackoffMs: 10_000,
  maxWaitMs: 30_000,
  lowWater: 3,
  lowWaterPauseMs: 1_000,
};

/** The rolling window of HubSpot's general limit: what to wait when a 429 does not say how long. */
const windowMs = 10_000;

export type PortalCall = HttpCall & {
  readonly lane: Lane;
  /** Statuses that are answers here and no refusals. */
  readonly accept?: readonly number[];
  /** For a call whose repetition would do it twice. */
  readonly tries?: number;
};

export type Calls = {
  /** The parsed answer; throws only `CrmError`. */
  read<T extends z.ZodType>(portal: PortalId, call: PortalCall, schema: T): Promise<z.output<T>>;
  /** For answers of which nothing is read. */
  send(portal: PortalId, call: PortalCall): Promise<Answer>;
};

export type CallDeps = {
  readonly transport: Transport;
  readonly tokens: Tokens;
  readonly turns: Turns;
  readonly clock: Clock;
  readonly sleep: Sleep;
  readonly random: () => number;
  readonly settings?: Partial<CallSettings>;
};

export function createCalls(deps: CallDeps): Calls {
  const settings = { ...defaultCallSettings, ...deps.settings };
  const send = (portal: PortalId, call: PortalCall) => withTries(deps, settings, portal, call);
  return {
    send,
    async read(portal, call, schema) {
      const answer = await send(portal, call);
      const result = schema.safeParse(answer.body);
      if (!result.success) throw unreadable(call.doing, result.error);
      return result.data;
    },
  };
}

async function withTries(
  deps: CallDeps,
  settings: CallSettings,
  portal: PortalId,
  call: PortalCall,
): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await oneTry(deps, settings, portal, call);
    } catch (error) {
      if (!isPassing(error)) throw error;
      const waitMs = waitBefore(settings, error, attempt, deps.random);
      if (attempt >= (call.tries ?? settings.maxTries) || waitMs > settings.maxWaitMs) throw error;
      await deps.sleep(waitMs);
    }
  }
}

/**
 * Full jitter (AWS Builders' Library, "Timeouts, retries and backoff with jitter"): anything between nothing and the
 * exponential bound; what HubSpot asked for is the floor.
 */
export function waitBefore(
  settings: CallSettings,
  error: CrmError,
  attempt: number,
  random: () => number,
): number {
  const bound = Math.min(settings.maxBackoffMs, settings.backoffMs * 2 ** (attempt - 1));
  const floor = error.retryAfterMs ?? (error.failure === 'rate-limited' ? windowMs : 0);
  return Math.round(floor + random() * bound);
}

async function oneTry(
  deps: CallDeps,
  settings: CallSettings,
  portal: PortalId,
  call: PortalCall,
): Promise<Answer> {
  const token = await deps.tokens.access(portal);
  const answer = await inTurn(deps, settings, portal, call, token);
  if (answer.status !== 401) return accepted(call, answer);
  // Revoked or cut short; a token that was renewed meanwhile deserves one more call, a second 401 is final.
  const newer = await deps.tokens.replace(portal, token);
  return accepted(call, await inTurn(deps, settings, portal, call, newer));
}

async function inTurn(
  deps: CallDeps,
  settings: CallSettings,
  portal: PortalId,
  call: PortalCall,
  token: string,
): Promise<Answer> {
  const waitMs = await deps.turns.take(portal, call.lane);
  if (waitMs > settings.maxWaitMs) throw laneResting(call, waitMs);
  if (waitMs > 0) await deps.sleep(waitMs);
  const answer = await deps.transport(call, token);
  if (answer.status === 429) await deps.turns.pause(portal, call.lane, answer.retryAfterMs ?? windowMs);
  if (call.lane === 'general' && answer.remaining !== null && answer.remaining <= settings.lowWater) {
    await deps.turns.pause(portal, call.lane, settings.lowWaterPauseMs);
  }
  return answer;
}

/** HubSpot told this lane to rest for longer than a call may sleep; it is not asked. */
function laneResting({ doing, lane }: PortalCall, forMs: number): CrmError {
  return new CrmError(`Cannot ${doing}: the ${lane} lane rests`, {
    failure: 'rate-limited',
    retryAfterMs: forMs,
  });
}

function accepted(call: PortalCall, answer: Answer): Answer {
  const isGood = answer.status >= 200 && answer.status < 300;
  if (isGood || call.accept?.includes(answer.status)) return answer;
  throw refused(call.doing, answer);
}
