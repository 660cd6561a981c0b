/** The few pages of ours that an admin sees while installing: plain HTML, every value escaped. */
import type { Reply } from './route.ts';

export function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** For browsers without scripts, s. */
const reload = '<noscript><meta http-equiv="refresh" content="5"></noscript>';

/** `main` is HTML that the caller has escaped. */
export function page(status: number, title: string, main: string, scripts: readonly string[] = []): Reply {
  const tags = scripts.map((src) => `<script src="${src}" defer></script>${reload}`).join('');
  const body = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)} – Rapport</title>
<link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/pages.css">${tags}
</head>
<body>
<header><span class="mark" aria-hidden="true"></span>Rapport</header>
<main>
${main}
</main>
</body>
</html>
`;
  return { status, type: 'html', body };
}

export type Message = {
  readonly title: string;
  readonly text: string;
  readonly action?: { readonly href: string; readonly label: string };
};

export function messagePage(status: number, message: Message): Reply {
  const { title, text, action } = message;
  const link =
    action === undefined
      ? ''
      : `<p><a class="button" href="${escaped(action.href)}">${escaped(action.label)}</a></p>`;
  return page(status, title, `<h1>${escaped(title)}</h1>\n<p>${escaped(text)}</p>\n${link}`);
}

const again = { href: '/oauth/install', label: 'Install Rapport' };

/** Every way an installation can end early, in words that say what to do next. */
export const installMessages = {
  denied: {
    title: 'Rapport was not installed',
    text: 'The permission was not given, so nothing was stored and nothing was changed in HubSpot.',
    action: again,
  },
  linkSpent: {
    title: 'This installation link is no longer valid',
    text: 'It was used already, is older than ten minutes, or was opened in another browser. Start again, it takes a minute.',
    action: again,
  },
  refused: {
    title: 'HubSpot did not accept the installation',
    text: 'The code HubSpot sent with you was used already or has run out. Nothing was changed. Please start again.',
    action: again,
  },
  misconfigured: {
    title: 'Rapport cannot be installed right now',
    text: 'This service is not set up correctly with HubSpot. The operator has been told; nothing was changed in your account.',
  },
  unavailable: {
    title: 'HubSpot is not answering right now',
    text: 'Nothing was changed. Please start again in a few minutes.',
    action: again,
  },
  unknown: {
    title: 'There is no such installation',
    text: 'The link has run out, or Rapport is not installed in this account.',
    action: again,
  },
} as const satisfies Readonly<Record<string, Message>>;
