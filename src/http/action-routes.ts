/**
 * What HubSpot's workflows and agents call: one route per action. A verdict has to come in time or not at all; everything
 * else is the use case's.
 */
import { z } from 'zod';
import type {
  ActionAnswer,
  ActionCall,
  ActionName,
  ActionReply,
  FieldValues,
} from '../usecases/action-calls.ts';
import type { PortalId } from '../usecases/ports.ts';
import { parsedJson } from './raw-body.ts';
import { type Call, json, type Reply, type Route } from './route.ts';

export type ActionDeps = {
  readonly actions: readonly { readonly name: ActionName; readonly path: string }[];
  /** Null for a portal that has not installed us. */
  readonly answer: (portal: PortalId, call: ActionCall) => Promise<ActionAnswer | null>;
  /** What to say of a call that takes too long, and to keep as its answer; null for those that may take their time. */
  readonly late: (portal: PortalId, call: ActionCall) => ActionReply | null;
  /** Ms after which a call is late. */
  readonly patienceMs: number;
  /** Told of an answer that failed after its caller had been given the late one. */
  readonly report: (error: unknown) => void;
};

const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const fields = z.record(z.string(), text.nullish());
const contactId = z.string().regex(/^[1-9]\d{0,18}$/);

/** As HubSpot sends it; `object` is missing where nobody is enrolled, and older senders write `fields`. */
const execution = z.object({
  callbackId: z.string().regex(/^[\w-]{1,200}$/),
  origin: z.object({ portalId: z.int().positive() }),
  object: z.object({ objectId: text.nullish() }).nullish(),
  inputFields: fields.nullish(),
  fields: fields.nullish(),
});

export function actionRoutes(deps: ActionDeps): readonly Route[] {
  return deps.actions.map(({ name, path }) => ({
    method: 'POST',
    path,
    auth: 'action',
    answer: (call) => answer(deps, name, call),
  }));
}

async function answer(deps: ActionDeps, action: ActionName, { body }: Call): Promise<Reply> {
  const parsed = execution.safeParse(parsedJson(body).value);
  if (!parsed.success)
    return refusal(400, `The call is not as HubSpot sends it: ${wrongPlaces(parsed.error)}.`);
  const { origin, callbackId, object } = parsed.data;
  const inputs = textsOf(parsed.data.inputFields ?? parsed.data.fields ?? {});
  const named = contactId.safeParse(object?.objectId ?? inputs['contact_id']);
  const call = { callbackId, action, contactId: named.success ? named.data : null, inputs };
  const given = await inTime(deps, origin.portalId, call);
  return given === null ? refusal(404, 'This account has not installed Rapport.') : toReply(given);
}

function textsOf(given: Readonly<Record<string, string | null | undefined>>): FieldValues {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value ?? '']));
}

function wrongPlaces({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => `${path.join('.') || 'body'} (${message})`).join(', ');
}

/** The late answer is kept as the answer, so that the one under way comes to nothing and a repeated call hears the same. */
async function inTime(deps: ActionDeps, portal: PortalId, call: ActionCall): Promise<ActionAnswer | null> {
  const working = deps.answer(portal, call);
  const { promise: patience, resolve } = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => resolve('late'), deps.patienceMs);
  try {
    const first = await Promise.race([working, patience]);
    if (first !== 'late') return first;
    const late = deps.late(portal, call);
    if (late === null) return await working;
    // Its failure, should it fail later, is the caller's no more, but the operator's.
    working.catch(deps.report);
    return late;
  } finally {
    clearTimeout(timer);
  }
}

function toReply(given: ActionAnswer): Reply {
  switch (given.kind) {
    case 'done':
      return outputs({ ...given.outputs, hs_execution_state: 'SUCCESS' });
    case 'passed-over':
      return outputs({ ...given.outputs, hs_execution_state: 'FAIL_CONTINUE' });
    case 'waiting':
      return outputs({ hs_execution_state: 'BLOCK', hs_expiration_duration: 'PT1H' });
    case 'refused':
      return refusal(400, given.sentence);
    case 'later': {
      const seconds = Math.max(1, Math.ceil(given.afterMs / 1000));
      const reply = refusal(429, 'Rapport is at it or waits for HubSpot; ask again later.');
      return { ...reply, headers: { 'Retry-After': String(seconds) } };
    }
  }
}

function outputs(outputFields: FieldValues): Reply {
  return json(200, { outputFields });
}

/** HubSpot shows it in the history of the workflow. */
function refusal(status: number, message: string): Reply {
  return json(status, { message });
}
