import { Command } from 'commander';
import { type OperatorStore, operatorStore } from '../operator-store.ts';
import { forgetContact } from '../usecases/forget-contact.ts';
import { contactId, knownPortal } from './portal-option.ts';
import { printToStdout } from './print-to-stdout.ts';
import { UsageError } from './usage-error.ts';

/** `rapport erase`: forgets one person for good. Says what would go, and does it only when told twice. */
export function eraseCommand(
  print: (text: string) => void = printToStdout,
  openStore: () => Promise<OperatorStore> = operatorStore,
): Command {
  return new Command('erase')
    .description('delete everything that is stored about one contact, for good')
    .requiredOption('--portal <id>', 'an installed portal')
    .requiredOption('--contact <id>', 'the contact, by its id in HubSpot')
    .option('--yes', 'do it; without this nothing is deleted and exit code 2 says so', false)
    .action(async (choices: { portal: string; contact: string; yes: boolean }) => {
      const contact = contactId(choices.contact);
      await using store = await openStore();
      const { portalId: portal } = await knownPortal(store, choices.portal);
      const tables = await store.personalData.of(portal, contact);
      const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
      const what = `${rows} rows about contact ${contact} of portal ${portal}`;
      if (!choices.yes) throw new UsageError(`${what} would be deleted. Add --yes to delete them for good.`);
      await forgetContact(store, { portal, contact });
      print(
        `${what} were deleted. A hash of both ids remains, so that the person is not stored again. ` +
          'The properties in HubSpot are the portal’s own: delete the contact there, or empty them.\n',
      );
    });
}
