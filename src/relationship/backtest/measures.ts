/** The measures of the quality protocol: ranking, surprise and calibration of predicted returns. */

/** Chance that a returning contact is scored above a silent one, ties half (Mann & Whitney); NaN when all are alike. */
export function auc(scores: readonly number[], returned: readonly boolean[]): number {
  const order = [...scores.keys()].sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  let rankSum = 0;
  let positives = 0;
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && scores[order[to] ?? 0] === scores[order[from] ?? 0]) to++;
    for (const i of order.slice(from, to)) {
      if (!returned[i]) continue;
      rankSum += (from + to + 1) / 2;
      positives++;
    }
    from = to;
  }
  const negatives = order.length - positives;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** Mean of -ln P(outcome), chances kept off 0 and 1 by a millionth. */
export function logLoss(chances: readonly number[], returned: readonly boolean[]): number {
  const surprise = chances.map((p, i) => -Math.log(Math.min(Math.max(returned[i] ? p : 1 - p, 1e-6), 1)));
  return mean(surprise);
}

/** Expected calibration error: |mean chance - share returned| over ten equal bins of the chance, weighted by their size. */
export function calibrationError(chances: readonly number[], returned: readonly boolean[]): number {
  const bins = Array.from({ length: 10 }, () => ({ chance: 0, returned: 0 }));
  for (const [i, p] of chances.entries()) {
    const bin = bins[Math.min(Math.floor(p * 10), 9)];
    if (bin === undefined) continue;
    bin.chance += p;
    bin.returned += returned[i] ? 1 : 0;
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin.chance - bin.returned), 0) / chances.length;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}

/** The value below which the given share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(Math.max(Math.floor(share * sorted.length), 0), sorted.length - 1)] ?? Number.NaN;
}
