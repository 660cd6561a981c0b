/** How one portal does, in findings that say what to do: for an operator who wants to know what is wrong before a user does. */
import { CrmError, type CrmFailure } from './crm-error.ts';
import type { Clock, Crm, Installation, Installations, PortalId, Turns } from './ports.ts';
import { type HealthDeps, readHealth } from './read-health.ts';

/** `well`: nothing to do. `look`: it works with less than it could. `broken`: it does not work. */
export type Finding = {
  readonly about: string;
  readonly verdict: 'well' | 'look' | 'broken';
  readonly says: string;
  /** Null when there is nothing to do. */
  readonly remedy: string | null;
};

export type DiagnoseDeps = HealthDeps & {
  readonly installations: Pick<Installations, 'find'>;
  readonly crm: Pick<Crm, 'portalFacts'>;
  readonly turns: Pick<Turns, 'take'>;
  readonly clock: Clock;
};

/** [D] A portal whose oldest mark waits longer is behind. */
const behindMs = 10 * 60_000;

const remedies: Partial<Record<CrmFailure, string>> = {
  unavailable: 'Check that this machine reaches HUBSPOT_API_URL.',
  timeout: 'Check that this machine reaches HUBSPOT_API_URL.',
  'rate-limited': 'Wait: HubSpot asked for a rest.',
  'our-credentials':
    'Check HUBSPOT_CLIENT_ID and HUBSPOT_CLIENT_SECRET: HubSpot does not know them together.',
  'installation-gone': 'The app was removed from this portal: install it again, or leave it.',
};

export async function diagnose(deps: DiagnoseDeps, portal: PortalId): Promise<readonly Finding[]> {
  const installation = await deps.installations.find(portal);
  const about = `portal ${portal}`;
  if (installation === null) return [broken(about, 'is not installed', 'Check the number of the portal.')];
  if (installation.state !== 'active') {
    return [look(about, `is ${installation.state}`, 'Install the app in the portal again to go on.')];
  }
  return [
    await reach(deps, about, portal),
    scopes(about, installation),
    properties(about, installation),
    await turn(deps, about, portal),
    ...(await work(deps, about, portal)),
  ];
}

async function reach({ crm }: DiagnoseDeps, about: string, portal: PortalId): Promise<Finding> {
  try {
    await crm.portalFacts(portal);
    return well(about, 'answers to our token');
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    const remedy =
      remedies[error.failure] ?? 'Look up the correlation id of the call in HubSpot’s monitoring.';
    return broken(about, `does not answer (${error.failure})`, remedy);
  }
}

function scopes(about: string, { missingScopes }: Installation): Finding {
  if (missingScopes.length === 0) return well(about, 'granted every permission');
  const remedy = 'An admin can install the app again and grant them; Rapport does without until then.';
  return look(about, `did not grant ${missingScopes.join(', ')}`, remedy);
}

const missingRemedies = {
  quota: 'Free room for custom properties in the portal; Rapport looks again every day.',
  scope: 'Install the app again with the permission to create properties.',
  conflict: 'Rename or delete the property of that name in the portal, or give it its options back.',
} as const;

function properties(about: string, { provision }: Installation): Finding {
  const [first, ...others] = provision?.missing ?? [];
  if (first === undefined) return well(about, 'has all properties');
  const names = [first, ...others].map(({ name, reason }) => `${name} (${reason})`).join(', ');
  return look(about, `lacks ${names}`, missingRemedies[first.reason]);
}

async function turn({ turns }: DiagnoseDeps, about: string, portal: PortalId): Promise<Finding> {
  const waitMs = await turns.take(portal, 'general', 0);
  const seconds = Math.ceil(waitMs / 1000);
  if (seconds <= 30) return well(about, `has quota: the next call waits ${seconds} s`);
  return look(
    about,
    `is out of quota: the next call waits ${seconds} s`,
    'Wait, or ask which other integration uses the portal up.',
  );
}

async function work(deps: DiagnoseDeps, about: string, portal: PortalId): Promise<readonly Finding[]> {
  const { backfill, lagMs, parked } = await readHealth(deps, portal);
  const found: Finding[] = [];
  if (backfill === null) found.push(broken(about, 'was never read', 'Install the app in the portal again.'));
  else if (backfill.finishedAt === null) found.push(well(about, 'is being read for the first time'));
  const minutes = Math.round((lagMs ?? 0) / 60_000);
  const isBehind = (lagMs ?? 0) > behindMs && backfill !== null && backfill.finishedAt !== null;
  if (isBehind)
    found.push(
      look(
        about,
        `lags ${minutes} min behind`,
        'Check that a worker runs; add one with: rapport serve --role worker.',
      ),
    );
  else found.push(well(about, `lags ${minutes} min behind`));
  if (parked.length === 0) return [...found, well(about, 'has nothing parked')];
  const remedy = `See it with: rapport parked --portal ${portal}; try it again with --retry.`;
  return [...found, look(about, `has ${parked.length} parked`, remedy)];
}

export function well(about: string, says: string): Finding {
  return { about, verdict: 'well', says, remedy: null };
}

export function look(about: string, says: string, remedy: string): Finding {
  return { about, verdict: 'look', says, remedy };
}

export function broken(about: string, says: string, remedy: string): Finding {
  return { about, verdict: 'broken', says, remedy };
}
