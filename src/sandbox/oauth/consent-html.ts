/** The pages of the consent step, as plain HTML that works without any script. */
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
      `<li data-scope="${escapeHtml(name)}">${escapeHtml(text)}${isOptional ? ' <em>(optional)</em>' : ''}</li>`,
  );
  const fields = Object.entries(page.fields).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  return documentHtml(
    `Connect ${page.appName}`,
    `<h1>Connect ${escapeHtml(page.appName)} to ${escapeHtml(page.accountName)}</h1>
<p>${escapeHtml(page.description)}</p>
<p>Account ${page.portalId}, installed by ${escapeHtml(page.userName)}</p>
<h2>This app will be able to</h2>
<ul>${scopes.join('')}</ul>
<form method="post" action="${escapeHtml(page.action)}">${fields.join('')}
<button type="submit" name="decision" value="install">Install app</button>
<button type="submit" name="decision" value="cancel" class="quiet">Cancel</button>
</form>`,
  );
}

export function consentErrorHtml(title: string, detail: string): string {
  return documentHtml(title, `<h1>${escapeHtml(title)}</h1><p role="alert">${escapeHtml(detail)}</p>`);
}

function documentHtml(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><style>${css}</style></head><body><main>${body}</main></body></html>`;
}

const css = `
body{margin:0;background:#f5f8fa;color:#33475b;font:16px/1.5 Lexend,Inter,"Segoe UI",system-ui,sans-serif}
main{max-width:36rem;margin:4rem auto;padding:2rem 2.5rem;background:#fff;border:1px solid #cbd6e2;border-radius:8px}
h1{font-size:1.5rem;font-weight:600;line-height:1.25}h2{font-size:1rem;font-weight:600}
ul{padding-left:1.2rem}li{margin:.35rem 0}
form{display:flex;gap:.75rem;margin-top:1.5rem}
button{font:inherit;font-weight:600;padding:.6rem 1.25rem;border:1px solid #b9451d;border-radius:4px;background:#b9451d;color:#fff;cursor:pointer}
button.quiet{background:#fff;color:#33475b;border-color:#7c98b6}
button:focus-visible{outline:3px solid #00a4bd;outline-offset:2px}`;

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
