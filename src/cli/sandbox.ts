import { Command, InvalidArgumentError } from 'commander';
import { runSandbox } from '../world/run-sandbox.ts';

/** `rapport sandbox`: a local HubSpot portal with Rapport installed in it. */
export function sandboxCommand(): Command {
  return new Command('sandbox')
    .description('start a local HubSpot portal, install Rapport into it and say where to click')
    .option('--contacts <number>', 'how many contacts the story has', wholeNumber, 160)
    .option('--seed <number>', 'another seed tells another story', wholeNumber, 7)
    .option('--data <file>', 'a CSV of real activity instead: contact,at,kind,by[,amount]')
    .option('--port <number>', 'where the portal listens', port, 4800)
    .option('--service-port <number>', 'where the service listens', port, 4801)
    .option('--state <file>', 'keep the portal in this file, and the store in a folder beside it')
    .option('--record <file>', 'write every API call to this file, one JSON object a line')
    .option('--no-install', 'walk through the consent page yourself')
    .option('--once', 'install, read, write back, report and exit')
    .option('--json', 'with --once: report as one line of JSON')
    .action(runSandbox);
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new InvalidArgumentError('Give a whole number from 1 on.');
  return value;
}

function port(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 65_535)
    throw new InvalidArgumentError('Give a port number.');
  return value;
}
