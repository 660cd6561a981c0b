import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/relationship/assessment.ts';
import { stages } from '../../src/relationship/stage/stages.ts';
import type { ListOf } from '../../src/usecases/home.ts';
import { storeName, testStore } from '../support/database.ts';
import { assessment, contact } from '../support/timeline-builders.ts';

const portal = 7;
const day = 86_400_000;
const now = Date.UTC(2026, 5, 15, 12);

async function filled(of: Readonly<Record<string, Partial<Assessment>>>) {
  const world = await testStore();
  const { timeline, assessments, home } = world.store;
  await timeline.saveContacts(
    portal,
    Object.keys(of).map((id) => contact(id)),
  );
  await assessments.save(
    portal,
    Object.entries(of).map(([contactId, given]) => ({
      contactId,
      assessment: assessment({ asOf: now, ...given }),
      writing: false,
    })),
  );
  const all = async (list: ListOf, limit = 2) => {
    const pages: string[][] = [];
    for (let after: string | null = null, isLast = false; !isLast; ) {
      const page = await home.list(portal, list, { after, limit });
      pages.push(page.contacts.map(({ id }) => id));
      after = page.next;
      isLast = after === null;
    }
    return pages;
  };
  return { ...world, all };
}

function fight(openedAt: number, answerDueAt: number, of: { open?: boolean } = {}): Partial<Assessment> {
  const firstFight = {
    at: openedAt,
    latest: { openedAt },
    outcome: 'open',
    acknowledgement: { startedAt: openedAt, dueAt: answerDueAt, answeredAt: null, outcome: 'waiting' },
    recoveryOpen: of.open ?? true,
    changesAt: null,
  };
  // Of the milestones only what the home page lists by.
  return { milestones: { firstFight } as unknown as Assessment['milestones'] };
}

describe(`the home page's store (${storeName})`, () => {
  test('counts stages, slips, quadrants, gaps and moves, and keeps the counts', async () => {
    await using world = await filled({
      '1': { stage: 'bonding', validUntil: now + 3 * day },
      '2': { stage: 'bonding', validUntil: now + 20 * day },
      '3': { stage: 'stagnating', validUntil: now + 90 * day },
      '4': {
        stage: 'stagnating',
        history: [
          { stage: 'integrating', since: now - 800 * day, movement: 'first' },
          { stage: 'bonding', since: now - 700 * day, movement: 'forward' },
          { stage: 'stagnating', since: now - 20 * day, movement: 'deteriorate' },
        ],
      },
    });
    const { home } = world.store;
    expect(await home.summary(portal)).toBeNull();
    const summary = await home.summarise(portal, now);
    expect(summary).toMatchObject({
      at: now,
      contacts: 4,
      stages: { bonding: 2, stagnating: 2 },
      slipping: { days7: 1, days30: 2 },
      moves: [{ month: '2026-05', from: 'bonding', to: 'stagnating', count: 1 }],
    });
    expect(await home.summary(portal)).toEqual(summary);
    expect(await home.summary(8)).toBeNull();
  });

  test('lists a stage page by page, each contact once', async () => {
    const bonding = { stage: 'bonding' } as const;
    await using world = await filled({
      '9': bonding,
      '10': bonding,
      '11': bonding,
      '12': { stage: 'avoiding' },
      '13': bonding,
      '14': bonding,
    });
    const pages = await world.all({ by: 'stage', stage: 'bonding' });
    expect(pages.flat().sort()).toEqual(['10', '11', '13', '14', '9']);
    expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
    expect(await world.all({ by: 'stage', stage: 'initiating' })).toEqual([[]]);
  });

  test('lists who slips first, also over equal days, and nobody beyond the last day', async () => {
    const soon = { validUntil: now + day };
    await using world = await filled({
      '1': { validUntil: now + 2 * day },
      '2': soon,
      '3': soon,
      '4': soon,
      '5': { validUntil: now + 40 * day },
      '6': { validUntil: null },
    });
    expect(await world.all({ by: 'slipping', until: now + 30 * day })).toEqual([
      ['2', '3'],
      ['4', '1'],
    ]);
  });

  test('lists open recoveries by their clocks, with the clock', async () => {
    await using world = await filled({
      '1': fight(now - day, now + 3600_000),
      '2': fight(now - 2 * day, now - 3600_000),
      '3': fight(now - 9 * day, now - 8 * day, { open: false }),
      '4': {},
    });
    expect(await world.all({ by: 'recovering' })).toEqual([['2', '1']]);
    const { contacts } = await world.store.home.list(portal, { by: 'recovering' }, { after: null, limit: 1 });
    expect(contacts[0]).toMatchObject({
      label: 'Contact 2',
      recovery: { openedAt: now - 2 * day, answerDueAt: now - 3600_000, answeredAt: null },
    });
  });

  test('a cursor that no page made begins at the start', async () => {
    await using world = await filled({ '1': { stage: 'bonding' } });
    const { home } = world.store;
    for (const after of ["1'; drop table assessment", '', '1.', 'x.y']) {
      const page = await home.list(portal, { by: 'stage', stage: 'bonding' }, { after, limit: 5 });
      expect(page.contacts).toHaveLength(1);
    }
  });

  test('every stage keeps its name on the way into a move and back', async () => {
    const history = stages.map((stage, i) => ({
      stage,
      since: now - (20 - i) * day,
      movement: 'forward' as const,
    }));
    await using world = await filled({ '1': { history } });
    const { moves } = await world.store.home.summarise(portal, now);
    expect(moves.map(({ from, to }) => [from, to]).sort()).toEqual(
      stages
        .slice(1)
        .map((stage, i) => [stages[i], stage])
        .sort(),
    );
  });
});
