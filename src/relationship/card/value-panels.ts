import type { ApproachPanel, DesiredPanel, LevelPanel, MatrixPanel } from '@rapport/shared/contract.ts';
import { approachName, costNote, refusalSentence } from '../approaches/approach-texts.ts';
import type { ValueApproaches } from '../approaches/value-approaches.ts';
import type { DesiredAssessment } from '../assessment.ts';
import { axes, shownValue } from '../desired/observed-form.ts';
import type { LevelAnswer } from '../level/level-gap.ts';
import { panelSentences } from '../level/level-texts.ts';
import type { QuadrantAnswer } from '../matrix/quadrant.ts';
import { quadrantSentence } from '../matrix/quadrant-texts.ts';
import { sectorTexts } from '../matrix/sectors.ts';
import { iso, linkedTo } from './linked.ts';
import type { Wording } from './wording.ts';

/** Both tests of the matrix, and what the sector asks for. */
export function matrixPanel({ quadrant, reason }: QuadrantAnswer, { language }: Wording): MatrixPanel {
  const sector = quadrant === 'undetermined' ? null : sectorTexts[language][quadrant];
  return {
    quadrant,
    sentence: quadrantSentence(reason, language).trim(),
    sector:
      sector === null
        ? null
        : { model: sector.model, recommend: sector.recommend, disruption: sector.disruption },
  };
}

/** More missed follow-ups than this are counted, not listed. */
const mostMissed = 5;

/** The level practised beside the suggested one, and each follow-up that was missed, the latest first. */
export function levelPanel(level: LevelAnswer, { language }: Wording): LevelPanel {
  const { suggested, practised, gap, missed } = level;
  return {
    suggested: suggested.level,
    practised: practised.level,
    gap,
    sentences: panelSentences(level, language),
    due: practised.due,
    followed: practised.followed,
    missed: missed
      .slice(-mostMissed)
      .reverse()
      .map(({ source, dealId, soldAt, dueAt }) => ({
        deal: dealId === null ? linkedTo(source) : linkedTo(`deals:${dealId}`),
        soldAt: iso(soldAt),
        dueAt: iso(dueAt),
      })),
  };
}

/** The ways to build value that suit, and what stands in the way of each other one. */
export function approachPanel(approaches: ValueApproaches, wording: Wording): ApproachPanel {
  const { language, settings, concentration } = wording;
  return {
    eligible: approaches.eligible.map((approach) => ({
      name: approachName(approach, language),
      cost: costNote(approach, settings.approaches, concentration, language),
      first: approaches.priority.includes(approach),
    })),
    refused: approaches.refused.map((refusal) => ({
      name: approachName(refusal.approach, language),
      sentence: refusalSentence(refusal, language),
    })),
  };
}

/** What they said they want beside what the CRM shows. */
export function desiredPanel(desired: DesiredAssessment, { language }: Wording): DesiredPanel {
  const { asked, mismatch, observed, depth } = desired;
  return {
    asked: askedPart(asked, language),
    mismatch,
    depth,
    observed: axes.map((axis) => ({
      axis,
      value: shownValue(observed[axis]),
      evidence: observed[axis].evidence,
    })),
  };
}

function askedPart(asked: DesiredAssessment['asked'], language: Wording['language']): DesiredPanel['asked'] {
  if (asked.kind === 'not_asked') return null;
  const { source } = asked;
  const at = iso(asked.at);
  if (asked.kind === 'unknown_type') {
    return { type: asked.id, label: asked.id, wants: null, source, at, rules: [], captivity: false };
  }
  const { id, label, wants, rules, captivity } = asked.type;
  return {
    type: id,
    label: label[language],
    wants: wants[language],
    source,
    at,
    rules: rules[language],
    captivity,
  };
}
