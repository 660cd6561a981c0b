import type { SignalKind } from '../signal/signal.ts';
import { type Language, sayDate } from '../stage/reason.ts';
import type { Stage } from '../stage/stages.ts';
import { classOfSignal, type ProvenanceClass } from './provenance.ts';
import type { Standing } from './standing.ts';
import { type StatementTexts, statementTexts } from './transparency-texts.ts';

/**
 * The statement a contact may read about what we keep and conclude of them. It is made from what they gave us, did with us
 * or did where they agreed to be seen (P1 to P3), and from our own conclusion; nothing else can get into it. It is a draft
 * until a person releases it: a statement that would embarrass us points at a flow that has to be mended first.
 */
export type TransparencyStatement = {
  /** The version of these words; it changes when they change. */
  readonly version: string;
  /** The day it speaks of, ms since epoch. */
  readonly asOf: number;
  readonly language: Language;
  readonly sections: readonly { readonly heading: string; readonly text: string }[];
  /** Who released it and when; null while it is a draft that must not be sent. */
  readonly release: { readonly by: string; readonly at: number } | null;
};

export const statementVersion = '1';

/** Kinds of acts a contact knows of, in the words of the statement. */
export type ToldTopic =
  | 'words'
  | 'meetings'
  | 'forms'
  | 'answers'
  | 'cases'
  | 'purchases'
  | 'praise'
  | 'choices'
  | 'visits';

const topicOf: Readonly<Partial<Record<SignalKind, ToldTopic>>> = {
  message: 'words',
  call: 'words',
  booking: 'meetings',
  meeting: 'meetings',
  meeting_planned: 'meetings',
  no_show: 'meetings',
  decline: 'meetings',
  meeting_cancelled: 'meetings',
  form: 'forms',
  survey: 'answers',
  ticket: 'cases',
  complaint: 'cases',
  order: 'purchases',
  refund: 'purchases',
  deal_won: 'purchases',
  quote_sent: 'purchases',
  renewal: 'purchases',
  downgrade: 'purchases',
  term: 'purchases',
  loyalty: 'purchases',
  became_customer: 'purchases',
  registered: 'purchases',
  cancellation: 'purchases',
  account_closed: 'purchases',
  project_completed: 'purchases',
  referral: 'praise',
  review: 'praise',
  opt_in: 'choices',
  opt_out: 'choices',
  stop_request: 'choices',
  page_view: 'visits',
  click: 'visits',
  ad: 'visits',
};

const tellable: ReadonlySet<ProvenanceClass> = new Set(['P1', 'P2', 'P3'] satisfies ProvenanceClass[]);

/** The draft of the statement. After an objection nothing is concluded, and it says so. */
export function transparencyStatement(standing: Standing, language: Language): TransparencyStatement {
  const texts = statementTexts[language];
  const { facts, now, timeZone } = standing;
  const date = sayDate(now, language, timeZone);
  const stopped = facts.objection || facts.erasure || facts.restriction;
  return {
    version: statementVersion,
    asOf: now,
    language,
    sections: [
      { heading: texts.headings.keep, text: kept(standing, language, texts) },
      { heading: texts.headings.conclude, text: stopped ? texts.stopped : texts.stages[stageIn(standing)] },
      { heading: texts.headings.use, text: texts.use },
      { heading: texts.headings.never, text: texts.never },
      { heading: texts.headings.rights, text: texts.rights },
      { heading: texts.headings.version, text: texts.dated(statementVersion, date) },
    ],
    release: null,
  };
}

/** A person read it and stands for it. */
export function releaseStatement(
  statement: TransparencyStatement,
  by: string,
  at: number,
): TransparencyStatement {
  return by.trim() === '' ? statement : { ...statement, release: { by, at } };
}

function kept(standing: Standing, language: Language, texts: StatementTexts): string {
  const topics = toldTopics(standing);
  if (topics.length === 0) return texts.nothingKept;
  const listed = topics.map((topic) => texts.topics[topic]);
  const since = firstTold(standing);
  const from = since === null ? '' : ` ${texts.since(sayDate(since, language, standing.timeZone))}`;
  return `${texts.kept(listed)}${from}`;
}

function toldTopics(standing: Standing): readonly ToldTopic[] {
  return [...new Set(toldKinds(standing).flatMap((kind) => topicOf[kind] ?? []))].sort();
}

/** The first act that may be told; the first signal of all may be one that may not. */
function firstTold(standing: Standing): number | null {
  const times = toldKinds(standing).flatMap((kind) => standing.seen.get(kind)?.firstAt ?? []);
  return times.length === 0 ? null : Math.min(...times);
}

function toldKinds({ seen, facts }: Standing): SignalKind[] {
  return [...seen.keys()].filter(
    (kind) => topicOf[kind] !== undefined && tellable.has(classOfSignal(kind, facts.tracking)),
  );
}

function stageIn({ stage }: Standing): Stage | 'unknown' {
  return stage === null || stage === 'not_enough_evidence' ? 'unknown' : stage;
}

/** Every sentence that a statement can be made of, for the person who releases it. */
export function statementTemplate(language: Language): Pick<TransparencyStatement, 'version' | 'sections'> {
  const { headings, topics, stages, stopped, use, never, rights, kept: keeps } = statementTexts[language];
  return {
    version: statementVersion,
    sections: [
      { heading: headings.keep, text: keeps(Object.values(topics)) },
      { heading: headings.conclude, text: [...Object.values(stages), stopped].join(' ') },
      { heading: headings.use, text: use },
      { heading: headings.never, text: never },
      { heading: headings.rights, text: rights },
    ],
  };
}
