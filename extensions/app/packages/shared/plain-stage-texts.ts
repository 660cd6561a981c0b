/** The stages in plain words that accuse nobody, for portals whose people may be asked what stands on a record. */
import type { StageName } from './contract.ts';
import type { Language } from './viewer.ts';

export const plainStageTexts: Readonly<Record<Language, Readonly<Record<StageName, string>>>> = {
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
