import type { Language } from '../stage/reason.ts';
import { type ContactGuardrails, type NextOutreach, publishedPressure } from './contact-guardrails.ts';
import { reasonSentence } from './word-verdict.ts';

/** The contact properties of the guardrails, as text for the CRM; `''` clears. `timeZone` is one that exists. */
export function guardrailProperties(
  { ceiling, pressure, nextOutreach, strongest }: ContactGuardrails,
  language: Language,
  timeZone: string,
  plainStages = false,
) {
  return {
    rapport_intimacy_ceiling: ceiling,
    rapport_contact_pressure: String(publishedPressure(pressure)),
    rapport_next_outreach_ok_at: okAt(nextOutreach),
    rapport_guardrail_note:
      strongest === null ? '' : reasonSentence(strongest, language, timeZone, plainStages),
  };
}

/** In the past when it passes now, empty when no time is known: a workflow compares it with the present. */
function okAt(next: NextOutreach): string {
  if (next.kind === 'blocked') return '';
  const at = next.kind === 'now' ? next.since : next.at;
  return Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : '';
}
