import { describe, expect, test } from 'vitest';
import { defaultLevelSettings } from '../../../src/relationship/level/level-settings.ts';
import { modeNotes } from '../../../src/relationship/level/level-texts.ts';
import { marginOf, type WonDeal } from '../../../src/relationship/level/margin.ts';
import { contactMargin, tercilesOf } from '../../../src/relationship/level/suggested-level.ts';
import { problemSentence } from '../../../src/relationship/matrix/input-problem.ts';
import { ago, now } from './../matrix/signals.ts';
import { suggest } from './suggest.ts';

const settings = defaultLevelSettings;
describe('the margin', () => {
  const deal = (id: string, lines: WonDeal['lines'], more: Partial<WonDeal> = {}): WonDeal => ({
    id,
    at: ago(30),
    family: null,
    currency: null,
    lines,
    ...more,
  });
  const filled = (id: string, price = 100, cost = 40, more: Partial<WonDeal> = {}) =>
    deal(id, [{ price, cost }], more);
  const money = { homeCurrency: null, rates: {} };
  const margin = (
    deals: readonly WonDeal[],
    entered = new Map<string | null, number>(),
    moneySettings: typeof money | { homeCurrency: string; rates: Record<string, number> } = money,
  ) => marginOf(deals, entered, settings, moneySettings, now);

  test('line items speak when they are filled on 60 % of the won deals of 12 months', () => {
    const found = margin([filled('1'), filled('2', 300, 60), filled('3'), deal('4', []), deal('5', [])]);
    expect(found.margin).toEqual({ source: 'line_items', share: 0.72, band: 'high', filled: 3, deals: 5 });
    const less = margin([filled('1'), filled('2'), deal('4', []), deal('5', [])]);
    expect(less.margin).toEqual({ source: 'unknown', filled: 2, deals: 4 });
  });

  test('deals older than 12 months do not count', () => {
    expect(margin([filled('1', 100, 40, { at: ago(366) })]).margin).toMatchObject({
      source: 'unknown',
      deals: 0,
    });
  });

  test('else what an admin entered per family speaks', () => {
    const deals = [
      deal('1', [], { family: 'web' }),
      deal('2', [], { family: 'web' }),
      deal('3', [], { family: 'print' }),
    ];
    const found = margin(
      deals,
      new Map([
        ['web', 0.3],
        ['print', 0.6],
      ]),
    );
    expect(found.margin).toEqual({ source: 'admin', share: expect.closeTo(0.4), band: 'medium' });
    expect(margin(deals, new Map([['print', 0.6]])).margin.source).toBe('unknown');
    expect(margin([], new Map([[null, 0.1]])).margin).toEqual({ source: 'admin', share: 0.1, band: 'low' });
  });

  test('without margin data there is no guess, and the two candidate cells are named', () => {
    const { margin: unknown } = margin([]);
    expect(unknown.source).toBe('unknown');
    const found = suggest({ band: 'many', margin: contactMargin(null, unknown, null, settings) });
    expect(found.level).toBe('unknown');
    expect(found.missing).toEqual(['margin']);
    expect(found.cells).toEqual([['basic', 'reactive'], ['accountable']]);
  });

  test('without owners the two cells of the column are named, without both the far corners', () => {
    expect(suggest({ band: null, margin: 'medium' })).toMatchObject({
      level: 'unknown',
      cells: [['reactive'], ['proactive']],
    });
    expect(suggest({ band: null, margin: null })).toMatchObject({
      missing: ['margin', 'customers'],
      cells: [['basic', 'reactive'], ['partnership']],
    });
  });

  test('a cost missing on some lines leaves the whole deal unfilled', () => {
    const half = deal('7', [
      { price: 100, cost: 10 },
      { price: 100, cost: null },
    ]);
    const found = margin([half, filled('8')]);
    expect(found.margin).toMatchObject({ source: 'unknown', filled: 1, deals: 2 });
    expect(found.problems).toEqual([{ code: 'cost_missing', deals: ['7'] }]);
  });

  test('a negative margin is taken as it is, is low, and is named', () => {
    const found = margin([filled('9', 100, 150)]);
    expect(found.margin).toEqual({ source: 'line_items', share: -0.5, band: 'low', filled: 1, deals: 1 });
    expect(found.problems).toEqual([{ code: 'negative_margin', deals: ['9'] }]);
  });

  test('deals in two currencies are added with a rate, and leave no margin without', () => {
    const deals = [filled('1', 100, 40, { currency: 'EUR' }), filled('2', 100, 80, { currency: 'USD' })];
    const rated = margin(deals, new Map(), { homeCurrency: 'EUR', rates: { USD: 0.5 } });
    expect(rated.margin).toMatchObject({ source: 'line_items', share: expect.closeTo(70 / 150) });
    expect(rated.problems).toEqual([]);
    const unrated = margin(deals);
    expect(unrated.margin.source).toBe('unknown');
    expect(unrated.problems).toEqual([{ code: 'two_currencies', currencies: ['EUR', 'USD'] }]);
    const half = margin(deals, new Map(), { homeCurrency: 'EUR', rates: {} });
    expect(half.margin.source).toBe('unknown');
    expect(half.problems).toEqual([{ code: 'currency_without_rate', currency: 'USD', purchases: 1 }]);
  });

  test('all problems are reported at once, each in a sentence', () => {
    const { problems } = margin(
      [filled('1', 10, 20), deal('2', [{ price: 1, cost: null }]), filled('3', Number.NaN, 1)],
      new Map([[null, Number.NaN]]),
    );
    expect(problems.map(({ code }) => code)).toEqual(['cost_missing', 'negative_margin', 'not_a_number']);
    for (const problem of problems) {
      expect(problemSentence(problem, 'en')).toMatch(/^[A-Z1].+\.$/);
      expect(problemSentence(problem, 'de')).toMatch(/^[A-Z1].+\.$/);
    }
  });
});

describe('contact mode', () => {
  const contact = { ...settings, mode: 'contact' as const };
  const high = { source: 'admin', share: 0.6, band: 'high' } as const;

  test('the margin of a contact is compared with the thirds of its segment', () => {
    const { terciles } = tercilesOf([1, 2, 3, 4, 5, 6, 7, 8, 9], contact);
    const band = (own: number | null) => contactMargin(own, high, terciles, contact);
    expect([band(-5), band(3), band(4), band(6), band(7), band(null)]).toEqual([
      'low',
      'low',
      'medium',
      'medium',
      'high',
      null,
    ]);
  });

  test('market mode, the default, gives one level per segment', () => {
    const { terciles } = tercilesOf([1, 2, 3, 4, 5, 6, 7, 8, 9], settings);
    expect(settings.mode).toBe('market');
    expect(contactMargin(1, high, terciles, settings)).toBe('high');
    expect(modeNotes.en.contact).toContain('an extension of ours');
    expect(modeNotes.de.market).toContain('Kotler');
  });

  test('with too few customers to compare the market speaks, and that is said', () => {
    const { terciles, problems } = tercilesOf([1, 2, Number.NaN], contact);
    expect(terciles).toBeNull();
    expect(problems).toEqual([{ code: 'too_few_to_compare', customers: 2, needed: 9 }]);
    expect(contactMargin(1, high, terciles, contact)).toBe('high');
  });

  test('customers who all bring the same are medium', () => {
    const { terciles } = tercilesOf(
      Array.from({ length: 9 }, () => 5),
      contact,
    );
    expect(contactMargin(5, high, terciles, contact)).toBe('medium');
  });
});
