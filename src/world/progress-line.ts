/** Shows how far the first reading has come: one line that redraws itself on a terminal, a line per step when piped. */
import type { PortalHealth } from '../usecases/read-health.ts';

export type ProgressLine = { show(health: PortalHealth): void; end(): void };

type Output = { readonly isTTY?: boolean; write(text: string): unknown };

const numbers = new Intl.NumberFormat('en');

export function createProgressLine(output: Output | null): ProgressLine {
  let last = '';
  const put = (text: string) => {
    if (output === null || text === last) return;
    output.write(output.isTTY ? `\r\u001b[2K${text}` : `${text}\n`);
    last = text;
  };
  return {
    show: (health) => put(output?.isTTY ? inFull(health) : inSteps(health)),
    end: () => {
      if (output?.isTTY) output.write('\n');
    },
  };
}

function inFull({ backfill, waiting }: PortalHealth): string {
  if (backfill === null) return 'Installing';
  const records = backfill.steps.reduce((sum, step) => sum + step.records, 0);
  const assessed = `${numbers.format(backfill.assessed)} of ${numbers.format(backfill.contacts)} contacts assessed`;
  const left = waiting.contacts + waiting.records;
  const rest = left > 0 ? `, ${numbers.format(left)} waiting` : '';
  return `${numbers.format(records)} records read, ${assessed}${rest}`;
}

/** Piped output gets a line when a step is through, not one at every look. */
function inSteps({ backfill }: PortalHealth): string {
  if (backfill === null) return 'Installing';
  const done = backfill.steps.filter((step) => step.done).length;
  return `${done} of ${backfill.steps.length} kinds of record read`;
}
