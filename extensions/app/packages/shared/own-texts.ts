/** The words of what is chosen by a name of the portal's own, and of the portal's own words for a step. */
import type { Language } from './viewer.ts';

type TableTexts = {
  readonly title: string;
  readonly help: string;
  /** Of the field for a new line. */
  readonly key: string;
  readonly add: string;
  readonly remove: (name: string) => string;
};

export type OwnTexts = {
  readonly depths: TableTexts;
  readonly rates: TableTexts;
  readonly playbook: {
    readonly title: string;
    readonly help: string;
    readonly step: string;
    readonly inLanguage: Readonly<Record<Language, string>>;
    readonly standard: (sentence: string) => string;
    readonly changed: (sentence: string) => string;
  };
};

const en: OwnTexts = {
  depths: {
    title: 'Depth by segment',
    help: 'Segments that are not named here take the depth above.',
    key: 'Segment',
    add: 'Choose for it',
    remove: (name) => `Strike ${name}`,
  },
  rates: {
    title: 'Exchange rates',
    help: 'What one unit of another currency is worth in the currency in which amounts are added. Amounts of other currencies are left out.',
    key: 'Currency, such as USD',
    add: 'Enter its rate',
    remove: (name) => `Strike ${name}`,
  },
  playbook: {
    title: 'Own words for a step',
    help: 'What reps read as the next step. An empty field says the standard sentence.',
    step: 'Step',
    inLanguage: { en: 'In English', de: 'In German' },
    standard: (sentence) => `Standard: ${sentence}`,
    changed: (sentence) => `${sentence} (own words)`,
  },
};

const de: OwnTexts = {
  depths: {
    title: 'Tiefe je Segment',
    help: 'Segmente, die hier nicht stehen, nehmen die Tiefe von oben.',
    key: 'Segment',
    add: 'Dafür wählen',
    remove: (name) => `${name} streichen`,
  },
  rates: {
    title: 'Wechselkurse',
    help: 'Was eine Einheit einer anderen Währung in der Währung wert ist, in der Beträge addiert werden. Beträge anderer Währungen bleiben weg.',
    key: 'Währung, etwa USD',
    add: 'Kurs eintragen',
    remove: (name) => `${name} streichen`,
  },
  playbook: {
    title: 'Eigene Worte für einen Schritt',
    help: 'Was als nächster Schritt zu lesen ist. Ein leeres Feld sagt den Standardsatz.',
    step: 'Schritt',
    inLanguage: { en: 'Auf Englisch', de: 'Auf Deutsch' },
    standard: (sentence) => `Standard: ${sentence}`,
    changed: (sentence) => `${sentence} (eigene Worte)`,
  },
};

export function ownTexts(language: Language): OwnTexts {
  return language === 'de' ? de : en;
}
