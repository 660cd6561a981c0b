/** Portal time, and the buttons that move it forward. The service follows this clock. */
import { type FormEvent, useRef } from 'react';
import type { ClockMove, ClockState } from '../../sandbox-api-for-pages.ts';
import { call } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useFrame } from '../frame.ts';
import { useAlerts } from '../ui/Alerts.tsx';
import { Glyph } from '../ui/Glyph.tsx';
import { useDismiss } from '../ui/use-dismiss.ts';
import { useSaving } from '../ui/use-saving.ts';
import { wordTime } from '../words.ts';

const dayMs = 86_400_000;
const leaps = [
  { label: '+1 day', ms: dayMs },
  { label: '+7 days', ms: 7 * dayMs },
];

export function ClockControl() {
  const { portal } = useFrame();
  const clock = useAnswer<ClockState>('/_sandbox/clock', 5000);
  const alert = useAlerts();
  const { isSaving, save } = useSaving();
  const move = async (by: ClockMove) => {
    await save(async () => {
      const { now } = await call<ClockState>('/_sandbox/clock', { method: 'POST', body: by });
      const message = `It is now ${wordTime(now, portal.timeZone)}.`;
      alert({ type: 'success', title: 'Clock moved', message });
    }, 'The clock was not moved');
    clock.reload();
  };
  return (
    <div className="clock">
      <ClockMenu now={clock.kind === 'ready' ? clock.value.now : null} isMoving={isSaving} move={move} />
      {leaps.map(({ label, ms }) => (
        <button
          key={label}
          type="button"
          className="button quiet small"
          disabled={isSaving}
          onClick={() => void move({ advanceMs: ms })}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

type MenuProps = { now: number | null; isMoving: boolean; move: (by: ClockMove) => Promise<void> };

function ClockMenu({ now, isMoving, move }: MenuProps) {
  const { portal } = useFrame();
  const menu = useRef<HTMLDetailsElement>(null);
  useDismiss(menu, () => menu.current?.removeAttribute('open'));
  const pick = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const date = String(new FormData(event.currentTarget).get('date') ?? '');
    if (date !== '') void move({ advanceTo: Date.parse(`${date}T08:00:00Z`) });
  };
  const tomorrow = now === null ? undefined : new Date(now + dayMs).toISOString().slice(0, 10);
  return (
    <details ref={menu}>
      <summary title="Move the portal's clock">
        <Glyph name="clock" size={16} />
        <span className="sr-only">Portal time: </span>
        <time>{now === null ? '…' : wordTime(now, portal.timeZone)}</time>
        <Glyph name="downCarat" size={14} />
      </summary>
      <form className="popover" onSubmit={pick}>
        <strong>Portal time</strong>
        <p className="quiet">
          Time only moves forward. Everything in the sandbox follows: tokens, sweeps, schedules.
        </p>
        <label className="field">
          Move to the morning of
          <input type="date" name="date" required min={tomorrow} />
        </label>
        <button type="submit" className="button primary small" disabled={isMoving}>
          Move
        </button>
      </form>
    </details>
  );
}
