import type { BgNbd } from '../portal-model.ts';
import { minimise } from './minimise.ts';

/** What BG/NBD needs of a contact: repeat touch days, weeks from the first to the last of them, weeks observed. */
export type Recurrence = { readonly x: number; readonly tx: number; readonly T: number };

export type BgNbdFit = { readonly bgnbd: BgNbd; readonly logLikelihood: number };

/** A weak belief about the four parameters: `log` of each is normal around the centre with this spread. */
export type BgNbdPrior = { readonly centre: BgNbd; readonly sd: number };

const start: BgNbd = { r: 0.3, alpha: 5, a: 0.8, b: 2.5 };

/** ln of each parameter stays within this distance of 0: outside, the chances differ by less than anything visible. */
const farthest = 10;

/**
 * BG/NBD by maximum likelihood (Fader, Hardie & Lee 2005, "Counting your customers" the easy way, eq. 6), in the logs
 * of the parameters so that they stay positive. With a prior the result is the mode of the posterior: histories in which
 * nobody ever drops out do not determine a and b, and the plain likelihood then runs away.
 */
export function fitBgNbd(contacts: readonly Recurrence[], prior?: BgNbdPrior): BgNbdFit {
  const f = (logs: readonly number[]) => {
    if (logs.some((l) => Math.abs(l) > farthest)) return { value: Number.POSITIVE_INFINITY, gradient: logs };
    const bgnbd = fromLogs(logs);
    const { value, gradient } = likelihood(contacts, bgnbd);
    const belief = prior === undefined ? null : penalty(logs, prior);
    const scales = [bgnbd.r, bgnbd.alpha, bgnbd.a, bgnbd.b];
    return {
      value: -value + (belief?.value ?? 0),
      gradient: scales.map((scale, i) => -(gradient[i] ?? 0) * scale + (belief?.gradient[i] ?? 0)),
    };
  };
  const found = fromLogs(minimise(f, toLogs(prior?.centre ?? start)).at);
  return { bgnbd: found, logLikelihood: likelihood(contacts, found).value };
}

function penalty(logs: readonly number[], { centre, sd }: BgNbdPrior) {
  const off = toLogs(centre).map((c, i) => ((logs[i] ?? 0) - c) / sd);
  return { value: off.reduce((sum, o) => sum + (o * o) / 2, 0), gradient: off.map((o) => o / sd) };
}

/** Log-likelihood and its gradient by r, alpha, a, b. */
export function likelihood(
  contacts: readonly Recurrence[],
  { r, alpha, a, b }: BgNbd,
): { readonly value: number; readonly gradient: readonly [number, number, number, number] } {
  const most = contacts.reduce((max, c) => Math.max(max, c.x), 0);
  const ofR = risingLogs(r, most);
  const ofB = risingLogs(b, most);
  const ofAB = risingLogs(a + b, most);
  const logAlpha = Math.log(alpha);
  const logA = Math.log(a);
  let [value, dR, dAlpha, dA, dB] = [0, 0, 0, 0, 0];
  for (const { x, tx, T } of contacts) {
    const logNow = Math.log(alpha + T);
    const logThen = Math.log(alpha + tx);
    const alive = -(r + x) * logNow;
    const gone = x === 0 ? Number.NEGATIVE_INFINITY : logA - Math.log(b + x - 1) - (r + x) * logThen;
    const top = Math.max(alive, gone);
    const total = top + Math.log(Math.exp(alive - top) + Math.exp(gone - top));
    const isAlive = Math.exp(alive - total);
    const isGone = Math.exp(gone - total);
    value += at(ofR.sum, x) + r * logAlpha + at(ofB.sum, x) - at(ofAB.sum, x) + total;
    dR += at(ofR.slope, x) + logAlpha - isAlive * logNow - isGone * logThen;
    dAlpha += r / alpha - (r + x) * (isAlive / (alpha + T) + isGone / (alpha + tx));
    dA += isGone / a - at(ofAB.slope, x);
    dB += at(ofB.slope, x) - at(ofAB.slope, x) - (x === 0 ? 0 : isGone / (b + x - 1));
  }
  return { value, gradient: [dR, dAlpha, dA, dB] };
}

/** ln(Gamma(p + x) / Gamma(p)) and its derivative by p, for x = 0..most: sums, because x counts days. */
function risingLogs(p: number, most: number): { readonly sum: Float64Array; readonly slope: Float64Array } {
  const sum = new Float64Array(most + 1);
  const slope = new Float64Array(most + 1);
  for (let x = 1; x <= most; x++) {
    sum[x] = at(sum, x - 1) + Math.log(p + x - 1);
    slope[x] = at(slope, x - 1) + 1 / (p + x - 1);
  }
  return { sum, slope };
}

function at(values: Float64Array, i: number): number {
  return values[i] ?? 0;
}

function toLogs({ r, alpha, a, b }: BgNbd): number[] {
  return [Math.log(r), Math.log(alpha), Math.log(a), Math.log(b)];
}

function fromLogs([r = 0, alpha = 0, a = 0, b = 0]: readonly number[]): BgNbd {
  return { r: Math.exp(r), alpha: Math.exp(alpha), a: Math.exp(a), b: Math.exp(b) };
}
