import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createCalls, defaultCallSettings, type PortalCall, waitBefore } from '../../src/hubspot/calls.ts';
import { type Answer, timedOut, unreachable } from '../../src/hubspot/errors.ts';
import { CrmError, type CrmFailure } from '../../src/usecases/crm-error.ts';

type Step = Partial<Answer> | Error;

/** Calls on a transport that plays a script; the last step repeats. */
function scripted(steps: readonly Step[], jitter = 0.5, turnMs = 0) {
  const events: string[] = [];
  let made = 0;
  const calls = createCalls({
    transport: async (_call, token) => {
      const step = steps[Math.min(made, steps.length - 1)] ?? {};
      made += 1;
      events.push(`call ${token}`);
      if (step instanceof Error) throw step;
      return { status: 200, body: {}, retryAfterMs: null, remaining: null, ...step };
    },
    tokens: {
      access: async () => 'first',
      replace: async (_portal, refusedToken) => `newer than ${refusedToken}`,
    },
    turns: {
      take: async (_portal, lane) => {
        events.push(`turn ${lane}`);
        return turnMs;
      },
      pause: async (_portal, lane, forMs) => void events.push(`pause ${lane} ${forMs}`),
    },
    clock: { now: () => 0 },
    sleep: async (ms) => void events.push(`sleep ${ms}`),
    random: () => jitter,
  });
  return { calls, events, count: () => made };
}

const call: PortalCall = { method: 'GET', path: '/x', lane: 'general', doing: 'read x of portal 7' };

async function failing(
  steps: readonly Step[],
): Promise<{ error: CrmError; events: readonly string[]; count: number }> {
  const { calls, events, count } = scripted(steps);
  const error: unknown = await calls.send(7, call).catch((refusal: unknown) => refusal);
  if (!(error instanceof CrmError)) throw new Error('The call did not fail as it had to');
  return { error, events, count: count() };
}

describe('a call', () => {
  it('takes its turn first, on its lane', async () => {
    const { calls, events } = scripted([{}]);
    await calls.send(7, { ...call, lane: 'search' });
    expect(events).toEqual(['turn search', 'call first']);
  });

  it('that is limited waits as long as it is told, pauses the lane for everybody, and takes a new turn', async () => {
    const { calls, events } = scripted([{ status: 429, retryAfterMs: 4000 }, {}]);
    await calls.send(7, call);
    expect(events).toEqual([
      'turn general',
      'call first',
      'pause general 4000',
      'sleep 4250',
      'turn general',
      'call first',
    ]);
  });

  it('waits for its turn, but leaves a rest of minutes to the queue without asking HubSpot', async () => {
    const soon = scripted([{}], 0.5, 700);
    await soon.calls.send(7, call);
    expect(soon.events).toEqual(['turn general', 'sleep 700', 'call first']);
    const late = scripted([{}], 0.5, 60_000);
    await expect(late.calls.send(7, call)).rejects.toMatchObject({
      failure: 'rate-limited',
      retryAfterMs: 60_000,
    });
    expect(late.events).toEqual(['turn general']);
  });

  it('that is limited without a word of how long waits for the rolling window', async () => {
    const { calls, events } = scripted([{ status: 429, body: { policyName: 'TEN_SECONDLY_ROLLING' } }, {}]);
    await calls.send(7, call);
    expect(events).toContain('pause general 10000');
  });

  it.each([423, 477, 500, 502, 503, 504, 521, 522, 523, 524, 525, 526])(
    'answered %i is tried again',
    async (status) => {
      const { calls, count } = scripted([{ status }, {}]);
      await calls.send(7, call);
      expect(count()).toBe(2);
    },
  );

  it('on a locked record waits at least the two seconds that HubSpot asks for', async () => {
    const { calls, events } = scripted([{ status: 423 }, {}]);
    await calls.send(7, call);
    expect(events).toContain('sleep 2250');
  });

  it.each([
    ['a reset connection', unreachable('read x', new TypeError('fetch failed'))],
    ['a timeout', timedOut('read x', 30_000)],
  ])('after %s is tried again, because repeating it does no harm', async (_name, error) => {
    const { calls, count } = scripted([error, {}]);
    await calls.send(7, call);
    expect(count()).toBe(2);
  });

  it('gives up after three tries', async () => {
    const { error, count } = await failing([{ status: 503 }]);
    expect(count).toBe(3);
    expect(error.failure).toBe('unavailable');
  });

  it('that would wait for minutes leaves that to the queue', async () => {
    const { error, count } = await failing([{ status: 429, retryAfterMs: 90_000 }]);
    expect(count).toBe(1);
    expect(error).toMatchObject({ failure: 'rate-limited', retryAfterMs: 90_000 });
  });

  it.each<[number, unknown, CrmFailure]>([
    [400, { category: 'VALIDATION_ERROR' }, 'invalid-input'],
    [400, { category: 'VALIDATION_ERROR', errors: [{ code: 'PROPERTY_DOESNT_EXIST' }] }, 'property-missing'],
    [403, { category: 'MISSING_SCOPES' }, 'missing-scope'],
    [403, {}, 'unauthorized'],
    [404, {}, 'not-found'],
    [409, {}, 'invalid-input'],
  ])('answered %i %j is not tried again', async (status, body, failure) => {
    const { error, count } = await failing([{ status, body }]);
    expect(count).toBe(1);
    expect(error.failure).toBe(failure);
  });

  it('answered 401 gets one newer token, and a second 401 is final', async () => {
    const { calls, events } = scripted([{ status: 401 }, {}]);
    await calls.send(7, call);
    expect(events.filter((event) => event.startsWith('call'))).toEqual([
      'call first',
      'call newer than first',
    ]);
    const { error, count } = await failing([{ status: 401 }]);
    expect(count).toBe(2);
    expect(error.failure).toBe('unauthorized');
  });

  it('that finds the window nearly used up rests the lane', async () => {
    const { calls, events } = scripted([{ remaining: 3 }]);
    await calls.send(7, call);
    expect(events).toContain('pause general 1000');
    const easy = scripted([{ remaining: 4 }]);
    await easy.calls.send(7, call);
    expect(easy.events).toEqual(['turn general', 'call first']);
  });

  it('answered with something else than documented is unreadable, with no piece of the answer in the message', async () => {
    const { calls } = scripted([{ body: { email: 'a@b.example' } }]);
    const error: unknown = await calls
      .read(7, call, z.object({ results: z.array(z.string()) }))
      .catch((it: unknown) => it);
    expect(error).toMatchObject({ failure: 'unreadable-answer' });
    expect(String(error)).not.toContain('a@b.example');
  });

  it('says what was attempted on what, and keeps the correlation id for support', async () => {
    const { error } = await failing([
      {
        status: 400,
        body: { category: 'VALIDATION_ERROR', correlationId: 'c-1', message: 'a@b.example is bad' },
      },
    ]);
    expect(error.message).toBe('Cannot read x of portal 7: HubSpot answered 400 (VALIDATION_ERROR)');
    expect(error.correlationId).toBe('c-1');
  });
});

describe('any sequence of answers', () => {
  const status = fc.constantFrom(200, 400, 401, 403, 404, 409, 423, 429, 477, 500, 502, 503, 524);
  const retryAfterMs = fc.option(fc.integer({ min: 0, max: 120_000 }), { nil: null });
  const step = fc.oneof(
    fc.record({ status, retryAfterMs }),
    fc.constant(unreachable('read x', new Error('reset'))),
    fc.constant(timedOut('read x', 1)),
  );

  it('ends, within six calls and three tries, as an answer or a CrmError', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12, size: 'max' }), async (steps) => {
        const { calls, count } = scripted(steps);
        const end: unknown = await calls.send(7, call).catch((error: unknown) => error);
        expect(end instanceof CrmError || typeof end === 'object').toBe(true);
        if (end instanceof Error) expect(end).toBeInstanceOf(CrmError);
        // Each of the three tries may meet one 401 and repeat itself with a newer token.
        expect(count()).toBeLessThanOrEqual(6);
      }),
      { numRuns: 500 },
    );
  });

  it('never waits less than it was told, nor longer than the bound above it', () => {
    const attempt = fc.integer({ min: 1, max: 10 });
    fc.assert(
      fc.property(attempt, retryAfterMs, fc.double({ min: 0, max: 1, noNaN: true }), (nth, told, jitter) => {
        const error = new CrmError('x', { failure: 'unavailable', retryAfterMs: told });
        const waitMs = waitBefore(defaultCallSettings, error, nth, () => jitter);
        expect(waitMs).toBeGreaterThanOrEqual(told ?? 0);
        expect(waitMs).toBeLessThanOrEqual((told ?? 0) + defaultCallSettings.maxBackoffMs);
      }),
    );
  });
});
