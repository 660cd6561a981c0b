import type { Language } from '../stage/reason.ts';
import type { Stage } from '../stage/stages.ts';
import type { ToldTopic } from './transparency.ts';

/** The words of the statement a contact may read: short, plain, and neutral about them. */
export type StatementTexts = {
  readonly headings: Readonly<Record<'keep' | 'conclude' | 'use' | 'never' | 'rights' | 'version', string>>;
  readonly topics: Readonly<Record<ToldTopic, string>>;
  readonly kept: (topics: readonly string[]) => string;
  readonly since: (date: string) => string;
  readonly nothingKept: string;
  readonly stages: Readonly<Record<Stage | 'unknown', string>>;
  readonly stopped: string;
  readonly use: string;
  readonly never: string;
  readonly rights: string;
  readonly dated: (version: string, date: string) => string;
};

const english: StatementTexts = {
  headings: {
    keep: 'What we keep',
    conclude: 'What we think',
    use: 'What we do with it',
    never: 'What we never do',
    rights: 'What you can do',
    version: 'Version',
  },
  topics: {
    words: 'when we wrote or spoke to each other',
    meetings: 'when we met',
    forms: 'when you filled in a form',
    answers: 'how you marked us when we asked',
    cases: 'when you asked us for help',
    purchases: 'what you bought from us',
    praise: 'when you told others about us',
    choices: 'what you want to get from us',
    visits: 'when you came to our site, as you let us',
  },
  kept: (topics) => `We keep a short list of dates: ${topics.join('; ')}. We do not keep what you said.`,
  since: (date) => `The first is from ${date}.`,
  nothingKept: 'We keep no list of what you did with us.',
  stages: {
    initiating: 'We think that we have just met.',
    experimenting: 'We think that we are getting to know each other.',
    intensifying: 'We think that you may want to work with us.',
    integrating: 'We think that we work well with each other.',
    bonding: 'We think that we know each other well.',
    differentiating: 'We think that we do not give you all you need right now.',
    circumscribing: 'We think that we have less to talk about than before.',
    stagnating: 'We think that we have not been in touch for a while.',
    avoiding: 'We think that you would like to hear less from us.',
    terminating: 'We think that our work with each other has come to an end.',
    unknown: 'We do not know you well, so we draw no picture of you.',
  },
  stopped: 'You asked us to stop, so we draw no picture of you.',
  use: 'It helps us to choose when to write, and when to leave you in peace.',
  never: 'We do not sell it. We do not set your price by it. We do not guess at your private life.',
  rights:
    'You can ask to see it. You can tell us what is wrong. You can ask for more distance. You can tell us to stop, and we will. Just write to us.',
  dated: (version, date) => `This is version ${version} of ${date}.`,
};

const german: StatementTexts = {
  headings: {
    keep: 'Was wir festhalten',
    conclude: 'Was wir daraus schließen',
    use: 'Wozu es dient',
    never: 'Was wir nie tun',
    rights: 'Was Sie tun können',
    version: 'Fassung',
  },
  topics: {
    words: 'wann wir einander geschrieben oder gesprochen haben',
    meetings: 'wann wir uns getroffen haben',
    forms: 'wann Sie ein Formular ausgefüllt haben',
    answers: 'welche Noten Sie uns auf Fragen gegeben haben',
    cases: 'wann Sie uns um Hilfe gebeten haben',
    purchases: 'was Sie bei uns gekauft haben',
    praise: 'wann Sie uns empfohlen haben',
    choices: 'was Sie von uns bekommen wollen',
    visits: 'wann Sie mit Ihrer Zustimmung auf unseren Seiten waren',
  },
  kept: (topics) =>
    `Wir führen eine kurze Liste von Daten: ${topics.join('; ')}. Was gesagt wurde, halten wir nicht fest.`,
  since: (date) => `Das erste ist vom ${date}.`,
  nothingKept: 'Wir führen keine Liste darüber, was Sie mit uns getan haben.',
  stages: {
    initiating: 'Wir meinen, dass wir uns gerade erst begegnet sind.',
    experimenting: 'Wir meinen, dass wir uns kennenlernen.',
    intensifying: 'Wir meinen, dass Sie vielleicht mit uns arbeiten wollen.',
    integrating: 'Wir meinen, dass wir gut zusammenarbeiten.',
    bonding: 'Wir meinen, dass wir uns gut kennen.',
    differentiating: 'Wir meinen, dass wir Ihnen gerade nicht alles geben, was Sie brauchen.',
    circumscribing: 'Wir meinen, dass wir weniger zu besprechen haben als früher.',
    stagnating: 'Wir meinen, dass wir länger nichts voneinander gehört haben.',
    avoiding: 'Wir meinen, dass Sie weniger von uns hören möchten.',
    terminating: 'Wir meinen, dass unsere Zusammenarbeit zu Ende ist.',
    unknown: 'Wir kennen Sie kaum und machen uns kein Bild von Ihnen.',
  },
  stopped: 'Sie haben uns gebeten aufzuhören. Wir machen uns kein Bild von Ihnen.',
  use: 'Es hilft uns zu entscheiden, wann wir schreiben und wann wir Sie in Ruhe lassen.',
  never: 'Wir verkaufen es nicht. Wir machen keine Preise danach. Wir raten nicht, wie Sie privat leben.',
  rights:
    'Sie können es einsehen. Sie können sagen, was nicht stimmt. Sie können mehr Abstand verlangen. Sie können uns bitten aufzuhören, und wir hören auf. Schreiben Sie uns einfach.',
  dated: (version, date) => `Dies ist Fassung ${version} vom ${date}.`,
};

export const statementTexts: Readonly<Record<Language, StatementTexts>> = { en: english, de: german };
