/** The routes of the settings page and the home page, joined to the use cases behind them. */
import { homeRoutes } from './http/home-routes.ts';
import { privacyRoutes } from './http/privacy-routes.ts';
import { registerRoutes } from './http/register-routes.ts';
import type { Route } from './http/route.ts';
import { settingsRoutes } from './http/settings-routes.ts';
import { type Parts, secretsOf } from './parts.ts';
import { isAdmin } from './usecases/admins.ts';
import { adoptProposal } from './usecases/adopt-proposal.ts';
import { applyChoices, rollBack } from './usecases/apply-choices.ts';
import { choicesOf, defaultChoices } from './usecases/choices.ts';
import { erasePerson, findPerson } from './usecases/person-on-request.ts';
import { readHome } from './usecases/read-home.ts';
import { readMapping } from './usecases/read-mapping.ts';
import { readSettingsPage } from './usecases/read-settings-page.ts';
import { readRegister } from './usecases/register.ts';
import { retryParked } from './usecases/retry-parked.ts';
import { setLive } from './usecases/set-live.ts';
import { uninstall } from './usecases/uninstall.ts';
import { readableTypes } from './watched-types.ts';

export function adminRoutes(parts: Parts): readonly Route[] {
  return [...home(parts), ...settings(parts), ...privacy(parts), ...register(parts)];
}

function home({ store, jobs, clock }: Parts): readonly Route[] {
  const deps = { ...store, wakeups: jobs.wakeups, clock };
  return homeRoutes({
    home: (portal) => readHome(deps, portal),
    list: (portal, of, page) => store.home.list(portal, of, page),
    uiDomain: async (portal) => (await store.installations.find(portal))?.uiDomain ?? null,
    retry: async (portal, subjects) => {
      for (const subject of subjects) await retryParked(deps, { portal, subject });
    },
    isAdmin: (portal, person) => isAdmin(store, portal, person),
    clock,
  });
}

function settings({ store, crm, jobs, clock, manifest }: Parts): readonly Route[] {
  const properties = manifest.properties.map(({ name }) => name);
  const readable = (granted: readonly string[]) => readableTypes(manifest, granted);
  const deps = { ...store, wakeups: jobs.wakeups, clock, readable };
  return settingsRoutes({
    page: (asked) => readSettingsPage({ ...store, properties }, asked),
    isAdmin: (portal, person) => isAdmin(store, portal, person),
    choices: (portal) => choicesOf(store.choices, portal),
    mapping: (portal) => readMapping({ ...deps, crm }, portal),
    apply: (change) => applyChoices(deps, change),
    rollBack: (change) => rollBack(deps, { ...change, defaults: defaultChoices }),
    askPreview: async ({ portal, id, choices }) => {
      await store.previews.ask(portal, { id, askedAt: clock.now(), choices });
      await jobs.wakeups.wake('preview', portal);
      return store.previews.find(portal);
    },
    preview: (portal) => store.previews.find(portal),
    setLive: async (portal, live) => void (await setLive(deps, { portal, live })),
    setAppEvents: async (portal, appEvents) => {
      const installation = await store.installations.find(portal);
      if (installation !== null) await store.installations.save({ ...installation, appEvents });
    },
    adopt: (portal, version) => adoptProposal(deps, { portal, version }),
    nameAdmin: ({ portal, by, email }) =>
      store.admins.add(portal, { userId: null, email, addedAt: clock.now(), addedBy: by.email }),
    removeAdmin: async (portal, who) => {
      const admins = await store.admins.list(portal);
      const gone = admins.find(({ userId, email }) => String(userId ?? email) === who);
      if (gone !== undefined && admins.length === 1) return false;
      if (gone !== undefined) await store.admins.remove(portal, gone);
      return true;
    },
    releaseStatement: async ({ portal, by, version }) => {
      const choices = await choicesOf(store.choices, portal);
      const statement = { version, by: by.email ?? String(by.userId), at: clock.now() };
      const basedOn = (await store.choices.current(portal))?.revision ?? 0;
      await applyChoices(deps, { portal, by, basedOn, note: '', choices: { ...choices, statement } });
    },
  });
}

function privacy({ config, store, crm, clock, manifest }: Parts): readonly Route[] {
  const computed = new Set(
    manifest.properties.filter(({ author }) => author === 'computed').map(({ name }) => name),
  );
  const deps = { ...store, crm, computed };
  return privacyRoutes({
    isAdmin: (portal, person) => isAdmin(store, portal, person),
    isInstalled: async (portal) => (await store.installations.find(portal))?.state === 'active',
    find: (portal, who) => findPerson(deps, { portal, who }),
    erase: (portal, contact) => erasePerson(deps, { portal, contact }),
    leave: (portal, properties) => uninstall(deps, { portal, properties }),
    legalBasis: async (portal) => (await choicesOf(store.choices, portal)).legalBasis,
    stored: (portal, contact) => store.personalData.of(portal, contact),
    publicUrl: config.http.publicUrl,
    secrets: secretsOf(config),
    clock,
  });
}

function register({ config, store, clock }: Parts): readonly Route[] {
  return registerRoutes({
    register: async (portal) => {
      const installation = await store.installations.find(portal);
      return installation?.state === 'active' ? readRegister(store, portal) : null;
    },
    publicUrl: config.http.publicUrl,
    secrets: secretsOf(config),
    clock,
  });
}
