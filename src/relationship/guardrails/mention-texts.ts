import type { Language } from '../stage/reason.ts';
import { guardrailTexts, sayIn } from './guardrail-texts.ts';
import { type Mentionable, type MentionLists, type MentionTopic, mentionTopics } from './mentions.ts';

/** The words of the lists of what may be mentioned and what not. */
type MentionTexts = {
  readonly topics: Readonly<Record<MentionTopic, string>>;
  readonly manners: Readonly<Record<Mentionable['manner'], string>>;
  readonly last: (date: string) => string;
};

const english: MentionTexts = {
  topics: {
    conversations: 'What you wrote and talked about',
    meetings: 'Meetings',
    forms: 'Forms they filled in',
    surveys: 'What they answered when asked',
    cases: 'Their questions and complaints',
    purchases: 'What they bought',
    deals: 'Offers and agreements',
    recommendations: 'That they recommended us',
    subscriptions: 'What they subscribed to',
    visits: 'Their visits to our pages',
    clicks: 'What they clicked in our mails',
    origin: 'How they came into the CRM',
    stage: 'The stage of the relationship',
  },
  manners: {
    freely: '',
    generically: 'in general words only',
    with_notice: 'saying that it is a conclusion of ours',
    naming_the_source: 'naming the source',
  },
  last: (date) => `last on ${date}`,
};

const german: MentionTexts = {
  topics: {
    conversations: 'Was geschrieben und besprochen wurde',
    meetings: 'Termine',
    forms: 'Formulare, die sie ausgefüllt haben',
    surveys: 'Was sie auf Fragen geantwortet haben',
    cases: 'Ihre Fragen und Beschwerden',
    purchases: 'Was sie gekauft haben',
    deals: 'Angebote und Abmachungen',
    recommendations: 'Dass sie uns empfohlen haben',
    subscriptions: 'Was sie abonniert haben',
    visits: 'Ihre Besuche auf unseren Seiten',
    clicks: 'Was sie in unseren Mails geklickt haben',
    origin: 'Wie sie ins CRM gekommen sind',
    stage: 'Die Stufe der Beziehung',
  },
  manners: {
    freely: '',
    generically: 'nur allgemein',
    with_notice: 'mit dem Hinweis, dass es ein Schluss von uns ist',
    naming_the_source: 'mit Nennung der Quelle',
  },
  last: (date) => `zuletzt am ${date}`,
};

const mentionTexts: Readonly<Record<Language, MentionTexts>> = { en: english, de: german };

export type WordedMentions = {
  readonly mayMention: readonly string[];
  readonly mayNotMention: readonly string[];
};

/** Both lists in words: a topic or property with how and when, and for what may not be said the reason, which names it. */
export function wordMentions(lists: MentionLists, language: Language, timeZone: string): WordedMentions {
  const texts = mentionTexts[language];
  const say = sayIn(language, timeZone);
  const name = (it: string) => {
    const topic = mentionTopics.find((known) => known === it);
    return topic === undefined ? it : texts.topics[topic];
  };
  const named = { ...say, list: (items: readonly string[]) => say.list(items.map(name)) };
  return {
    mayMention: lists.mayMention.map((it) => {
      const notes = [texts.manners[it.manner], it.at === null ? '' : texts.last(say.date(it.at))];
      const said = notes.filter((note) => note !== '').join(', ');
      return said === '' ? name(it.name) : `${name(it.name)} (${said})`;
    }),
    mayNotMention: lists.mayNotMention.map(({ because: { because } }) =>
      guardrailTexts[language].because(because, named),
    ),
  };
}
