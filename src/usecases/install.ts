/**
 * Brings a portal in: trades the code for tokens, reads what the portal is, creates our properties and starts the
 * backfill. What was not granted or not created is kept by name, and the install finishes without it. Repeatable: a
 * portal that comes back is read anew.
 */
import type { Admins } from './admins.ts';
import type {
  ActivityType,
  Authorization,
  Clock,
  Crm,
  Installation,
  Installations,
  PortalId,
  RecordType,
} from './ports.ts';
import type { Registers } from './register.ts';
import type { Backfills } from './store.ts';
import type { Wakeups } from './work.ts';

export type InstallDeps = {
  readonly authorization: Pick<Authorization, 'redeem'>;
  readonly crm: Pick<
    Crm,
    'portalFacts' | 'pipelines' | 'propertyMapping' | 'contactProperties' | 'provision' | 'countContacts'
  >;
  readonly installations: Pick<Installations, 'find' | 'save'>;
  readonly admins: Pick<Admins, 'add'>;
  readonly registers: Pick<Registers, 'save'>;
  readonly backfills: Pick<Backfills, 'start'>;
  readonly wakeups: Wakeups;
  readonly clock: Clock;
  /** Every scope the app asks for. */
  readonly scopes: readonly string[];
  /** The activity types that these granted scopes let us read. */
  readonly readable: (granted: readonly string[]) => readonly ActivityType[];
  /** Whether a new portal writes its stages at once. An admin decides in production, the sandbox starts live. */
  readonly startsLive: boolean;
};

/** Throws `CrmError` when HubSpot does not let us finish; installing again is the way on. */
export async function install(deps: InstallDeps, { code }: { code: string }): Promise<Installation> {
  const { portalId, scopes, userId } = await deps.authorization.redeem(code);
  const before = await deps.installations.find(portalId);
  const facts = await deps.crm.portalFacts(portalId);
  const readable = deps.readable(scopes);
  const pipelines = await deps.crm.pipelines(portalId, readable);
  const mapping = await deps.crm.propertyMapping(portalId, readable, scopes);
  const installing: Installation = {
    portalId,
    state: 'installing',
    scopes,
    missingScopes: deps.scopes.filter((scope) => !scopes.includes(scope)),
    timeZone: facts.timeZone,
    uiDomain: facts.uiDomain,
    currency: facts.currency,
    live: before?.live ?? deps.startsLive,
    appEvents: before?.appEvents ?? false,
    pipelines,
    mapping,
    provision: null,
    installedAt: deps.clock.now(),
  };
  await deps.installations.save(installing);
  // HubSpot shows its consent page to nobody who may not manage apps.
  await deps.admins.add(portalId, { userId, email: null, addedAt: deps.clock.now(), addedBy: null });
  const provision = await deps.crm.provision(portalId);
  // Before anybody is assessed, so that nobody is told twice.
  const properties = await deps.crm.contactProperties(portalId);
  await deps.registers.save(portalId, { readAt: deps.clock.now(), properties });
  await startBackfill(deps, portalId, scopes);
  const installed: Installation = { ...installing, state: 'active', provision };
  await deps.installations.save(installed);
  await deps.wakeups.wake('backfill', portalId);
  return installed;
}

/** Contacts first: an activity's signals are kept for whoever objected or not only when that is known. */
async function startBackfill(deps: InstallDeps, portal: PortalId, granted: readonly string[]): Promise<void> {
  const types: readonly RecordType[] = ['contacts', ...deps.readable(granted)];
  await deps.backfills.start(portal, types, deps.clock.now(), await deps.crm.countContacts(portal));
}
