/** The workflow recipes of the docs, each run in the sandbox with the service behind its actions. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StoredRecord } from '../../src/sandbox/crm/shelf.ts';
import { updateRecord } from '../../src/sandbox/crm/write-record.ts';
import type { NewWorkflow, WorkflowRun } from '../../src/sandbox/workflow-shapes.ts';
import type { World } from '../../src/world/start-world.ts';
import { workflowRecipes } from '../../src/world/workflow-recipes.ts';
import { startStoryWorld } from '../support/story-world.ts';

const dayMs = 86_400_000;
const patience = { timeout: 60_000, interval: 100 };

let world: World;
let left: StoredRecord[];

beforeAll(async () => {
  world = await startStoryWorld({ contacts: 24 });
  const all = [...world.sandbox.store.shelf('contacts').records.values()];
  left = all.filter(
    ({ values }) =>
      (values['rapport_stage'] === 'integrating' || values['rapport_stage'] === 'bonding') &&
      values['rapport_recovery_open'] !== 'true',
  );
}, 300_000);
afterAll(() => world.stop());

/** A contact that no other test has touched. */
function contact(): StoredRecord {
  const next = left.shift();
  if (next === undefined) throw new Error('The story has too few contacts that are together.');
  return next;
}

/** As Rapport writes its values: in one update, told as the app's. */
async function write(record: StoredRecord, values: Record<string, string>): Promise<void> {
  const by = { source: 'INTEGRATION', sourceId: '1', label: 'Rapport' } as const;
  const outcome = updateRecord(world.sandbox.store, record, values, by);
  expect(outcome.kind).toBe('updated');
  await world.sandbox.engine.settled();
}

function turnOn(recipe: NewWorkflow): {
  readonly runs: () => readonly WorkflowRun[];
  readonly off: () => void;
} {
  const { id } = world.sandbox.book.add(recipe, world.sandbox.clock.now());
  return {
    runs: () => world.sandbox.book.runs({ workflowId: id, limit: 100 }),
    off: () => void world.sandbox.book.remove(id),
  };
}

const subjects = (record: StoredRecord) => {
  const { associations, store } = {
    associations: world.sandbox.store.associations,
    store: world.sandbox.store,
  };
  const tasks = associations.linked({ type: 'contacts', id: record.id }, 'tasks');
  return tasks.map((id) => store.find('tasks', id)?.values['hs_task_subject']);
};

const forward = { rapport_stage_movement: 'forward' };

/** What sets each recipe off. A date comes by itself and is tried apart. */
const sparks = {
  firstFight: { rapport_recovery_open: 'true' },
  returned: { rapport_epoch: '7' },
  guardrailBranch: { rapport_stage: 'intensifying' },
  pauseAutomation: { rapport_recovery_open: 'true' },
  limitedClub: { rapport_value_approaches: 'limited_club;community' },
  handover: { hubspot_owner_id: '' },
  desiredForm: { rapport_desired_relationship: 'buddies' },
} as const;

test.each(Object.entries(workflowRecipes))('%s is in the docs under its name', (_, recipe) => {
  const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/workflow-recipes.md'), 'utf8');
  expect(page).toContain(`## ${recipe.name}\n`);
});

const movements = ['first', 'recalibrated'] as const;
const leftOut = (Object.keys(sparks) as (keyof typeof sparks)[]).flatMap((name) =>
  movements.map((movement) => [name, movement] as const),
);

test.each(leftOut)('%s leaves out what is %s', async (name, movement) => {
  const { runs, off } = turnOn(workflowRecipes[name]);
  const record = left.at(-1);
  if (record === undefined) throw new Error('no contact is left');
  const before = { ...record.values };
  const spark: Record<string, string> = { ...sparks[name], rapport_stage_movement: movement };
  await write(record, spark);
  expect(runs()).toEqual([]);
  off();
  await write(record, Object.fromEntries(Object.keys(spark).map((key) => [key, before[key] ?? ''])));
});

describe('what a recipe does', { timeout: 120_000 }, () => {
  test('slipping soon: a task two weeks before the day the stage is announced to end, and none before', async () => {
    const record = contact();
    const day = world.sandbox.clock.now() + 20 * dayMs;
    await write(record, { ...forward, rapport_holds_until: new Date(day).toISOString() });
    const other = contact();
    await write(other, { rapport_stage_movement: 'first', rapport_holds_until: new Date(day).toISOString() });
    const { runs, off } = turnOn({
      ...workflowRecipes.slippingSoon,
      filters: [
        ...workflowRecipes.slippingSoon.filters,
        {
          of: 'property',
          name: 'email',
          operator: 'is any of',
          values: [record, other].map((it) => it.values['email'] ?? ''),
        },
      ],
    });
    await world.moveClockTo(day - 15 * dayMs);
    expect(runs()).toEqual([]);
    // Meanwhile the app read the contact again and put its own date back.
    await write(record, { ...forward, rapport_holds_until: new Date(day).toISOString() });
    await world.moveClockTo(day - 14 * dayMs);
    expect(runs()).toMatchObject([{ contactId: record.id, trigger: 'date', state: 'done' }]);
    expect(subjects(record)).toContain('Bring something new before this relationship slips');
    off();
  });

  test('first fight: the owner gets a case at once, and somebody else a task when it is still open after two days', async () => {
    const record = contact();
    const { runs, off } = turnOn(workflowRecipes.firstFight);
    await write(record, { ...forward, rapport_recovery_open: 'true' });
    await expect.poll(() => subjects(record), patience).toContain('Make up for what went wrong');
    expect(runs()).toMatchObject([{ state: 'waiting' }]);
    await world.moveClockTo(world.sandbox.clock.now() + 2 * dayMs);
    expect(subjects(record)).toContain('Still not made up for: take it over yourself');
    off();
  });

  test('returned after an end: a task for whoever begins again', async () => {
    const record = contact();
    const { off } = turnOn(workflowRecipes.returned);
    await write(record, { rapport_epoch: '2', rapport_stage_movement: 'new_epoch' });
    expect(subjects(record)).toContain('They came back: ask what is different this time');
    off();
  });

  test('guardrail branch: the verdict of the service decides which way the run goes', async () => {
    const record = contact();
    const { runs, off } = turnOn(workflowRecipes.guardrailBranch);
    await write(record, { ...forward, rapport_stage: 'intensifying' });
    await expect.poll(() => runs()[0]?.state, patience).toBe('done');
    const steps = runs()[0]?.steps.map(({ outcome }) => outcome) ?? [];
    const verdict = /verdict = (\w+)/.exec(steps[0] ?? '')?.[1];
    expect(verdict).toMatch(/^(allow|allow_with_notice|ask_first|deny)$/);
    const isSent = verdict === 'allow' || verdict === 'allow_with_notice';
    expect(steps[1]).toBe(isSent ? 'condition met' : 'condition not met');
    expect(subjects(record).includes('Send the newcomers mail')).toBe(isSent);
    off();
  });

  test('pause automation: paused while a complaint is open, and back when it is made up for', async () => {
    const record = contact();
    const { off } = turnOn(workflowRecipes.pauseAutomation);
    await write(record, { ...forward, rapport_recovery_open: 'true' });
    expect(record.values['hs_lead_status']).toBe('BAD_TIMING');
    await write(record, { rapport_recovery_open: 'false' });
    expect(record.values['hs_lead_status']).toBe('OPEN');
    off();
  });

  test('limited club: an invitation once, and never during a complaint', async () => {
    const record = contact();
    const { runs, off } = turnOn(workflowRecipes.limitedClub);
    await write(record, {
      ...forward,
      rapport_recovery_open: 'true',
      rapport_value_approaches: 'limited_club',
    });
    expect(runs()).toEqual([]);
    await write(record, { rapport_recovery_open: 'false', rapport_value_approaches: '' });
    await write(record, { rapport_value_approaches: 'limited_club;community' });
    await write(record, { rapport_value_approaches: 'community' });
    await write(record, { rapport_value_approaches: 'limited_club' });
    expect(runs()).toHaveLength(1);
    expect(subjects(record)).toContain('Invite them to the limited club');
    off();
  });

  test('handover: the run waits until the contact is read again, and goes on by the stage that follows', async () => {
    const record = contact();
    const { runs, off } = turnOn(workflowRecipes.handover);
    await write(record, forward);
    const owner = [...world.sandbox.store.owners.keys()].find(
      (id) => id !== record.values['hubspot_owner_id'],
    );
    await write(record, { hubspot_owner_id: owner ?? '' });
    await expect.poll(() => runs()[0]?.state, patience).toBe('done');
    const steps = runs()[0]?.steps.map(({ outcome }) => outcome) ?? [];
    expect(steps[0]).toMatch(/waits for the app/);
    expect(steps[1]).toMatch(/^completed: stage = \w+, flight = \w+/);
    expect(subjects(record).some((subject) => /Introduce yourself|Call first/.test(subject ?? ''))).toBe(
      true,
    );
    off();
  });

  test('desired relationship form: what they chose is kept with where they said it', async () => {
    const record = contact();
    const { runs, off } = turnOn(workflowRecipes.desiredForm);
    await write(record, { ...forward, rapport_desired_relationship: 'buddies' });
    await expect.poll(() => runs()[0]?.state, patience).toBe('done');
    expect(record.values['rapport_desired_relationship']).toBe('buddies');
    expect(record.values['rapport_desired_relationship_source']).toBe('Form "How close may we come?"');
    off();
  });
});
