import type {
  BondingSign,
  Cause,
  ExchangeSource,
  Language,
  NarrowingSign,
  NegotiatingHow,
  ReachedHow,
  TroubleKind,
} from './reason.ts';
import { germanReasons } from './reason-texts-de.ts';
import { englishReasons } from './reason-texts-en.ts';
import type { HeldBy } from './stages.ts';

/** The sentences of all reasons: one for every line of the decision table, every cover, hold and ending, per language. */
export type ReasonTexts = {
  readonly cause: {
    readonly [Code in Cause['code']]: (cause: Extract<Cause, { code: Code }>, date: SayDate) => string;
  };
  readonly held: Readonly<Record<HeldBy, (until: string | null) => string>>;
};

export type SayDate = (at: number) => string;

/** The words the sentences of a language are put together from. */
export type Words = {
  readonly reached: Readonly<Record<ReachedHow, string>>;
  readonly negotiating: Readonly<Record<NegotiatingHow, string>>;
  readonly exchange: Readonly<Record<ExchangeSource, string>>;
  readonly bonding: Readonly<Record<BondingSign, string>>;
  readonly trouble: Readonly<Record<TroubleKind, string>>;
  readonly narrowing: Readonly<Record<NarrowingSign, string>>;
  readonly narrowed: Readonly<Record<'breadth' | 'depth', string>>;
};

export const reasonTexts: Readonly<Record<Language, ReasonTexts>> = { en: englishReasons, de: germanReasons };

/** Says a cause in the words of a language. */
export function sayCause(texts: ReasonTexts, cause: Cause, date: SayDate): string {
  // The catalogue gives every code the sentence for its own cause; the index loses that correlation.
  const say = texts.cause[cause.code] as (cause: Cause, date: SayDate) => string;
  return say(cause, date);
}
