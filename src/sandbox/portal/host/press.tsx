/** What happens when something of a card is pressed: its handler runs, its overlay opens, its link is followed. */
import type { HrefProp } from '@hubspot/ui-extensions';
import type { MouseEvent, ReactNode } from 'react';
import { useHost } from './host-context.ts';

type Pressable = {
  readonly href?: HrefProp | undefined;
  readonly onClick?: unknown;
  readonly overlay?: ReactNode;
  readonly preventDefault?: boolean | undefined;
};

export function usePress({ href, onClick, overlay, preventDefault }: Pressable) {
  const host = useHost();
  const url = typeof href === 'object' ? href.url : href;
  const target = url === undefined ? undefined : host.resolveLink(url);
  const isExternal =
    target !== undefined && (target.external || (typeof href === 'object' && href.external === true));

  const press = () => {
    // The handler is a proxy of the card's function in the worker: it takes plain data only.
    if (typeof onClick === 'function')
      onClick({ type: 'click', bubbles: true, timeStamp: performance.now(), id: '' }, host.reactions);
    if (overlay) host.openOverlay(overlay);
  };
  const follow = (event: MouseEvent) => {
    press();
    const newTab = event.metaKey || event.ctrlKey || event.button !== 0;
    if (preventDefault || overlay || target === undefined) event.preventDefault();
    else if (!isExternal && !newTab) {
      event.preventDefault();
      host.navigate(target.href);
    }
  };
  const linkProps = { onClick: follow, ...(isExternal ? { target: '_blank', rel: 'noreferrer' } : {}) };
  return { href: target?.href, isExternal, press, linkProps };
}
