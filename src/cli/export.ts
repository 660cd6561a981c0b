import { Command } from 'commander';
import { type OperatorStore, operatorStore } from '../operator-store.ts';
import { choicesOf } from '../usecases/choices.ts';
import { contactId, knownPortal } from './portal-option.ts';
import { printToStdout } from './print-to-stdout.ts';
import { UsageError } from './usage-error.ts';

/** `rapport export`: everything stored about one person, as JSON, each column with its class and each table with its purpose. */
export function exportCommand(
  print: (text: string) => void = printToStdout,
  openStore: () => Promise<OperatorStore> = operatorStore,
): Command {
  return new Command('export')
    .description('print everything that is stored about one contact, with its class and purpose, as JSON')
    .requiredOption('--portal <id>', 'an installed portal')
    .requiredOption('--contact <id>', 'the contact, by its id in HubSpot')
    .action(async (choices: { portal: string; contact: string }) => {
      const contact = contactId(choices.contact);
      await using store = await openStore();
      const { portalId: portal } = await knownPortal(store, choices.portal);
      const tables = await store.personalData.of(portal, contact);
      if (tables.length === 0)
        throw new UsageError(`Nothing is stored about contact ${contact} of portal ${portal}.`);
      const at = new Date(store.clock.now()).toISOString();
      const { legalBasis } = await choicesOf(store.choices, portal);
      print(`${JSON.stringify({ portal, contact, exportedAt: at, legalBasis, tables }, null, 2)}\n`);
    });
}
