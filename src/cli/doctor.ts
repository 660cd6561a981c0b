import { Command } from 'commander';
import { examine } from '../doctor.ts';
import type { Finding } from '../usecases/diagnose.ts';
import { portalNumber } from './portal-option.ts';
import { printToStdout } from './print-to-stdout.ts';

/** `rapport doctor`: looks at everything the service needs, one line each, with what to do. Changes nothing. */
export function doctorCommand(
  print: (text: string) => void = printToStdout,
  look: typeof examine = examine,
): Command {
  return new Command('doctor')
    .description('check configuration, database, HubSpot, webhooks, quota and clock, and say what to do')
    .option('--portal <id>', 'only this portal (default: the first twenty installed)')
    .option('--json', 'as JSON', false)
    .action(async (choices: { portal?: string; json: boolean }) => {
      const portal = choices.portal === undefined ? null : portalNumber(choices.portal);
      const findings = await look({ portal });
      print(choices.json ? `${JSON.stringify(findings)}\n` : `${findings.map(line).join('\n')}\n`);
      if (findings.some(({ verdict }) => verdict === 'broken')) process.exitCode = 1;
    });
}

const marks: Readonly<Record<Finding['verdict'], string>> = {
  well: 'ok    ',
  look: 'look  ',
  broken: 'BROKEN',
};

function line({ about, verdict, says, remedy }: Finding): string {
  return `${marks[verdict]}  ${about} ${says}.${remedy === null ? '' : ` ${remedy}`}`;
}
