/**
 * The language golden timelines are written in: a story is told in days before or after `now`, as a person would tell
 * it, and becomes the signals and facts that the engine reads. Acts happen at nine, `now` is noon, known dates (the end
 * of a term, a date a person set) are midnights, so that no row hangs on an hour.
 */
import { type ContactFacts, noFacts } from '../../src/relationship/facts.ts';
import type { Signal } from '../../src/relationship/signal/signal.ts';
import type { Ending, HeldBy, Stage, StageAnswer } from '../../src/relationship/stage/stages.ts';

const DAY_MS = 86_400_000;

export type Moment = {
  readonly id: string;
  readonly source: string;
  readonly at: number;
  /** 00:00 UTC of a day of the story. */
  readonly midnight: (day: number) => number;
};

/** Something that happens: told without its time, which `at`, `every` and `on` give it. */
export type Act = (moment: Moment) => Signal;

type Placed = { readonly act: Act; readonly on: (today: number) => number };
export type Story = readonly Placed[];

/** These acts, in this order, `day` days from now (negative: ago). */
export function at(day: number, ...acts: readonly Act[]): Story {
  return acts.map((act) => ({ act, on: (today) => today + day * DAY_MS }));
}

/** The act every `step` days from the first to the last day, both included when the steps meet it. */
export function every(step: number, from: number, to: number, act: Act): Story {
  const story: Placed[] = [];
  for (let day = from; day <= to; day += step) story.push(...at(day, act));
  return story;
}

/** These acts on a date of the calendar, for stories about seasons. */
export function on(date: string, ...acts: readonly Act[]): Story {
  return acts.map((act) => ({ act, on: () => Date.parse(`${date}T00:00:00Z`) }));
}

export type Expectation = {
  readonly stage: StageAnswer;
  readonly ending?: Ending;
  readonly heldBy?: HeldBy;
  readonly runnerUp?: Stage | null;
  readonly epoch?: number;
  readonly awaiting?: 'us' | 'customer' | 'nobody';
  /** ms since epoch, 00:00 UTC. */
  readonly validUntil?: number | null;
  readonly nextStage?: StageAnswer | null;
};

export type GoldenRow = {
  readonly title: string;
  /** Why a person who knows Knapp's model says so. */
  readonly sentence: string;
  readonly signals: readonly Signal[];
  readonly facts: ContactFacts;
  readonly horizonDays: number;
  readonly now: number;
  readonly expect: Expectation;
};

export type Told = {
  /** The date of `now`; 15 June 2026 unless the season matters. */
  readonly date?: string;
  /** Days of the vitality horizon H; 90 unless told. */
  readonly horizonDays?: number;
  readonly story: readonly Story[];
  readonly objection?: boolean;
  readonly captive?: boolean;
  /** The contact asked to be left in peace until this day of the story. */
  readonly askedUntilDay?: number;
  /** Days on which a colleague on the deal acted. */
  readonly colleague?: { readonly dealId: string; readonly days: readonly number[] };
  readonly expect: Omit<Expectation, 'validUntil'> & { readonly validUntilDay?: number | null };
};

export function golden(title: string, sentence: string, told: Told): GoldenRow {
  const today = Date.parse(`${told.date ?? '2026-06-15'}T00:00:00Z`);
  const midnight = (day: number) => today + day * DAY_MS;
  const { validUntilDay, ...expect } = told.expect;
  return {
    title,
    sentence,
    signals: signalsOf(told.story.flat(), today, midnight),
    facts: factsOf(told, midnight),
    horizonDays: told.horizonDays ?? 90,
    now: today + DAY_MS / 2,
    expect:
      validUntilDay === undefined
        ? expect
        : { ...expect, validUntil: validUntilDay === null ? null : midnight(validUntilDay) },
  };
}

function signalsOf(story: Story, today: number, midnight: Moment['midnight']): Signal[] {
  return story.map(({ act, on: dayOf }, index) =>
    act({
      id: `g${index + 1}`,
      source: `story:${index + 1}`,
      // A second apart within a day, in the order told, so that "then" means then.
      at: dayOf(today) + 9 * 3_600_000 + index * 1000,
      midnight,
    }),
  );
}

function factsOf(told: Told, midnight: Moment['midnight']): ContactFacts {
  const dealId = told.colleague?.dealId ?? '';
  return {
    ...noFacts,
    objection: told.objection ?? false,
    captive: told.captive ?? false,
    askedUntil: told.askedUntilDay === undefined ? null : midnight(told.askedUntilDay),
    colleagueTouches: (told.colleague?.days ?? []).map((day) => ({
      at: midnight(day) + 10 * 3_600_000,
      dealId,
    })),
  };
}
