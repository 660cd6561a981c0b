/** Everything the settings page shows, read at once from our store; HubSpot is not asked. */
import { type Admin, type Admins, isAdmin } from './admins.ts';
import { type Choices, type ChoicesStore, defaultChoices, type Edition } from './choices.ts';
import type { Person } from './corrections.ts';
import type { Home, Summary } from './home.ts';
import type { PortalModels, TriedModel } from './learned.ts';
import type { Installation, Installations, PortalId } from './ports.ts';
import { waitsForLive } from './to-publish.ts';

export type SettingsPageDeps = {
  readonly installations: Pick<Installations, 'find'>;
  readonly choices: ChoicesStore;
  readonly admins: Admins;
  readonly portalModels: Pick<PortalModels, 'newest'>;
  readonly home: Pick<Home, 'wouldFire'>;
  /** The names of our properties. */
  readonly properties: readonly string[];
};

export type SettingsPage = {
  readonly installation: Installation;
  readonly mayChange: boolean;
  /** The edition in force; 0 for the defaults. */
  readonly revision: number;
  readonly choices: Choices;
  readonly history: readonly Omit<Edition, 'choices'>[];
  readonly admins: readonly Admin[];
  readonly proposal: TriedModel | null;
  readonly wouldFire: Summary['stages'];
  /** The properties that workflows hang on, written from going live on. */
  readonly firing: readonly string[];
};

/** Editions shown: older ones stay and can be gone back to by number. */
const shownEditions = 20;

/** Null for a portal that is not installed. */
export async function readSettingsPage(
  deps: SettingsPageDeps,
  { portal, person }: { portal: PortalId; person: Person },
): Promise<SettingsPage | null> {
  const installation = await deps.installations.find(portal);
  if (installation?.state !== 'active') return null;
  const mayChange = await isAdmin(deps, portal, person);
  const edition = await deps.choices.current(portal);
  const newest = await deps.portalModels.newest(portal);
  return {
    installation,
    mayChange,
    revision: edition?.revision ?? 0,
    choices: edition?.choices ?? defaultChoices,
    history: await deps.choices.history(portal, shownEditions),
    // Addresses of colleagues are for those who may change them.
    admins: mayChange ? await deps.admins.list(portal) : [],
    proposal: newest?.verdict === 'proposed' ? newest : null,
    wouldFire: await deps.home.wouldFire(portal),
    firing: deps.properties.filter(waitsForLive),
  };
}
