/**
 * Serves the portal to a browser: its built pages under the addresses people know from HubSpot, the cards' bundles, and
 * `hubspot.fetch`. Mount it behind the portal's API, whose paths it leaves alone.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import express, { type Request, type Response, type Router } from 'express';
import { portalBase } from './extension-host/build-portal.ts';
import { createFetchProxy, type HostedApp } from './extension-host/fetch-proxy.ts';
import type { PortalExtension, PortalFrame } from './portal-frame.ts';
import type { PortalInfo } from './sandbox-api-for-pages.ts';

/** A card as the builder leaves it. */
export type CardBundle = {
  readonly uid: string;
  readonly name: string | null;
  readonly location: string | null;
  /** Plural names, for example `contacts`. */
  readonly objectTypes: readonly string[];
  /** Absolute path of the built file. */
  readonly bundle: string;
};

export type PortalPagesOptions = {
  /** What `buildPortal` wrote. */
  readonly builtDir: string;
  readonly bundles: readonly CardBundle[];
  readonly app: HostedApp;
  /** Asked at every call, because a portal may be loaded from a file later. */
  readonly portal: () => PortalInfo;
  /** ms since epoch on the portal's clock. */
  readonly now: () => number;
  /** `context.variables` of the cards: the profile's variables in HubSpot. */
  readonly variables?: Readonly<Record<string, string | number | boolean>>;
};

/** Addresses that the client-side router knows; each answers with the same page. */
const pagePaths = [
  '/',
  '/contacts',
  '/contacts/*rest',
  '/workflows',
  '/apps',
  '/apps/settings',
  '/app/home',
  '/app/home/*rest',
  '/calls',
  '/preview/:uid',
];

export function createPortalPages(options: PortalPagesOptions): Router {
  const router = express.Router();
  const { portalId, user } = options.portal();
  const proxy = createFetchProxy({
    app: options.app,
    viewer: { portalId, userId: user.id, userEmail: user.email },
    now: options.now,
  });

  router.get(`${portalBase}frame`, (_request, response) => {
    response.set('cache-control', 'no-store').json(frameOf(options));
  });
  router.post(
    `${portalBase}fetch`,
    express.json({ limit: '2mb' }),
    async (request: Request, response: Response) => {
      response.set('cache-control', 'no-store').json(await proxy(request.body));
    },
  );
  for (const { uid, bundle } of options.bundles) {
    router.get(bundlePath(uid), (_request, response) => {
      response.set('cache-control', 'no-cache').type('text/javascript').send(readFileSync(bundle));
    });
  }
  router.use(portalBase, express.static(options.builtDir, { index: false, maxAge: '1h' }));

  const page = path.join(options.builtDir, 'index.html');
  router.get(pagePaths, (_request, response) => {
    response.set('cache-control', 'no-cache').type('html').send(readFileSync(page));
  });
  return router;
}

function bundlePath(uid: string): string {
  return `${portalBase}cards/${uid}.js`;
}

function frameOf({ portal, bundles, app, variables = {} }: PortalPagesOptions): PortalFrame {
  const extensions: readonly PortalExtension[] = bundles.flatMap(({ uid, name, location, objectTypes }) =>
    location === null ? [] : [{ uid, title: name ?? uid, location, objectTypes, bundleUrl: bundlePath(uid) }],
  );
  return { portal: portal(), app: { appId: app.appId, name: app.name }, variables, extensions };
}
