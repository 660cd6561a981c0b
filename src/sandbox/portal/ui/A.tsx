import type { MouseEvent, ReactNode } from 'react';
import { navigate } from '../router.ts';

/** A link inside the portal: an ordinary one for new tabs, without a page load otherwise. */
export function A({
  href,
  className,
  children,
  ...rest
}: {
  href: string;
  className?: string;
  children: ReactNode;
  'aria-current'?: 'page' | undefined;
}) {
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    navigate(href);
    window.scrollTo(0, 0);
  };
  return (
    <a href={href} className={className} onClick={follow} {...rest}>
      {children}
    </a>
  );
}
