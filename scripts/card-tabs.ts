/** The tabs of the stage card, by their places, and how one is opened for a picture. */
import type { Locator, Page } from 'playwright-core';

export const tabs = {
  closeness: { at: 1, title: 'how close one may come' },
  milestones: { at: 2, title: 'milestones and recovery' },
  value: { at: 3, title: 'attention, wishes, ways of adding value, matrix' },
  history: { at: 4, title: 'history and corrections' },
} as const;

export type TabName = keyof typeof tabs;

/** @param within the card, where the page has other tabs too. */
export async function openTab(within: Page | Locator, at: number): Promise<void> {
  await within.getByRole('tab').nth(at).click();
  // Accordions hide what a picture has to show.
  const closed = within.locator('.hs-tab-panel:not([hidden]) [aria-expanded="false"]');
  while ((await closed.count()) > 0) await closed.first().click();
}
