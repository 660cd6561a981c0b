/** Parts of the settings page that change more than one value: what each puts into the draft. */
import {
  Button,
  Checkbox,
  Input,
  NumberInput,
  Select,
  TextArea,
  TimeInput,
  Toggle,
} from '@hubspot/ui-extensions';
import { settingsTextsEn } from '@rapport/shared/settings-texts-en.ts';
import { viewerOf } from '@rapport/shared/viewer.ts';
import { expect, test, vi } from 'vitest';
import { DepthTable } from '../../extensions/app/settings/DepthTable.tsx';
import { Families } from '../../extensions/app/settings/Families.tsx';
import { HoursEditor } from '../../extensions/app/settings/HoursEditor.tsx';
import { People } from '../../extensions/app/settings/People.tsx';
import { PlaybookEditor } from '../../extensions/app/settings/PlaybookEditor.tsx';
import { RateTable } from '../../extensions/app/settings/RateTable.tsx';
import type { PartProps } from '../../extensions/app/settings/Settings.tsx';
import type { Draft } from '../../extensions/app/settings/use-changes.ts';
import { settingsOf } from '../support/portal-fixture/settings-data.ts';
import { patientRenderer } from './patient-renderer.ts';
import { eventOf, textOf } from './shown-card.tsx';

const viewer = viewerOf({
  user: { locale: 'en' },
  portal: { id: 4711, timezone: 'Europe/Berlin' },
  crm: { objectId: 301 },
});

function propsWith(draft: Draft, state: 'lived' | 'reader' = 'lived') {
  const changes = {
    draft,
    isChanged: false,
    problems: [],
    isSending: false,
    preview: null,
    set: vi.fn(),
    setField: vi.fn(),
    discard: vi.fn(),
    askPreview: vi.fn(),
    apply: vi.fn(),
    send: vi.fn(),
  };
  const props: PartProps = { settings: settingsOf(state, 'en'), viewer, texts: settingsTextsEn, changes };
  return { changes, props };
}

function shown(part: React.ReactNode) {
  const renderer = patientRenderer('settings');
  renderer.render(part);
  return { ...renderer, text: () => textOf(renderer.getRootNode()) };
}

const nine = { from: 540, to: 1020 };
const afternoon = { from: 780, to: 1020 };

test('working time is changed day by day, and the other days stay', () => {
  const { changes, props } = propsWith({});
  const page = shown(<HoursEditor {...props} />);
  page.find(Toggle, ({ props: { name } }) => name === 'works-Saturday').trigger('onChange', eventOf(true));
  const { week } = props.settings.hours;
  const saturdayToo = week.map((day, at) => (at === 6 ? [nine] : day));
  expect(changes.setField).toHaveBeenLastCalledWith('businessHours.hours', {
    ...props.settings.hours,
    week: saturdayToo,
  });
  page
    .find(TimeInput, ({ props: { name } }) => name === 'to-Monday-0')
    .trigger('onChange', eventOf({ hours: 12, minutes: 30 }));
  expect(changes.setField.mock.lastCall?.[1].week[1]).toEqual([{ from: 540, to: 750 }]);
});

test('a day with a break has two spans, and the last can be struck', () => {
  const week = [[], [{ from: 540, to: 720 }], [nine], [nine], [nine], [nine], []];
  const drafted = { timeZone: null, week, holidays: [] };
  const one = propsWith({ fields: { 'businessHours.hours': drafted } });
  const before = shown(<HoursEditor {...one.props} />);
  before.find(Button, (it) => textOf(it) === 'Break on Monday').trigger('onClick', eventOf({}));
  const [, hours] = one.changes.setField.mock.lastCall ?? [];
  expect(hours.week[1]).toEqual([{ from: 540, to: 720 }, afternoon]);

  const two = propsWith({ fields: { 'businessHours.hours': hours } });
  const after = shown(<HoursEditor {...two.props} />);
  const labels = after.findAll(TimeInput).map(({ props: { label } }) => label);
  expect(labels.slice(0, 4)).toEqual([
    'Monday from',
    'Monday until',
    'Monday again from',
    'Monday again until',
  ]);
  after.find(Button, (it) => textOf(it) === 'Strike the last span on Monday').trigger('onClick', eventOf({}));
  expect(two.changes.setField.mock.lastCall?.[1].week[1]).toEqual([{ from: 540, to: 720 }]);
});

test('a day that is switched off and on again has its break again', () => {
  const spans = [{ from: 540, to: 720 }, afternoon];
  const off = { timeZone: null, week: [[], [], [nine], [nine], [nine], [nine], []], holidays: [] };
  const { changes, props } = propsWith({ fields: { 'businessHours.hours': off } });
  const hours = { ...off, week: off.week.map((day, at) => (at === 1 ? spans : day)) };
  const page = shown(<HoursEditor {...props} settings={{ ...props.settings, hours }} />);
  page.find(Toggle, ({ props: { name } }) => name === 'works-Monday').trigger('onChange', eventOf(true));
  expect(changes.setField.mock.lastCall?.[1].week[1]).toEqual(spans);
});

test('no break can be added to a day that is full, and none by who may only look', () => {
  const week = [[{ from: 0, to: 1400 }], [nine], [], [], [], [], []];
  const { props } = propsWith({ fields: { 'businessHours.hours': { timeZone: null, week, holidays: [] } } });
  const buttons = shown(<HoursEditor {...props} />)
    .findAll(Button)
    .map(textOf);
  expect(buttons).toEqual(['Break on Monday']);
  const reader = propsWith({}, 'reader');
  expect(shown(<HoursEditor {...reader.props} />).findAll(Button)).toEqual([]);
});

test('a product family begins with the answers of the portal, differs where somebody says so, and goes when unticked', async () => {
  const first = propsWith({ families: {} });
  const empty = shown(<Families {...first.props} />);
  empty.find(Input).trigger('onInput', eventOf('  Machines '));
  await empty.waitFor(() => expect(empty.find(Button).props.disabled).toBe(false));
  empty.find(Button).trigger('onClick', eventOf({}));
  const { questionnaire } = first.props.settings;
  expect(first.changes.set).toHaveBeenLastCalledWith({ families: { Machines: questionnaire } });

  const { changes, props } = propsWith({ families: { Machines: questionnaire, Beans: questionnaire } });
  const page = shown(<Families {...props} />);
  page
    .find(Select, ({ props: { name } }) => name === 'Machines-collects')
    .trigger('onChange', eventOf('partner'));
  expect(changes.set).toHaveBeenLastCalledWith({
    families: { Beans: questionnaire, Machines: { ...questionnaire, collects: 'partner' } },
  });
  page
    .find(NumberInput, ({ props: { name } }) => name === 'Machines-margin')
    .trigger('onChange', eventOf(35));
  expect(changes.setField).toHaveBeenLastCalledWith('level.enteredMarginByFamily', {
    ...props.settings.familyMargins,
    Machines: 0.35,
  });
  page.find(Checkbox, ({ props: { name } }) => name === 'own-Machines').trigger('onChange', eventOf(false));
  expect(changes.set).toHaveBeenLastCalledWith({ families: { Beans: questionnaire } });
});

test('a segment is named, gets its depth and is struck again', async () => {
  const { changes, props } = propsWith({ fields: { 'desired.depthBySegment': { Cafés: 'individual' } } });
  const page = shown(<DepthTable {...props} />);
  const add = () => page.find(Button, (it) => textOf(it) === 'Choose for it');
  page.find(Input).trigger('onInput', eventOf('Cafés'));
  await page.waitFor(() => expect(page.find(Input).props.value).toBe('Cafés'));
  expect(add().props.disabled).toBe(true);
  page.find(Input).trigger('onInput', eventOf(' Offices '));
  await page.waitFor(() => expect(add().props.disabled).toBe(false));
  add().trigger('onClick', eventOf({}));
  const path = 'desired.depthBySegment';
  expect(changes.setField).toHaveBeenLastCalledWith(path, { Cafés: 'individual', Offices: 'collective' });
  page.find(Select).trigger('onChange', eventOf('collective'));
  expect(changes.setField).toHaveBeenLastCalledWith(path, { Cafés: 'collective' });
  page.find(Button, (it) => textOf(it) === 'Strike Cafés').trigger('onClick', eventOf({}));
  expect(changes.setField).toHaveBeenLastCalledWith(path, {});
});

test('a currency has a rate, and an emptied field changes none', () => {
  const { changes, props } = propsWith({ fields: { 'matrix.rates': { USD: 0.92 } } });
  const page = shown(<RateTable {...props} />);
  const rate = page.find(NumberInput);
  expect([rate.props.label, rate.props.value]).toEqual(['USD', 0.92]);
  rate.trigger('onChange', eventOf(Number.NaN));
  expect(changes.setField).not.toHaveBeenCalled();
  rate.trigger('onChange', eventOf(0.95));
  expect(changes.setField).toHaveBeenLastCalledWith('matrix.rates', { USD: 0.95 });
});

test('a step has words of its own in a language, and none once they are taken out', async () => {
  const ownSteps = { wait: { en: 'Leave them be.' } };
  const { changes, props } = propsWith({ fields: { 'playbook.ownTexts': ownSteps } });
  const page = shown(<PlaybookEditor {...props} />);
  page.find(Select).trigger('onChange', eventOf('wait'));
  const inLanguage = (language: string) =>
    page.find(TextArea, ({ props: { name } }) => name === `playbook-${language}`);
  await page.waitFor(() => expect(inLanguage('en').props.value).toBe('Leave them be.'));
  expect(inLanguage('en').props.description).toBe('Standard: Leave them in peace for now.');
  inLanguage('de').trigger('onChange', eventOf('  In Ruhe lassen. '));
  expect(changes.setField).toHaveBeenLastCalledWith('playbook.ownTexts', {
    wait: { en: 'Leave them be.', de: 'In Ruhe lassen.' },
  });
  inLanguage('en').trigger('onChange', eventOf(' '));
  expect(changes.setField).toHaveBeenLastCalledWith('playbook.ownTexts', {});
});

test('an address can be named as it is typed, without leaving the field first', async () => {
  const { changes, props } = propsWith({});
  const page = shown(<People {...props} />);
  const name = () => page.find(Button, (it) => textOf(it) === 'Name');
  expect(name().props.disabled).toBe(true);
  page.find(Input).trigger('onInput', eventOf('ida@example.com'));
  await page.waitFor(() => expect(name().props.disabled).toBe(false));
  name().trigger('onClick', eventOf({}));
  expect(changes.send).toHaveBeenLastCalledWith('admins/name', { email: 'ida@example.com' });
});
