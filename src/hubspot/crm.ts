/** HubSpot as the use cases see it: one portal at a time, everything waiting for its turn. */
import type { Clock, Crm, PortalId, Turns } from '../usecases/ports.ts';
import { countContacts, pipelines, portalFacts, uninstall } from './account.ts';
import { type EventTypeNames, sendEvents } from './app-events.ts';
import { type CallSettings, createCalls, type Sleep, type Tokens } from './calls.ts';
import { contactProperties } from './contact-properties.ts';
import { labelStages } from './label-stages.ts';
import { mappable } from './mappable.ts';
import { modifiedSince } from './modified-since.ts';
import { contactByEmail } from './person-by-email.ts';
import { type PropertyPlan, provision } from './provision.ts';
import { propertyMapping } from './recognise.ts';
import { createCase, findCase, openTicketStage } from './recovery-cases.ts';
import { removeProperties } from './remove-properties.ts';
import { createSearchLane } from './search-lane.ts';
import { defaultMapping, type SignalMapping } from './signals/crm-record.ts';
import { createTimeline, type KnownPortal } from './timeline.ts';
import type { Transport } from './transport.ts';
import { completeAction } from './workflow-callbacks.ts';
import { writeProperties } from './write-properties.ts';

export type CrmOptions = {
  /** The group and properties we own in a portal; the manifest fits. */
  readonly manifest: PropertyPlan;
  readonly transport: Transport;
  readonly tokens: Tokens;
  readonly turns: Turns;
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** For the jitter of retries, 0 up to 1. */
  readonly random: () => number;
  /** What the portal means by its pipelines and properties, as it stands in our store. */
  readonly knownOf: (portal: PortalId) => Promise<KnownPortal>;
  readonly eventTypeNames: EventTypeNames;
  readonly mapping?: SignalMapping;
  readonly callSettings?: Partial<CallSettings>;
};

export function createCrm(options: CrmOptions): Crm {
  const { transport, tokens, turns, clock, sleep, random, callSettings } = options;
  const settings = callSettings === undefined ? {} : { settings: callSettings };
  const calls = createCalls({ transport, tokens, turns, clock, sleep, random, ...settings });
  const reading = {
    calls,
    knownOf: options.knownOf,
    mapping: options.mapping ?? defaultMapping,
    ownProperties: options.manifest.properties,
  };
  // What people write too is what they wrote.
  const computed = new Set(
    reading.ownProperties.filter(({ formField }) => !formField).map(({ name }) => name),
  );
  return {
    ...createTimeline(reading),
    ...createSearchLane(reading),
    portalFacts: (portal) => portalFacts(calls, portal),
    pipelines: (portal, readable) => pipelines(calls, portal, readable),
    propertyMapping: (portal, readable, granted) => propertyMapping(calls, portal, readable, granted),
    contactProperties: (portal) => contactProperties(calls, portal, computed),
    mappable: (portal, readable) => mappable(calls, portal, readable),
    provision: (portal) => provision(calls, options.manifest, portal),
    labelStages: (portal, isPlain) => labelStages(calls, options.manifest, portal, isPlain),
    countContacts: (portal) => countContacts(calls, portal),
    modifiedSince: (portal, type, from) => modifiedSince(calls, portal, type, from),
    writeProperties: (portal, updates) => writeProperties(calls, options.manifest, portal, updates),
    sendEvents: (portal, events) => sendEvents(calls, options.eventTypeNames, portal, events),
    completeAction: (portal, callbackId, reply) => completeAction(calls, portal, callbackId, reply),
    createCase: async (portal, asked) => {
      const { pipelines } = await options.knownOf(portal);
      return createCase(calls, portal, openTicketStage(pipelines.ticketStages), asked);
    },
    findCase: (portal, key) => findCase(calls, portal, key),
    contactByEmail: (portal, email) => contactByEmail(calls, portal, email),
    removeProperties: (portal) => removeProperties(calls, options.manifest, portal),
    uninstall: (portal) => uninstall(calls, portal),
  };
}
