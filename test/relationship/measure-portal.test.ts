import { describe, expect, test } from 'vitest';
import { measurePortal, type PortalRow } from '../../src/relationship/measure-portal.ts';
import { defaultSettings, type Settings } from '../../src/relationship/settings.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 5, 10, 12);

const purchase = (
  daysAgo: number,
  amount: number,
  family: string | null = null,
  dealId: string | null = null,
) => ({
  ...{ source: `orders:${daysAgo}`, at: now - daysAgo * day, day: Math.floor(now / day) - daysAgo },
  ...{ dealId, amount, family, viaIntermediary: false },
});

const row = (id: string, of: Partial<PortalRow> = {}): PortalRow => ({
  ...{ id, owner: '70', company: null, segment: null, isClose: false, interest: null, acted: true },
  ...{ isActiveCustomer: true, purchases: [], won: [], links: [] },
  ...{ quadrant: 'undetermined', hasKey: true, encounter: null },
  ...of,
});

const earning = (share: number, more: Partial<Settings['level']> = {}): Settings => ({
  ...defaultSettings,
  level: { ...defaultSettings.level, enteredMargin: share, ...more },
});

const measure = (rows: readonly PortalRow[], settings: Settings = defaultSettings) =>
  measurePortal(rows, settings, 'Europe/Berlin', now);

describe('the view over a portal', () => {
  test('counts active customers and the owners who serve them, of each segment and of all', () => {
    const { view } = measure([
      row('1', { segment: 'shops' }),
      row('2', { segment: 'shops', owner: '71' }),
      row('3', { segment: 'homes' }),
      row('4', { segment: 'homes', isActiveCustomer: false, owner: '72' }),
      row('5', { owner: null }),
    ]);
    expect(view.whole).toMatchObject({ customers: 4, owners: 2 });
    expect(view.segments).toMatchObject({
      shops: { customers: 2, owners: 2 },
      homes: { customers: 1, owners: 1 },
    });
    expect(view).toMatchObject({ measuredAt: now, timeZone: 'Europe/Berlin' });
  });

  test('without a buyer in sight nobody can tell how many customers there are', () => {
    expect(measure([row('1', { isActiveCustomer: false })]).view.whole).toMatchObject({
      customers: null,
      owners: null,
      concentration: null,
      terciles: null,
    });
  });

  test('a deal that two people share counts once in the margin', () => {
    const deal = {
      ...{ id: '9', at: now - day, family: null, currency: null },
      lines: [{ price: 100, cost: 40 }],
    };
    const { view } = measure([row('1', { won: [deal] }), row('2', { won: [deal] })]);
    expect(view.whole.margin).toMatchObject({ source: 'line_items', share: 0.6, deals: 1 });
  });

  test('the concentration of margin is measured on what customers brought in twelve months', () => {
    const rows = Array.from({ length: 50 }, (_, i) =>
      row(String(i), { purchases: [purchase(30, i < 10 ? 800 : 50), purchase(500, 9999)] }),
    );
    const { view } = measure(rows, earning(0.5));
    expect(view.whole.concentration).toMatchObject({ customers: 50, top: 10, share: 0.8 });
  });

  test('without any margin nothing is concentrated and no share is assumed', () => {
    const rows = [row('1', { purchases: [purchase(30, 100)] })];
    expect(measure(rows).view.whole.concentration).toBeNull();
  });

  test('the thirds of the margins in money need enough customers', () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, i) => row(String(i), { purchases: [purchase(3, 100 * (i + 1))] }));
    expect(measure(rows(9), earning(0.5)).view.whole.terciles).toEqual({ low: 150, high: 300 });
    expect(measure(rows(8), earning(0.5)).view.whole.terciles).toBeNull();
  });

  test('paid cycles are those that the most frequent tenth of a family reaches, of ten buyers or more', () => {
    const buys = (i: number, family: string | null) =>
      Array.from({ length: i + 1 }, (_, n) => purchase(1 + n, 10, family));
    const rows = Array.from({ length: 10 }, (_, i) => row(String(i), { purchases: buys(i, 'beans') }));
    expect(measure(rows).view.cyclesPerYear).toEqual({ '': 10, beans: 10 });
    expect(measure(rows.slice(0, 9)).view.cyclesPerYear).toEqual({});
  });

  test('two purchases of one day are one cycle, and one of last year is none', () => {
    const purchases = [purchase(1, 5), purchase(1, 6), purchase(370, 7)];
    const rows = Array.from({ length: 10 }, (_, i) => row(String(i), { purchases }));
    expect(measure(rows).view.cyclesPerYear).toEqual({ '': 1 });
  });

  test('an interest counts those in Integrating or Bonding who volunteered it', () => {
    const { view } = measure([
      row('1', { isClose: true, interest: 'tea' }),
      row('2', { isClose: true, interest: 'tea' }),
      row('3', { isClose: false, interest: 'tea' }),
      row('4', { isClose: true }),
    ]);
    expect(view.interests).toEqual({ tea: 2 });
  });

  test('the share of word of mouth leaves out who never met us', () => {
    const { view } = measure([
      row('1', { encounter: 'word_of_mouth' }),
      row('2', { encounter: 'direct' }),
      row('3', { encounter: 'unknown' }),
      row('4'),
    ]);
    expect(view.story?.wordOfMouth).toEqual({ share: 0.5, known: 2, unknown: 1 });
  });

  test('the matrix of the portal follows the identified share of revenue over a year', () => {
    const { view } = measure([
      row('1', { quadrant: 'direct_identified', purchases: [purchase(2, 80)] }),
      row('2', { quadrant: 'direct_unidentified' }),
    ]);
    expect(view.story?.matrix.bySector.direct_identified).toMatchObject({ contacts: 1, revenue: 80 });
    expect(view.story?.matrix.identifiedShare).toHaveLength(13);
    expect(view.story?.matrix.identifiedShare.at(-1)?.month).toBe('2026-06');
  });
});

describe('what the portal says of one contact', () => {
  const of = (rows: readonly PortalRow[], id: string, settings = earning(0.5)) =>
    measure(rows, settings).contacts.get(id);

  test('people of its company who ever acted are counted, itself among them', () => {
    const rows = [
      row('1', { company: 'a' }),
      row('2', { company: 'a' }),
      row('3', { company: 'a', acted: false }),
      row('4', { company: 'b' }),
    ];
    expect(of(rows, '1')?.stakeholders).toBe(2);
    expect(of(rows, '4')?.stakeholders).toBe(1);
  });

  test('without a company a contact is one of its own, and nobody counts people', () => {
    const lone = of([row('1', { purchases: [purchase(3, 90)] })], '1');
    expect(lone).toEqual({ ownMargin: 45, standing: { rank: 1, isRising: false } });
  });

  test('a company brings what all its people bought', () => {
    const rows = [
      row('1', { company: 'a', purchases: [purchase(3, 100)] }),
      row('2', { company: 'a', purchases: [purchase(9, 60)] }),
    ];
    expect(of(rows, '1')?.ownMargin).toBe(80);
  });

  test('the price and cost of its deal stand before the margin that was entered', () => {
    const won = [{ ...{ id: '9', at: now, family: null, currency: null }, lines: [{ price: 10, cost: 9 }] }];
    const rows = [row('1', { purchases: [purchase(3, 100, null, '9')], won })];
    expect(of(rows, '1')?.ownMargin).toBe(10);
  });

  test('a purchase without amount, in the future or older than two years is in no margin', () => {
    const unknown = { ...purchase(3, 0), amount: null };
    const rows = [row('1', { purchases: [unknown, purchase(-3, 100), purchase(731, 100)] })];
    expect(of(rows, '1')).toBeUndefined();
  });

  test('the rank is told in twentieths, so that a neighbour does not move everybody', () => {
    const rows = Array.from({ length: 30 }, (_, i) => row(String(i), { purchases: [purchase(3, 30 - i)] }));
    expect(of(rows, '0')?.standing?.rank).toBe(0.05);
    expect(of(rows, '1')?.standing?.rank).toBe(0.1);
    expect(of(rows, '29')?.standing?.rank).toBe(1);
  });

  test('who stands in a segment is ranked among its customers', () => {
    const rows = [
      row('1', { segment: 'small', purchases: [purchase(3, 10)] }),
      ...Array.from({ length: 9 }, (_, i) =>
        row(`big${i}`, { segment: 'big', purchases: [purchase(3, 1000)] }),
      ),
    ];
    expect(of(rows, '1')?.standing?.rank).toBe(1);
    expect(measure(rows, earning(0.5)).contacts.get('big0')?.standing?.rank).toBe(0.15);
  });

  test('whom it brought and what they spent is told, to one referrer only', () => {
    const link = (referrer: string, at: number) => ({ referrer, referred: '3', at });
    const rows = [
      row('1', { links: [link('1', 5)] }),
      row('2', { links: [link('2', 6)] }),
      row('3', { purchases: [purchase(3, 70)] }),
    ];
    expect(of(rows, '1')?.advocacy).toEqual({ brought: ['3'], value: 70, reach: 1, reachValue: 70 });
    expect(of(rows, '2')).toBeUndefined();
  });

  test('odd input gives no number that is none, and never throws', () => {
    const odd = row('1', {
      purchases: [{ ...purchase(3, Number.NaN) }, purchase(4, -50), { ...purchase(5, 5), day: Number.NaN }],
      links: [{ referrer: '1', referred: '1', at: Number.NaN }],
    });
    const { view, contacts } = measure([odd], earning(Number.NaN));
    expect(JSON.stringify([view, [...contacts]])).not.toContain('NaN');
    expect(contacts.get('1')?.ownMargin).toBeUndefined();
  });
});
