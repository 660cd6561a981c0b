import type { Language } from '../stage/reason.ts';
import { problemTexts } from './input-problem-texts.ts';

/**
 * What was odd about the input of the matrix, level, approaches and milestones. A problem never stops an answer: each has
 * one outcome, written beside it, and all problems of one input are reported together.
 */
export type InputProblem =
  /** A currency the portal gave no rate for: its amounts are left out of sums, its purchases still count. */
  | { readonly code: 'currency_without_rate'; readonly currency: string; readonly purchases: number }
  /** No home currency is set and several occur: no amounts are added, purchases are counted instead. */
  | { readonly code: 'two_currencies'; readonly currencies: readonly string[] }
  /** A purchase of less than nothing: counted as nothing paid. */
  | { readonly code: 'negative_amount'; readonly source: string }
  /** A share that is no number between 0 and 1: read as not answered. */
  | { readonly code: 'share_out_of_range'; readonly family: string | null }
  /** Anonymous purchase denied, yet a share of it given: the share is believed. */
  | { readonly code: 'anonymity_contradiction'; readonly family: string | null }
  /** Lines without a cost: their deals do not count as filled. */
  | { readonly code: 'cost_missing'; readonly deals: readonly string[] }
  /** Deals that cost more than they brought: taken as they are, the margin is low. */
  | { readonly code: 'negative_margin'; readonly deals: readonly string[] }
  /** Nobody serves these customers: customers per owner is unknown. */
  | { readonly code: 'no_owner' }
  /** A number of customers, owners or a margin that is no number: read as unknown. */
  | { readonly code: 'not_a_number'; readonly what: 'customers' | 'owners' | 'margin' }
  /** Too few customers to compare one of them with: the market's own margin is used. */
  | { readonly code: 'too_few_to_compare'; readonly customers: number; readonly needed: number }
  /** A cell of the grid that gives less attention for fewer customers or more margin: used as it stands. */
  | { readonly code: 'grid_not_monotone'; readonly customers: string; readonly margin: string }
  /** A survey answer without a sale before it: it shows no follow-up. */
  | { readonly code: 'orphan_survey'; readonly source: string }
  /** Terms that run at the same time: they count as one. */
  | { readonly code: 'overlapping_terms'; readonly sources: readonly string[] }
  /** A contact named as its own referrer: the link is left out. */
  | { readonly code: 'self_referral'; readonly contactId: string }
  /** Links that lead back to where they began: the latest of them is left out. */
  | { readonly code: 'referral_cycle'; readonly referrer: string; readonly referred: string }
  /** A second referrer of one contact: the first keeps the credit. */
  | { readonly code: 'second_referrer'; readonly referrer: string; readonly referred: string }
  /** No working time is set: all hours count. */
  | { readonly code: 'no_business_hours' }
  /** A time zone nobody knows: UTC is used. */
  | { readonly code: 'unknown_time_zone'; readonly timeZone: string }
  /** Working time that ends before it starts, or lies outside the day: left out. */
  | {
      readonly code: 'impossible_hours';
      readonly weekday: number;
      readonly from: number;
      readonly to: number;
    }
  /** A holiday that is no date: left out. */
  | { readonly code: 'impossible_holiday'; readonly holiday: string };

/** The problem and its outcome in one sentence for an admin. */
export function problemSentence(problem: InputProblem, language: Language): string {
  return problemTexts[language](problem);
}
