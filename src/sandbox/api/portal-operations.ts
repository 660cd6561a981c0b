/** The smaller APIs of a portal: pipelines, owners, account details, limits, uninstalling. */
import { objectTypes } from '../crm/object-types.ts';
import type { Pipeline, PipelineType } from '../crm/pipelines.ts';
import { iso } from '../crm/record-values.ts';
import type { Grants } from '../oauth/grants.ts';
import type { PortalSettings } from '../portal-settings.ts';
import type { PortalStore } from '../store.ts';
import { invalid, notFound } from './api-error.ts';
import { anyOf, limitIn, typeIn } from './call-reading.ts';
import type { Answer, Call, Operation } from './dispatch.ts';

export type PortalParts = {
  readonly store: PortalStore;
  readonly portal: PortalSettings;
  readonly grants: Grants;
};

const needsOauth: Operation['scopes'] = () => [['oauth']];

export function portalOperations(parts: PortalParts): Operation[] {
  const { store, portal, grants } = parts;
  const needsOwners: Operation['scopes'] = () => [['crm.objects.owners.read']];
  return [
    ...pipelineOperations(store),
    get('/crm/owners/:version', 'owners', needsOwners, (call) => listOwners(store, call)),
    get('/crm/owners/:version/:id', 'owners', needsOwners, (call) => readOwner(store, call)),
    get('/account-info/:version/details', 'account', needsOauth, () => ({
      status: 200,
      body: accountDetails(portal, store.clock.now()),
    })),
    get('/crm/limits/:version/custom-properties', 'limits', limitScopes, () => ({
      status: 200,
      body: customPropertyLimits(store),
    })),
    get('/crm/limits/:version/records', 'limits', limitScopes, () => ({
      status: 200,
      body: recordCounts(store),
    })),
    {
      method: 'delete',
      path: '/appinstalls/:version/external-install',
      family: 'uninstall',
      lane: 'general',
      scopes: needsOauth,
      handle: (call) => {
        grants.uninstall(call.access.app.appId);
        return { status: 204 };
      },
    },
  ];
}

function pipelineOperations(store: PortalStore): Operation[] {
  const base = '/crm/pipelines/:version/:type';
  return [
    get(base, 'pipelines', pipelineScopes, (call) => ({
      status: 200,
      body: { results: pipelinesOf(store, call).map(tellPipeline) },
    })),
    get(`${base}/:id`, 'pipelines', pipelineScopes, (call) => ({
      status: 200,
      body: tellPipeline(pipelineOf(store, call)),
    })),
    get(`${base}/:id/stages`, 'pipelines', pipelineScopes, (call) => ({
      status: 200,
      body: { results: tellPipeline(pipelineOf(store, call)).stages },
    })),
  ];
}

function get(
  path: string,
  family: string,
  scopes: Operation['scopes'],
  handle: Operation['handle'],
): Operation {
  return { method: 'get', path, family, lane: 'general', scopes, handle };
}

/** Any scope that opens an object of the account opens the account's limits. */
const limitScopes: Operation['scopes'] = () =>
  anyOf([...new Set(objectTypes.flatMap((type) => [...type.read, ...type.schemaRead, ...type.schemaWrite]))]);

const pipelineScopes: Operation['scopes'] = (params) => {
  const type = typeIn(params);
  return anyOf([...type.read, ...type.schemaRead]);
};

function pipelinesOf(store: PortalStore, call: Call): readonly Pipeline[] {
  const { name } = typeIn(call.params);
  if (!isPipelineType(name)) throw invalid(`${name} have no pipelines`);
  return store.pipelines(name);
}

function isPipelineType(name: string): name is PipelineType {
  return name === 'deals' || name === 'tickets' || name === 'orders';
}

function pipelineOf(store: PortalStore, call: Call): Pipeline {
  const pipeline = pipelinesOf(store, call).find((one) => one.id === call.params['id']);
  if (pipeline === undefined) throw notFound();
  return pipeline;
}

/** Pipelines are as old as the portal. */
const pipelinesMadeAt = iso(Date.UTC(2019, 0, 1));

function tellPipeline(pipeline: Pipeline) {
  const common = { createdAt: pipelinesMadeAt, updatedAt: pipelinesMadeAt, archived: false };
  return {
    id: pipeline.id,
    label: pipeline.label,
    displayOrder: pipeline.displayOrder,
    ...common,
    stages: pipeline.stages.map((stage) => ({
      ...stage,
      ...common,
      writePermissions: 'CRM_PERMISSIONS_ENFORCEMENT',
    })),
  };
}

function listOwners(store: PortalStore, call: Call): Answer {
  const limit = limitIn(call.query, 100, 500);
  const email = call.query.get('email');
  const after = Number(call.query.get('after') ?? '0');
  const all = [...store.owners.values()]
    .filter((owner) => email === null || owner.email === email)
    .sort((a, b) => Number(a.id) - Number(b.id))
    .filter((owner) => Number(owner.id) > after);
  const page = all.slice(0, limit);
  const paging = { next: { after: page.at(-1)?.id ?? '' } };
  return { status: 200, body: { results: page.map(tellOwner), ...(all.length > limit ? { paging } : {}) } };
}

function readOwner(store: PortalStore, call: Call): Answer {
  const id = call.params['id'] ?? '';
  const byUser = call.query.get('idProperty') === 'userId';
  const owner = byUser
    ? [...store.owners.values()].find((one) => String(one.userId) === id)
    : store.owners.get(id);
  if (owner === undefined) throw notFound();
  return { status: 200, body: tellOwner(owner) };
}

function tellOwner(owner: {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  userId: number;
  createdAt: number;
}) {
  const { createdAt, ...rest } = owner;
  return {
    ...rest,
    type: 'PERSON',
    userIdIncludingInactive: owner.userId,
    createdAt: iso(createdAt),
    updatedAt: iso(createdAt),
    archived: false,
  };
}

function accountDetails(portal: PortalSettings, now: number) {
  const offsetMs = utcOffsetMs(portal.timeZone, now);
  const minutes = Math.abs(offsetMs) / 60_000;
  const two = (part: number) => String(part).padStart(2, '0');
  return {
    portalId: portal.portalId,
    accountType: portal.accountType,
    timeZone: portal.timeZone,
    companyCurrency: portal.currency,
    additionalCurrencies: [],
    utcOffset: `${offsetMs < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`,
    utcOffsetMilliseconds: offsetMs,
    uiDomain: portal.uiDomain,
    dataHostingLocation: portal.dataHostingLocation,
  };
}

/** How far a zone's wall clock is ahead of UTC at a moment: read off the same moment written in both zones. */
export function utcOffsetMs(timeZone: string, at: number): number {
  const wall = (zone: string) =>
    Date.parse(`${new Date(at).toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T')}Z`);
  return wall(timeZone) - wall('UTC');
}

function customPropertyLimits(store: PortalStore) {
  const byObjectType = objectTypes.map((type) => {
    const usage = store.catalog.customCount(type.name);
    return {
      ...labels(type),
      limit: store.catalog.customLimit,
      usage,
      percentage: share(usage, store.catalog.customLimit),
    };
  });
  const overallUsage = byObjectType.reduce((sum, one) => sum + one.usage, 0);
  const overallLimit = store.catalog.customLimit * byObjectType.length;
  return { overallLimit, overallUsage, overallPercentage: share(overallUsage, overallLimit), byObjectType };
}

function recordCounts(store: PortalStore) {
  const hubspotDefinedObjectTypes = objectTypes.map((type) => {
    const usage = store.shelf(type.name).liveCount;
    const limit = 15_000_000;
    return { ...labels(type), limit, usage, percentage: share(usage, limit) };
  });
  return {
    hubspotDefinedObjectTypes,
    customObjectTypes: { overallLimit: 0, overallUsage: 0, overallPercentage: 0, byObjectType: [] },
  };
}

function labels(type: { readonly typeId: string; readonly singular: string; readonly name: string }) {
  const words = (text: string) =>
    text
      .toLowerCase()
      .replaceAll('_', ' ')
      .replace(/^./, (first) => first.toUpperCase());
  return { objectTypeId: type.typeId, singularLabel: words(type.singular), pluralLabel: words(type.name) };
}

function share(usage: number, limit: number): number {
  return limit === 0 ? 0 : Math.round((usage / limit) * 1000) / 10;
}
