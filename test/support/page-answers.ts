/** Answers what the app's pages ask, in the browser, so that each of their states can be shown without a service in it. */
import type { Page } from 'playwright-core';

export type Asked = { readonly method: string; readonly path: string; readonly query: URLSearchParams };

/** `never`: the question hangs. */
export type PageAnswer = { readonly status: number; readonly body: unknown } | 'never';

export const ok = (body: unknown): PageAnswer => ({ status: 200, body });

/** Before the page is opened. What `answer` does not know fails as a service that is down does. */
export async function answerPage(
  page: Page,
  answer: (asked: Asked) => PageAnswer | undefined,
): Promise<void> {
  await page.route('**/_portal/fetch', async (route) => {
    const { url, method } = route.request().postDataJSON() as { url: string; method: string };
    const { pathname, searchParams } = new URL(url);
    const found = answer({ method, path: pathname, query: searchParams });
    if (found === 'never') return;
    const { status, body } = found ?? { status: 500, body: {} };
    await route.fulfill({ json: { status, body: JSON.stringify(body) } });
  });
}
