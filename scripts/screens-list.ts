/** Every picture in docs/screens. */
import type { Page } from 'playwright-core';
import { installed, portal } from '../test/support/portal-fixture/portal-data.ts';
import { servicePages } from '../test/support/portal-fixture/service-pages.ts';
import { cardScreens } from './card-screens.ts';
import { pageScreens } from './page-screens.ts';
import type { Screen } from './screen.ts';
import { storyScreens } from './story-screens.ts';

const card = '[data-ready="true"]';

const record = `/contacts/${portal.portalId}/record/0-1`;

const notInstalled = JSON.stringify([
  { ...installed, installed: false, installedAt: null, grantedScopes: [] },
]);
const refused = JSON.stringify({
  error: { message: 'The portal is being restored; try again in a minute.' },
});
const asBeforeInstall = (page: Page) =>
  page.route('**/_sandbox/apps', (route) =>
    route.fulfill({ contentType: 'application/json', body: notInstalled }),
  );

const portalScreens: readonly Screen[] = [
  {
    file: 'portal-consent.png',
    title: 'The consent page',
    group: 'Portal',
    path: '/oauth/authorize',
    ready: 'h1',
  },
  {
    file: 'portal-apps-before-install.png',
    title: 'Connected apps, before the installation',
    group: 'Portal',
    path: '/apps',
    arrange: asBeforeInstall,
  },
  {
    file: 'portal-record-uninstalled.png',
    title: 'A contact record after uninstalling: the properties stay, the cards go',
    group: 'Portal',
    path: `${record}/102`,
    arrange: asBeforeInstall,
  },
  {
    file: 'portal-contacts-loading.png',
    title: 'Contacts, while they are read',
    group: 'Portal',
    path: '/contacts',
    arrange: (page) => page.route('**/_sandbox/contacts?*', () => new Promise(() => undefined)),
  },
  {
    file: 'portal-contacts-failed.png',
    title: 'Contacts that cannot be read',
    group: 'Portal',
    path: '/contacts',
    arrange: (page) =>
      page.route('**/_sandbox/contacts?*', (route) => route.fulfill({ status: 503, body: refused })),
  },
  {
    file: 'portal-record-missing.png',
    title: 'A record that does not exist',
    group: 'Portal',
    path: `${record}/4711`,
    ready: '.state [role="alert"], .state[role="alert"]',
  },
  {
    file: 'portal-contacts.png',
    title: 'Contacts with their relationship stages',
    group: 'Portal',
    path: '/contacts',
  },
  {
    file: 'portal-contact-preview.png',
    title: 'Previewing a contact without leaving the list',
    group: 'Portal',
    path: '/contacts',
    prepare: async (page) => {
      await page.click('[aria-label="Preview Daniel Okafor"]');
      await page.waitForSelector('dialog [data-ready="true"]');
    },
  },
  {
    file: 'portal-no-contact.png',
    title: 'Contacts: nothing matches',
    group: 'Portal',
    path: '/contacts?query=nobody',
  },
  {
    file: 'portal-record.png',
    title: 'A contact record with the stage card',
    group: 'Portal',
    path: `${record}/102`,
    height: 1240,
    prepare: (page) => page.waitForSelector(`.middle ${card}`),
  },
  {
    file: 'portal-record-overview.png',
    title: 'A contact record: overview',
    group: 'Portal',
    path: `${record}/101?tab=overview`,
  },
  {
    file: 'portal-record-activity.png',
    title: 'An evidence link leads to its activity',
    group: 'Portal',
    path: `${record}/102/view/1?engagement=9203`,
    prepare: (page) => page.waitForSelector('.activity.wanted'),
  },
  {
    file: 'portal-record-history.png',
    title: 'History of a property',
    group: 'Portal',
    path: `${record}/102?tab=overview`,
    prepare: (page) => page.click('[aria-label="History of Relationship stage"]', { force: true }),
  },
  {
    file: 'portal-record-properties.png',
    title: 'All properties of a contact',
    group: 'Portal',
    path: `${record}/102?tab=overview`,
    prepare: (page) => page.click('text=View all properties'),
  },
  {
    file: 'portal-log-call.png',
    title: 'Logging a call',
    group: 'Portal',
    path: `${record}/102?tab=overview`,
    prepare: (page) => page.click('.actions >> text=Call'),
  },
  { file: 'portal-workflows.png', title: 'Workflows and their log', group: 'Portal', path: '/workflows' },
  {
    file: 'portal-workflow-builder.png',
    title: 'Building a workflow',
    group: 'Portal',
    path: '/workflows',
    prepare: (page) => page.click('text=Create workflow'),
  },
  { file: 'portal-apps.png', title: 'Connected apps', group: 'Portal', path: '/apps' },
  { file: 'portal-calls.png', title: 'API calls', group: 'Portal', path: '/calls' },
  {
    file: 'portal-clock.png',
    title: 'Moving the clock',
    group: 'Portal',
    path: '/contacts',
    prepare: (page) => page.click('.clock summary'),
  },
];

function installationScreens(): readonly Screen[] {
  return Object.entries(servicePages).map(([name, { title, path }]) => ({
    file: `install-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.png`,
    title,
    group: 'Installation',
    path,
    ready: 'h1',
    width: 1000,
    height: 860,
  }));
}

export const galleryTabs = [
  'Layouts and words',
  'Inputs',
  'States and tables',
  'Charts and overlays',
  'Unknown',
] as const;

function galleryScreens(): readonly Screen[] {
  return galleryTabs.map((tab) => ({
    file: `components-${tab.toLowerCase().replaceAll(' ', '-')}.png`,
    title: `Components: ${tab.toLowerCase()}`,
    group: 'Components',
    path: '/preview/gallery',
    clip: '.app-card',
    prepare: (page) => page.click(`role=tab[name="${tab}"]`),
  }));
}

export function screens(): readonly Screen[] {
  return [
    ...portalScreens,
    ...cardScreens(),
    ...pageScreens(),
    ...installationScreens(),
    ...galleryScreens(),
    ...storyScreens(),
  ];
}
