/** The pages of the consent step, as plain HTML that works without any script. */
import { escapeHtml, plainPage } from '../page-template.ts';

export type ConsentPage = {
  readonly appName: string;
  readonly description: string;
  readonly accountName: string;
  readonly portalId: number;
  readonly userName: string;
  readonly scopes: readonly { readonly name: string; readonly text: string; readonly isOptional: boolean }[];
  /** Sent along by the form, unchanged. */
  readonly fields: Readonly<Record<string, string>>;
  readonly action: string;
};

export function consentHtml(page: ConsentPage): string {
  const scopes = page.scopes.map(
    ({ name, text, isOptional }) =>
      `<li data-scope="${escapeHtml(name)}"><span>${escapeHtml(text)}</span>${isOptional ? '<em>optional</em>' : ''}</li>`,
  );
  const fields = Object.entries(page.fields).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  return plainPage(
    `Connect ${page.appName}`,
    `<div class="pair" aria-hidden="true"><span class="app">${escapeHtml(page.appName.slice(0, 1))}</span><i></i><span
class="account">${escapeHtml(page.accountName.slice(0, 1))}</span></div>
<h1>Connect ${escapeHtml(page.appName)} to ${escapeHtml(page.accountName)}</h1>
<p>${escapeHtml(page.description)}</p>
<p class="quiet-text">Account ${page.portalId}, installed by ${escapeHtml(page.userName)}</p>
<h2>This app will be able to</h2>
<ul>${scopes.join('')}</ul>
<form method="post" action="${escapeHtml(page.action)}">${fields.join('')}
<button type="submit" name="decision" value="install">Install app</button>
<button type="submit" name="decision" value="cancel" class="quiet">Cancel</button>
</form>`,
  );
}

export function consentErrorHtml(title: string, detail: string): string {
  return plainPage(title, `<h1>${escapeHtml(title)}</h1><p role="alert">${escapeHtml(detail)}</p>`);
}
