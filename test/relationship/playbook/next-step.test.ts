import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isNecessary, passes } from '../../../src/relationship/guardrails/action.ts';
import { decide } from '../../../src/relationship/guardrails/verdict.ts';
import {
  neverSentence,
  nextStep,
  type PlaybookInput,
  stepSentence,
} from '../../../src/relationship/playbook/next-step.ts';
import { defaultPlaybookSettings } from '../../../src/relationship/playbook/playbook-settings.ts';
import { playbookTexts } from '../../../src/relationship/playbook/playbook-texts.ts';
import { practiceFor } from '../../../src/relationship/playbook/practice.ts';
import { neverCodes, type StepCode, steps, stepsOfStage } from '../../../src/relationship/playbook/steps.ts';
import { languages } from '../../../src/relationship/stage/reason.ts';
import { endings, holds, stageAnswers, stages } from '../../../src/relationship/stage/stages.ts';
import { anyWorld, standingOf } from '../guardrails/any-standing.ts';
import { complaint, daysAgo, now, optOut, ours, standing } from '../guardrails/standing-fixture.ts';

const settings = defaultPlaybookSettings;

type Told = Partial<PlaybookInput['assessment']> & Partial<Omit<PlaybookInput, 'assessment'>>;

function step({ mismatch = null, standing: at = standing(), ...told }: Told) {
  const assessment = {
    stage: 'bonding',
    ending: 'none',
    awaiting: 'nobody',
    heldBy: 'none',
    validUntil: null,
    nextStage: null,
    ...told,
  } as const;
  return nextStep({ assessment, mismatch, standing: at }, settings);
}

describe('one next step per stage', () => {
  test.each(stages)('%s has its own practice, and one inside the house where that is denied', (stage) => {
    expect(step({ stage, standing: standing({ stage }) }).code).toBe(stepsOfStage[stage][0]);
    const closed = step({ stage, standing: standing({ stage, signals: [optOut(daysAgo(5))] }) });
    expect([closed.code, closed.channel]).toEqual([stepsOfStage[stage].at(-1), null]);
  });

  test('who never was heard of is looked at before anybody writes', () => {
    expect(
      step({ stage: 'not_enough_evidence', standing: standing({ stage: 'not_enough_evidence' }) }).code,
    ).toBe('learn_who');
  });
});

describe('one next step per situation', () => {
  const open = standing({ signals: [complaint(daysAgo(2))] });
  test.each([
    [
      'an objection leaves replies only',
      { standing: standing({ facts: { objection: true } }) },
      'only_reply',
    ],
    ['a contact that is not assessed gets replies only', { stage: 'not_assessed' }, 'only_reply'],
    ['an answer we owe comes before everything else', { awaiting: 'us', standing: open }, 'answer_first'],
    [
      'an open complaint is mended before anything is offered',
      { standing: open, mismatch: 'too_distant' },
      'mend_complaint',
    ],
    ['a finished project is ended well', { stage: 'terminating', ending: 'completed' }, 'hand_over'],
    ['who finds us too close gets more distance', { mismatch: 'too_close' }, 'step_back'],
    ['who finds us too distant gets more attention', { mismatch: 'too_distant' }, 'come_closer'],
    ['an agreed meeting is prepared', { heldBy: 'meeting' }, 'prepare_meeting'],
    ['a date they asked for is respected', { heldBy: 'date' }, 'respect_date'],
    ['a colleague in touch is asked first', { heldBy: 'colleague' }, 'ask_colleague'],
    ['a running contract is the time to ask how it goes', { heldBy: 'term' }, 'value_before_renewal'],
    ['a rhythm is trusted', { heldBy: 'rhythm' }, 'trust_the_rhythm'],
    ['a season is trusted', { heldBy: 'season' }, 'trust_the_rhythm'],
    [
      'what slips soon is asked about before',
      { validUntil: daysAgo(-10), nextStage: 'stagnating' },
      'ask_before_it_slips',
    ],
    ['what slips later waits', { validUntil: daysAgo(-40), nextStage: 'stagnating' }, 'thank_them'],
  ] as const)('%s', (_title, told, code) => {
    expect(step(told).code).toBe(code);
  });

  test('who draws back is not pressed closer, whatever they once wished for', () => {
    const at = standing({ stage: 'avoiding' });
    expect(step({ stage: 'avoiding', mismatch: 'too_distant', standing: at }).code).toBe('one_honest_note');
  });
});

test('a denied step is never shown, the next one is', () => {
  const pressed = standing({ signals: [10, 20, 30, 40, 50, 60].map((days) => ours(daysAgo(days))) });
  expect(step({ mismatch: 'too_distant', standing: pressed }).code).toBe('collect_ideas');
  expect(step({ standing: pressed }).code).toBe('keep_excellent');
});

test('a step takes the first channel that passes', () => {
  expect(step({})).toMatchObject({ code: 'thank_them', channel: 'call', answer: 'ALLOW' });
  const notByPhone = standing({ facts: { refusedChannels: [{ channel: 'call', at: null }] } });
  expect(step({ standing: notByPhone }).channel).toBe('email');
});

const anyInput: fc.Arbitrary<PlaybookInput> = fc.record({
  assessment: fc.record({
    stage: fc.constantFrom(...stageAnswers),
    ending: fc.constantFrom(...endings),
    awaiting: fc.constantFrom('us' as const, 'customer' as const, 'nobody' as const),
    heldBy: fc.constantFrom(...holds),
    validUntil: fc.option(fc.integer({ min: now, max: daysAgo(-60) })),
    nextStage: fc.option(fc.constantFrom(...stageAnswers)),
  }),
  mismatch: fc.constantFrom(
    'too_close' as const,
    'fits' as const,
    'too_distant' as const,
    'not_asked' as const,
    null,
  ),
  standing: anyWorld.map(standingOf),
});

test('every contact has one next step, it passes the guardrails, and it can be said in both languages', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const chosen = nextStep(input, settings);
      const { purpose } = steps[chosen.code];
      expect(chosen.channel === null).toBe(purpose === null);
      if (purpose !== null && chosen.channel !== null) {
        const { answer } = decide(input.standing, { purpose, channel: chosen.channel });
        expect(passes(answer)).toBe(true);
        if (input.standing.facts.objection) expect(isNecessary(purpose)).toBe(true);
      }
      for (const language of languages) {
        expect(stepSentence(chosen, language, settings)).toMatch(/\.$/);
        expect(neverSentence(chosen, language)).toMatch(/\.$/);
      }
    }),
    { numRuns: 2000 },
  );
});

test('every list of steps ends inside the house, so that there always is something to show', () => {
  for (const stage of stages) {
    const last: StepCode = stepsOfStage[stage].at(-1) ?? 'wait';
    expect(steps[last].purpose).toBeNull();
  }
});

test('every text is there in English and in German, and they differ', () => {
  for (const code of Object.keys(steps) as StepCode[]) {
    // the keys of `steps` are its codes
    expect(playbookTexts.en.steps[code]).not.toBe(playbookTexts.de.steps[code]);
  }
  for (const code of neverCodes)
    expect(playbookTexts.en.nevers[code]).not.toBe(playbookTexts.de.nevers[code]);
});

test("a step is said in the portal's own words where it has some", () => {
  const own = { ...settings, ownTexts: { thank_them: { en: 'Send flowers.', de: ' ' } } };
  expect(stepSentence(step({}), 'en', own)).toBe('Send flowers.');
  expect(stepSentence(step({}), 'de', own)).toBe(playbookTexts.de.steps.thank_them);
});

test('the practice before any guardrail: an answer owed first, then a good end, then the stage', () => {
  const about = { stage: 'stagnating', ending: 'none', awaiting: 'nobody' } as const;
  expect(practiceFor(about, 'en')).toEqual({
    step: 'Ask what is missing, and bring something new.',
    never: 'Send more of the same.',
  });
  expect(practiceFor({ ...about, awaiting: 'us' }, 'en').step).toBe(
    'Answer them first; everything else waits.',
  );
  expect(practiceFor({ ...about, ending: 'completed' }, 'de').step).toContain('Das Projekt gut beenden');
});
