/** Portal time, and the buttons that move it forward. The service follows this clock. */
import { type FormEvent, useRef, useState } from 'react';
import type { ClockState } from '../../sandbox-api-for-pages.ts';
import { call, wordsOf } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useFrame } from '../frame.ts';
import { useAlerts } from '../ui/Alerts.tsx';
import { Glyph } from '../ui/Glyph.tsx';
import { useDismiss } from '../ui/use-dismiss.ts';
import { wordTime } from '../words.ts';

const dayMs = 86_400_000;

export function ClockControl() {
  const { portal } = useFrame();
  const clock = useAnswer<ClockState>('/_sandbox/clock', 5000);
  const alert = useAlerts();
  const menu = useRef<HTMLDetailsElement>(null);
  const [isMoving, setMoving] = useState(false);
  useDismiss(menu, () => menu.current?.removeAttribute('open'));
  const now = clock.kind === 'ready' ? clock.value.now : null;

  const move = async (by: { advanceMs: number } | { advanceTo: number }) => {
    setMoving(true);
    try {
      const { now } = await call<ClockState>('/_sandbox/clock', { method: 'POST', body: by });
      alert({
        type: 'success',
        title: 'Clock moved',
        message: `It is now ${wordTime(now, portal.timeZone)}.`,
      });
    } catch (error) {
      alert({ type: 'danger', title: 'The clock was not moved', message: wordsOf(error) });
    } finally {
      setMoving(false);
      clock.reload();
    }
  };
  const pick = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const date = String(new FormData(event.currentTarget).get('date') ?? '');
    if (date !== '') void move({ advanceTo: Date.parse(`${date}T08:00:00Z`) });
  };
  return (
    <div className="clock">
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
            <input
              type="date"
              name="date"
              required
              min={now === null ? undefined : new Date(now + dayMs).toISOString().slice(0, 10)}
            />
          </label>
          <button type="submit" className="button primary small" disabled={isMoving}>
            Move
          </button>
        </form>
      </details>
      <button
        type="button"
        className="button quiet small"
        disabled={isMoving}
        onClick={() => void move({ advanceMs: dayMs })}
      >
        +1 day
      </button>
      <button
        type="button"
        className="button quiet small"
        disabled={isMoving}
        onClick={() => void move({ advanceMs: 7 * dayMs })}
      >
        +7 days
      </button>
    </div>
  );
}
