/** One question to our service: what came back, or why nothing that can be shown did. */

/**
 * Why there is no answer. `unreachable`: the service is down or did not answer in time; `refused`: HubSpot or the service
 * did not let us; `busy`: too many questions at once; `unreadable`: what came is not what was asked for.
 */
export type Failure = 'unreachable' | 'refused' | 'busy' | 'unreadable';

export type Answer<Value> = { readonly value: Value } | { readonly failure: Failure };

type Asking<Value> = {
  readonly send: () => Promise<Response>;
  readonly reads: (value: unknown) => value is Value;
  /** Statuses that carry an answer although they are no success. */
  readonly alsoReads: readonly number[];
};

export async function ask<Value>({ send, reads, alsoReads }: Asking<Value>): Promise<Answer<Value>> {
  let response: Response;
  try {
    response = await send();
  } catch {
    // hubspot.fetch rejects without a status when nobody answered in time.
    return { failure: 'unreachable' };
  }
  if (!response.ok && !alsoReads.includes(response.status)) return { failure: failureOf(response.status) };
  try {
    const value: unknown = await response.json();
    return reads(value) ? { value } : { failure: 'unreadable' };
  } catch {
    return { failure: 'unreadable' };
  }
}

function failureOf(status: number): Failure {
  if (status === 401 || status === 403) return 'refused';
  if (status === 429) return 'busy';
  return 'unreachable';
}
