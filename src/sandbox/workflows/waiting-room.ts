/** Runs that stand: asleep until the portal's clock says so, or parked until an app completes them. */
import type { SandboxClock } from '../clock/sandbox-clock.ts';
import type { Task } from './run-action.ts';

export type WaitingRoom = {
  sleep(task: Task, until: number): void;
  park(callbackId: string, task: Task, expiresAt: number): void;
  /** Undefined when no run waits for this callback. */
  unpark(callbackId: string): Task | undefined;
  close(): void;
};

/** Real time between two looks at the clock: it also ticks by itself. */
const lookEveryMs = 1000;

export function createWaitingRoom(
  clock: SandboxClock,
  wake: (task: Task) => void,
  expire: (task: Task) => void,
): WaitingRoom {
  let asleep: { readonly task: Task; readonly until: number }[] = [];
  const parked = new Map<string, { readonly task: Task; readonly expiresAt: number }>();

  function look() {
    const now = clock.now();
    const due = asleep.filter(({ until }) => until <= now);
    asleep = asleep.filter(({ until }) => until > now);
    for (const { task } of due) wake(task);
    for (const [callbackId, { task, expiresAt }] of parked) {
      if (expiresAt > now) continue;
      parked.delete(callbackId);
      expire(task);
    }
  }

  clock.onMove(look);
  const timer = setInterval(look, lookEveryMs).unref();
  return {
    sleep: (task, until) => void asleep.push({ task, until }),
    park: (callbackId, task, expiresAt) => void parked.set(callbackId, { task, expiresAt }),
    unpark(callbackId) {
      const waiting = parked.get(callbackId);
      parked.delete(callbackId);
      return waiting?.task;
    },
    close: () => clearInterval(timer),
  };
}
