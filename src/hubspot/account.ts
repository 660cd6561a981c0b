/** The portal itself: its facts, what its pipelines mean, how many contacts it has, and leaving it. */
import { CrmError } from '../usecases/crm-error.ts';
import type { ActivityType, PipelineMeaning, PortalFacts, PortalId } from '../usecases/ports.ts';
import type { Calls } from './calls.ts';
import { accountSchema, pipelinesSchema, searchSchema } from './schemas.ts';
import { paths } from './versions.ts';

/** Where a portal has no currency of its own set, HubSpot shows dollars. */
const hubspotCurrency = 'USD';

export async function portalFacts(calls: Calls, portal: PortalId): Promise<PortalFacts> {
  const doing = `read the account details of portal ${portal}`;
  const call = { method: 'GET', path: paths.accountDetails, lane: 'general', doing } as const;
  const details = await calls.read(portal, call, accountSchema);
  return {
    portalId: details.portalId,
    timeZone: details.timeZone,
    uiDomain: details.uiDomain,
    currency: details.companyCurrency ?? hubspotCurrency,
  };
}

/** `readable` keeps us from asking for what was not granted: a refused call counts against the app. */
export async function pipelines(
  calls: Calls,
  portal: PortalId,
  readable: readonly ActivityType[],
): Promise<PipelineMeaning> {
  const deals = readable.includes('deals') ? await pipelinesOf(calls, portal, 'deals') : [];
  const tickets = readable.includes('tickets') ? await pipelinesOf(calls, portal, 'tickets') : [];
  return meaningOf(deals, tickets);
}

type Pipelines = Awaited<ReturnType<typeof pipelinesOf>>;

/** What the stages mean as far as HubSpot and their names tell. */
export function meaningOf(deals: Pipelines, tickets: Pipelines): PipelineMeaning {
  return {
    dealStages: Object.fromEntries(deals.flatMap((pipeline) => dealStages(pipeline))),
    ticketStages: Object.fromEntries(
      tickets.flatMap(({ stages }) =>
        stages.map((stage) => [stage.id, { closed: isTicketClosed(stage.metadata) }]),
      ),
    ),
  };
}

type Pipeline = Pipelines[number];

/** A scope may be taken away meanwhile: then there are no pipelines to mean anything, and no records that would need them. */
export async function pipelinesOf(calls: Calls, portal: PortalId, type: 'deals' | 'tickets') {
  const doing = `read the ${type} pipelines of portal ${portal}`;
  const call = { method: 'GET', path: paths.pipelines(type), lane: 'general', doing } as const;
  try {
    return (await calls.read(portal, call, pipelinesSchema)).results;
  } catch (error) {
    if (error instanceof CrmError && error.failure === 'missing-scope') return [];
    throw error;
  }
}

/** A deal is past qualification from this probability on, until the admin says otherwise. */
const qualifiedFrom = 0.5;

/** First guesses from the portal's own labels, in the languages we ship; the settings correct them. */
const projectLabel = /\bproje[ck]ts?\b|\bprojekte?\b/i;
const completedLabel = /\b(delivered|completed?|finished|done|abgeschlossen|geliefert|fertig)\b/i;

function dealStages(pipeline: Pipeline) {
  const project = projectLabel.test(pipeline.label);
  return pipeline.stages.map((stage) => {
    const probability = Number(stage.metadata?.['probability'] ?? Number.NaN);
    const closed = String(stage.metadata?.['isClosed']) === 'true' || probability === 0 || probability === 1;
    const outcome = closed ? (probability === 1 ? 'won' : 'lost') : 'open';
    const completed = project && outcome === 'won' && completedLabel.test(stage.label);
    const qualified = outcome !== 'lost' && probability >= qualifiedFrom;
    return [stage.id, { outcome, qualified, project, ...(completed ? { completed } : {}) }] as const;
  });
}

function isTicketClosed(metadata: Pipeline['stages'][number]['metadata']): boolean {
  return String(metadata?.['ticketState']) === 'CLOSED' || String(metadata?.['isClosed']) === 'true';
}

/** Null where the portal does not let us search. */
export async function countContacts(calls: Calls, portal: PortalId): Promise<number | null> {
  const doing = `count the contacts of portal ${portal}`;
  const json = { limit: 1, after: '0', filterGroups: [], properties: [], sorts: [] };
  const call = { method: 'POST', path: paths.search('contacts'), json, lane: 'search', doing } as const;
  try {
    return (await calls.read(portal, call, searchSchema)).total;
  } catch (error) {
    if (error instanceof CrmError && error.failure === 'missing-scope') return null;
    throw error;
  }
}

/** HubSpot mails the portal's super admins that the app is gone. An installation that is gone already is success. */
export async function uninstall(calls: Calls, portal: PortalId): Promise<void> {
  const doing = `uninstall the app from portal ${portal}`;
  try {
    await calls.send(portal, { method: 'DELETE', path: paths.uninstall, lane: 'general', doing });
  } catch (error) {
    if (error instanceof CrmError && ['installation-gone', 'not-found'].includes(error.failure)) return;
    throw error;
  }
}
