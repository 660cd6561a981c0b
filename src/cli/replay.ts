import { isDeepStrictEqual } from 'node:util';
import { Command } from 'commander';
import { inferIn } from '../infer.ts';
import { type OperatorStore, operatorStore } from '../operator-store.ts';
import { portalContext } from '../usecases/portal-context.ts';
import { contactId, knownPortal } from './portal-option.ts';
import { printToStdout } from './print-to-stdout.ts';
import { UsageError } from './usage-error.ts';

/**
 * `rapport replay`: assesses one contact again from the stored signals, as of the moment of the stored assessment, and
 * compares. The engine has no clock and no chance in it: by the same model and settings the result is the same.
 */
export function replayCommand(
  print: (text: string) => void = printToStdout,
  openStore: () => Promise<OperatorStore> = operatorStore,
): Command {
  return new Command('replay')
    .description('assess one contact again from what is stored, and compare with the stored assessment')
    .requiredOption('--portal <id>', 'an installed portal')
    .requiredOption('--contact <id>', 'the contact, by its id in HubSpot')
    .option('--json', 'the replayed assessment as one line of JSON', false)
    .action(async (choices: { portal: string; contact: string; json: boolean }) => {
      const contact = contactId(choices.contact);
      await using store = await openStore();
      const installation = await knownPortal(store, choices.portal);
      const [stored] = await store.timeline.load(installation.portalId, [contact]);
      const before = await store.assessments.saved(installation.portalId, contact);
      if (stored === undefined || before === null) {
        throw new UsageError(
          `Contact ${contact} of portal ${choices.portal} has no stored assessment to compare with.`,
        );
      }
      const context = await portalContext(store, installation);
      // Stored as JSON, so compared as JSON: what is undefined is absent.
      const again: typeof before = JSON.parse(
        JSON.stringify(inferIn(context)(stored, before.asOf).assessment),
      );
      if (choices.json) print(`${JSON.stringify({ contact, ...again })}\n`);
      const differing = Object.keys({ ...before, ...again }).filter(
        (field) => !isDeepStrictEqual(fieldOf(before, field), fieldOf(again, field)),
      );
      if (differing.length === 0) {
        if (!choices.json)
          print(`Identical, by model ${again.modelVersion} as of ${new Date(before.asOf).toISOString()}.\n`);
        return;
      }
      process.exitCode = 1;
      if (!choices.json) print(differs(before.modelVersion, again.modelVersion, differing));
    });
}

function fieldOf(of: object, field: string): unknown {
  return Object.entries(of).find(([name]) => name === field)?.[1];
}

function differs(before: string, again: string, fields: readonly string[]): string {
  const why =
    before === again
      ? 'By the same model: signals were read since, and the contact waits to be assessed; if not, tell us.'
      : `The stored one is by model ${before}, this one by ${again}.`;
  return `Differs in ${fields.join(', ')}. ${why}\n`;
}
