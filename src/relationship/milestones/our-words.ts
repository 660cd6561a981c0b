import { reads } from '../signal/reading.ts';
import type { Timeline } from '../signal/timeline.ts';

/** When we said something personal: delivered personal messages, calls that connected and meetings held, oldest first. */
export function ourWords({ signals, bits }: Timeline): readonly number[] {
  const times: number[] = [];
  for (let i = 0; i < signals.length; i += 1) {
    const signal = signals[i];
    const read = bits[i] ?? 0;
    if (signal === undefined) continue;
    const isJoint = (read & (reads.touch | reads.inbound)) === reads.touch;
    const isTalk = isJoint && (signal.kind === 'call' || signal.kind === 'meeting');
    if (isTalk || (read & reads.personal) !== 0) times.push(signal.at);
  }
  return times;
}

/** Our first word at or after a moment; null when there is none. */
export function firstWordSince(words: readonly number[], at: number): number | null {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return words[low] ?? null;
}
