/** Serves the real pages and card bundles over the fixture's fixed answers, the service of the cards included. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { consentHtml } from '../../../src/sandbox/oauth/consent-html.ts';
import { type CardBundle, createPortalPages } from '../../../src/sandbox/pages.ts';
import type { RecordView } from '../../../src/sandbox/sandbox-api-for-pages.ts';
import { type CardContact, cardContacts } from './card-data.ts';
import { cardService } from './card-service.ts';
import { now } from './fixture-time.ts';
import * as data from './portal-data.ts';
import { mountServicePages } from './service-pages.ts';
import { timelineOf } from './timeline-data.ts';

export type PortalFixture = { readonly url: string; stop(): Promise<void> };

export async function startPortalFixture(
  builtDir: string,
  bundles: readonly CardBundle[],
): Promise<PortalFixture> {
  const service = await listen(cardService());
  const app = express();
  app.use('/_sandbox', express.json(), portalAnswers());
  app.use(mountServicePages());
  app.get(
    '/oauth/authorize',
    (_request, response) => void response.type('html').send(consentHtml(data.consent)),
  );
  app.use(
    createPortalPages({
      builtDir,
      bundles,
      portal: () => data.portal,
      now: () => now,
      app: {
        appId: data.installed.appId,
        name: data.installed.name,
        clientSecret: 'fixture',
        permittedOrigins: ['https://api.rapport.example'],
        localOrigins: { 'https://api.rapport.example': service.url },
        signs: 'mapped-address',
      },
    }),
  );
  const pages = await listen(app);
  return {
    url: pages.url,
    stop: async () => {
      await pages.stop();
      await service.stop();
    },
  };
}

function portalAnswers() {
  const router = express.Router();
  router.get('/clock', (_request, response) => void response.json({ now, offset: 0 }));
  router.post(
    '/clock',
    (_request, response) => void response.json({ now: now + 86_400_000, offset: 86_400_000 }),
  );
  router.get('/portal', (_request, response) => void response.json(data.portal));
  router.get('/properties/:type', (_request, response) => void response.json(data.catalog));
  router.get('/apps', (_request, response) => void response.json([data.installed]));
  router.get('/webhooks', (_request, response) => void response.json(data.webhooks));
  router.get('/calls', (_request, response) => void response.json(data.calls));
  router.get('/workflows', (_request, response) => void response.json(data.workflows));
  router.get('/workflows/log', (_request, response) => void response.json(data.runs));
  router.get('/workflow-actions', (_request, response) => void response.json([]));
  router.get('/workflow-events', (_request, response) => void response.json([]));
  router.get('/owners', (_request, response) => {
    response.json([{ id: '31', name: 'Robin Hale', email: data.portal.user.email }]);
  });
  router.get('/contacts', (request, response) => {
    const query = String(request.query['query'] ?? '').toLowerCase();
    const results = data.contactRows.filter(({ title }) => title.toLowerCase().includes(query));
    response.json({ total: results.length, offset: 0, results });
  });
  router.get('/records/:type/:id', (request, response) => {
    const contact = cardContacts.find(({ id }) => id === request.params.id);
    if (contact) response.json(recordView(contact));
    else response.status(404).json({ error: { message: `There is no contact ${request.params.id}.` } });
  });
  router.get('/records/:type/:id/timeline', (request, response) => {
    const all = timelineOf(request.params.id);
    const results = all.slice(0, Number(request.query['limit'] ?? 50));
    response.json({ total: all.length, offset: 0, results });
  });
  router.get('/records/:type/:id/history', (request, response) => {
    const contact = cardContacts.find(({ id }) => id === request.params.id);
    response.json(contact ? data.historyOf(contact) : {});
  });
  return router;
}

function recordView(contact: CardContact): RecordView {
  const properties = data.propertiesOf(contact);
  return {
    type: 'contacts',
    typeId: '0-1',
    id: contact.id,
    title: contact.name,
    createdAt: now - 400 * 86_400_000,
    updatedAt: now,
    archived: false,
    mergedFrom: null,
    properties,
    links: {
      companies: [{ type: 'companies', id: '501', title: properties['company'] ?? '', label: 'Primary' }],
      deals: [{ type: 'deals', id: '9105', title: 'Two-year contract', label: null }],
      orders: [{ type: 'orders', id: '9204', title: 'Beans, 40 kg', label: null }],
    },
    linkCounts: { companies: 1, deals: 1, orders: 1 },
  };
}

async function listen(app: Express): Promise<PortalFixture> {
  const server: Server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a TCP port has an address of this shape.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
