/** The pictures of the cards: every state of each, every panel of the stage card, and its forms, in both languages. */
import type { Page } from 'playwright-core';
import { type CardContact, type CardState, cardContacts } from '../test/support/portal-fixture/card-data.ts';
import { openTab, type TabName, tabs } from './card-tabs.ts';
import type { Screen } from './screen.ts';

type Language = 'en' | 'de';
const languages: readonly Language[] = ['en', 'de'];

/** The files of each state of the stage card. A state without a contact in the fixture would have none: a test looks. */
export function stageCardScreens(): Readonly<Record<CardState, readonly Screen[]>> {
  const of = (wanted: CardState) => statesOf('stage-card', ({ state }) => state === wanted);
  return {
    ready: of('ready'),
    loading: of('loading'),
    'not-enough-evidence': of('not-enough-evidence'),
    objection: of('objection'),
    'not-yet': of('not-yet'),
    'unknown-contact': of('unknown-contact'),
    error: of('error'),
    stale: of('stale'),
    gone: of('gone'),
  };
}

export function cardScreens(): readonly Screen[] {
  // Only the stage card can be refreshed: the others never see a contact go.
  const stays = ({ state }: CardContact) => state !== 'gone';
  return [
    ...Object.values(stageCardScreens()).flat(),
    ...panelScreens(),
    ...formScreens(),
    ...statesOf('sidebar-card', stays),
    ...statesOf('preview-card', stays),
  ];
}

const cards = {
  'stage-card': { uid: 'rapport_stage_card', group: 'Stage card' },
  'sidebar-card': { uid: 'rapport_sidebar_card', group: 'Sidebar card' },
  'preview-card': { uid: 'rapport_preview_card', group: 'Preview card' },
} as const;

type CardName = keyof typeof cards;

function statesOf(card: CardName, wanted: (contact: CardContact) => boolean): readonly Screen[] {
  return cardContacts.filter(wanted).flatMap((contact) =>
    languages.map((language) => ({
      ...screenOf(card, contact, language, ''),
      title: inLanguage(contact.title, language),
      ...(contact.state === 'gone' ? { prepare: seeItGo } : {}),
    })),
  );
}

function screenOf(
  card: CardName,
  contact: CardContact,
  language: Language,
  part: string,
): Omit<Screen, 'title'> {
  const { uid, group } = cards[card];
  return {
    file: `${[card, nameOf(contact), part, language === 'de' ? 'german' : ''].filter((it) => it !== '').join('-')}.png`,
    group,
    path: `/preview/${uid}?objectId=${contact.id}`,
    clip: '.app-card',
    language,
    // Tall enough that no card is cut.
    height: 1600,
  };
}

/** Its state, and what tells it from the others in that state. */
function nameOf({ state, card }: CardContact): string {
  if (card?.kind !== 'ready' || state !== 'ready') return state;
  const special = card.override ? 'override' : card.snooze ? 'snoozed' : card.stage;
  return `${state}-${special}`;
}

function inLanguage(title: string, language: Language): string {
  return language === 'de' ? `${title}, in German` : title;
}

/** Which contacts show a side of a panel that no other shows. */
const shownBy: Readonly<Record<TabName, readonly string[]>> = {
  closeness: ['101', '102', '103', '104'],
  milestones: ['101', '102', '103', '114'],
  value: ['101', '102', '103', '104', '114'],
  history: ['101', '104', '113'],
};

function panelScreens(): readonly Screen[] {
  // The names are the keys of the record above; Object.keys forgets that.
  return (Object.keys(tabs) as TabName[]).flatMap((tab) =>
    cardContacts
      .filter(({ id }) => shownBy[tab].includes(id))
      .flatMap((contact) =>
        languages.map((language) => ({
          ...screenOf('stage-card', contact, language, tab),
          title: inLanguage(`${contact.title}: ${tabs[tab].title}`, language),
          prepare: (page: Page) => openTab(page, tabs[tab].at),
        })),
      ),
  );
}

async function seeItGo(page: Page): Promise<void> {
  await page.locator('.hs-button', { hasText: /^(Refresh|Aktualisieren)$/ }).click();
  await page
    .getByText(/gone|nicht mehr/)
    .first()
    .waitFor();
}

const forms = [
  { part: 'form-override', at: 0, title: 'Setting the stage by hand' },
  { part: 'form-feedback', at: 1, title: 'Saying that something is wrong' },
  { part: 'form-desired', at: 2, title: 'Entering what they want' },
  { part: 'form-snooze', at: 3, title: 'Putting an alert aside' },
] as const;

const longReason = 'They told me on the phone that they will stay. '.repeat(110);

function formScreens(): readonly Screen[] {
  const contact = (id: string) => cardContacts.filter((it) => it.id === id);
  const shown = forms.flatMap((form) =>
    contact('102').flatMap((it) =>
      languages.map((language) => ({
        ...formOf(it, language, form.part),
        title: inLanguage(form.title, language),
        prepare: (page: Page) => openForm(page, form.at),
      })),
    ),
  );
  const faults = [
    { id: '102', part: 'form-missing', title: 'A form with everything missing', fill: send },
    { id: '102', part: 'form-too-long', title: 'A reason of 5,000 characters', fill: fillTooLong },
    { id: '104', part: 'form-invalid', title: 'A form that the service finds fault with', fill: fillAndSend },
  ];
  return [
    ...shown,
    ...faults.flatMap(({ id, part, title, fill }) =>
      contact(id).flatMap((it) =>
        languages.map((language) => ({
          ...formOf(it, language, part),
          title: inLanguage(title, language),
          prepare: async (page: Page) => {
            await openForm(page, 0);
            await fill(page);
          },
        })),
      ),
    ),
  ];
}

function formOf(contact: CardContact, language: Language, part: string): Omit<Screen, 'title'> {
  return { ...screenOf('stage-card', contact, language, part), clip: 'dialog', height: 900 };
}

async function openForm(page: Page, at: number): Promise<void> {
  await page.locator('.hs-dropdown summary').click();
  await page.locator('.hs-menu-item').nth(at).click();
  await page.getByRole('dialog').waitFor();
  await page.locator('dialog .hs-spinner').waitFor({ state: 'detached' });
}

async function send(page: Page): Promise<void> {
  await page.locator('dialog button[type="submit"]').click();
  await page.waitForTimeout(400);
}

async function fillTooLong(page: Page): Promise<void> {
  await page.locator('dialog textarea').fill(longReason);
  await send(page);
}

async function fillAndSend(page: Page): Promise<void> {
  await page.locator('dialog select').selectOption({ index: 5 });
  await page.locator('dialog textarea').fill('They signed for two more years at our stand.');
  await page.locator('dialog input[type="date"]').fill('2026-11-02');
  await send(page);
}
