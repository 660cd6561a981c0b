/** The dialog to log an email, call, meeting, note or order by hand, dated now on the portal's clock. */
import { type FormEvent, useState } from 'react';
import type { ClockState } from '../../sandbox-api-for-pages.ts';
import { call, wordsOf } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useAlerts } from '../ui/Alerts.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Loading } from '../ui/States.tsx';
import { activityKind, type LogField } from './activity-kinds.ts';
import type { OpenRecord } from './open-record.ts';

export function LogActivity({ type, open, close }: { type: string; open: OpenRecord; close: () => void }) {
  const kind = activityKind(type);
  const clock = useAnswer<ClockState>('/_sandbox/clock');
  const alert = useAlerts();
  const [isSaving, setSaving] = useState(false);
  const fields = kind.log ?? [];
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setSaving(true);
    const typed = new FormData(event.currentTarget);
    const properties = Object.fromEntries(
      fields.map((field) => [field.property, storedValue(field, String(typed.get(field.property) ?? ''))]),
    );
    const { type: recordType, id } = open.view;
    try {
      await call(`/_sandbox/records/${type}`, {
        method: 'POST',
        body: { properties: withTimestamp(properties), associations: [{ type: recordType, id }] },
      });
      alert({ type: 'success', message: `${kind.label} logged.` });
      open.changed();
      close();
    } catch (error) {
      alert({
        type: 'danger',
        title: `The ${kind.label.toLowerCase()} was not logged`,
        message: wordsOf(error),
      });
      setSaving(false);
    }
  };
  return (
    <Dialog title={`Log ${kind.label.toLowerCase()}`} close={close}>
      {clock.kind === 'ready' ? (
        <form onSubmit={save}>
          <div className="hs-dialog-body fields">
            {fields.map((field) => (
              <Entry key={field.property} field={field} now={clock.value.now} />
            ))}
          </div>
          <footer className="hs-dialog-footer">
            <button type="submit" className="button primary" disabled={isSaving}>
              Log {kind.label.toLowerCase()}
            </button>
            <button type="button" className="button secondary" onClick={close}>
              Cancel
            </button>
          </footer>
        </form>
      ) : (
        <Loading words="Reading the clock" />
      )}
    </Dialog>
  );
}

function Entry({ field, now }: { field: LogField; now: number }) {
  const { property, label, kind, options = [], initial = '' } = field;
  return (
    <div className="field">
      <label htmlFor={property}>{label}</label>
      {kind === 'choice' && (
        <select id={property} name={property}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
      {kind === 'long' && <textarea id={property} name={property} rows={4} />}
      {kind === 'time' && (
        <input
          id={property}
          type="datetime-local"
          name={property}
          required
          defaultValue={toLocalInput(now)}
        />
      )}
      {(kind === 'text' || kind === 'number') && (
        <input id={property} type={kind} step="any" name={property} defaultValue={initial} />
      )}
    </div>
  );
}

/** Typed times are UTC, like those that the API takes: the portal's zone would need the browser to know it. */
function toLocalInput(at: number): string {
  return new Date(at).toISOString().slice(0, 16);
}

function storedValue(field: LogField, typed: string): string {
  if (field.kind === 'time') return new Date(`${typed}Z`).toISOString();
  return field.times === undefined ? typed : String(Number(typed) * field.times);
}

/** HubSpot demands `hs_timestamp` of activities; for a meeting it is its start. */
function withTimestamp(properties: Readonly<Record<string, string>>): Record<string, string> {
  const start = properties.hs_meeting_start_time;
  return start === undefined ? { ...properties } : { ...properties, hs_timestamp: start };
}
