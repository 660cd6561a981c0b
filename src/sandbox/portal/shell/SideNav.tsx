import { A } from '../ui/A.tsx';
import { Glyph } from '../ui/Glyph.tsx';
import type { Section } from './Shell.tsx';

const sections: readonly { section: Section; href: string; icon: string; label: string }[] = [
  { section: 'home', href: '/app/home', icon: 'favoriteHollow', label: 'Rapport' },
  { section: 'contacts', href: '/contacts', icon: 'contact', label: 'Contacts' },
  { section: 'workflows', href: '/workflows', icon: 'workflows', label: 'Workflows' },
  { section: 'apps', href: '/apps', icon: 'shoppingCart', label: 'Apps' },
  { section: 'calls', href: '/calls', icon: 'reports', label: 'API calls' },
];

export function SideNav({ active }: { active: Section }) {
  return (
    <nav className="side-nav" aria-label="Main">
      <A href="/contacts" className="mark">
        <svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true">
          <path d="M6 22a10 10 0 0 1 20 0M11 22a5 5 0 0 1 10 0" />
        </svg>
        <span className="sr-only">Sandbox portal, start page</span>
      </A>
      <ul>
        {sections.map(({ section, href, icon, label }) => (
          <li key={section}>
            <A href={href} aria-current={section === active ? 'page' : undefined}>
              <Glyph name={icon} size={20} />
              <span>{label}</span>
            </A>
          </li>
        ))}
      </ul>
    </nav>
  );
}
