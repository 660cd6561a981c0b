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

/**
 * The same stages in plain words that accuse nobody: what stands on a record is read by whoever asks for access. The
 * English ones are those of the events on the timeline, which nobody can take back.
 */
export const plainStageNames: typeof stageNames = {
  en: {
    initiating: 'First contact',
    experimenting: 'Getting to know',
    intensifying: 'Agreeing terms',
    integrating: 'Working together',
    bonding: 'Partners',
    differentiating: 'Comparing',
    circumscribing: 'Narrowing',
    stagnating: 'Cooling',
    avoiding: 'Keeping distance',
    terminating: 'Closed',
  },
  de: {
    initiating: 'Erster Kontakt',
    experimenting: 'Annäherung',
    intensifying: 'Absprachen',
    integrating: 'Zusammenarbeit',
    bonding: 'Partner',
    differentiating: 'Vergleich',
    circumscribing: 'Weniger Themen',
    stagnating: 'Abkühlung',
    avoiding: 'Abstand',
    terminating: 'Abgeschlossen',
  },
};
