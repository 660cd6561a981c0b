import {
  Button,
  EmptyState,
  ErrorState,
  Heading,
  Link,
  LoadingButton,
  LoadingSpinner,
  ProgressBar,
  StatusTag,
  TableRow,
  Tag,
  Tile,
} from '@hubspot/ui-extensions';
import type { RenderedParentNode } from '@hubspot/ui-extensions/testing';
import type { ContactCard } from '@rapport/shared/contract.ts';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { StageCard } from '../../extensions/app/cards/StageCard.tsx';
import { answers, bonding, ended, stagnating } from './card-answers.ts';
import { patientRenderer } from './patient-renderer.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

type Call = { readonly url: string; readonly method: string | undefined; readonly body: unknown };

/** The service answers with these in turn, the last one for ever. */
function serviceAnswers(...turns: (() => Promise<Response>)[]): Call[] {
  const calls: Call[] = [];
  vi.stubGlobal('hsFetch', (url: string, options: { method?: string; body?: unknown }) => {
    const turn = turns[Math.min(calls.length, turns.length - 1)];
    calls.push({ url, method: options.method, body: options.body });
    if (turn === undefined) throw new Error('no answer was prepared');
    return turn();
  });
  return calls;
}

/** All that is written on the card, one text after the other. */
function textOf(node: Pick<RenderedParentNode, 'childNodes'>): string {
  return node.childNodes.map((it) => ('childNodes' in it ? textOf(it) : it.text)).join(' ');
}

const says = (card: ContactCard) => async () => new Response(JSON.stringify(card));
const fails = (status: number) => async () => new Response('{}', { status });

function shown(locale: string) {
  const renderer = patientRenderer('crm.record.tab');
  const { actions } = renderer.mocks;
  const context = {
    user: { locale },
    portal: { id: 4711, timezone: 'Europe/Berlin' },
    crm: { objectId: 301 },
  };
  renderer.render(<StageCard context={context} actions={actions} />);
  const text = () => textOf(renderer.getRootNode());
  const saying = (part: string) => renderer.waitFor(() => expect(text()).toContain(part));
  return { ...renderer, actions, text, saying };
}

describe.each([
  ['en', 'Stagnating', 'Coming apart', 'Since 3 Aug 2026', 'Close second: Avoiding'],
  ['de', 'Stillstand', 'Entfernung', 'Seit 3. Aug. 2026', 'Knapp dahinter: Ausweichen'],
])('in %s', (locale, stage, flight, since, second) => {
  test('the stage, its direction, since when and a close second are said in words', async () => {
    serviceAnswers(says(stagnating));
    const card = shown(locale);
    await card.waitFor(() => expect(card.find(Heading).text).toBe(stage));
    expect(card.find(StatusTag).text).toBe(flight);
    expect(card.text()).toContain(since);
    expect(card.text()).toContain(second);
    expect(card.text()).toContain(stagnating.reason);
  });
});

test('the card asks for its contact in the language of the viewer', async () => {
  const calls = serviceAnswers(says(stagnating));
  const card = shown('de-de');
  await card.saying('Stillstand');
  expect(calls).toEqual([
    {
      url: 'https://api.rapport.example/cards/contact?contactId=301&locale=de',
      method: 'GET',
      body: undefined,
    },
  ]);
});

test('until the answer is there the card says that it reads', async () => {
  serviceAnswers(() => new Promise(() => undefined));
  const card = shown('en');
  expect(card.find(LoadingSpinner).props.label).toBe('Reading the relationship');
});

test('every piece of evidence with an activity links to that very activity', async () => {
  serviceAnswers(says(stagnating));
  const card = shown('en');
  await card.saying('Answered our mail');
  expect(card.findAll(TableRow)).toHaveLength(1 + stagnating.evidence.length);
  expect(card.findAll(Link).map((it) => it.props.href)).toEqual([
    { url: '/contacts/4711/record/0-1/301/view/1?engagement=9001', external: false },
    { url: '/contacts/4711/record/0-123/77', external: false },
    { url: '/contacts/4711/record/0-1/301/view/1?engagement=501', external: false },
  ]);
  expect(card.text()).toContain('Everything else: 12 older activities lift it a little');
});

test('no more than five pieces of evidence are shown', async () => {
  const many = Array.from({ length: 8 }, (_, index) => ({
    sentence: `Wrote mail ${index}`,
    at: null,
    channel: 'email',
    effect: 'lifts' as const,
    activity: null,
  }));
  serviceAnswers(says({ ...stagnating, evidence: many }));
  const card = shown('en');
  await card.saying('Wrote mail 0');
  expect(card.findAll(TableRow)).toHaveLength(1 + 5);
});

test('how long it holds, what comes then and how alive it is stand in plain words', async () => {
  serviceAnswers(says(stagnating));
  const card = shown('en');
  await card.saying('12 Oct 2026');
  expect(card.text()).toContain('then Terminating, if they stay silent');
  expect(card.text()).toContain('Unlikely');
  expect(card.text()).toContain('34%');
});

test('what would move it names the stage it leads to, and what would not names none', async () => {
  serviceAnswers(says(stagnating));
  const card = shown('en');
  await card.saying('They write or call → Experimenting');
  expect(card.text()).toContain('Another mail from us');
  expect(card.text()).not.toContain('Another mail from us →');
});

test('what the contact does is not listed as in vain beside what we do', async () => {
  const wouldNotMove = [
    { act: 'reply', sentence: 'They write to us', stage: null },
    { act: 'our_call', sentence: 'Another call from us', stage: null },
  ];
  serviceAnswers(says({ ...stagnating, wouldMove: [], wouldNotMove }));
  const card = shown('en');
  await card.saying('Another call from us');
  expect(card.text()).not.toContain('They write to us');
});

test('a relationship coming apart stands on its own flight, with what lies before and after', async () => {
  serviceAnswers(says({ ...stagnating, previous: null, runnerUp: null, nextStage: null, wouldMove: [] }));
  const card = shown('en');
  await card.waitFor(() => expect(card.find(Tag).text).toBe('Stagnating'));
  expect(card.text()).toMatch(/Differentiating\s+Circumscribing\s+Stagnating\s+Avoiding\s+Terminating/);
  expect(card.text()).not.toContain('Bonding');
});

test('an answer that we owe stands beside the stage', async () => {
  serviceAnswers(says(bonding));
  const card = shown('en');
  await card.waitFor(() => expect(card.find(Tag).text).toBe('We owe an answer'));
  expect(card.find(StatusTag).text).toBe('Coming together');
  expect(card.text()).toContain('came back after an end');
  expect(card.text()).toContain('Something happens');
});

test('an end is called by its kind, and nothing is invented where nothing is known', async () => {
  serviceAnswers(says(ended));
  const card = shown('en');
  await card.waitFor(() => expect(card.find(StatusTag).text).toBe('Ended'));
  expect(card.text()).toContain('Never heard from yet');
  expect(card.text()).not.toContain('What would');
  expect(card.findAll(TableRow)).toHaveLength(0);
});

describe.each(['en', 'de'])('where there is no stage, in %s', (locale) => {
  const words = {
    en: {
      evidence: 'Not enough evidence for a stage',
      objection: "Not profiled at the person's request",
      progress: '1,234 of 5,000 contacts assessed',
      unknown: 'Contact not known yet',
      failure: 'The relationship cannot be shown',
    },
    de: {
      evidence: 'Zu wenig Anhaltspunkte für eine Stufe',
      objection: 'Auf Wunsch der Person kein Profil',
      progress: '1.234 von 5.000 Kontakten eingeschätzt',
      unknown: 'Kontakt noch nicht bekannt',
      failure: 'Die Beziehung lässt sich nicht zeigen',
    },
  }[locale === 'de' ? 'de' : 'en'];

  test('too little evidence says what is missing', async () => {
    serviceAnswers(says(answers['not-enough-evidence']));
    const card = shown(locale);
    await card.waitFor(() => expect(card.find(EmptyState).props.title).toBe(words.evidence));
    const missing = textOf(card.find(Tile));
    for (const it of answers['not-enough-evidence'].missing) expect(missing).toContain(it);
  });

  test('an objection shows no stage', async () => {
    serviceAnswers(says(answers.objection));
    const card = shown(locale);
    await card.waitFor(() => expect(card.find(EmptyState).props.title).toBe(words.objection));
    expect(card.maybeFind(Heading)).toBeNull();
    expect(card.maybeFind(Tag)).toBeNull();
  });

  test('a first sync shows how far it is', async () => {
    serviceAnswers(says(answers['not-yet']));
    const card = shown(locale);
    await card.waitFor(() => expect(card.find(ProgressBar).props.valueDescription).toBe(words.progress));
  });

  test('an unknown contact can be looked for again', async () => {
    serviceAnswers(says(answers['unknown-contact']), says(stagnating));
    const card = shown(locale);
    await card.waitFor(() => expect(card.find(EmptyState).props.title).toBe(words.unknown));
    card.find(Button).trigger('onClick');
    await card.saying(stagnating.reason);
  });

  test('a failure says what it is and can be tried again', async () => {
    serviceAnswers(fails(503), says(stagnating));
    const card = shown(locale);
    await card.waitFor(() => expect(card.find(ErrorState).props.title).toBe(words.failure));
    card.find(Button).trigger('onClick');
    await card.saying(stagnating.reason);
  });
});

test('a contact that the service does not know is no failure, though HTTP calls it one', async () => {
  serviceAnswers(async () => new Response(JSON.stringify(answers['unknown-contact']), { status: 404 }));
  const card = shown('en');
  await card.waitFor(() => expect(card.find(EmptyState).props.title).toBe('Contact not known yet'));
});

test.each([
  ['an answer that never came', async () => Promise.reject(new Error('timeout')), 'does not answer'],
  ['a service that is down', fails(502), 'does not answer'],
  ['a refused signature', fails(401), 'not allowed'],
  ['a missing permission', fails(403), 'not allowed'],
  ['too many cards at once', fails(429), 'Too many cards'],
  ['an address that is not there', fails(404), 'could not be read'],
  ['an answer that is no JSON', async () => new Response('<html>'), 'could not be read'],
  ['an answer of another shape', async () => new Response('{"kind":"ready"}'), 'could not be read'],
])('%s is told apart', async (_name, answer, words) => {
  serviceAnswers(answer);
  const card = shown('en');
  await card.saying(words);
});

test('refreshing shows the new assessment, and the record its new properties', async () => {
  const calls = serviceAnswers(says(stagnating), says(bonding));
  const card = shown('de');
  await card.saying('Stillstand');
  card.find(LoadingButton).trigger('onClick');
  await card.saying('Bindung');
  expect(calls[1]).toEqual({
    url: 'https://api.rapport.example/cards/refresh',
    method: 'POST',
    body: { contactId: '301', locale: 'de' },
  });
  expect(card.actions.refreshObjectProperties.callCount).toBe(1);
  expect(card.actions.addAlert.calls).toEqual([
    [{ type: 'success', message: 'Die Einschätzung ist auf dem neuesten Stand.' }],
  ]);
});

test('while refreshing the button waits and the old assessment stays', async () => {
  serviceAnswers(says(stagnating), () => new Promise(() => undefined));
  const card = shown('en');
  await card.saying('Stagnating');
  card.find(LoadingButton).trigger('onClick');
  await card.waitFor(() => expect(card.find(LoadingButton).props.loading).toBe(true));
  expect(card.text()).toContain(stagnating.reason);
});

test('where evidence was too little, a refresh may find enough', async () => {
  serviceAnswers(says(answers['not-enough-evidence']), says(stagnating));
  const card = shown('en');
  await card.waitFor(() => expect(card.find(EmptyState).props.title).toContain('Not enough'));
  card.find(LoadingButton).trigger('onClick');
  await card.saying(stagnating.reason);
});

test('a refresh that failed keeps the old assessment and says so', async () => {
  serviceAnswers(says(stagnating), fails(500));
  const card = shown('en');
  await card.saying('Stagnating');
  card.find(LoadingButton).trigger('onClick');
  await vi.waitFor(() => expect(card.actions.addAlert.callCount).toBe(1));
  expect(card.actions.addAlert.calls[0]?.[0]).toMatchObject({ type: 'danger', title: 'Not refreshed' });
  expect(card.actions.refreshObjectProperties.callCount).toBe(0);
  expect(card.text()).toContain(stagnating.reason);
});
