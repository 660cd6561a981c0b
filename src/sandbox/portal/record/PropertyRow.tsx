/** One property of the record: its value, a pen to change it, and a clock to see what it was. */
import { type FormEvent, useState } from 'react';
import type { OwnerView, PropertyView } from '../../sandbox-api-for-pages.ts';
import { call } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useFrame } from '../frame.ts';
import { Glyph } from '../ui/Glyph.tsx';
import { useSaving } from '../ui/use-saving.ts';
import { wordValue } from '../words.ts';
import { History } from './History.tsx';
import type { OpenRecord } from './open-record.ts';

type Mode = 'read' | 'edit' | 'history';

export function PropertyRow({ name, open }: { name: string; open: OpenRecord }) {
  const [mode, setMode] = useState<Mode>('read');
  const property = open.catalog.find(name);
  const label = property?.label ?? name;
  const value = open.view.properties[name] ?? '';
  return (
    <div className="property" data-property={name}>
      <dt title={property?.description || undefined}>{label}</dt>
      {mode === 'edit' && property ? (
        <dd>
          <Editor property={property} value={value} open={open} close={() => setMode('read')} />
        </dd>
      ) : (
        <dd>
          <PropertyValue name={name} value={value} property={property} />
          <span className="tools">
            {property && !property.readOnly && (
              <button type="button" aria-label={`Edit ${label}`} onClick={() => setMode('edit')}>
                <Glyph name="edit" size={14} />
              </button>
            )}
            <button type="button" aria-label={`History of ${label}`} onClick={() => setMode('history')}>
              <Glyph name="clock" size={14} />
            </button>
          </span>
        </dd>
      )}
      {mode === 'history' && <History name={name} label={label} open={open} close={() => setMode('read')} />}
    </div>
  );
}

function PropertyValue({
  name,
  value,
  property,
}: {
  name: string;
  value: string;
  property: PropertyView | undefined;
}) {
  const { portal } = useFrame();
  if (value === '') return <span className="quiet">--</span>;
  if (name === 'hubspot_owner_id') return <OwnerName id={value} />;
  return <span className="value">{wordValue(value, property, portal.timeZone)}</span>;
}

function OwnerName({ id }: { id: string }) {
  const owners = useAnswer<readonly OwnerView[]>('/_sandbox/owners');
  const owner = owners.kind === 'ready' ? owners.value.find((one) => one.id === id) : undefined;
  return <span className="value">{owner?.name ?? id}</span>;
}

type EditorProps = { property: PropertyView; value: string; open: OpenRecord; close: () => void };

function Editor({ property, value, open, close }: EditorProps) {
  const { isSaving, save } = useSaving();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const next = String(new FormData(event.currentTarget).get('value') ?? '');
    const { type, id } = open.view;
    const body = { properties: { [property.name]: next } };
    const isSaved = await save(
      () => call(`/_sandbox/records/${type}/${id}`, { method: 'PATCH', body }),
      `${property.label} was not saved`,
    );
    if (!isSaved) return;
    open.changed();
    close();
  };
  return (
    <form className="editor" onSubmit={submit}>
      {property.options.length > 0 ? (
        <select name="value" defaultValue={value} aria-label={property.label}>
          <option value="">--</option>
          {property.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          name="value"
          defaultValue={value}
          aria-label={property.label}
          type={property.type === 'number' ? 'number' : 'text'}
          step="any"
        />
      )}
      <button type="submit" className="button primary small" disabled={isSaving}>
        Save
      </button>
      <button type="button" className="button quiet small" onClick={close}>
        Cancel
      </button>
    </form>
  );
}
