/** One state of a page of the app, and how it is brought about. */
import type { Page } from 'playwright-core';
import type { Asked, PageAnswer } from '../test/support/page-answers.ts';

export type Language = 'en' | 'de';

/** What a picture is of, before its language. */
export type Picture = {
  readonly name: string;
  readonly title: string;
  readonly path?: string;
  readonly answer: (asked: Asked, language: Language) => PageAnswer | undefined;
  /** What shows that the state is there. */
  readonly ready: string;
  /** With what the portal says around it. */
  readonly isWhole?: boolean;
  /** Where the usual one would cut it, px. */
  readonly height?: number;
  readonly prepare?: (page: Page) => Promise<void>;
};

/** The part of a page that is shown, and what shows that its parts are there. */
export const shownTab = '.hs-tab-panel:not([hidden])';
export const settled = '[role="tab"]';

/** A part may begin only when it is opened: waits until it shows something. */
export async function openTabAt(page: Page, at: number): Promise<void> {
  await page.getByRole('tab').nth(at).click();
  await page.locator(`.hs-tab-panel >> nth=${at}`).locator(':scope:not([hidden]) > *').first().waitFor();
}
