/** The frame of every page: dark navigation on the left, search, clock and account on top. */
import type { ReactNode } from 'react';
import { SideNav } from './SideNav.tsx';
import { TopBar } from './TopBar.tsx';

export type Section = 'home' | 'contacts' | 'workflows' | 'apps' | 'calls';

export function Shell({ active, children }: { active: Section; children: ReactNode }) {
  return (
    <div className="shell">
      <a className="skip" href="#content">
        Skip to content
      </a>
      <SideNav active={active} />
      <TopBar />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
