/** Builds the sandbox portal: a local HubSpot that an app reaches over HTTP and nothing else. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler, type Express } from 'express';
import { ApiError, notFound } from './api/api-error.ts';
import { type ApiFaults, createApiFaults } from './api/api-faults.ts';
import { appEventOperations } from './api/app-event-operations.ts';
import { associationOperations } from './api/association-operations.ts';
import { batchOperations } from './api/batches.ts';
import { callbackOperations } from './api/callback-operations.ts';
import { communicationPreferenceOperations } from './api/communication-preference-operations.ts';
import { mountOperations, type Operation, sendAnswer } from './api/dispatch.ts';
import { objectOperations } from './api/objects.ts';
import { toDatedPath } from './api/older-paths.ts';
import { portalOperations } from './api/portal-operations.ts';
import { groupOperations } from './api/property-group-operations.ts';
import { propertyOperations } from './api/property-operations.ts';
import { searchOperations } from './api/search.ts';
import { type AppEvents, createAppEvents } from './app-events.ts';
import { createSandboxClock, type SandboxClock } from './clock/sandbox-clock.ts';
import { type CallCounter, createCallCounter } from './limits/call-counter.ts';
import { createRateLimits, hubspotLimits, type RateLimits } from './limits/rate-limits.ts';
import { mountAuthorize } from './oauth/authorize.ts';
import { createGrants, type Grants } from './oauth/grants.ts';
import { mountTokenEndpoints } from './oauth/token-endpoint.ts';
import { createOrigins, type Origins } from './origins.ts';
import { mountPagesApi } from './pages-api/mount-pages-api.ts';
import { defaultPortal, type PortalSettings } from './portal-settings.ts';
import type { SandboxOptions } from './sandbox-options.ts';
import { loadState, saveState } from './state-file.ts';
import { createStore, type PortalStore } from './store.ts';
import { createTrafficRecorder, type TrafficRecorder } from './traffic-recorder.ts';
import { noFaults } from './webhooks/faults.ts';
import { startWebhooks, type Webhooks } from './webhooks/webhooks.ts';
import { createWorkflowBook, type WorkflowBook } from './workflows/workflow-book.ts';
import { startWorkflows, type WorkflowEngine } from './workflows/workflow-engine.ts';

export type SandboxParts = {
  readonly portal: PortalSettings;
  readonly clock: SandboxClock;
  readonly store: PortalStore;
  readonly grants: Grants;
  readonly events: AppEvents;
  readonly limits: RateLimits;
  readonly counter: CallCounter;
  readonly recorder: TrafficRecorder;
  readonly faults: ApiFaults;
  readonly origins: Origins;
  readonly webhooks: Webhooks;
  readonly book: WorkflowBook;
  readonly engine: WorkflowEngine;
};

export type Sandbox = SandboxParts & {
  /** Whether a state file was read: then the portal is filled already. */
  readonly wasRestored: boolean;
  /** @throws the listen error, e.g. EADDRINUSE. */
  start(): Promise<{
    readonly url: string;
    stop(): Promise<void>;
    /** Stops and leaves the state file as it was: for a portal that nobody got to use. */
    abandon(): Promise<void>;
  }>;
  /** Resolves once every workflow has run and every webhook is delivered or given up. */
  settled(): Promise<void>;
};

/** Paths of HubSpot's API and of the portal's own pages, whose bodies are read as text first. */
const apiRoots = [
  '/crm',
  '/oauth',
  '/account-info',
  '/appinstalls',
  '/integrators',
  '/communication-preferences',
  '/automation',
  '/_sandbox',
];

/** The longest body taken; HubSpot's own bound is not documented, batches stay well below. */
const longestBody = '10mb';

/** @throws StateFileError when the state file is something else. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const parts = buildParts(options);
  return {
    ...parts,
    wasRestored: options.stateFile !== undefined && loadState(options.stateFile, parts),
    start: () => start(options, parts),
    async settled() {
      await parts.engine.settled();
      await parts.webhooks.settled();
    },
  };
}

function buildParts(options: SandboxOptions): SandboxParts {
  const portal = { ...defaultPortal, ...options.portal };
  const limitSettings = { ...hubspotLimits, ...options.limits };
  const clock = createSandboxClock(options.startAt);
  const store = createStore({ clock, customPropertyLimit: portal.customPropertyLimit });
  const grants = createGrants(options.apps, clock);
  const origins = createOrigins(options.origins);
  const webhooks = startWebhooks({
    store,
    grants,
    portalId: portal.portalId,
    origins,
    gatherMs: options.webhookGatherMs ?? 200,
    timeScale: limitSettings.timeScale,
    faults: { ...noFaults, ...options.webhookFaults },
  });
  const book = createWorkflowBook();
  const events = createAppEvents();
  const engine = startWorkflows({
    store,
    grants,
    book,
    events,
    portalId: portal.portalId,
    origins,
    timeScale: limitSettings.timeScale,
  });
  return {
    portal,
    clock,
    store,
    grants,
    events,
    limits: createRateLimits(limitSettings),
    counter: createCallCounter(),
    recorder: createTrafficRecorder(options.recordFile),
    faults: createApiFaults(options.apiFaultSeed ?? 1),
    origins,
    webhooks,
    book,
    engine,
  };
}

function buildApp(options: SandboxOptions, parts: SandboxParts): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.use((request, _response, next) => {
    request.url = toDatedPath(request.url);
    next();
  });
  app.use(apiRoots, express.text({ type: () => true, limit: longestBody }));
  const now = parts.clock.now;
  mountTokenEndpoints(app, { ...parts, now });
  mountAuthorize(app, { ...parts, ...(options.consentHtml ? { consentHtml: options.consentHtml } : {}) });
  mountOperations(app, allOperations(options, parts), { ...parts, now });
  mountPagesApi(app, parts);
  options.mountPages?.(app, parts);
  app.use(apiRoots, (request, response) => {
    const answer = { status: 404, body: notFound('There is nothing at this path').toBody() };
    parts.counter.count('unknown', `${request.method} ${request.originalUrl.split('?')[0]}`, answer.status);
    parts.recorder.record(request, answer);
    sendAnswer(response, answer);
  });
  app.use(answerError);
  return app;
}

/** Literal paths come before those with a placeholder in the same place. */
function allOperations(options: SandboxOptions, parts: SandboxParts): Operation[] {
  const { store } = parts;
  const portalId = parts.portal.portalId;
  return [
    ...groupOperations(store),
    ...propertyOperations(store),
    ...portalOperations(parts),
    ...appEventOperations(parts),
    ...communicationPreferenceOperations(store),
    ...callbackOperations(parts.engine),
    ...searchOperations({ store, indexLagMs: options.searchIndexLagMs ?? 0 }),
    ...batchOperations({ store, portalId, goneInBatch: options.goneInBatch ?? 'partial' }),
    ...associationOperations(store),
    ...objectOperations({ store, portalId }),
  ];
}

const answerError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) return next(error);
  if (error instanceof ApiError) {
    response.status(error.status).json(error.toBody());
    return;
  }
  // A bug of the sandbox: say so loudly, a developer is looking at this very terminal.
  console.error(error);
  const bug = new ApiError({ status: 500, category: 'INTERNAL_ERROR', message: 'The sandbox portal failed' });
  response.status(500).json(bug.toBody());
};

async function start(options: SandboxOptions, parts: SandboxParts) {
  const server = createServer(buildApp(options, parts));
  // Longer than any client keeps an idle connection, so that none is closed under a call that is just being made.
  server.keepAliveTimeout = 120_000;
  const host = options.host ?? '127.0.0.1';
  await listen(server, options.port ?? 0, host);
  const address = server.address();
  const port = isAddressInfo(address) ? address.port : (options.port ?? 0);
  return {
    url: `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`,
    stop: async () => {
      await stop(server, parts);
      if (options.stateFile !== undefined) saveState(options.stateFile, parts);
    },
    abandon: () => stop(server, parts),
  };
}

function isAddressInfo(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function stop(server: Server, parts: SandboxParts): Promise<void> {
  await parts.engine.stop();
  await parts.webhooks.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  parts.recorder.close();
}
