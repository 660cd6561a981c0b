import { expect, test } from 'vitest';
import { noPipelineChoices, withPipelineChoices } from '../../src/usecases/pipeline-choices.ts';

const recognised = {
  dealStages: {
    talk: { outcome: 'open', qualified: false, project: false },
    signed: { outcome: 'won', qualified: true, project: false },
  },
  ticketStages: { done: { closed: false } },
} as const;

test('what nobody chose means what it was taken to mean', () => {
  expect(withPipelineChoices(recognised, noPipelineChoices)).toEqual(recognised);
});

test('what an admin says of a stage stands over what its name tells', () => {
  const chosen = {
    dealStages: { talk: { qualified: true }, signed: { project: true, completed: true } },
    ticketStages: { done: { closed: true } },
  };
  expect(withPipelineChoices(recognised, chosen)).toEqual({
    dealStages: {
      talk: { outcome: 'open', qualified: true, project: false },
      signed: { outcome: 'won', qualified: true, project: true, completed: true },
    },
    ticketStages: { done: { closed: true } },
  });
});

test('a stage that the portal no longer has is left out, whatever it is called', () => {
  const chosen = { dealStages: { gone: { qualified: true } }, ticketStages: { gone: { closed: true } } };
  expect(withPipelineChoices(recognised, chosen)).toEqual(recognised);
  const odd = { dealStages: { constructor: recognised.dealStages.talk }, ticketStages: {} };
  expect(withPipelineChoices(odd, noPipelineChoices)).toEqual(odd);
});
