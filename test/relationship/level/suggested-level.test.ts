import { describe, expect, test } from 'vitest';
import type { CeilingRule } from '../../../src/relationship/guardrails/fired.ts';
import { activeCustomer, customersPerOwner } from '../../../src/relationship/level/customers-per-owner.ts';
import {
  type CustomerBand,
  customerBands,
  gridMarks,
  gridProblems,
  kotlersGrid,
  type MarginBand,
  marginBands,
} from '../../../src/relationship/level/grid.ts';
import { defaultLevelSettings, levelFields } from '../../../src/relationship/level/level-settings.ts';
import { gridTitle } from '../../../src/relationship/level/level-texts.ts';
import { type Ceiling, suggestLevel } from '../../../src/relationship/level/suggested-level.ts';
import { defaultMatrixSettings } from '../../../src/relationship/matrix/matrix-settings.ts';
import { purchasesOf } from '../../../src/relationship/matrix/purchases.ts';
import type { Signal } from '../../../src/relationship/signal/signal.ts';
import { ago, dayMs, now, order, signal, timelineOf } from './../matrix/signals.ts';
import { perOwner, suggest } from './suggest.ts';

const settings = defaultLevelSettings;
describe('the grid after Kotler', () => {
  const cells: readonly (readonly [CustomerBand, MarginBand, readonly string[]])[] = [
    ['many', 'high', ['accountable']],
    ['many', 'medium', ['reactive']],
    ['many', 'low', ['basic', 'reactive']],
    ['medium', 'high', ['proactive']],
    ['medium', 'medium', ['accountable']],
    ['medium', 'low', ['reactive']],
    ['few', 'high', ['partnership']],
    ['few', 'medium', ['proactive']],
    ['few', 'low', ['accountable']],
  ];

  test.each(cells)('%s customers and a %s margin support %s', (band, margin, expected) => {
    const found = suggest({ band, margin });
    expect(found.cells).toEqual([expected]);
    expect(found.level).toBe(expected[0]);
    expect(found.missing).toEqual([]);
  });

  test('it is monotone, and an edited grid that is not is told', () => {
    expect(gridProblems(kotlersGrid)).toEqual([]);
    const edited = { ...kotlersGrid, few: { ...kotlersGrid.few, high: ['basic'] as const } };
    const problems = gridProblems(edited);
    expect(problems).toEqual([
      { code: 'grid_not_monotone', customers: 'few', margin: 'high' },
      { code: 'grid_not_monotone', customers: 'few', margin: 'medium' },
    ]);
    expect(
      suggestLevel(
        { customers: perOwner('few'), margin: 'high', stage: 'bonding', ceilings: [] },
        { ...settings, grid: edited },
      ).level,
    ).toBe('basic');
  });

  test('its title names Kotler, and only the two verified corners are marked so', () => {
    expect(gridTitle.en).toBe('After Kotler');
    const verified = customerBands.flatMap((band) =>
      marginBands.filter((margin) => gridMarks[band][margin] === 'V').map((margin) => `${band} ${margin}`),
    );
    expect(verified).toEqual(['many low', 'few high']);
  });
});

describe('customers per owner', () => {
  test('up to 25 are few, up to 150 a medium number, beyond many', () => {
    const band = (customers: number, owners = 1) => customersPerOwner(customers, owners, settings).band;
    expect([band(25), band(26), band(150), band(151), band(1500, 10), band(1510, 10)]).toEqual([
      'few',
      'medium',
      'medium',
      'many',
      'medium',
      'many',
    ]);
  });

  test('without an owner or a number it is unknown, and that is said', () => {
    expect(customersPerOwner(10, 0, settings)).toEqual({
      count: null,
      band: null,
      problems: [{ code: 'no_owner' }],
    });
    expect(customersPerOwner(Number.NaN, -1, settings).problems).toEqual([
      { code: 'not_a_number', what: 'customers' },
      { code: 'not_a_number', what: 'owners' },
    ]);
  });

  const active = (...signals: readonly Signal[]) => {
    const timeline = timelineOf(...signals);
    const { list } = purchasesOf(timeline, new Map(), defaultMatrixSettings);
    return activeCustomer(timeline, list, settings, now);
  };
  const term = (from: number, to: number | null, dealId: string) =>
    signal('term', from, 'us', 'deal', { endAt: to, dealId }, `deals:${dealId}`);

  test('who bought within a year is an active customer, until a known day', () => {
    const found = active(order(ago(100), 10));
    expect(found).toEqual({
      isActive: true,
      changesAt: Math.floor(ago(100) / dayMs + 365) * dayMs,
      problems: [],
    });
    expect(active(order(ago(365), 10)).isActive).toBe(false);
    expect(active().isActive).toBe(false);
  });

  test('terms that overlap count as one, are named, and end with the last', () => {
    const found = active(term(ago(300), now + 100 * dayMs, 'a'), term(ago(200), now + 50 * dayMs, 'b'));
    expect(found.isActive).toBe(true);
    expect(found.changesAt).toBe(Math.ceil((now + 100 * dayMs) / dayMs) * dayMs);
    expect(found.problems).toEqual([{ code: 'overlapping_terms', sources: ['deals:a', 'deals:b'] }]);
    expect(active(term(ago(300), null, 'a')).changesAt).toBeNull();
  });
});

describe('the suggestion is lowered', () => {
  const guardrail = (level: Ceiling['level'], rule: CeilingRule): Ceiling => ({
    by: 'guardrail',
    level,
    rule,
  });

  test('by guardrails and by what they want, with the rule named', () => {
    const wish: Ceiling = { by: 'preference', level: 'reactive', rule: 'basic_exchange' };
    const found = suggest({ ceilings: [guardrail('accountable', 'G12'), wish] });
    expect(found.level).toBe('reactive');
    expect(found.loweredBy.map(({ rule }) => rule)).toEqual(['basic_exchange', 'G12']);
    expect(found.economics).toEqual([['partnership']]);
  });

  test('a ceiling above the level lowers nothing', () => {
    expect(
      suggest({ band: 'many', margin: 'medium', ceilings: [guardrail('accountable', 'G12')] }),
    ).toMatchObject({
      level: 'reactive',
      loweredBy: [],
    });
  });

  test.each(['avoiding', 'terminating'] as const)('to reactive in %s', (stage) => {
    const found = suggest({ stage });
    expect(found.level).toBe('reactive');
    expect(found.loweredBy).toEqual([{ by: 'stage', level: 'reactive', rule: stage }]);
  });

  test('in no other stage by the stage alone', () => {
    for (const stage of [
      'initiating',
      'bonding',
      'stagnating',
      'circumscribing',
      'not_enough_evidence',
    ] as const) {
      expect(suggest({ stage }).level).toBe('partnership');
    }
  });

  test('of two suiting levels none stands above the ceiling', () => {
    const found = suggest({ band: 'many', margin: 'low', ceilings: [guardrail('basic', 'G01')] });
    expect(found.cells).toEqual([['basic']]);
  });
});

test('every level setting is described, and its default lies in its range', () => {
  for (const [name, { description, range }] of Object.entries(levelFields)) {
    expect(description).not.toBe('');
    const value: unknown = Reflect.get(defaultLevelSettings, name);
    if (range.kind === 'number') expect(Number(value) >= range.min && Number(value) <= range.max).toBe(true);
    if (range.kind === 'choice') expect(range.options).toContain(value);
  }
});
