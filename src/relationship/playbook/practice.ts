import type { Language } from '../stage/reason.ts';
import type { Ending, Stage } from '../stage/stages.ts';

/** The practice for a stage: one next step in plain words, and what never to do. Guardrails choose among them later. */
export type Practice = { readonly step: string; readonly never: string };

type Situation = Stage | 'answer_first' | 'end_well';

const english: Readonly<Record<Situation, Practice>> = {
  answer_first: {
    step: 'Answer them first; everything else waits.',
    never: 'Ask for anything before you answered.',
  },
  initiating: {
    step: 'Offer something useful at the first point of contact, and find out who brought them.',
    never: 'Ask for their data before giving anything.',
  },
  experimenting: {
    step: 'Let them try the value themselves: a demo, a trial, or a talk with someone who uses it.',
    never: 'Negotiate already.',
  },
  intensifying: {
    step: 'Settle price, plan and quantity, and learn what they tell of their own will.',
    never: 'Personalise on what they did not tell you.',
  },
  integrating: {
    step: 'Make buying and using easy, ask how it goes and act on the answer.',
    never: 'Go quiet after the sale.',
  },
  bonding: {
    step: 'Thank them, keep every experience excellent and make recommending easy.',
    never: 'Take them for granted, or buy their affection.',
  },
  differentiating: {
    step: 'Show in person what is different for them.',
    never: 'Send a mass discount.',
  },
  circumscribing: {
    step: 'Ask what is missing, and remove what delays or annoys them.',
    never: 'Send more of the same.',
  },
  stagnating: {
    step: 'Ask what is missing, and bring something new.',
    never: 'Send more of the same.',
  },
  avoiding: {
    step: 'Fix what is open; one honest personal note at most.',
    never: 'Press, track, or go behind their back to a colleague.',
  },
  terminating: {
    step: 'Part well: help with the last things, ask why, and leave the door open.',
    never: 'Make them feel guilty, or make leaving hard.',
  },
  end_well: {
    step: 'End the project well: hand everything over, thank them, and leave the door open.',
    never: 'Win back what was meant to end.',
  },
};

const german: Readonly<Record<Situation, Practice>> = {
  answer_first: {
    step: 'Zuerst antworten; alles andere wartet.',
    never: 'Um etwas bitten, bevor geantwortet ist.',
  },
  initiating: {
    step: 'Beim ersten Kontakt etwas Nützliches bieten und erfahren, wer sie gebracht hat.',
    never: 'Nach Daten fragen, bevor man etwas gegeben hat.',
  },
  experimenting: {
    step: 'Den Nutzen selbst erleben lassen: Vorführung, Test oder ein Gespräch mit jemandem, der es nutzt.',
    never: 'Schon verhandeln.',
  },
  intensifying: {
    step: 'Preis, Tarif und Menge klären und hören, was sie von sich aus erzählen.',
    never: 'Mit Dingen persönlich werden, die sie nicht erzählt haben.',
  },
  integrating: {
    step: 'Kaufen und Nutzen leicht machen, nachfragen, wie es läuft, und danach handeln.',
    never: 'Nach dem Verkauf verstummen.',
  },
  bonding: {
    step: 'Danken, jedes Erlebnis hervorragend halten und Empfehlen leicht machen.',
    never: 'Sie für selbstverständlich nehmen oder Zuneigung kaufen.',
  },
  differentiating: {
    step: 'Persönlich zeigen, was gerade für sie anders ist.',
    never: 'Einen Massenrabatt schicken.',
  },
  circumscribing: {
    step: 'Fragen, was fehlt, und beseitigen, was aufhält oder stört.',
    never: 'Mehr vom Gleichen schicken.',
  },
  stagnating: {
    step: 'Fragen, was fehlt, und etwas Neues mitbringen.',
    never: 'Mehr vom Gleichen schicken.',
  },
  avoiding: {
    step: 'Klären, was offen ist; höchstens eine ehrliche persönliche Zeile.',
    never: 'Drängen, nachspüren oder hinter ihrem Rücken zu Kollegen gehen.',
  },
  terminating: {
    step: 'Gut auseinandergehen: beim Letzten helfen, nach dem Grund fragen, die Tür offen lassen.',
    never: 'Schuldgefühle machen oder das Gehen erschweren.',
  },
  end_well: {
    step: 'Das Projekt gut beenden: alles übergeben, danken, die Tür offen lassen.',
    never: 'Zurückgewinnen, was enden sollte.',
  },
};

const practices: Readonly<Record<Language, typeof english>> = { en: english, de: german };

/** What to do next: an answer we owe comes before any practice, and a finished project is no case for winning back. */
export function practiceFor(
  about: { readonly stage: Stage; readonly ending: Ending; readonly awaiting: 'us' | 'customer' | 'nobody' },
  language: Language,
): Practice {
  const texts = practices[language];
  if (about.awaiting === 'us') return texts.answer_first;
  return about.ending === 'completed' ? texts.end_well : texts[about.stage];
}
