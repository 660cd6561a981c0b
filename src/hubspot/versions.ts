/**
 * HubSpot's dated versions, one per API family, and the paths built on them. There is no single current version: the
 * timeline family has no 2026-09 (reference of August 2026), so a global constant would break it.
 * https://developers.hubspot.com/docs/api-reference
 */
export const versions = {
  account: '2026-09',
  appinstalls: '2026-09',
  associations: '2026-09',
  automation: '2026-09',
  communicationPreferences: '2026-03',
  limits: '2026-09',
  oauth: '2026-09',
  objects: '2026-09',
  pipelines: '2026-09',
  properties: '2026-09',
  timeline: '2026-03',
} as const;

const segment = encodeURIComponent;

export const paths = {
  token: `/oauth/${versions.oauth}/token`,
  introspect: `/oauth/${versions.oauth}/token/introspect`,
  accountDetails: `/account-info/${versions.account}/details`,
  uninstall: `/appinstalls/${versions.appinstalls}/external-install`,
  objects: (type: string) => `/crm/objects/${versions.objects}/${segment(type)}`,
  object: (type: string, id: string) => `/crm/objects/${versions.objects}/${segment(type)}/${segment(id)}`,
  batchRead: (type: string) => `/crm/objects/${versions.objects}/${segment(type)}/batch/read`,
  batchUpdate: (type: string) => `/crm/objects/${versions.objects}/${segment(type)}/batch/update`,
  search: (type: string) => `/crm/objects/${versions.objects}/${segment(type)}/search`,
  associations: (from: string, to: string) =>
    `/crm/associations/${versions.associations}/${segment(from)}/${segment(to)}/batch/read`,
  associationLabels: (from: string, to: string) =>
    `/crm/associations/${versions.associations}/${segment(from)}/${segment(to)}/labels`,
  properties: (type: string) => `/crm/properties/${versions.properties}/${segment(type)}`,
  property: (type: string, name: string) =>
    `/crm/properties/${versions.properties}/${segment(type)}/${segment(name)}`,
  propertyBatchCreate: (type: string) =>
    `/crm/properties/${versions.properties}/${segment(type)}/batch/create`,
  propertyGroups: (type: string) => `/crm/properties/${versions.properties}/${segment(type)}/groups`,
  propertyGroup: (type: string, name: string) =>
    `/crm/properties/${versions.properties}/${segment(type)}/groups/${segment(name)}`,
  propertyQuota: `/crm/limits/${versions.limits}/custom-properties`,
  pipelines: (type: string) => `/crm/pipelines/${versions.pipelines}/${segment(type)}`,
  completeCallback: (callbackId: string) =>
    `/automation/actions/callbacks/${versions.automation}/${segment(callbackId)}/complete`,
  subscriptionStatuses: `/communication-preferences/${versions.communicationPreferences}/statuses/batch/read`,
  events: `/integrators/timeline/${versions.timeline}/events/batch`,
} as const;
