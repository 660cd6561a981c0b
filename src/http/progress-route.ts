/** What an admin sees after installing: what was granted, what is missing, and how far the first reading has come. */
import type { Clock, Installation, PortalId } from '../usecases/ports.ts';
import type { BackfillProgress } from '../usecases/store.ts';
import { escaped, installMessages, messagePage, page } from './install-pages.ts';
import { type Call, json, type Reply, type Route } from './route.ts';
import { openedLink } from './signed-link.ts';

/** What is lost without a scope; the manifest's declarations fit. */
export type ScopeLoss = { readonly name: string; readonly lost: string };

export type ProgressDeps = {
  readonly status: (portal: PortalId) => Promise<InstallStatus | null>;
  readonly scopes: readonly ScopeLoss[];
  readonly recordsUrl: (installation: Installation) => string;
  readonly secrets: readonly string[];
  readonly clock: Clock;
};

export type InstallStatus = {
  readonly installation: Installation;
  readonly backfill: BackfillProgress | null;
};

/** As the page's script reads it. `done` of `total` contacts are assessed. */
export type ProgressAnswer = {
  readonly headline: string;
  readonly finished: boolean;
  readonly done: number;
  readonly total: number;
  readonly count: string;
  readonly steps: readonly { readonly label: string; readonly records: string }[];
};

export function progressRoute(deps: ProgressDeps): Route {
  return { method: 'GET', path: '/install/progress', auth: 'link', answer: (call) => answer(deps, call) };
}

async function answer(deps: ProgressDeps, call: Call): Promise<Reply> {
  const link = openedLink(deps.secrets, 'install-progress', call.query, deps.clock.now());
  const status = link === null ? null : await deps.status(link.portal);
  const wantsJson = call.headers.accept?.startsWith('application/json') ?? false;
  if (status === null) return wantsJson ? json(404, {}) : messagePage(404, installMessages.unknown);
  const progress = toProgress(status);
  return wantsJson ? json(200, progress) : progressPage(deps, status.installation, progress);
}

const labels: Readonly<Record<string, string>> = {
  contacts: 'Contacts',
  emails: 'Emails',
  calls: 'Calls',
  meetings: 'Meetings',
  notes: 'Notes',
  tasks: 'Tasks',
  communications: 'Messages',
  postal_mail: 'Letters',
  tickets: 'Tickets',
  deals: 'Deals',
  orders: 'Orders',
  feedback_submissions: 'Survey answers',
};

const numbers = new Intl.NumberFormat('en');

export function toProgress({ installation, backfill }: InstallStatus): ProgressAnswer {
  const done = backfill?.assessed ?? 0;
  const total = Math.max(done, backfill?.contacts ?? 0);
  const read = backfill !== null && backfill.finishedAt !== null;
  const finished = read && done >= total;
  const steps = (backfill?.steps ?? []).map(({ type, records, done: isRead }) => ({
    label: labels[type] ?? type,
    records: isRead ? numbers.format(records) : `${numbers.format(records)} …`,
  }));
  return {
    headline: headline(installation, backfill === null, finished),
    finished,
    done,
    total,
    count:
      total === 0 ? 'Counting …' : `${numbers.format(done)} of ${numbers.format(total)} contacts assessed`,
    steps,
  };
}

function headline(installation: Installation, isWaiting: boolean, finished: boolean): string {
  if (installation.state === 'disconnected' || installation.state === 'uninstalled')
    return 'Rapport is no longer connected.';
  if (finished) return 'Everything has been read and assessed.';
  return isWaiting ? 'The first reading is about to begin.' : 'Rapport is reading your timeline.';
}

function progressPage(deps: ProgressDeps, installation: Installation, progress: ProgressAnswer): Reply {
  const rows = progress.steps.map(
    ({ label, records }) => `<tr><td>${escaped(label)}</td><td>${escaped(records)}</td></tr>`,
  );
  const main = `<h1>Rapport is installed</h1>
<section data-progress aria-live="polite">
<p data-headline>${escaped(progress.headline)}</p>
<progress data-bar max="${Math.max(1, progress.total)}" value="${progress.done}" aria-label="Contacts assessed"></progress>
<p class="soft" data-count>${escaped(progress.count)}</p>
<p data-open${progress.finished ? '' : ' hidden'}><a class="button" href="${escaped(deps.recordsUrl(installation))}">Open your contacts</a></p>
<h2>Read so far</h2>
<table><tbody data-steps>${rows.join('')}</tbody></table>
</section>
${notLive(installation)}${gaps(deps, installation)}`;
  return page(200, 'Installed', main, ['/assets/progress.js']);
}

/** Going live is the admin's to decide, because the first writing of the stages fires workflows. */
function notLive({ live }: Installation): string {
  return live
    ? ''
    : `<h2>Not live yet</h2>
<p>The cards show everything already. The stage properties are written once Rapport is switched live, so that the first
reading starts none of your workflows.</p>
`;
}

const missingWords = {
  quota: 'your account has no room for more custom properties',
  scope: 'the permission to create properties was not given',
  conflict: 'a property of that name with another type exists already',
} as const;

/** An installation with gaps works; the page says what it does without. */
function gaps(deps: ProgressDeps, installation: Installation): string {
  const scopes = installation.missingScopes.map((name) => {
    const lost = deps.scopes.find((scope) => scope.name === name)?.lost ?? '';
    return `<li><code>${escaped(name)}</code> ${escaped(lost)}</li>`;
  });
  const properties = (installation.provision?.missing ?? []).map(
    ({ name, reason }) => `<li><code>${escaped(name)}</code>: ${missingWords[reason]}</li>`,
  );
  const section = (title: string, items: readonly string[]) =>
    items.length === 0 ? '' : `<h2>${title}</h2>\n<ul>${items.join('')}</ul>\n`;
  return (
    section('Permissions that were not given', scopes) +
    section('Properties that could not be created', properties)
  );
}
