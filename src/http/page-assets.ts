/** Style and script of our own pages, served from here so that no page runs anything inline. */
import type { Route } from './route.ts';

const css = `:root { color-scheme: light; --ink: #213343; --soft: #516f90; --line: #d6e0ea; --accent: #00756f; }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; color: var(--ink); background: #f5f8fa; }
header { display: flex; align-items: center; gap: .6rem; padding: 1rem 1.5rem; font-weight: 600; background: #fff; border-bottom: 1px solid var(--line); }
.mark { width: 1.1rem; height: 1.1rem; border-radius: 50% 50% 50% 0; background: var(--accent); }
main { max-width: 42rem; margin: 2.5rem auto; padding: 2rem; background: #fff; border: 1px solid var(--line); border-radius: 8px; }
h1 { margin: 0 0 .5rem; font-size: 1.5rem; line-height: 1.25; }
h2 { margin: 2rem 0 .5rem; font-size: 1.05rem; }
p { margin: .5rem 0 1rem; }
.soft { color: var(--soft); }
progress { width: 100%; height: .75rem; accent-color: var(--accent); }
table { width: 100%; border-collapse: collapse; }
td, th { padding: .4rem 0; text-align: left; border-bottom: 1px solid var(--line); font-weight: 400; }
td:last-child, th:last-child { text-align: right; font-variant-numeric: tabular-nums; }
ul { padding-left: 1.2rem; }
.button { display: inline-block; padding: .55rem 1.1rem; border-radius: 4px; background: var(--accent); color: #fff; text-decoration: none; }
.button:focus-visible, a:focus-visible { outline: 3px solid #7fd1de; outline-offset: 2px; }
[hidden] { display: none; }
`;

/** Asks for the progress and fills the page's marked parts; without scripts the page reloads itself. */
const js = `const panel = document.querySelector('[data-progress]');
const part = (name) => panel.querySelector('[data-' + name + ']');
async function refresh() {
  const answer = await fetch(location.href, { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error('HTTP ' + answer.status);
  const progress = await answer.json();
  part('headline').textContent = progress.headline;
  part('bar').max = Math.max(1, progress.total);
  part('bar').value = progress.finished ? Math.max(1, progress.total) : progress.done;
  part('count').textContent = progress.count;
  part('steps').replaceChildren(...progress.steps.map(({ label, records }) => {
    const row = document.createElement('tr');
    for (const text of [label, records]) row.append(Object.assign(document.createElement('td'), { textContent: text }));
    return row;
  }));
  part('open').hidden = !progress.finished;
  return progress.finished;
}
async function follow() {
  let finished = false;
  try { finished = await refresh(); } catch { part('count').textContent = 'Waiting for the service to answer …'; }
  if (!finished) setTimeout(follow, 1500);
}
follow();
`;

const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#00756f" d="M8 0a8 8 0 1 1 0 16H0V8a8 8 0 0 1 8-8z"/></svg>
`;

export const pageAssets: readonly Route[] = [
  {
    method: 'GET',
    path: '/assets/pages.css',
    auth: 'public',
    answer: async () => ({ status: 200, type: 'css', body: css }),
  },
  {
    method: 'GET',
    path: '/assets/progress.js',
    auth: 'public',
    answer: async () => ({ status: 200, type: 'js', body: js }),
  },
  {
    method: 'GET',
    path: '/assets/mark.svg',
    auth: 'public',
    answer: async () => ({ status: 200, type: 'svg', body: mark }),
  },
];
