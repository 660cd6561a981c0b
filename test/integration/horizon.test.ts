import { expect, test } from 'vitest';
import { startStoryWorld } from '../support/story-world.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;
/** Before midnight: portals go on while the service works, and must not get there by themselves. */
const hourMs = 60 * minuteMs;

/** Contacts looked at at least, and the size of the story they are drawn from. */
const wanted = 100;
const contacts = 260;

type Announced = {
  readonly id: string;
  readonly day: number;
  readonly next: string;
  readonly before: string | undefined;
};

/** By day, in order: of the days on which most change as many as `wanted` contacts need, so that the clock moves seldom. */
function busiestDays(announced: readonly Announced[]): readonly (readonly [number, readonly Announced[]])[] {
  const byDay = [...Map.groupBy(announced, ({ day }) => day)].sort(([, a], [, b]) => b.length - a.length);
  let found = 0;
  const enough = byDay.findIndex(([, turning]) => {
    found += turning.length;
    return found >= wanted;
  });
  return byDay.slice(0, enough + 1).sort(([a], [b]) => a - b);
}

test('a hundred contacts change on the day the property announced, to the stage it announced, and not the day before', {
  timeout: 400_000,
}, async () => {
  await using world = await startStoryWorld({ contacts, seed: 11, ticks: ['sweep'] });
  const stageOf = (id: string) => world.sandbox.store.findLive('contacts', id)?.values['rapport_stage'];
  const announced = [...world.sandbox.store.shelf('contacts').records.values()].flatMap(({ id, values }) => {
    const day = Date.parse(values['rapport_holds_until'] ?? '');
    const next = values['rapport_next_stage_if_silent'];
    return Number.isNaN(day) || next === undefined
      ? []
      : [{ id, day, next, before: values['rapport_stage'] }];
  });
  expect(announced.length).toBeGreaterThanOrEqual(wanted);

  for (const [day, turning] of busiestDays(announced)) {
    expect(day % dayMs).toBe(0);
    if (day - hourMs > world.sandbox.clock.now()) await world.moveClockTo(day - hourMs);
    expect(turning.map(({ id }) => [id, stageOf(id)])).toEqual(turning.map((it) => [it.id, it.before]));
    await world.moveClockTo(day + minuteMs);
    expect(turning.map(({ id }) => [id, stageOf(id)])).toEqual(turning.map((it) => [it.id, it.next]));
  }
});
