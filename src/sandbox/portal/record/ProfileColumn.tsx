/** The left column: who it is, what can be done, and the properties that matter, editable in place. */
import { type ReactNode, useState } from 'react';
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
  const ours = catalog.properties
    .filter(({ groupName, name }) => groupName === appGroup && view.properties[name])
    .map(({ name }) => name);
  const groupLabel = catalog.groups.find(({ name }) => name === appGroup)?.label ?? app.name;
  return (
    <section className="column profile" aria-label={`About this ${kind.one}`}>
      <Head open={open} log={setLogged} />
      <PropertyGroup title={`About this ${kind.one}`} names={kind.about} open={open}>
        <button type="button" className="button link" onClick={() => setShowsAll(true)}>
          View all properties
        </button>
      </PropertyGroup>
      {ours.length > 0 && <PropertyGroup title={groupLabel} names={ours} open={open} />}
      {logged && <LogActivity type={logged} open={open} close={() => setLogged(null)} />}
      {showsAll && <AllProperties open={open} close={() => setShowsAll(false)} />}
    </section>
  );
}

type GroupProps = { title: string; names: readonly string[]; open: OpenRecord; children?: ReactNode };

function PropertyGroup({ title, names, open, children }: GroupProps) {
  return (
    <details className="panel group" open>
      <summary>
        <h2>{title}</h2>
      </summary>
      <dl>
        {names.map((name) => (
          <PropertyRow key={name} name={name} open={open} />
        ))}
      </dl>
      {children}
    </details>
  );
}

function Head({ open: { view, kind }, log }: { open: OpenRecord; log: (type: string) => void }) {
  const subtitle = [view.properties.jobtitle, view.properties.company].filter(Boolean).join(' at ');
  const loggable = kind.type === 'contacts' ? activityKinds.filter((activity) => activity.log) : [];
  return (
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
        {loggable.map(({ type, label, icon }) => (
          <button key={type} type="button" onClick={() => log(type)}>
            <span aria-hidden="true">
              <Glyph name={icon} size={18} />
            </span>
            <span className="sr-only">Log </span>
            {label}
          </button>
        ))}
      </div>
    </div>
  );
}
