/** Mounts the `/_sandbox/*` routes described in `sandbox-api-for-pages.ts`. */
import { type ErrorRequestHandler, type Express, type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { ApiError } from '../api/api-error.ts';
import { eventHeader } from '../app-events.ts';
import { type ObjectType, objectType, objectTypeOf } from '../crm/object-types.ts';
import { stageMeaning } from '../crm/pipelines.ts';
import type { SandboxParts } from '../sandbox.ts';
import type {
  AppEventView,
  CallCounts,
  PageError,
  PortalInfo,
  PropertyCatalogView,
} from '../sandbox-api-for-pages.ts';
import { viewApp, viewCustomActions } from './apps-view.ts';
import { listContacts } from './contact-list.ts';
import { notThere, PageRefusal } from './page-refusal.ts';
import { bodyOf, pathPart, queryOf } from './page-request.ts';
import { findForPage, viewHistory, viewRecord } from './record-view.ts';
import { viewTimeline } from './timeline.ts';
import {
  addRecord,
  bringBack,
  byUser,
  editRecord,
  forgetContact,
  mergeInto,
  newRecordSchema,
  removeRecord,
  submitForm,
} from './user-writes.ts';
import { workflowRoutes } from './workflow-routes.ts';

export function mountPagesApi(app: Express, parts: SandboxParts): void {
  const router = Router();
  router.use(recordRoutes(parts), portalRoutes(parts), appRoutes(parts), workflowRoutes(parts));
  app.use('/_sandbox', router, answerRefusal);
}

const answerRefusal: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const refusal =
    error instanceof ApiError && error.status < 500 ? new PageRefusal(400, error.message) : error;
  if (!(refusal instanceof PageRefusal)) return next(error);
  const { message, field } = refusal;
  const body: PageError = { error: { message, ...(field === undefined ? {} : { field }) } };
  response.status(refusal.status).json(body);
};

function typeOf(request: Request): ObjectType {
  const type = objectTypeOf(pathPart(request, 'type'));
  if (type === undefined) throw notThere(`type ${pathPart(request, 'type')}`);
  return type;
}

function recordRoutes(parts: SandboxParts): Router {
  const { store, portal, events } = parts;
  const by = byUser(portal);
  const router = Router();
  const id = (request: Request) => pathPart(request, 'id');
  router.get('/contacts', (request, response) => send(response, listContacts(store, queryOf(request))));
  router
    .route('/records/:type/:id')
    .get((request, response) => send(response, viewRecord(store, typeOf(request), id(request))))
    .patch((request, response) => {
      const { properties } = bodyOf(request, z.object({ properties: z.record(z.string(), z.string()) }));
      send(response, editRecord(store, typeOf(request), id(request), properties, by));
    })
    .delete((request, response) => {
      removeRecord(store, typeOf(request), id(request), by);
      response.status(204).end();
    });
  router.post('/records/:type', (request, response) => {
    const given = bodyOf<z.infer<typeof newRecordSchema>>(request, newRecordSchema);
    send(response.status(201), addRecord(store, typeOf(request), given, by));
  });
  router.post('/records/:type/:id/restore', (request, response) =>
    send(response, bringBack(store, typeOf(request), id(request), by)),
  );
  router.post('/records/:type/:id/merge', (request, response) => {
    const { otherId } = bodyOf(request, z.object({ otherId: z.string() }));
    send(response, mergeInto(store, typeOf(request), id(request), otherId, by));
  });
  router.post('/records/contacts/:id/form', (request, response) => {
    const { form } = bodyOf(request, z.object({ form: z.string().min(1) }));
    send(response, submitForm(store, objectType('contacts'), id(request), form));
  });
  router.post('/records/:type/:id/forget', (request, response) => {
    forgetContact(store, typeOf(request), id(request), by);
    response.status(204).end();
  });
  router.get('/records/:type/:id/timeline', (request, response) => {
    const record = findForPage(store, typeOf(request), id(request));
    send(response, viewTimeline(store, events, record, queryOf(request)));
  });
  router.get('/records/:type/:id/history', (request, response) =>
    send(response, viewHistory(store, typeOf(request), id(request), queryOf(request).get('property'))),
  );
  router.get('/records/:type/:id/app-events', (request, response) =>
    send(response, viewEvents(parts, id(request))),
  );
  return router;
}

function viewEvents(parts: SandboxParts, id: string): AppEventView[] {
  return parts.events.of(id).map((event) => ({
    id: event.id,
    eventTypeName: event.typeName,
    appName: event.app.name,
    at: event.at,
    header: eventHeader(event),
    properties: event.properties,
  }));
}

function portalRoutes(parts: SandboxParts): Router {
  const { store, clock, counter, limits, webhooks } = parts;
  const router = Router();
  router.get('/portal', (_request, response) => send(response, viewPortal(parts)));
  router.get('/clock', (_request, response) => send(response, { now: clock.now(), offset: clock.offset() }));
  router.post('/clock', (request, response) => {
    const move = bodyOf(
      request,
      z.union([z.object({ advanceMs: z.number().min(0) }), z.object({ advanceTo: z.number() })]),
    );
    const target = 'advanceTo' in move ? move.advanceTo : clock.now() + move.advanceMs;
    if (!clock.advanceTo(target)) throw new PageRefusal(400, 'The clock only moves forward.');
    send(response, { now: clock.now(), offset: clock.offset() });
  });
  router.get('/properties/:type', (request, response) => send(response, viewCatalog(parts, typeOf(request))));
  router.get('/pipelines/:type', (request, response) => {
    const { name } = typeOf(request);
    if (name !== 'deals' && name !== 'tickets' && name !== 'orders') throw notThere(`pipeline of ${name}`);
    const pipelines = store.pipelines(name);
    const view = pipelines.map(({ id, label, stages }) => ({
      id,
      label,
      stages: stages.map((stage) => ({
        id: stage.id,
        label: stage.label,
        ...(stageMeaning(pipelines, stage.id) ?? { closed: false, won: false }),
      })),
    }));
    send(response, view);
  });
  router.get('/owners', (_request, response) => {
    const owners = [...store.owners.values()];
    send(
      response,
      owners.map(({ id, email, firstName, lastName }) => ({
        id,
        email,
        name: `${firstName} ${lastName}`.trim(),
      })),
    );
  });
  router.get('/calls', (_request, response) => {
    const counts: CallCounts = { ...counter.counts(), lanes: limits.lanes() };
    send(response, counts);
  });
  router.get('/webhooks', (_request, response) => send(response, webhooks.log()));
  return router;
}

function viewPortal({ portal }: SandboxParts): PortalInfo {
  const { portalId, name, timeZone, currency, uiDomain, user } = portal;
  return { portalId, name, timeZone, currency, uiDomain, user };
}

function viewCatalog({ store }: SandboxParts, type: ObjectType): PropertyCatalogView {
  return {
    groups: [...store.catalog.groups(type.name).values()],
    properties: [...store.catalog.of(type.name).values()].map((definition) => ({
      name: definition.name,
      label: definition.label,
      description: definition.description,
      groupName: definition.groupName,
      type: definition.type,
      fieldType: definition.fieldType,
      options: definition.options,
      hidden: definition.hidden,
      readOnly: definition.readOnlyValue,
      hubspotDefined: definition.hubspotDefined,
    })),
  };
}

function appRoutes({ grants }: SandboxParts): Router {
  const router = Router();
  const appOf = (request: Request) => {
    const app = grants.appById(Number(pathPart(request, 'appId')));
    if (app === undefined) throw notThere(`app ${pathPart(request, 'appId')}`);
    return app;
  };
  router.get('/apps', (_request, response) =>
    send(
      response,
      grants.apps.map((app) => viewApp(grants, app)),
    ),
  );
  router.post('/apps/:appId/uninstall', (request, response) => {
    grants.uninstall(appOf(request).appId);
    response.status(204).end();
  });
  router.post('/apps/:appId/withhold', (request, response) => {
    const app = appOf(request);
    grants.withhold(app.appId, bodyOf(request, z.object({ scopes: z.array(z.string()) })).scopes);
    send(response, viewApp(grants, app));
  });
  router.get('/workflow-actions', (request, response) =>
    send(response, viewCustomActions(grants, String(request.query['language'] ?? 'en'))),
  );
  return router;
}

function send(response: Response, body: unknown): void {
  response.json(body);
}
