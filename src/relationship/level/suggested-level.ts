import type { CeilingRule } from '../guardrails/fired.ts';
import type { InputProblem } from '../matrix/input-problem.ts';
import type { StageAnswer } from '../stage/stages.ts';
import type { CustomersPerOwner } from './customers-per-owner.ts';
import type { Cell, CustomerBand, Grid, MarginBand } from './grid.ts';
import type { LevelSettings } from './level-settings.ts';
import { type Level, lowerOf, rankOf } from './levels.ts';
import type { Margin } from './margin.ts';

/** The level the economics suggest for a contact, lowered by what the contact wants and by what one may do. */
export type SuggestedLevel = {
  readonly level: Level | 'unknown';
  /** What the grid alone says, before anything lowered it; shaped as `cells`. */
  readonly economics: readonly Cell[];
  /** What suits: one level, or two neighbouring ones; without margin or owners the cells it lies between. */
  readonly cells: readonly Cell[];
  /** What is missing for an answer. */
  readonly missing: readonly ('margin' | 'customers')[];
  readonly customers: CustomerBand | null;
  readonly margin: MarginBand | null;
  /** Every rule that lowered it, the one that decides first. */
  readonly loweredBy: readonly Ceiling[];
};

/** Something that forbids more attention than this. */
export type Ceiling =
  | { readonly by: 'guardrail'; readonly level: Level; readonly rule: CeilingRule }
  /** `rule`: the desired type, or the stage. */
  | { readonly by: 'preference' | 'stage'; readonly level: Level; readonly rule: string };

/** Stages in which nobody is pressed: at most reactive [D]. */
const restingStages: readonly StageAnswer[] = ['avoiding', 'terminating'];

export type SuggestionInput = {
  readonly customers: CustomersPerOwner;
  /** Of the segment, or of the contact within it; null while unknown. */
  readonly margin: MarginBand | null;
  readonly stage: StageAnswer;
  /** Of the desired relationship and of the guardrails. */
  readonly ceilings: readonly Ceiling[];
};

export function suggestLevel(input: SuggestionInput, { grid }: LevelSettings): SuggestedLevel {
  const customers = input.customers.band;
  const { margin } = input;
  const found = cellsOf(grid, customers, margin);
  const ceilings = allCeilings(input);
  const cells = found.map((cell) => lowerCell(cell, ceilings));
  const loweredBy = ceilings
    .filter((ceiling) => found.some((cell) => rankOf(cell[0]) > rankOf(ceiling.level)))
    .sort((a, b) => rankOf(a.level) - rankOf(b.level) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
  const missing: ('margin' | 'customers')[] = [];
  if (margin === null) missing.push('margin');
  if (customers === null) missing.push('customers');
  const [only] = cells;
  const level = missing.length === 0 && only !== undefined ? only[0] : 'unknown';
  return { level, economics: found, cells, missing, customers, margin, loweredBy };
}

/** The cell of both axes; with one axis missing, the two ends of the row or column; with both, the two far corners. */
function cellsOf(grid: Grid, customers: CustomerBand | null, margin: MarginBand | null): readonly Cell[] {
  if (customers !== null && margin !== null) return [grid[customers][margin]];
  if (customers !== null) return [grid[customers].low, grid[customers].high];
  if (margin !== null) return [grid.many[margin], grid.few[margin]];
  return [grid.many.low, grid.few.high];
}

function allCeilings({ stage, ceilings }: SuggestionInput): readonly Ceiling[] {
  if (!restingStages.includes(stage)) return ceilings;
  return [...ceilings, { by: 'stage', level: 'reactive', rule: stage }];
}

function lowerCell(cell: Cell, ceilings: readonly Ceiling[]): Cell {
  const lower = (level: Level) => ceilings.reduce((low, ceiling) => lowerOf(low, ceiling.level), level);
  const [first, second] = cell;
  const low = lower(first);
  if (second === undefined) return [low];
  const high = lower(second);
  return high === low ? [low] : [low, high];
}

/** The thirds of a segment's margins in money; null with too few customers to compare. */
export type Terciles = { readonly low: number; readonly high: number };

export function tercilesOf(
  margins: readonly number[],
  settings: LevelSettings,
): { readonly terciles: Terciles | null; readonly problems: readonly InputProblem[] } {
  const sorted = margins.filter(Number.isFinite).toSorted((a, b) => a - b);
  const needed = settings.tercileCustomers;
  if (sorted.length < needed || sorted.length < 3) {
    return {
      terciles: null,
      problems: [{ code: 'too_few_to_compare', customers: sorted.length, needed: Math.max(needed, 3) }],
    };
  }
  const third = sorted.length / 3;
  // The last of the lowest third, and the last of the middle one: above it is high.
  const low = sorted[Math.ceil(third) - 1] ?? 0;
  const high = sorted[Math.ceil(2 * third) - 1] ?? 0;
  return { terciles: { low, high }, problems: [] };
}

/**
 * The band of one contact. In market mode its segment's. In contact mode its company's margin against the thirds of the
 * segment, where enough customers can be compared: an extension of ours [D]. Equal margins are medium.
 */
export function contactMargin(
  own: number | null,
  segment: Margin,
  terciles: Terciles | null,
  settings: LevelSettings,
): MarginBand | null {
  const market = segment.source === 'unknown' ? null : segment.band;
  if (settings.mode === 'market' || terciles === null) return market;
  if (own === null || !Number.isFinite(own)) return null;
  if (terciles.low === terciles.high) {
    return own === terciles.low ? 'medium' : own < terciles.low ? 'low' : 'high';
  }
  if (own <= terciles.low) return 'low';
  return own > terciles.high ? 'high' : 'medium';
}
