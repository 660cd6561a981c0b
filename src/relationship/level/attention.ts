import type { InputProblem } from '../matrix/input-problem.ts';
import type { Purchase } from '../matrix/purchases.ts';
import { reads } from '../signal/reading.ts';
import type { Signal } from '../signal/signal.ts';
import { dayOf, type Timeline } from '../signal/timeline.ts';
import type { LevelSettings } from './level-settings.ts';

/** What was really done for a customer: its sales, and the personal acts that followed them, answered, or came unasked. */
export type Attention = {
  readonly sales: readonly Sale[];
  /** Days of every personal act of ours: delivered personal messages, calls that connected, meetings held. */
  readonly acts: readonly number[];
  /** Days of those that neither answered the customer nor followed a sale up. */
  readonly unasked: readonly number[];
  /** Days of meetings held. */
  readonly meetings: readonly number[];
  readonly problems: readonly InputProblem[];
};

export type Sale = {
  readonly day: number;
  /** Links a missed follow-up to its deal or order. */
  readonly source: string;
  readonly dealId: string | null;
  readonly followed: boolean;
};

/** Acts by which a customer begins to talk with us. */
const conversations: ReadonlySet<Signal['kind']> = new Set([
  'message',
  'call',
  'booking',
  'form',
  'ticket',
  'complaint',
] satisfies Signal['kind'][]);

type GrowingSale = { -readonly [K in keyof Sale]: Sale[K] };

type Walk = {
  readonly sales: GrowingSale[];
  /** Sales before this place have happened, as far as the walk has come. */
  sold: number;
  /** The day since which the customer waits for a word, and the survey it answered; -1 without. */
  askedOn: number;
  surveyedOn: number;
  readonly acts: number[];
  readonly unasked: number[];
  readonly meetings: number[];
  readonly problems: InputProblem[];
};

/** One walk over the timeline. An act of ours that answers the customer follows no sale up, except after a survey. */
export function attentionIn(
  { signals, bits }: Timeline,
  purchases: readonly Purchase[],
  settings: LevelSettings,
): Attention {
  const walk: Walk = {
    sales: purchases.map(({ day, source, dealId }) => ({ day, source, dealId, followed: false })),
    sold: 0,
    askedOn: -1,
    surveyedOn: -1,
    acts: [],
    unasked: [],
    meetings: [],
    problems: [],
  };
  for (let place = 0; place < signals.length; place += 1) {
    const signal = signals[place];
    const read = bits[place] ?? 0;
    if (signal === undefined || read === 0) continue;
    const at = dayOf(signal.at);
    while ((walk.sales[walk.sold]?.day ?? Number.POSITIVE_INFINITY) <= at) walk.sold += 1;
    if (signal.kind === 'survey') meetSurvey(walk, signal, at, settings);
    else if ((read & reads.inbound) !== 0) {
      if (conversations.has(signal.kind)) walk.askedOn = at;
    } else if (isOurs(signal, read)) act(walk, signal, at, settings);
  }
  return walk;
}

/** Ours, and personal: what both did together counts, since who dialled does not matter. */
function isOurs(signal: Signal, read: number): boolean {
  if ((read & reads.personal) !== 0) return true;
  return (read & reads.touch) !== 0 && (signal.kind === 'call' || signal.kind === 'meeting');
}

function meetSurvey(walk: Walk, signal: Signal, day: number, settings: LevelSettings): void {
  const last = walk.sales[walk.sold - 1];
  if (last !== undefined && day - last.day <= settings.surveyDays) walk.surveyedOn = day;
  else walk.problems.push({ code: 'orphan_survey', source: signal.source });
}

function act(walk: Walk, signal: Signal, day: number, settings: LevelSettings): void {
  walk.acts.push(day);
  if (signal.kind === 'meeting') walk.meetings.push(day);
  const answersSurvey = walk.surveyedOn >= 0 && day - walk.surveyedOn <= settings.answerDays;
  if (answersSurvey) followUp(walk, walk.surveyedOn, settings.surveyDays);
  walk.surveyedOn = -1;
  const answers = walk.askedOn >= 0 && day - walk.askedOn <= settings.answerDays;
  walk.askedOn = -1;
  if (answers || answersSurvey) return;
  if (!followUp(walk, day, settings.followUpDays)) walk.unasked.push(day);
}

/** Marks the sales of the last days as followed up; false when there was none to follow. */
function followUp(walk: Walk, day: number, within: number): boolean {
  let found = false;
  for (let i = walk.sold - 1; i >= 0; i -= 1) {
    const sale = walk.sales[i];
    if (sale === undefined || day - sale.day > within) break;
    if (!sale.followed) found = true;
    sale.followed = true;
  }
  return found;
}
