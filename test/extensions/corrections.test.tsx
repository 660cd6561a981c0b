import {
  Alert,
  Button,
  Dropdown,
  Form,
  LoadingButton,
  Panel,
  Select,
  Tabs,
  TextArea,
} from '@hubspot/ui-extensions';
import type { ReadyCard } from '@rapport/shared/contract.ts';
import type { CorrectionsView } from '@rapport/shared/contract-corrections.ts';
import { afterEach, expect, test, vi } from 'vitest';
import { bonding, stagnating } from './card-answers.ts';
import { eventOf, serviceAnswersBy, shownCard, textOf } from './shown-card.tsx';

afterEach(() => {
  vi.unstubAllGlobals();
});

const view: CorrectionsView = {
  kind: 'corrections',
  desiredTypes: [{ id: 'buddies', label: 'Buddies', wants: 'a long acquaintance' }],
  log: [
    {
      id: 'correction-0000000001',
      kind: 'override',
      at: '2026-09-10T08:00:00.000Z',
      by: 'ida@example.com',
      sentence: 'Stage set to <b>Bonding</b>',
      reason: 'In person',
      until: '2026-12-01T00:00:00.000Z',
      undoneAt: null,
      mayUndo: true,
    },
  ],
};

type Answer = { status?: number; body: unknown };

async function opened(kind: string, answer: () => Answer) {
  const calls = serviceAnswersBy({
    contact: () => ({ body: stagnating }),
    corrections: () => ({ body: view }),
    feedback: answer,
    undo: answer,
  });
  const card = shownCard();
  await card.saying('Stagnating');
  card.find(Panel, (it) => it.props.id === `rapport-${kind}`).trigger('onOpen');
  await card.waitFor(() => expect(card.maybeFind(Form)).not.toBeNull());
  return { card, calls };
}

const sent = (calls: readonly { path: string; body: unknown }[], path: string) =>
  calls.filter((it) => it.path === path).map(({ body }) => body);

async function writeFeedback(card: ReturnType<typeof shownCard>, reason = 'They are on holiday') {
  card.find(TextArea).trigger('onInput', eventOf(reason));
  await card.waitFor(() => expect(card.find(TextArea).props.value).toBe(reason));
}

test('there is a form for each correction, and nothing to put aside while it goes well', async () => {
  serviceAnswersBy({ contact: () => ({ body: stagnating }) });
  const apart = shownCard();
  await apart.saying('Stagnating');
  expect(apart.find(Dropdown).props['buttonText']).toBe('Correct it');
  expect(apart.findAll(Panel).map((it) => it.props.title)).toContain('Put aside for now');
  serviceAnswersBy({ contact: () => ({ body: bonding }) });
  const together = shownCard();
  await together.saying('Bonding');
  expect(together.findAll(Panel).map((it) => it.props.title)).not.toContain('Put aside for now');
});

test('no form and no log is fetched before somebody opens one', async () => {
  const calls = serviceAnswersBy({ contact: () => ({ body: stagnating }) });
  const card = shownCard();
  await card.saying('Stagnating');
  expect(card.maybeFind(Form)).toBeNull();
  expect(calls.map(({ path }) => path)).toEqual(['contact']);
});

test('a form with something missing says so and sends nothing', async () => {
  const { card, calls } = await opened('feedback', () => ({ body: { kind: 'done', card: bonding } }));
  card.find(Form).trigger('onSubmit', eventOf({}));
  await card.waitFor(() => expect(card.find(TextArea).props.validationMessage).toBe('This is needed.'));
  expect(sent(calls, 'feedback')).toEqual([]);
});

test('a reason of 5,000 characters is refused with how much it is too long, and kept', async () => {
  const { card, calls } = await opened('feedback', () => ({ body: { kind: 'done', card: bonding } }));
  await writeFeedback(card, 'x'.repeat(5000));
  card.find(Form).trigger('onSubmit', eventOf({}));
  await card.waitFor(() =>
    expect(card.find(TextArea).props.validationMessage).toBe('4000 characters too long; at most 1000.'),
  );
  expect(card.find(TextArea).props.value).toHaveLength(5000);
  expect(sent(calls, 'feedback')).toEqual([]);
});

test('a correction shows the card that comes back, closes its panel and says what was done', async () => {
  const { card, calls } = await opened('feedback', () => ({ body: { kind: 'done', card: bonding } }));
  await writeFeedback(card);
  card.find(Form).trigger('onSubmit', eventOf({}));
  await card.saying('We owe an answer');
  expect(sent(calls, 'feedback')).toEqual([
    {
      id: expect.stringMatching(/^[A-Za-z0-9-]{16,64}$/),
      contactId: '301',
      locale: 'en',
      about: 'stage',
      reason: 'They are on holiday',
    },
  ]);
  expect(card.actions.closeOverlay.calls[0]).toEqual(['rapport-feedback']);
  expect(card.actions.addAlert.calls[0]?.[0]).toMatchObject({ type: 'success' });
  expect(card.actions.refreshObjectProperties.callCount).toBe(1);
});

test('a double click sends one correction, and a new try after a failure carries the same id', async () => {
  const turns: Answer[] = [{ status: 503, body: {} }, { body: { kind: 'done', card: bonding } }];
  const { card, calls } = await opened('feedback', () => turns.shift() ?? { status: 500, body: {} });
  await writeFeedback(card);
  card.find(Form).trigger('onSubmit', eventOf({}));
  card.find(Form).trigger('onSubmit', eventOf({}));
  await card.waitFor(() =>
    expect(card.maybeFind(Alert)?.props.title).toBe('Not saved. What you wrote is still here.'),
  );
  expect(card.find(TextArea).props.value).toBe('They are on holiday');
  expect(sent(calls, 'feedback')).toHaveLength(1);
  card.find(Form).trigger('onSubmit', eventOf({}));
  await card.saying('We owe an answer');
  const ids = sent(calls, 'feedback').map((body) => Reflect.get(Object(body), 'id'));
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test('what the service finds wrong stands at its field', async () => {
  const problems = [
    { field: 'reason', sentence: 'Say it in your own words.' },
    { field: null, sentence: 'The contact was merged.' },
  ];
  const { card } = await opened('feedback', () => ({ status: 422, body: { kind: 'invalid', problems } }));
  await writeFeedback(card);
  card.find(Form).trigger('onSubmit', eventOf({}));
  await card.waitFor(() =>
    expect(card.find(TextArea).props.validationMessage).toBe('Say it in your own words.'),
  );
  expect(textOf(card.find(Form))).toContain('The contact was merged.');
});

test('who is refused reads why, and the card stays as it was', async () => {
  const { card } = await opened('feedback', () => ({ status: 403, body: {} }));
  await writeFeedback(card);
  card.find(Form).trigger('onSubmit', eventOf({}));
  await card.waitFor(() =>
    expect(textOf(card.find(Form))).toContain('Rapport is not allowed to answer here.'),
  );
  expect(card.text()).toContain(stagnating.reason);
});

test('the kinds of relationship to choose from are the portal’s own', async () => {
  const { card } = await opened('desired', () => ({ body: {} }));
  await card.waitFor(() =>
    expect(card.find(Select, (it) => it.props.name === 'type').props.options).toEqual([
      { value: 'buddies', label: 'Buddies: a long acquaintance' },
    ]),
  );
});

test('the log is read when the history is opened, and shows HTML as the text it is', async () => {
  const { card } = await opened('feedback', () => ({ body: {} }));
  card.find(Tabs).trigger('onSelectedChange', eventOf('history'));
  await card.saying('Stage set to <b>Bonding</b>');
  expect(card.text()).toContain('ida@example.com, 10 Sept 2026, 10:00 · until 1 Dec 2026');
});

test('pressing undo twice is one undoing', async () => {
  const answer = () => ({ body: { kind: 'done', card: bonding } });
  const { card, calls } = await opened('feedback', answer);
  card.find(Tabs).trigger('onSelectedChange', eventOf('history'));
  await card.saying('Stage set to');
  const undo = card.find(Button, (it) => it.text === 'Undo');
  undo.trigger('onClick');
  undo.trigger('onClick');
  await card.saying('We owe an answer');
  const ids = sent(calls, 'undo').map((body) => Reflect.get(Object(body), 'id'));
  expect(ids.length).toBeGreaterThan(0);
  expect(new Set(ids).size).toBe(1);
  expect(sent(calls, 'undo')[0]).toMatchObject({ correction: 'correction-0000000001', contactId: '301' });
});

const byHand: ReadyCard = {
  ...bonding,
  override: {
    id: 'correction-0000000001',
    reason: 'They told me so in person',
    at: '2026-09-10T08:00:00.000Z',
    until: '2026-12-01T00:00:00.000Z',
    by: 'ida@example.com',
    shadow: { stage: 'stagnating', sentence: 'Silent for 41 days.' },
  },
};

test('a stage set by hand says by whom, until when, and what the engine says against it', async () => {
  serviceAnswersBy({ contact: () => ({ body: byHand }) });
  const card = shownCard();
  await card.waitFor(() => expect(card.find(Alert).props.variant).toBe('warning'));
  expect(card.find(Alert).props.title).toBe('Set by hand until 1 Dec 2026, by ida@example.com');
  expect(card.text()).toContain('Rapport says Stagnating: Silent for 41 days.');
});

test('where the engine agrees there is no warning', async () => {
  const shadow = { stage: 'bonding', sentence: 'Renewed.' } as const;
  serviceAnswersBy({ contact: () => ({ body: { ...byHand, override: { ...byHand.override, shadow } } }) });
  const card = shownCard();
  await card.saying('Rapport agrees.');
  expect(card.find(Alert).props.variant).toBe('info');
});

test('while a correction is on its way its button waits', async () => {
  const { card } = await opened('feedback', () => ({ body: { kind: 'done', card: bonding } }));
  await writeFeedback(card);
  const { promise, resolve } = Promise.withResolvers<Response>();
  vi.stubGlobal('hsFetch', () => promise);
  card.find(Form).trigger('onSubmit', eventOf({}));
  await card.waitFor(() =>
    expect(card.find(LoadingButton, (it) => it.props.type === 'submit').props.loading).toBe(true),
  );
  resolve(new Response(JSON.stringify({ kind: 'done', card: bonding })));
  await card.saying('We owe an answer');
});
