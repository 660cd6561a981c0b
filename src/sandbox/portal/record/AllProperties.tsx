import { useState } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { Nothing } from '../ui/States.tsx';
import type { OpenRecord } from './open-record.ts';
import { PropertyRow } from './PropertyRow.tsx';

/** Every property of the record by group, searchable, empty ones on demand. */
export function AllProperties({ open, close }: { open: OpenRecord; close: () => void }) {
  const [search, setSearch] = useState('');
  const [hidesEmpty, setHidesEmpty] = useState(true);
  const wanted = search.trim().toLowerCase();
  const shown = open.catalog.properties.filter(
    ({ name, label, hidden }) =>
      !hidden &&
      (!hidesEmpty || open.view.properties[name]) &&
      (name.includes(wanted) || label.toLowerCase().includes(wanted)),
  );
  const groups = open.catalog.groups.filter(({ name }) => shown.some(({ groupName }) => groupName === name));
  return (
    <Dialog title={`All properties of ${open.view.title}`} kind="panel" close={close}>
      <div className="hs-dialog-body all-properties">
        <div className="filters">
          <input
            type="search"
            placeholder="Search properties"
            aria-label="Search properties"
            value={search}
            onChange={({ target }) => setSearch(target.value)}
          />
          <label className="hs-check">
            <input
              type="checkbox"
              checked={hidesEmpty}
              onChange={({ target }) => setHidesEmpty(target.checked)}
            />{' '}
            Hide empty ones
          </label>
        </div>
        {groups.length === 0 && <Nothing title="No property matches" about="search" />}
        {groups.map((group) => (
          <section key={group.name}>
            <h3>{group.label}</h3>
            <dl>
              {shown
                .filter(({ groupName }) => groupName === group.name)
                .map(({ name }) => (
                  <PropertyRow key={name} name={name} open={open} />
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
