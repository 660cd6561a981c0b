import type { InputProblem } from '../matrix/input-problem.ts';
import { type Level, rankOf } from './levels.ts';

/** How many customers one owner serves. */
export const customerBands = ['many', 'medium', 'few'] as const;

export type CustomerBand = (typeof customerBands)[number];

export const marginBands = ['high', 'medium', 'low'] as const;

export type MarginBand = (typeof marginBands)[number];

/** One level, or two neighbouring ones that both suit, the lower first. */
export type Cell = readonly [Level] | readonly [Level, Level];

/** The chooser *after Kotler*: the level each number of customers and margin can afford. */
export type Grid = Readonly<Record<CustomerBand, Readonly<Record<MarginBand, Cell>>>>;

/**
 * That the level depends on both axes is [V M5], and so are the corners many x low and few x high [V M1]; the other seven
 * cells are recalled from the textbook [R]. The grid is monotone, so one of them could be wrong by one level at most.
 */
export const kotlersGrid: Grid = {
  many: { high: ['accountable'], medium: ['reactive'], low: ['basic', 'reactive'] },
  medium: { high: ['proactive'], medium: ['accountable'], low: ['reactive'] },
  few: { high: ['partnership'], medium: ['proactive'], low: ['accountable'] },
};

/** What each cell rests on. */
export const gridMarks: Readonly<Record<CustomerBand, Readonly<Record<MarginBand, 'V' | 'R'>>>> = {
  many: { high: 'R', medium: 'R', low: 'V' },
  medium: { high: 'R', medium: 'R', low: 'R' },
  few: { high: 'V', medium: 'R', low: 'R' },
};

/** Cells of an edited grid that give less attention for a higher margin, or for fewer customers. */
export function gridProblems(grid: Grid): InputProblem[] {
  const problems: InputProblem[] = [];
  for (const [row, customers] of customerBands.entries()) {
    for (const [column, margin] of marginBands.entries()) {
      const here = rankOf(grid[customers][margin][0]);
      const busier = customerBands[row - 1];
      const richer = marginBands[column - 1];
      const isLessForFewer = busier !== undefined && here < rankOf(grid[busier][margin][0]);
      const isMoreForLess = richer !== undefined && here > rankOf(grid[customers][richer][0]);
      if (isLessForFewer || isMoreForLess) problems.push({ code: 'grid_not_monotone', customers, margin });
    }
  }
  return problems;
}
