import { Alert, Image, LineChart, Link, ProgressBar, Select, Tab, Tabs } from '@hubspot/ui-extensions';
import type { CardPanels, ReadyCard } from '@rapport/shared/contract.ts';
import { afterEach, expect, test, vi } from 'vitest';
import { answers, stagnating } from './card-answers.ts';
import { allPanels, guardrails, openRecovery } from './panel-answers.ts';
import { eventOf, serviceAnswersBy, shownCard } from './shown-card.tsx';

afterEach(() => {
  vi.unstubAllGlobals();
});

const full: ReadyCard = { ...stagnating, panels: allPanels };

async function shown(card: object, locale = 'en') {
  serviceAnswersBy({ contact: () => ({ body: card }) });
  const renderer = shownCard(locale);
  await renderer.waitFor(() => expect(renderer.text()).not.toBe(''));
  await renderer.waitFor(() => expect(renderer.text()).not.toContain('Reading the relationship'));
  return renderer;
}

const withPanels = (panels: CardPanels): ReadyCard => ({ ...stagnating, panels });
const tabsOf = (card: Awaited<ReturnType<typeof shown>>) => card.findAll(Tab).map((it) => it.props.title);

test('behind the glance stands one tab for each question', async () => {
  expect(tabsOf(await shown(full))).toEqual(['Why', 'Closeness', 'Milestones', 'Value', 'History']);
  expect(tabsOf(await shown(full, 'de'))).toEqual(['Warum', 'Nähe', 'Meilensteine', 'Wert', 'Verlauf']);
});

test('a card that was stored before there were panels shows what it has', async () => {
  expect(tabsOf(await shown(stagnating))).toEqual(['Why', 'History']);
});

test('a contact without a stage has guardrails all the same, and no tab asks why', async () => {
  const card = await shown({ ...answers['not-enough-evidence'], panels: { guardrails } });
  expect(tabsOf(card)).toEqual(['Closeness', 'History']);
  expect(card.find(Tabs).props.defaultSelected).toBe('guardrails');
});

test('each verdict names its reason and what to do instead, for the purpose that is chosen', async () => {
  const card = await shown(full);
  expect(card.text()).toContain('They opted out of SMS on 2 May 2026.');
  expect(card.text()).not.toContain('Instead: Mend the complaint first.');
  card.find(Select, (it) => it.props.name === 'purpose').trigger('onChange', eventOf('sales'));
  await card.saying('Instead: Mend the complaint first.');
  expect(card.text()).toContain('A complaint is open since 9 Sep 2026');
});

test('a verdict whose time is over does not vouch for itself any more', async () => {
  const [ruling] = guardrails.rulings;
  const over = { ...ruling, purposes: ['follow_up'], until: '2020-01-01T08:00:00.000Z' };
  const card = await shown(
    withPanels({ guardrails: { ...guardrails, rulings: [over] } as typeof guardrails }),
  );
  await card.saying('Asked before 1 Jan 2020, 9:00; refresh to ask again.');
});

test('contact pressure is said in figures and words, not by the colour of a bar alone', async () => {
  const bar = (await shown(full)).find(ProgressBar);
  expect(bar.props).toMatchObject({ value: 11, maxValue: 15, variant: 'warning' });
  expect(bar.props.valueDescription).toBe('1.1 of 1.5 · At their tolerance.');
});

test('pressure beyond the limit fills the bar and no more', async () => {
  const pressure = { ...guardrails.pressure, value: 4.2 };
  const bar = (await shown(withPanels({ guardrails: { ...guardrails, pressure } }))).find(ProgressBar);
  expect(bar.props).toMatchObject({ value: 15, maxValue: 15, variant: 'danger' });
});

test('a milestone that was not reached says so in its own words', async () => {
  const card = await shown(full);
  expect(card.text()).toContain('Nobody introduced yet.');
  expect(card.text()).not.toContain('Not met yet.');
  expect(card.text()).toContain('Answered in time, 6 Feb 2024, 12:30.');
});

test('an open complaint stands above everything, with its clock', async () => {
  const card = await shown(full);
  expect(card.find(Alert).props).toMatchObject({
    variant: 'danger',
    title: 'Complaint since 9 Sept 2026: Open',
  });
  expect(card.text()).toContain('Not answered; it was due by 9 Sept 2026, 16:20.');
});

test('an answer that came due while nobody looked is late', async () => {
  const acknowledgement = {
    ...openRecovery.acknowledgement,
    dueAt: '2020-01-01T08:00:00.000Z',
    outcome: 'waiting',
  };
  const card = await shown({ ...full, panels: { recovery: { ...openRecovery, acknowledgement } } });
  expect(card.text()).toContain('Not answered; it was due by 1 Jan 2020, 9:00.');
});

test('a recovery that rests nothing is no alarm', async () => {
  const recovery = { ...openRecovery, outcome: 'recovered', pausesAutomation: false } as const;
  expect((await shown(withPanels({ ...allPanels, recovery }))).maybeFind(Alert)).toBeNull();
});

test('each missed follow-up leads to its deal', async () => {
  const links = (await shown(full)).findAll(Link).map((it) => it.props.href);
  expect(links).toContainEqual({ url: '/contacts/4711/record/0-3/31', external: false });
});

test('the failing test of the matrix is named, and an open question is no answer', async () => {
  const card = await shown(full);
  expect(card.text()).toContain('Not identified: several people share the address or number.');
  const { matrix } = allPanels;
  const sentence = 'They pay us directly. Nobody has said whether one can buy without a name.';
  const open = { ...matrix, quadrant: 'undetermined', sentence, sector: null } as const;
  const text = (await shown(withPanels({ matrix: open }))).text();
  expect(text).toContain(sentence);
  expect(text).not.toContain('What to do');
});

test('a wish is shown with its source and day, and a mismatch in words', async () => {
  const card = await shown(full);
  expect(card.text()).toContain('Closer than they want');
  expect(card.text()).toContain('They said so at lunch, 2 Mar 2026');
});

test('without a wish the card says that nobody asked, and guesses none', async () => {
  const desired = { ...allPanels.desired, asked: null, mismatch: 'not_asked' } as const;
  const card = await shown(withPanels({ desired }));
  expect(card.text()).toContain('Nobody has asked yet.');
});

test('an earlier relationship is told apart from this one', async () => {
  const card = await shown(full);
  expect(card.text()).toContain('Earlier relationships');
  expect(card.text()).toContain('6 Feb 2024 to 1 Mar 2025 · Ended');
});

test('the curve is one chart with the horizon as a change of line', async () => {
  const rows = (await shown(full)).find(LineChart).props.data;
  expect(Array.isArray(rows) && rows.every((row) => typeof row['percent'] === 'number')).toBe(true);
});

test("no picture's address says anything of the contact but its step", async () => {
  const picture = (await shown(full)).find(Image);
  expect(picture.props.src.startsWith('data:image/svg+xml,')).toBe(true);
  expect(picture.props.alt).toBe('Step 8 of 10: Stagnating');
  const other = { ...full, reason: 'Another person', panels: {} };
  expect((await shown(other)).find(Image).props.src).toBe(picture.props.src);
});
