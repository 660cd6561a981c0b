/** The pages that our service shows an admin while installing, over fixed states. */
import express, { type Response, type Router } from 'express';
import { installMessages, messagePage } from '../../../src/http/install-pages.ts';
import { pageAssets } from '../../../src/http/page-assets.ts';
import { type InstallStatus, progressRoute } from '../../../src/http/progress-route.ts';
import type { Call, Reply } from '../../../src/http/route.ts';
import { signedQuery } from '../../../src/http/signed-link.ts';
import { nothingMapped } from '../../../src/usecases/property-mapping.ts';
import { now } from './fixture-time.ts';

const secret = 'fixture';
const types = {
  css: 'text/css',
  csv: 'text/csv',
  js: 'text/javascript',
  svg: 'image/svg+xml',
  html: 'html',
  json: 'json',
} as const;

const unread = { after: null, listed: null, below: null, expected: null } as const;

/** Each its own portal, so that the page's own link chooses it. */
const statuses: Readonly<Record<number, InstallStatus>> = {
  1: status({ assessed: 0, contacts: 5000, finishedAt: null }, []),
  2: status({ assessed: 5000, contacts: 5000, finishedAt: now }, ['sales-email-read']),
};

function status(
  { assessed, contacts, finishedAt }: { assessed: number; contacts: number; finishedAt: number | null },
  missingScopes: readonly string[],
): InstallStatus {
  return {
    installation: {
      portalId: 1,
      state: 'active',
      scopes: ['oauth'],
      missingScopes,
      timeZone: 'Europe/Berlin',
      uiDomain: 'app.hubspot.com',
      currency: 'EUR',
      live: missingScopes.length === 0,
      appEvents: false,
      pipelines: { dealStages: {}, ticketStages: {} },
      mapping: nothingMapped,
      provision: null,
      installedAt: now,
    },
    backfill: {
      startedAt: now,
      finishedAt,
      contacts,
      assessed,
      steps: [
        { ...unread, type: 'contacts', done: true, records: 5000 },
        { ...unread, type: 'emails', done: finishedAt !== null, records: 18_240 },
      ],
    },
  };
}

export type ServicePage = keyof typeof installMessages | 'reading' | 'finished';

/** Keyed by what can happen, so that a new message cannot be forgotten: the compiler asks for its title. */
export const servicePages: {
  readonly [P in ServicePage]: { readonly title: string; readonly path: string };
} = {
  reading: {
    title: 'Installed: the first reading',
    path: `/install/progress?${signedQuery(secret, { purpose: 'install-progress', portal: 1 }, now)}`,
  },
  finished: {
    title: 'Installed, with a permission missing',
    path: `/install/progress?${signedQuery(secret, { purpose: 'install-progress', portal: 2 }, now)}`,
  },
  denied: message('denied'),
  linkSpent: message('linkSpent'),
  refused: message('refused'),
  misconfigured: message('misconfigured'),
  unavailable: message('unavailable'),
  unknown: message('unknown'),
};

function message(name: keyof typeof installMessages): { title: string; path: string } {
  return { title: installMessages[name].title, path: `/install-message/${name}` };
}

export function mountServicePages(): Router {
  const router = express.Router();
  const progress = progressRoute({
    status: async (portal) => statuses[portal] ?? null,
    scopes: [{ name: 'sales-email-read', lost: 'One-to-one e-mail is not visible.' }],
    recordsUrl: () => '/contacts',
    secrets: [secret],
    clock: { now: () => now },
  });
  for (const route of [...pageAssets, progress]) {
    router.get(route.path, async (request, response) => {
      const call: Call = {
        query: request.query,
        headers: request.headers,
        body: new Uint8Array(),
        requestId: '1',
      };
      if (route.auth !== 'viewer') send(response, await route.answer(call));
    });
  }
  for (const [name, text] of Object.entries(installMessages)) {
    router.get(`/install-message/${name}`, (_request, response) => send(response, messagePage(200, text)));
  }
  return router;
}

function send(response: Response, { status, type = 'html', body }: Reply): void {
  response.status(status).type(types[type]).send(body);
}
