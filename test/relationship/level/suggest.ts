import type { CustomerBand } from '../../../src/relationship/level/grid.ts';
import { defaultLevelSettings } from '../../../src/relationship/level/level-settings.ts';
import { type SuggestionInput, suggestLevel } from '../../../src/relationship/level/suggested-level.ts';

export const perOwner = (band: CustomerBand | null) => ({ count: null, band, problems: [] });

/** The suggestion for a valuable customer among few, but for what is given. */
export function suggest(given: Partial<SuggestionInput> & { band?: CustomerBand | null } = {}) {
  const { band = 'few', ...rest } = given;
  const input = {
    customers: perOwner(band),
    margin: 'high' as const,
    stage: 'integrating' as const,
    ceilings: [],
  };
  return suggestLevel({ ...input, ...rest }, defaultLevelSettings);
}
