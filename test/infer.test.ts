import { describe, expect, it } from 'vitest';
import { isContactCard } from '../extensions/app/packages/shared/contract.ts';
import { cardIn, cardsIn, inferIn, keptInfer } from '../src/infer.ts';
import { loadManifest } from '../src/manifest.ts';
import { noFacts } from '../src/relationship/facts.ts';
import { unseenTexts } from '../src/unseen-texts.ts';
import { portalContext } from '../src/usecases/portal-context.ts';
import type { ActivityType, Installation } from '../src/usecases/ports.ts';
import type { StoredContact } from '../src/usecases/store.ts';
import { installation } from './support/timeline-builders.ts';

const now = Date.UTC(2026, 5, 15);
/** Still 25 May in UTC, and 26 May in Auckland. */
const orderedAt = Date.UTC(2026, 4, 25, 20);
const stored: StoredContact = {
  id: '1',
  label: 'Ada',
  facts: noFacts,
  signals: [
    {
      id: 'a',
      source: 'orders:1',
      at: orderedAt,
      kind: 'order',
      by: 'customer',
      channel: 'order',
      facts: { amount: 80 },
    },
  ],
  published: {},
  publishedModel: null,
  unsettled: false,
  objectionSince: null,
  shown: null,
  corrections: [],
};

function contextOf(of: Installation, readable: readonly ActivityType[] = ['orders']) {
  return portalContext(
    {
      readable: () => readable,
      portalModels: { current: async () => null },
      choices: { current: async () => null },
      views: { find: async () => null },
      registers: { find: async () => null },
    },
    of,
  );
}

async function inferred(
  of: Partial<Installation> = {},
  contact: Partial<StoredContact> = {},
  readable: readonly ActivityType[] = ['orders'],
) {
  const context = await contextOf(installation(7, of), readable);
  const about = { ...stored, ...contact };
  const inferred = inferIn(context)(about, now);
  return { ...inferred, card: cardsIn(context)(about, inferred.assessment) };
}

function cardOf(card: string, locale = 'en'): Record<string, unknown> {
  const shown: unknown = JSON.parse(cardIn(card, locale).body);
  expect(isContactCard(shown)).toBe(true);
  return shown as Record<string, unknown>;
}

describe('an inferred contact', () => {
  it('has the same chance on the card as in the property: what is stored is told again when that changes', async () => {
    const { values, card } = await inferred();
    expect(cardOf(card)['vitality']).toBe(Number(values['rapport_vitality']));
    expect(Number(values['rapport_vitality']) % 10).toBe(0);
  });

  it('shows a snooze until its time is over, and none that was taken back', async () => {
    const by = { userId: 1, email: null };
    const says = {
      kind: 'snooze',
      alert: 'coming_apart',
      reason: 'on <b>holiday</b>',
      until: now + 1,
    } as const;
    const snooze: StoredContact['corrections'][number] = {
      id: 's',
      contactId: '1',
      at: 1,
      by,
      says,
      undone: null,
    };
    const shown = async (of: Partial<typeof snooze>) =>
      cardOf((await inferred({}, { corrections: [{ ...snooze, ...of }] })).card)['snooze'];
    expect(await shown({})).toEqual({
      id: 's',
      reason: 'on <b>holiday</b>',
      until: new Date(now + 1).toISOString(),
    });
    expect(await shown({ says: { ...says, until: now } })).toBeUndefined();
    expect(await shown({ undone: { at: 2, by } })).toBeUndefined();
  });

  it('has the same stage in assessment, properties and every card', async () => {
    const { assessment, values, card } = await inferred();
    expect(values['rapport_stage']).toBe(assessment.stage);
    for (const locale of ['en', 'de-DE']) {
      expect(cardOf(card, locale)).toMatchObject({ kind: 'ready', stage: assessment.stage });
    }
  });

  it('speaks the language of the viewer, and English where it does not know it', async () => {
    const { card } = await inferred();
    expect(cardIn(card, 'de').body).not.toBe(cardIn(card, 'en').body);
    expect(cardIn(card, 'fr').body).toBe(cardIn(card, 'en-GB').body);
  });
});

describe('a contact of a portal', () => {
  it("reads its dates in the portal's zone, in the card as in the property", async () => {
    const east = await inferred({ timeZone: 'Pacific/Auckland' });
    const west = await inferred({ timeZone: 'America/New_York' });
    for (const [{ values, card }, english, german] of [
      [east, '26 May 2026', '26. Mai 2026'],
      [west, '25 May 2026', '25. Mai 2026'],
    ] as const) {
      expect(values['rapport_stage_reason']).toContain(english);
      expect(cardOf(card)['reason']).toBe(values['rapport_stage_reason']);
      expect(cardOf(card, 'de')['reason']).toContain(german);
    }
  });

  it('is assessed all the same where nobody knows the zone', async () => {
    const { values } = await inferred({ timeZone: 'Mars/Olympus' });
    expect(values['rapport_stage_reason']).toContain('25 May 2026');
  });

  it("links to the portal's own pages", async () => {
    const { card } = await inferred({ uiDomain: 'app-eu1.hubspot.com' });
    expect(cardOf(card)['uiDomain']).toBe('app-eu1.hubspot.com');
  });

  it('says that purchases are not visible only where no record of them may be read', async () => {
    const unseen = 'Purchases are not visible';
    for (const [readable, isSaid] of [
      [['emails', 'tickets', 'quotes'], true],
      [['emails', 'orders'], false],
      [['emails', 'deals'], false],
      [['invoices'], false],
      [['subscriptions'], false],
    ] as const) {
      const { card } = await inferred({}, {}, readable);
      expect(JSON.stringify(cardOf(card)['evidence']).includes(unseen)).toBe(isSaid);
    }
  });

  it('of whom nothing is known shows what the portal does not let us see, in words', async () => {
    const { card } = await inferred({ missingScopes: ['tickets'] }, { signals: [] });
    expect(cardOf(card)).toMatchObject({
      kind: 'not-enough-evidence',
      missing: [unseenTexts['tickets']?.en],
    });
    expect(cardOf(card, 'de')).toMatchObject({ missing: [unseenTexts['tickets']?.de] });
  });

  it('who objects is told since when, and nothing else', async () => {
    const facts = { ...noFacts, objection: true };
    const { card } = await inferred({}, { facts, objectionSince: orderedAt });
    expect(cardOf(card)).toEqual({ kind: 'objection', since: '2026-05-25T20:00:00.000Z' });
    expect(cardOf((await inferred({}, { facts })).card)).toEqual({ kind: 'objection', since: null });
  });
});

describe('an engine that is kept', () => {
  it('is the same one while nothing about its portal changes, however often the portal is read', async () => {
    const infer = keptInfer();
    const kept = infer(await contextOf(installation(7)));
    expect(infer(await contextOf(installation(8)))).not.toBe(kept);
    expect(infer(await contextOf(installation(7)))).toBe(kept);
  });

  it('gives way as soon as anything about the portal changes', async () => {
    const infer = keptInfer();
    const before = infer(await contextOf(installation(7, { timeZone: 'America/New_York' })));
    const after = infer(await contextOf(installation(7, { timeZone: 'Pacific/Auckland' })));
    expect(before(stored, now).values['rapport_stage_reason']).toContain('25 May 2026');
    expect(after(stored, now).values['rapport_stage_reason']).toContain('26 May 2026');
    const settled = await contextOf(installation(7));
    const longer = { ...settled.settings, quietDays: settled.settings.quietDays + 7 };
    expect(infer({ ...settled, settings: longer })).not.toBe(infer(settled));
  });

  it('is forgotten when a hundred other portals were asked for since', async () => {
    const infer = keptInfer();
    const first = infer(await contextOf(installation(1)));
    for (let portal = 2; portal <= 101; portal++) infer(await contextOf(installation(portal)));
    expect(infer(await contextOf(installation(1)))).not.toBe(first);
  });
});

it('every scope that may be left out has words in both languages', () => {
  const optional = loadManifest().scopes.optional.map(({ name }) => name);
  expect(Object.keys(unseenTexts).sort()).toEqual([...optional].sort());
});

describe('a card without texts', () => {
  it('is the same in every language, and unknown only when it says so', () => {
    expect(cardIn('{"kind":"not-yet","progress":null}', 'de')).toEqual({
      body: '{"kind":"not-yet","progress":null}',
      found: true,
    });
    expect(cardIn('{"kind":"unknown-contact"}', 'de').found).toBe(false);
  });
});
