/** Made contacts for benchmarks: a mixed timeline of mails, calls, meetings, orders and outreach, the same in every run. */

import type { By, Signal } from '../src/relationship/signal/signal.ts';

/** Numbers in (0, 1) from a linear congruence. */
export function uniforms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return (state + 0.5) / 4_294_967_296;
  };
}

/** `count` signals of one contact over about `days` days that end at `until` (ms since 1970). */
export function madeSignals(seed: number, count: number, days: number, until: number): Signal[] {
  const next = uniforms(seed);
  const times = Array.from({ length: count }, () => Math.floor(until - next() ** 1.5 * days * 86_400_000));
  return times.sort((a, b) => a - b).map((at, i) => madeSignal(`${seed}-${i}`, at, next));
}

function madeSignal(id: string, at: number, next: () => number): Signal {
  const base = { id, source: `made:${id}`, at };
  const by: By = next() < 0.55 ? 'customer' : 'us';
  const which = next();
  if (which < 0.7) return { ...base, kind: 'message', by, channel: 'email', facts: { personal: true } };
  if (which < 0.8) {
    const facts = { connected: next() < 0.5, seconds: Math.floor(next() * 600) };
    return { ...base, kind: 'call', by, channel: 'call', facts };
  }
  if (which < 0.87)
    return { ...base, kind: 'meeting', by: 'both', channel: 'meeting', facts: { minutes: 30 } };
  if (which < 0.95) {
    return {
      ...base,
      kind: 'order',
      by: 'customer',
      channel: 'order',
      facts: { amount: Math.floor(next() * 200) },
    };
  }
  return { ...base, kind: 'ticket', by: 'customer', channel: 'ticket', facts: {} };
}
