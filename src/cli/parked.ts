import { Command } from 'commander';
import { type OperatorStore, operatorStore } from '../operator-store.ts';
import type { PortalId } from '../usecases/ports.ts';
import { listParked, type ParkedWork, retryParked } from '../usecases/retry-parked.ts';
import { noPortal } from '../usecases/work.ts';
import { knownPortal } from './portal-option.ts';
import { printToStdout } from './print-to-stdout.ts';
import { UsageError } from './usage-error.ts';

type Choices = { readonly portal?: string; readonly retry?: string | true; readonly json: boolean };

/** `rapport parked`: work that waits for a person; seen, tried again, or put away. */
export function parkedCommand(
  print: (text: string) => void = printToStdout,
  openStore: () => Promise<OperatorStore> = operatorStore,
): Command {
  return new Command('parked')
    .description('show work that could not be done, and try it again')
    .option('--portal <id>', 'an installed portal; without it what belongs to no portal')
    .option('--retry [subject]', 'try this again, or all of it; what only tells of something is put away')
    .option('--json', 'as JSON', false)
    .action(async (choices: Choices) => {
      await using store = await openStore();
      const portal =
        choices.portal === undefined ? noPortal : (await knownPortal(store, choices.portal)).portalId;
      const parked = await listParked(store, portal);
      if (choices.retry === undefined) {
        print(choices.json ? `${JSON.stringify(parked)}\n` : table(parked));
        return;
      }
      const retried = await retry(store, portal, chosen(parked, choices.retry));
      print(choices.json ? `${JSON.stringify({ retried })}\n` : `${retried} taken up again, or put away.\n`);
    });
}

function chosen(parked: readonly ParkedWork[], retry: string | true): readonly ParkedWork[] {
  if (retry === true) return parked;
  const wanted = parked.filter(({ subject }) => subject === retry);
  if (wanted.length === 0)
    throw new UsageError(`Nothing is parked as "${retry}": see what is without --retry.`);
  return wanted;
}

async function retry(store: OperatorStore, portal: PortalId, parked: readonly ParkedWork[]): Promise<number> {
  let retried = 0;
  for (const { subject } of parked) if (await retryParked(store, { portal, subject })) retried += 1;
  return retried;
}

function table(parked: readonly ParkedWork[]): string {
  if (parked.length === 0) return 'Nothing is parked.\n';
  const width = Math.max(...parked.map(({ subject }) => subject.length));
  const lines = parked.map(
    ({ subject, reason, at, retry: then }) =>
      `${new Date(at).toISOString()}  ${subject.padEnd(width)}  ${reason}${then === 'noted' ? ' (nothing to try again)' : ''}`,
  );
  return `${lines.join('\n')}\n`;
}
