/** The left column: who it is, what can be done, and the properties that matter, editable in place. */
import { useState } from 'react';
import { useFrame } from '../frame.ts';
import { A } from '../ui/A.tsx';
import { Avatar } from '../ui/Avatar.tsx';
import { Glyph } from '../ui/Glyph.tsx';
import { AllProperties } from './AllProperties.tsx';
import { activityKinds } from './activity-kinds.ts';
import { LogActivity } from './LogActivity.tsx';
import type { OpenRecord } from './open-record.ts';
import { PropertyRow } from './PropertyRow.tsx';

const appGroup = 'rapport';

export function ProfileColumn({ open }: { open: OpenRecord }) {
  const [logged, setLogged] = useState<string | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  const { app } = useFrame();
  const { view, kind, catalog } = open;
  const subtitle = [view.properties.jobtitle, view.properties.company].filter(Boolean).join(' at ');
  const ours = catalog.properties.filter(
    ({ groupName, name }) => groupName === appGroup && view.properties[name],
  );
  return (
    <section className="column profile" aria-label={`About this ${kind.one}`}>
      <div className="panel head">
        <A href="/contacts" className="back">
          <Glyph name="left" size={14} /> Contacts
        </A>
        <div className="who">
          <Avatar title={view.title} size="lg" />
          <div>
            <h1>{view.title}</h1>
            {subtitle && <p>{subtitle}</p>}
            <p className="quiet">{view.properties.email}</p>
          </div>
        </div>
        {view.archived && <p className="hs-alert warning">This {kind.one} is archived.</p>}
        <div className="actions">
          {activityKinds.map(({ type, label, icon, log }) =>
            log && kind.type === 'contacts' ? (
              <button key={type} type="button" onClick={() => setLogged(type)}>
                <span aria-hidden="true">
                  <Glyph name={icon} size={18} />
                </span>
                <span className="sr-only">Log </span>
                {label}
              </button>
            ) : null,
          )}
        </div>
      </div>
      <details className="panel group" open>
        <summary>
          <h2>About this {kind.one}</h2>
        </summary>
        <dl>
          {kind.about.map((name) => (
            <PropertyRow key={name} name={name} open={open} />
          ))}
        </dl>
        <button type="button" className="button link" onClick={() => setShowsAll(true)}>
          View all properties
        </button>
      </details>
      {ours.length > 0 && (
        <details className="panel group" open>
          <summary>
            <h2>{catalog.groups.find(({ name }) => name === appGroup)?.label ?? app.name}</h2>
          </summary>
          <dl>
            {ours.map(({ name }) => (
              <PropertyRow key={name} name={name} open={open} />
            ))}
          </dl>
        </details>
      )}
      {logged && <LogActivity type={logged} open={open} close={() => setLogged(null)} />}
      {showsAll && <AllProperties open={open} close={() => setShowsAll(false)} />}
    </section>
  );
}
