/** The dialog to log an email, call, meeting, note or order by hand, dated now on the portal's clock. */
import type { FormEvent } from 'react';
import type { ClockState } from '../../sandbox-api-for-pages.ts';
import { call } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useFrame } from '../frame.ts';
import { useAlerts } from '../ui/Alerts.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Loading } from '../ui/States.tsx';
import { useSaving } from '../ui/use-saving.ts';
import { fromZonedInput, toZonedInput } from '../zoned-input.ts';
import { activityKind, type LogField } from './activity-kinds.ts';
import type { OpenRecord } from './open-record.ts';

export function LogActivity({ type, open, close }: { type: string; open: OpenRecord; close: () => void }) {
  const { portal } = useFrame();
  const kind = activityKind(type);
  const clock = useAnswer<ClockState>('/_sandbox/clock');
  const alert = useAlerts();
  const { isSaving, save } = useSaving();
  const fields = kind.log ?? [];
  const name = kind.label.toLowerCase();
  const log = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const properties = propertiesFrom(fields, new FormData(event.currentTarget), portal.timeZone);
    const associations = [{ type: open.view.type, id: open.view.id }];
    const body = { properties, associations };
    const isLogged = await save(
      () => call(`/_sandbox/records/${type}`, { method: 'POST', body }),
      `The ${name} was not logged`,
    );
    if (!isLogged) return;
    alert({ type: 'success', message: `${kind.label} logged.` });
    open.changed();
    close();
  };
  return (
    <Dialog title={`Log ${name}`} close={close}>
      {clock.kind !== 'ready' && <Loading words="Reading the clock" />}
      {clock.kind === 'ready' && (
        <form onSubmit={log}>
          <div className="hs-dialog-body fields">
            {fields.map((field) => (
              <Entry
                key={field.property}
                field={field}
                now={toZonedInput(clock.value.now, portal.timeZone)}
              />
            ))}
          </div>
          <footer className="hs-dialog-footer">
            <button type="submit" className="button primary" disabled={isSaving}>
              Log {name}
            </button>
            <button type="button" className="button secondary" onClick={close}>
              Cancel
            </button>
          </footer>
        </form>
      )}
    </Dialog>
  );
}

function Entry({ field, now }: { field: LogField; now: string }) {
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
        <input id={property} type="datetime-local" name={property} required defaultValue={now} />
      )}
      {(kind === 'text' || kind === 'number') && (
        <input id={property} type={kind} step="any" name={property} defaultValue={initial} />
      )}
    </div>
  );
}

function propertiesFrom(
  fields: readonly LogField[],
  typed: FormData,
  timeZone: string,
): Record<string, string> {
  const properties = Object.fromEntries(
    fields.map((field) => [
      field.property,
      storedValue(field, String(typed.get(field.property) ?? ''), timeZone),
    ]),
  );
  // HubSpot demands `hs_timestamp` of activities; for a meeting it is its start.
  const start = properties.hs_meeting_start_time;
  return start === undefined ? properties : { ...properties, hs_timestamp: start };
}

function storedValue(field: LogField, typed: string, timeZone: string): string {
  if (field.kind === 'time') return new Date(fromZonedInput(typed, timeZone)).toISOString();
  return field.times === undefined ? typed : String(Number(typed) * field.times);
}
