import type { Language } from '../stage/reason.ts';
import type { IdentityFailure } from './identification.ts';
import type { QuadrantReason } from './quadrant.ts';

/** The two tests of the matrix in plain words: who collects the money, and what keeps the buyer unknown. */
export function quadrantSentence(reason: QuadrantReason, language: Language): string {
  const words = texts[language];
  const payment = reason.paymentOpen === null ? words.payment[reason.payment][reason.paymentBy] : '';
  const open = reason.paymentOpen === null ? payment : words.open[reason.paymentOpen];
  return `${open} ${reason.failed === null ? words.identified : words.failed(reason.failed)}`;
}

type Words = {
  readonly payment: Readonly<
    Record<QuadrantReason['payment'], Readonly<Record<QuadrantReason['paymentBy'], string>>>
  >;
  readonly open: Readonly<Record<'both' | 'unanswered', string>>;
  readonly identified: string;
  failed(failure: IdentityFailure): string;
};

const english: Words = {
  payment: {
    direct: { purchases: 'They pay us directly.', questionnaire: 'Customers pay us directly here.' },
    indirect: {
      purchases: 'They pay through an intermediary.',
      questionnaire: 'A partner collects the money here.',
    },
    undetermined: { purchases: '', questionnaire: '' },
  },
  open: {
    both: 'Both we and partners collect money here, and no purchase of theirs says which.',
    unanswered: 'Nobody has answered yet who collects the money here.',
  },
  identified: 'What they do can be told to be theirs.',
  failed: (failure) => {
    switch (failure.test) {
      case 'no_key':
        return 'Not identified: there is no address or number that is theirs.';
      case 'role_mailbox':
        return 'Not identified: the address belongs to a role, not to a person.';
      case 'shared_key':
        return 'Not identified: several people share the address or number.';
      case 'tracking_refused':
        return 'Not identified: they refused tracking, so part of what they do stays unseen.';
      case 'anonymous_purchase':
        return `Not identified: people can buy ${within(failure.family, 'here', 'in')} without saying who they are.`;
      case 'low_coverage':
        return `Not identified: too little of what is bought ${within(failure.family, 'here', 'in')} can be told to be somebody's.`;
      case 'anonymity_unanswered':
        return `Nobody has answered yet whether people can buy ${within(failure.family, 'here', 'in')} without saying who they are.`;
    }
  },
};

const german: Words = {
  payment: {
    direct: { purchases: 'Sie zahlen direkt an uns.', questionnaire: 'Kunden zahlen hier direkt an uns.' },
    indirect: {
      purchases: 'Sie zahlen über einen Vermittler.',
      questionnaire: 'Ein Partner kassiert hier das Geld.',
    },
    undetermined: { purchases: '', questionnaire: '' },
  },
  open: {
    both: 'Hier kassieren wir und Partner, und kein Kauf von ihnen sagt, wer.',
    unanswered: 'Noch ist nicht beantwortet, wer hier das Geld kassiert.',
  },
  identified: 'Was sie tun, ist ihnen zuzuordnen.',
  failed: (failure) => {
    switch (failure.test) {
      case 'no_key':
        return 'Nicht identifiziert: keine Adresse oder Nummer gehört ihnen.';
      case 'role_mailbox':
        return 'Nicht identifiziert: Die Adresse gehört einer Rolle, keiner Person.';
      case 'shared_key':
        return 'Nicht identifiziert: Mehrere Personen teilen sich die Adresse oder Nummer.';
      case 'tracking_refused':
        return 'Nicht identifiziert: Sie lehnen Tracking ab, ein Teil ihres Tuns bleibt unsichtbar.';
      case 'anonymous_purchase':
        return `Nicht identifiziert: Man kann ${within(failure.family, 'hier', 'bei')} kaufen, ohne sich zu nennen.`;
      case 'low_coverage':
        return `Nicht identifiziert: Zu wenig von dem, was ${within(failure.family, 'hier', 'bei')} gekauft wird, ist jemandem zuzuordnen.`;
      case 'anonymity_unanswered':
        return `Noch ist nicht beantwortet, ob man ${within(failure.family, 'hier', 'bei')} kaufen kann, ohne sich zu nennen.`;
    }
  },
};

const texts: Readonly<Record<Language, Words>> = { en: english, de: german };

function within(family: string | null, here: string, preposition: string): string {
  return family === null ? here : `${preposition} ${family}`;
}
