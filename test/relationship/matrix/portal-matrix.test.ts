import { describe, expect, test } from 'vitest';
import { defaultMatrixSettings } from '../../../src/relationship/matrix/matrix-settings.ts';
import { type MatrixRow, portalMatrix } from '../../../src/relationship/matrix/portal-matrix.ts';
import type { Purchase } from '../../../src/relationship/matrix/purchases.ts';
import { readQuestionnaire } from '../../../src/relationship/matrix/questionnaire.ts';
import { sectors, sectorTexts } from '../../../src/relationship/matrix/sectors.ts';
import { dayMs, now } from './signals.ts';

const bought = (day: string, amount: number | null, family: string | null = null): Purchase => {
  const at = Date.parse(day);
  return {
    source: `orders:${day}`,
    at,
    day: at / dayMs,
    dealId: null,
    amount,
    family,
    viaIntermediary: false,
  };
};
const row = (quadrant: MatrixRow['quadrant'], hasKey: boolean, ...purchases: Purchase[]): MatrixRow => ({
  quadrant,
  hasKey,
  purchases,
});
const leaky = readQuestionnaire({
  general: { collects: 'us', anonymous: 'no', anonymousShare: null },
  families: {
    shop: { collects: 'us', anonymous: 'yes', anonymousShare: 0.75 },
    kiosk: { collects: 'us', anonymous: 'yes', anonymousShare: null },
  },
});
const view = (rows: readonly MatrixRow[], bookedRevenue?: Record<string, number>) =>
  portalMatrix(rows, leaky, defaultMatrixSettings, now, {
    months: 3,
    ...(bookedRevenue === undefined ? {} : { bookedRevenue }),
  });

describe('the portal view', () => {
  test('contacts and revenue are spread over the sectors', () => {
    const found = view([
      row('direct_identified', true, bought('2026-05-01', 300)),
      row('direct_unidentified', true, bought('2026-05-02', 100)),
      row('direct_unidentified', false),
      row('undetermined', true),
    ]);
    expect(found.contacts).toBe(4);
    expect(found.bySector.direct_unidentified).toEqual({
      contacts: 2,
      share: 0.5,
      revenue: 100,
      revenueShare: 0.25,
    });
    expect(found.bySector.direct_identified.revenueShare).toBe(0.75);
    expect(found.bySector.undetermined.contacts).toBe(1);
    expect(found.bySector.indirect_identified).toEqual({
      contacts: 0,
      share: 0,
      revenue: 0,
      revenueShare: 0,
    });
  });

  test('the identified share of revenue is shown month by month', () => {
    const found = view([
      row('direct_identified', true, bought('2026-04-30', 100), bought('2026-06-01', 100)),
      row('direct_unidentified', false, bought('2026-06-02', 300)),
      row('direct_identified', true, bought('2026-03-31', 999)),
    ]);
    expect(found.identifiedShare).toEqual([
      { month: '2026-04', identified: 100, total: 100, share: 1 },
      { month: '2026-05', identified: 0, total: 0, share: null },
      { month: '2026-06', identified: 100, total: 400, share: 0.25 },
    ]);
  });

  test('revenue that nobody gave a name for is reckoned in by its share', () => {
    const found = view([row('direct_unidentified', true, bought('2026-06-01', 100, 'shop'))]);
    expect(found.identifiedShare.at(-1)).toEqual({
      month: '2026-06',
      identified: 100,
      total: 400,
      share: 0.25,
    });
  });

  test('where the share without a name is not known, no share is guessed', () => {
    const rows = [row('direct_unidentified', true, bought('2026-06-01', 100, 'kiosk'))];
    expect(view(rows).identifiedShare.at(-1)).toMatchObject({ total: null, share: null });
    expect(view(rows, { '2026-06': 500 }).identifiedShare.at(-1)).toMatchObject({ total: 500, share: 0.2 });
  });

  test('books that hold less than the CRM never give more than all', () => {
    const rows = [row('direct_unidentified', true, bought('2026-06-01', 100, 'shop'))];
    expect(view(rows, { '2026-06': 50 }).identifiedShare.at(-1)).toMatchObject({ share: 1 });
    expect(view(rows, { '2026-06': Number.NaN }).identifiedShare.at(-1)).toMatchObject({ share: 0.25 });
  });

  test('amounts that cannot be added are in no sum, their contact is counted', () => {
    const found = view([row('direct_identified', true, bought('2026-06-01', null))]);
    expect(found.bySector.direct_identified).toEqual({
      contacts: 1,
      share: 1,
      revenue: 0,
      revenueShare: null,
    });
  });

  test('an empty portal has no shares', () => {
    const found = view([]);
    expect(found.bySector.direct_identified).toEqual({
      contacts: 0,
      share: 0,
      revenue: 0,
      revenueShare: null,
    });
  });
});

test('each sector says who falls in it, its relationship model, what to do and how it gets disrupted', () => {
  const models = {
    direct_identified: 'Service',
    direct_unidentified: 'Loyalty',
    indirect_identified: 'Shared stewardship',
    indirect_unidentified: 'Engagement',
  };
  expect([...sectors].sort()).toEqual(Object.keys(models).sort());
  for (const sector of sectors) {
    expect(sectorTexts.en[sector].model).toContain(models[sector]);
    for (const language of ['en', 'de'] as const) {
      const text = sectorTexts[language][sector];
      expect(text.disruption.length).toBeGreaterThanOrEqual(2);
      for (const line of [text.name, text.who, text.recommend, ...text.disruption])
        expect(line.length).toBeGreaterThan(10);
    }
    expect(sectorTexts.de[sector].disruption).toHaveLength(sectorTexts.en[sector].disruption.length);
  }
});
