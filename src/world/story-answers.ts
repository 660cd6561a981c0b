/** How an admin of the story's company answered the questions of the settings page. */
import { defaultSettings } from '../relationship/settings.ts';
import { type Choices, defaultChoices } from '../usecases/choices.ts';

/**
 * They sell beans and machines to offices and know all of them; in their café one can pay cash, a supermarket sells their
 * capsules, and dealers some of their machines. Each of them cares for few people by name, so that three are many.
 */
export const storyAnswers: Choices = {
  ...defaultChoices,
  settings: {
    ...defaultSettings,
    questionnaire: {
      general: { collects: 'us', anonymous: 'no', anonymousShare: null },
      families: {
        'Harbour Café': { collects: 'us', anonymous: 'yes', anonymousShare: 0.6 },
        'Mokka Market': { collects: 'partner', anonymous: 'yes', anonymousShare: 0.9 },
        machines: { collects: 'both', anonymous: 'no', anonymousShare: null },
      },
    },
    level: { ...defaultSettings.level, fewCustomers: 1, mediumCustomers: 2 },
  },
};

export const answersNote = 'The first questions, answered.';
