/** What `rapport sandbox` does: fill a portal, install into it, show the progress, and stay or report. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { UsageError } from '../cli/usage-error.ts';
import { StateFileError } from '../sandbox/state-file.ts';
import { RecordFileError } from '../sandbox/traffic-recorder.ts';
import { type Filling, fillingFrom, kept } from './filling.ts';
import { addFirstWorkflows } from './first-workflows.ts';
import { isPortFree } from './free-port.ts';
import { createProgressLine } from './progress-line.ts';
import { reportRun } from './report-run.ts';
import { startWorld, type World } from './start-world.ts';
import { answersNote } from './story-answers.ts';

export type SandboxChoices = {
  readonly contacts: number;
  readonly seed: number;
  readonly data?: string;
  readonly port: number;
  readonly servicePort: number;
  readonly state?: string;
  readonly record?: string;
  readonly install: boolean;
  readonly once?: true;
  readonly json?: true;
};

/** What a shell makes of a program that Ctrl-C ended: 128 and the signal's number. */
const interruptedExit = 130;

/** @throws UsageError, StoryError or StoreError with one sentence that says what to do. */
export async function runSandbox(choices: SandboxChoices): Promise<void> {
  if (choices.json && !choices.once) throw new UsageError('--json reports a finished run: add --once.');
  if (choices.once && !choices.install) {
    throw new UsageError('--once needs the installation: leave out --no-install.');
  }
  const started = performance.now();
  const say = choices.json ? () => undefined : (line: string) => void process.stdout.write(`${line}\n`);
  const filling =
    choices.state !== undefined && existsSync(choices.state) ? kept(choices.state) : fillingFrom(choices);
  say(filling.words);
  const world = await open(choices, filling);
  // Heard from now on: a first reading that is broken off leaves a portal that can go on.
  const interrupted = interruption();
  try {
    say(`\n  Portal   ${world.portalUrl}/contacts\n  Service  ${world.serviceUrl}\n`);
    if (choices.install) await installAndWait(world, filling, choices.json ?? false, interrupted);
    else say(`Install Rapport yourself: ${world.serviceUrl}/oauth/install`);
    if (interrupted.aborted) {
      process.exitCode = interruptedExit;
      say('\nStopping.');
      return;
    }
    addFirstWorkflows(world.sandbox);
    if (choices.once) {
      const report = await reportRun(world, (performance.now() - started) / 1000);
      process.stdout.write(
        choices.json ? `${JSON.stringify(report)}\n` : `${JSON.stringify(report, null, 2)}\n`,
      );
      return;
    }
    if (choices.install) say(`Ready. Open ${world.portalUrl}/contacts and pick a contact. Ctrl-C ends it.`);
    await once(interrupted, 'abort');
    say('\nStopping.');
  } finally {
    await world.stop();
  }
}

async function open(choices: SandboxChoices, filling: Filling): Promise<World> {
  if (!choices.once) {
    if (choices.port === choices.servicePort) {
      throw new UsageError('The portal and the service need a port each: give --service-port another one.');
    }
    await mustBeFree(choices.port, '--port');
    await mustBeFree(choices.servicePort, '--service-port');
  }
  const starting = startWorld({
    portalPort: choices.once ? 0 : choices.port,
    servicePort: choices.once ? 0 : choices.servicePort,
    store:
      choices.state === undefined ? { kind: 'memory' } : { kind: 'folder', path: `${choices.state}.store` },
    withPages: !choices.once,
    logLevel: 'warn',
    fill: filling.fill,
    sandbox: {
      startAt: filling.startAt,
      ...(choices.state === undefined ? {} : { stateFile: choices.state }),
      ...(choices.record === undefined ? {} : { recordFile: choices.record }),
    },
  });
  return starting.catch((error: unknown) => {
    if (error instanceof StateFileError || error instanceof RecordFileError)
      throw new UsageError(error.message, { cause: error });
    throw error;
  });
}

async function mustBeFree(port: number, option: string): Promise<void> {
  if (await isPortFree(port)) return;
  throw new UsageError(`Port ${port} is in use: stop the other program or give ${option} another one.`);
}

async function installAndWait(
  world: World,
  filling: Filling,
  quiet: boolean,
  interrupted: AbortSignal,
): Promise<void> {
  await world.install();
  if (filling.answers !== null) await world.choose(filling.answers, answersNote);
  await filling.afterInstall(world.portalUrl);
  const line = createProgressLine(quiet ? null : process.stdout);
  await world.settled(line.show, interrupted);
  line.end();
}

/** Aborts at the first Ctrl-C, or when the system asks us to end. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => controller.abort());
  return controller.signal;
}
