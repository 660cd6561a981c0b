import type { Language } from './reason.ts';
import type { Stage } from './stages.ts';

/** What people call the stages: the same words in sentences, in the terminal and, a test sees to it, on the cards. */
export const stageNames: Readonly<Record<Language, Readonly<Record<Stage, string>>>> = {
  en: {
    initiating: 'Initiating',
    experimenting: 'Experimenting',
    intensifying: 'Intensifying',
    integrating: 'Integrating',
    bonding: 'Bonding',
    differentiating: 'Differentiating',
    circumscribing: 'Circumscribing',
    stagnating: 'Stagnating',
    avoiding: 'Avoiding',
    terminating: 'Terminating',
  },
  de: {
    initiating: 'Kennenlernen',
    experimenting: 'Erkunden',
    intensifying: 'Vertiefen',
    integrating: 'Zusammenwachsen',
    bonding: 'Bindung',
    differentiating: 'Abgrenzen',
    circumscribing: 'Einschränken',
    stagnating: 'Stillstand',
    avoiding: 'Ausweichen',
    terminating: 'Beenden',
  },
};
