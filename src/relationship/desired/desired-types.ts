import type { Ceiling } from '../guardrails/action.ts';
import type { Level } from '../level/levels.ts';

/**
 * The kinds of relationship a customer may say they want: 8 of the 29 published types (Avery, Fournier and Wittenbraker,
 * 2014), the only ones whose names could be verified [V]. Ceilings and levels are ours [D]. An admin adds more.
 */
export type DesiredType = {
  readonly id: string;
  readonly label: Words;
  /** What the customer wants, in our words. */
  readonly wants: Words;
  /** No closer than this, whatever the stage allows. */
  readonly ceiling: Ceiling;
  /** Less attention than this is too little. */
  readonly leastLevel: Level;
  /** At most five rules of this relationship, for the rep. */
  readonly rules: { readonly en: readonly string[]; readonly de: readonly string[] };
  /** Wishing to serve or to be tied: take care that they can leave. */
  readonly captivity: boolean;
};

export type Words = { readonly en: string; readonly de: string };

export const verifiedTypes = [
  {
    id: 'strangers',
    label: { en: 'Complete strangers', de: 'Völlig Fremde' },
    wants: { en: 'to be left alone', de: 'in Ruhe gelassen werden' },
    ceiling: 'I1',
    leastLevel: 'basic',
    rules: {
      en: ['Answer when asked.', 'Do not call.', 'No personal touch.'],
      de: ['Antworten, wenn sie fragen.', 'Nicht anrufen.', 'Nichts Persönliches.'],
    },
    captivity: false,
  },
  {
    id: 'basic_exchange',
    label: { en: 'Basic exchange', de: 'Einfacher Tausch' },
    wants: {
      en: 'a good product at a fair price, and nothing more',
      de: 'ein gutes Produkt zu einem fairen Preis, sonst nichts',
    },
    ceiling: 'I1',
    leastLevel: 'basic',
    rules: {
      en: ['Keep to the purchase.', 'Write only when something about it changes.', 'No small talk.'],
      de: ['Beim Kauf bleiben.', 'Nur schreiben, wenn sich daran etwas ändert.', 'Kein Plaudern.'],
    },
    captivity: false,
  },
  {
    id: 'fling',
    label: { en: 'Fling', de: 'Flirt' },
    wants: { en: 'excitement and novelty, for a short time', de: 'Neues und Aufregendes, für kurze Zeit' },
    ceiling: 'I2',
    leastLevel: 'reactive',
    rules: {
      en: ['Bring something new.', 'Do not ask for a commitment.', 'Let it end lightly.'],
      de: ['Etwas Neues bringen.', 'Keine Bindung verlangen.', 'Leicht enden lassen.'],
    },
    captivity: false,
  },
  {
    id: 'buddies',
    label: { en: 'Buddies', de: 'Kumpel' },
    wants: { en: 'a long acquaintance without closeness', de: 'lange Bekanntschaft ohne Nähe' },
    ceiling: 'I2',
    leastLevel: 'reactive',
    rules: {
      en: ['Be easy to reach.', 'Stay on what you share.', 'Do not ask about private matters.'],
      de: ['Leicht erreichbar sein.', 'Beim Gemeinsamen bleiben.', 'Nicht nach Privatem fragen.'],
    },
    captivity: false,
  },
  {
    id: 'ex_friends',
    label: { en: 'Ex-friends', de: 'Frühere Freunde' },
    wants: {
      en: 'respect for what was; many would welcome more again',
      de: 'Achtung vor dem, was war; vielen wäre mehr wieder recht',
    },
    ceiling: 'I2',
    leastLevel: 'reactive',
    rules: {
      en: ['Settle what parted you.', 'Let them take the next step.', 'Do not act as if nothing happened.'],
      de: [
        'Klären, was trennte.',
        'Den nächsten Schritt ihnen lassen.',
        'Nicht tun, als wäre nichts gewesen.',
      ],
    },
    captivity: false,
  },
  {
    id: 'best_friends',
    label: { en: 'Best friends', de: 'Beste Freunde' },
    wants: { en: 'closeness, and a conversation both ways', de: 'Nähe und ein Gespräch in beide Richtungen' },
    ceiling: 'I3',
    leastLevel: 'accountable',
    rules: {
      en: ['Know what they told you.', 'Keep confidences.', 'Talk about more than business.'],
      de: ['Wissen, was sie erzählt haben.', 'Vertrauliches wahren.', 'Nicht nur über Geschäfte reden.'],
    },
    captivity: false,
  },
  {
    id: 'business_partners',
    label: { en: 'Business partners', de: 'Geschäftspartner' },
    wants: {
      en: 'to give ideas and to solve problems together',
      de: 'Ideen beitragen und gemeinsam Probleme lösen',
    },
    ceiling: 'I4',
    leastLevel: 'proactive',
    rules: {
      en: ['Plan together.', 'Ask for their ideas and answer them.', 'Tell bad news early.'],
      de: ['Gemeinsam planen.', 'Nach Ideen fragen und darauf antworten.', 'Schlechtes früh sagen.'],
    },
    captivity: false,
  },
  {
    id: 'master_slave',
    label: { en: 'Master and servant', de: 'Herr und Diener' },
    wants: { en: 'every need met', de: 'dass jeder Wunsch erfüllt wird' },
    ceiling: 'I2',
    leastLevel: 'accountable',
    rules: {
      en: ['Serve promptly.', 'Say what you cannot do.', 'Keep the way out open.'],
      de: ['Prompt bedienen.', 'Sagen, was nicht geht.', 'Den Ausweg offen halten.'],
    },
    captivity: true,
  },
] as const satisfies readonly DesiredType[];
