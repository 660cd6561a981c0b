import { expect, test } from 'vitest';
import { startStoryWorld } from '../support/story-world.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** Contacts looked at, and the size of the story they are drawn from. */
const wanted = 100;
const contacts = 260;

test('a hundred contacts change on the day the property announced, to the stage it announced, and not the day before', {
  timeout: 280_000,
}, async () => {
  await using world = await startStoryWorld({ contacts, seed: 11 });
  const stageOf = (id: string) => world.sandbox.store.findLive('contacts', id)?.values['rapport_stage'];
  const announced = [...world.sandbox.store.shelf('contacts').records.values()]
    .flatMap(({ id, values }) => {
      const day = Date.parse(values['rapport_holds_until'] ?? '');
      const next = values['rapport_next_stage_if_silent'];
      return Number.isNaN(day) || next === undefined
        ? []
        : [{ id, day, next, before: values['rapport_stage'] }];
    })
    .slice(0, wanted);
  expect(announced).toHaveLength(wanted);

  for (const day of [...new Set(announced.map((it) => it.day))].sort((a, b) => a - b)) {
    expect(day % dayMs).toBe(0);
    const turning = announced.filter((it) => it.day === day);
    if (day - minuteMs > world.sandbox.clock.now()) await world.moveClockTo(day - minuteMs);
    expect(turning.map(({ id }) => [id, stageOf(id)])).toEqual(turning.map((it) => [it.id, it.before]));
    await world.moveClockTo(day + minuteMs);
    expect(turning.map(({ id }) => [id, stageOf(id)])).toEqual(turning.map((it) => [it.id, it.next]));
  }
});
