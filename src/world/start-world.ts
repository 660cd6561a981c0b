/**
 * A sandbox portal and the service, started together on this machine: the two meet over HTTP alone, and the service's
 * clock follows the portal's. `npm run sandbox`, the browser tests and the screenshots all begin here.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Config } from '../config.ts';
import { createClockScheduler } from '../jobs/clock-scheduler.ts';
import { loadManifest, type Manifest } from '../manifest.ts';
import type { Overrides } from '../parts.ts';
import type { BuiltPages } from '../sandbox/extension-host/build-pages.ts';
import { createSandbox, type Sandbox, type SandboxParts } from '../sandbox/sandbox.ts';
import type { SandboxOptions } from '../sandbox/sandbox-options.ts';
import { type Service, startService } from '../service.ts';
import type { Choices } from '../usecases/choices.ts';
import type { Clock, PortalId } from '../usecases/ports.ts';
import type { PortalHealth } from '../usecases/read-health.ts';
import type { Infer, Stored } from '../usecases/store.ts';
import type { Scheduler } from '../usecases/work.ts';
import { declareApp, sandboxCredentials } from './declare-app.ts';
import { followClock } from './followed-clock.ts';
import { freePort } from './free-port.ts';
import { installByConsent } from './install-by-consent.ts';
import { untilSettled } from './until-settled.ts';
import { worldConfig } from './world-config.ts';

export type WorldOptions = {
  /** 0 takes a free one. */
  readonly portalPort: number;
  readonly servicePort: number;
  readonly store: Config['store'];
  /** Whether a browser will look: building pages and cards takes some seconds. */
  readonly withPages: boolean;
  /** Pages and cards that are built already, for who starts many worlds. */
  readonly built?: BuiltPages;
  readonly logLevel: Config['logLevel'];
  /** Fills the portal before it opens. */
  readonly fill: (sandbox: SandboxParts) => void | Promise<void>;
  readonly sandbox?: Omit<SandboxOptions, 'port' | 'apps' | 'origins' | 'mountPages'>;
  /** Another engine than the app's own, for tests. */
  readonly infer?: Infer;
  /** Names of the ticks that the service hears; all unless given, for tests that move the clock for one thing alone. */
  readonly ticks?: readonly string[];
  /** How many times faster than HubSpot's the portal's limits are, and how many times faster the service may call; 1 is real. */
  readonly pace?: number;
};

export type World = AsyncDisposable & {
  readonly sandbox: Sandbox;
  readonly portalUrl: string;
  readonly serviceUrl: string;
  /** How the service says its sync of the portal stands. */
  health(): Promise<PortalHealth>;
  /** How much of the portal the service has stored. */
  stored(): Promise<Stored>;
  /** Resolves when the portal's events are delivered, and everything is read, assessed and written; or at once when given up. */
  settled(show?: (health: PortalHealth) => void, givenUp?: AbortSignal): Promise<void>;
  /** Moves the portal's clock and waits until the service has done what became due. @param at ms since epoch. */
  moveClockTo(at: number): Promise<void>;
  /** Walks the consent page; answers with the address of the progress page. */
  install(): Promise<string>;
  /** An admin's choices come into force, as if made on the settings page. */
  choose(choices: Choices, note: string): Promise<void>;
  stop(): Promise<void>;
};

/** Whoever answers the questions of the settings page. */
const admin = { userId: 7, email: 'robin.hale@harbour-hill.example' };

/** Real time between two looks of the scheduler at the portal's clock, ms. */
const lookEveryMs = 250;

/** By the portal's clock, and in haste: its calls cost nothing. */
function besideSandbox(
  clock: Clock,
  { infer, ticks, pace = 1 }: Pick<WorldOptions, 'infer' | 'ticks' | 'pace'>,
): Overrides {
  return {
    searchAlone: 0,
    pace,
    clock,
    scheduler: (report) => hearing(ticks, createClockScheduler({ clock, lookEveryMs, report })),
    ...(infer === undefined ? {} : { infer }),
  };
}

function hearing(ticks: WorldOptions['ticks'], scheduler: Scheduler): Scheduler {
  if (ticks === undefined) return scheduler;
  return {
    every: (name, cron, run) => {
      if (ticks.includes(name)) scheduler.every(name, cron, run);
    },
    stop: () => scheduler.stop(),
  };
}

export async function startWorld(options: WorldOptions): Promise<World> {
  const manifest = loadManifest();
  const servicePort = options.servicePort === 0 ? await freePort() : options.servicePort;
  const serviceUrl = `http://localhost:${servicePort}`;
  const closing: (() => Promise<void> | void)[] = [];
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    const pages = options.withPages
      ? await mountedPages(manifest, serviceUrl, options.built ?? (await buildOwn(closing)))
      : {};
    const sandbox = createSandbox({
      ...options.sandbox,
      limits: { ...options.sandbox?.limits, timeScale: options.pace ?? 1 },
      ...pages,
      port: options.portalPort,
      apps: [declareApp(manifest, serviceUrl)],
      origins: { [manifest.backend]: serviceUrl },
    });
    await options.fill(sandbox);
    const portal = await sandbox.start();
    let isOpen = false;
    // A world that did not come about, as when its folder is locked, must leave no trace.
    closing.push(() => (isOpen ? portal.stop() : portal.abandon()));
    const clock = await followClock(portal.url);
    closing.push(clock.stop);
    const config = worldConfig(options, { portalUrl: portal.url, serviceUrl, servicePort });
    const service = await startService(config, besideSandbox(clock, options));
    closing.push(service.stop);
    isOpen = true;
    const health = () => service.health(sandbox.portal.portalId);
    const settled: World['settled'] = (show, givenUp) => untilSettled(sandbox, health, show, givenUp);
    return {
      sandbox,
      portalUrl: portal.url,
      serviceUrl,
      health,
      stored: () => service.stored(sandbox.portal.portalId),
      settled,
      moveClockTo: async (at) => {
        if (!sandbox.clock.advanceTo(at)) throw new Error("The portal's clock only moves forward");
        await clock.ask();
        await settled();
      },
      install: () => installByConsent(serviceUrl),
      choose: (choices, note) => choose(service, sandbox.portal.portalId, choices, note),
      stop,
      [Symbol.asyncDispose]: stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** As the first change an admin makes. */
async function choose(service: Service, portal: PortalId, choices: Choices, note: string): Promise<void> {
  const { kind } = await service.choose({ portal, by: admin, basedOn: 0, note, choices });
  if (kind !== 'applied') throw new Error(`The choices did not come into force: ${kind}`);
}

/** Builds what a browser loads, into a folder of its own that goes when the world stops. */
async function buildOwn(closing: (() => Promise<void> | void)[]): Promise<BuiltPages> {
  const folder = await mkdtemp(path.join(tmpdir(), 'rapport-portal-'));
  closing.push(() => rm(folder, { recursive: true, force: true }));
  const { buildPages } = await import('../sandbox/extension-host/build-pages.ts');
  return buildPages(folder);
}

async function mountedPages(
  manifest: Manifest,
  serviceUrl: string,
  { pages, bundles }: BuiltPages,
): Promise<Pick<SandboxOptions, 'mountPages'>> {
  const { createPortalPages } = await import('../sandbox/pages.ts');
  const app = {
    ...sandboxCredentials,
    name: manifest.name,
    permittedOrigins: manifest.permittedUrls.fetch,
    localOrigins: { [manifest.backend]: serviceUrl },
    signs: 'declared-address' as const,
  };
  return {
    mountPages: (express, parts) => {
      const portal = () => parts.portal;
      express.use(createPortalPages({ builtDir: pages, bundles, app, portal, now: parts.clock.now }));
    },
  };
}
