import type { GuardrailPanel, PressureMeter, Ruling as RulingShown } from '@rapport/shared/contract.ts';
import type { GuardrailAssessment } from '../assessment.ts';
import { publishedPressure } from '../guardrails/contact-guardrails.ts';
import type { Fired } from '../guardrails/fired.ts';
import type { GuardrailSettings } from '../guardrails/guardrail-settings.ts';
import { guardrailTexts, type Say, sayIn } from '../guardrails/guardrail-texts.ts';
import { wordMentions } from '../guardrails/mention-texts.ts';
import { quietHoursSentence } from '../guardrails/quiet-hours-texts.ts';
import type { Ruling } from '../guardrails/rulings.ts';
import { iso, isoOrNull } from './linked.ts';
import type { Wording } from './wording.ts';

/** The guardrails as the card shows them; each sentence is sent once, and named by its place. */
export function guardrailPanel(guardrails: GuardrailAssessment, wording: Wording): GuardrailPanel {
  const { language, timeZone } = wording;
  const settings = wording.settings.guardrails;
  const texts = guardrailTexts[language];
  const said = createSentences(wording);
  const { ceiling, ceilingBy, pressure, nextOutreach } = guardrails;
  return {
    ceiling,
    ceilingText: texts.ceilings[ceiling],
    ceilingBecause: said.reasons(ceilingBy),
    rulings: guardrails.rulings.map((ruling) => rulingShown(ruling, said)),
    pressure: meterOf(pressure, settings),
    nextOutreach:
      nextOutreach.kind === 'now'
        ? { kind: 'now' }
        : nextOutreach.kind === 'at'
          ? { kind: 'at', at: iso(nextOutreach.at) }
          : { kind: 'blocked', because: said.reasons(nextOutreach.by) },
    ...wordMentions(guardrails.mentions, language, timeZone),
    // Last, when all have been said.
    sentences: said.all,
  };
}

type Sentences = ReturnType<typeof createSentences>;

function createSentences({ language, timeZone, settings, plainStages }: Wording) {
  const all: string[] = [];
  const texts = guardrailTexts[language];
  const say: Say = sayIn(language, timeZone, plainStages);
  const placeOf = (sentence: string): number => {
    const place = all.indexOf(sentence);
    return place >= 0 ? place : all.push(sentence) - 1;
  };
  return {
    all,
    reasons: (fired: readonly Fired[]) => fired.map(({ because }) => placeOf(texts.because(because, say))),
    instead: (it: Ruling['instead']) => (it === null ? null : placeOf(texts.alternative(it, say))),
    quietHours: () => placeOf(quietHoursSentence(settings.guardrails, language)),
  };
}

function rulingShown(ruling: Ruling, said: Sentences): RulingShown {
  const { purposes, channels, answer, because, instead, hasQuietHours, until } = ruling;
  return {
    purposes,
    channels,
    answer,
    because: said.reasons(because),
    instead: said.instead(instead),
    notice: hasQuietHours ? said.quietHours() : null,
    until: isoOrNull(until),
  };
}

function meterOf(pressure: GuardrailAssessment['pressure'], settings: GuardrailSettings): PressureMeter {
  const { calls, emails, directMessages, mailings, belowDenyAt, belowNoticeAt } = pressure;
  return {
    value: publishedPressure(pressure),
    noticeAt: settings.pressureNotice,
    denyAt: settings.pressureDeny,
    days: settings.pressureDays,
    calls,
    emails,
    directMessages,
    mailings,
    easesAt: isoOrNull(belowDenyAt ?? belowNoticeAt),
    marketingMailVisible: pressure.marketingMailVisible,
  };
}
