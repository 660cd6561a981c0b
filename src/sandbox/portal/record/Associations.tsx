import { useFrame } from '../frame.ts';
import { recordPath } from '../router.ts';
import { A } from '../ui/A.tsx';
import { associatedKinds } from './object-kinds.ts';
import type { OpenRecord } from './open-record.ts';

/** The right column's lists of linked companies, deals, tickets and orders. */
export function Associations({ open }: { open: OpenRecord }) {
  const { portal } = useFrame();
  const { view } = open;
  return associatedKinds
    .filter(({ type }) => type !== view.type || (view.links[type]?.length ?? 0) > 0)
    .map(({ type, typeId, many }) => {
      const links = view.links[type] ?? [];
      const count = view.linkCounts[type] ?? links.length;
      return (
        <details key={type} className="panel group" open={links.length > 0}>
          <summary>
            <h2>
              {many} <span className="quiet">({count})</span>
            </h2>
          </summary>
          {links.length === 0 && <p className="quiet">None linked.</p>}
          <ul className="links">
            {links.slice(0, 10).map((link) => (
              <li key={link.id}>
                <A href={recordPath(portal.portalId, typeId, link.id)}>{link.title}</A>
                {link.label && <span className="quiet">{link.label}</span>}
              </li>
            ))}
          </ul>
          {count > 10 && <p className="quiet">and {count - 10} more</p>}
        </details>
      );
    });
}
