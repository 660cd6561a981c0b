/**
 * Makes what HubSpot shows of the app before anybody has it: `npm run listing`. The previews of the cards travel with the
 * project; the icon and the screenshots are uploaded by hand when the listing is written. All of it is taken of the cards
 * and pages as they are, over fixed answers about people who do not exist.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { cardScreens } from './card-screens.ts';
import { iconSvg } from './icon.ts';
import type { Screen } from './screen.ts';
import { screens } from './screens-list.ts';
import { type Studio, withStudio } from './take-picture.ts';

const root = path.resolve(import.meta.dirname, '..');
export const listingDir = path.join(root, 'docs', 'listing');
const cardsDir = path.join(root, 'extensions', 'app', 'cards');

/** Sides of the icon, pixels. */
export const iconSize = 800;

/** Of the stage card, the preview file that its `*-hsmeta.json` names; likewise of the others. */
export const previews: readonly { readonly file: string; readonly of: string }[] = [
  { file: 'stage-card-preview.png', of: 'stage-card-ready-stagnating.png' },
  { file: 'sidebar-card-preview.png', of: 'sidebar-card-ready-stagnating.png' },
  { file: 'preview-card-preview.png', of: 'preview-card-ready-stagnating.png' },
];

/** In the order in which a visitor should see them. Left out are those that show markup in a name, as tests want it. */
export const screenshots: readonly { readonly file: string; readonly of: string; readonly tab?: string }[] = [
  { file: '1-contact-record.png', of: 'portal-record.png' },
  { file: '2-closeness.png', of: 'portal-record.png', tab: 'Closeness' },
  { file: '3-home.png', of: 'home-stages.png' },
  { file: '4-going-live.png', of: 'settings-not-live.png' },
];

async function makeListing(studio: Studio): Promise<void> {
  await mkdir(listingDir, { recursive: true });
  for (const { file, of } of previews) {
    await studio.take({ ...screenOf(of, cardScreens()), scale: 2 }, path.join(cardsDir, file));
  }
  for (const { file, of, tab } of screenshots) {
    // A whole window, as HubSpot's visitors know it.
    const { clip: _clip, ...screen } = screenOf(of, screens());
    const prepare = async (page: Page) => {
      await screen.prepare?.(page);
      if (tab !== undefined) await page.getByRole('tab', { name: tab }).click();
    };
    await studio.take({ ...screen, prepare, height: 900, scale: 2 }, path.join(listingDir, file));
  }
  await drawIcon(studio, path.join(listingDir, 'icon.png'));
}

function screenOf(file: string, among: readonly Screen[]): Screen {
  const found = among.find((screen) => screen.file === file);
  if (found === undefined) throw new Error(`There is no screen ${file}`);
  return found;
}

async function drawIcon({ browser }: Studio, file: string): Promise<void> {
  const { page, context } = await browser.newPage({ width: iconSize, height: iconSize });
  await page.setContent(`<style>body { margin: 0 }</style>${iconSvg(iconSize)}`);
  await page.screenshot({ path: file });
  await context.close();
}

if (process.argv[1] === import.meta.filename) {
  withStudio(makeListing).catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
