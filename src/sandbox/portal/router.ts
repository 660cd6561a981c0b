/** The portal's addresses, as people know them from HubSpot, and the hooks to follow them without loading the page again. */
import { useSyncExternalStore } from 'react';

export type Route =
  | { readonly page: 'contacts' | 'workflows' | 'apps' | 'calls' | 'unknown' }
  | { readonly page: 'app-settings' }
  | { readonly page: 'app-home'; readonly path: string }
  | { readonly page: 'record'; readonly typeId: string; readonly id: string }
  | { readonly page: 'preview'; readonly uid: string };

export function routeOf(pathname: string): Route {
  const [first, second, third, typeId, id] = pathname.split('/').filter((part) => part !== '');
  if (first === undefined) return { page: 'contacts' };
  if (first === 'contacts' && third === 'record' && typeId && id) return { page: 'record', typeId, id };
  if (first === 'contacts' && third === undefined) return { page: 'contacts' };
  if (first === 'contacts' && third === 'objects') return { page: 'contacts' };
  if (first === 'preview' && second) return { page: 'preview', uid: second };
  if (first === 'apps' && second === 'settings') return { page: 'app-settings' };
  if (first === 'app' && second === 'home')
    return { page: 'app-home', path: pathname.slice('/app/home'.length) || '/' };
  if (first === 'workflows' || first === 'apps' || first === 'calls') return { page: first };
  return { page: 'unknown' };
}

export function recordPath(portalId: number, typeId: string, id: string): string {
  return `/contacts/${portalId}/record/${typeId}/${id}`;
}

/**
 * Where a link of a card leads: HubSpot's own record addresses are pages of this portal, whatever host they name;
 * everything else leaves it.
 */
export function resolveLink(url: string): { readonly href: string; readonly external: boolean } {
  const target = new URL(url, window.location.href);
  const isRecord = /^\/contacts\/\d+\//.test(target.pathname);
  const isOurs = target.origin === window.location.origin && routeOf(target.pathname).page !== 'unknown';
  if (isRecord || isOurs)
    return { href: `${target.pathname}${target.search}${target.hash}`, external: false };
  return { href: target.href, external: true };
}

const moved = 'portal:moved';

export function navigate(href: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') window.history.pushState(null, '', href);
  else window.history.replaceState(null, '', href);
  window.dispatchEvent(new Event(moved));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(moved, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(moved, listener);
  };
}

export function useLocation(): { readonly pathname: string; readonly query: URLSearchParams } {
  const href = useSyncExternalStore(subscribe, () => window.location.href);
  const { pathname, searchParams } = new URL(href);
  return { pathname, query: searchParams };
}

/** Changes some of the query's keys and keeps the others; an empty value removes its key. */
export function changeQuery(
  changes: Readonly<Record<string, string>>,
  how: 'push' | 'replace' = 'push',
): void {
  const url = new URL(window.location.href);
  for (const [key, value] of Object.entries(changes)) {
    if (value === '') url.searchParams.delete(key);
    else url.searchParams.set(key, value);
  }
  navigate(`${url.pathname}${url.search}`, how);
}
