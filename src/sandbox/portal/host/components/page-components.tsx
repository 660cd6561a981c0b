/** What app pages have beside the components of cards: a title, links inside the app, and the way back. */
import type { ReactNode } from 'react';
import { useHost } from '../host-context.ts';

type Inside = { readonly children?: ReactNode };
type Target = Inside & { readonly to: string; readonly params?: Readonly<Record<string, string>> };

const home = '/app/home';

export function PageTitle({ children }: Inside) {
  return <h1 className="hs-page-title">{children}</h1>;
}

export function PageLink({ to, params = {}, children }: Target) {
  const host = useHost();
  const href = home + pathOf(to, params);
  return (
    <a
      className="hs-link"
      href={href}
      onClick={(event) => {
        event.preventDefault();
        host.navigate(href);
      }}
    >
      {children}
    </a>
  );
}

export function PageBreadcrumbs({ children }: Inside) {
  return (
    <nav className="hs-breadcrumbs" aria-label="Breadcrumbs">
      {children}
    </nav>
  );
}

export const PageBreadcrumbsPageLink = PageLink;

export function PageBreadcrumbsCurrent({ children }: Inside) {
  return <span aria-current="page">{children}</span>;
}

/** `:name` in the path is filled in; what is left over becomes the query. */
function pathOf(to: string, params: Readonly<Record<string, string>>): string {
  const rest = new URLSearchParams();
  let path = to;
  for (const [name, value] of Object.entries(params)) {
    const filled = path.replace(new RegExp(`:${name}(?![A-Za-z0-9_])`), encodeURIComponent(value));
    if (filled === path) rest.set(name, value);
    path = filled;
  }
  const query = rest.toString();
  return (path === '/' ? '' : path) + (query === '' ? '' : `?${query}`);
}
