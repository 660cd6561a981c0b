/** How the portal stands as a whole, worded for the home page: revenue by sector, what of it has a name, how it grows. */
import type { StoryView } from '@rapport/shared/contract-home.ts';
import { sectors, sectorTexts } from '../relationship/matrix/sectors.ts';
import type { PortalStory } from '../relationship/portal-view.ts';
import type { Language } from '../relationship/stage/reason.ts';
import { fewest } from '../usecases/hide-small.ts';

export function storyView({ matrix, wordOfMouth }: PortalStory, language: Language): StoryView {
  return {
    identifiedShare: matrix.identifiedShare.map(({ month, share }) => ({ month, share })),
    sectors: sectors.flatMap((key) => {
      const { contacts, revenueShare } = matrix.bySector[key];
      // The revenue of a handful of contacts would be theirs.
      if (revenueShare === null || revenueShare === 0 || contacts < fewest) return [];
      return [{ key, revenueShare, disruption: sectorTexts[language][key].disruption }];
    }),
    recommended: recommendedOf(wordOfMouth),
  };
}

function recommendedOf({ share, known }: PortalStory['wordOfMouth']): StoryView['recommended'] {
  if (share === null) return null;
  const recommended = Math.round(share * known);
  const isSmall = [recommended, known - recommended].some((count) => count > 0 && count < fewest);
  return isSmall ? null : { share, known };
}
