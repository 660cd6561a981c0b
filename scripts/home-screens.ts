/** The states of the home page. */
import type { Page } from 'playwright-core';
import { type Asked, ok, type PageAnswer } from '../test/support/page-answers.ts';
import { type HomeState, homeOf, listOf } from '../test/support/portal-fixture/home-data.ts';
import { type Language, openTabAt, type Picture, settled, shownTab } from './page-picture.ts';

const home =
  (state: HomeState, mayRetry = true) =>
  ({ path, query }: Asked, language: Language): PageAnswer | undefined => {
    if (path === '/home') return ok(homeOf(state, language, mayRetry));
    return path === '/home/list' ? ok(listOf(query)) : undefined;
  };

const homeTab = (at: number) => (page: Page) => openTabAt(page, at);
const table = `${shownTab} table`;

export const homePictures: readonly Picture[] = [
  { name: 'loading', title: 'The counts are on their way', answer: () => 'never', ready: '.hs-loading' },
  { name: 'error', title: 'The service does not answer', answer: () => undefined, ready: '.hs-empty.error' },
  { name: 'new', title: 'A new portal and its first steps', answer: home('new'), ready: settled },
  { name: 'today', title: 'What needs somebody today', answer: home('full'), ready: table },
  {
    name: 'stages',
    title: 'How the stages stand',
    answer: home('full'),
    ready: settled,
    prepare: homeTab(1),
  },
  {
    name: 'moves',
    title: 'Who moved where in a month',
    answer: home('full'),
    ready: settled,
    prepare: homeTab(2),
  },
  {
    name: 'attention',
    height: 2100,
    title: 'Sectors and attention',
    answer: home('full'),
    ready: settled,
    prepare: homeTab(3),
  },
  {
    name: 'quality',
    title: 'Whether it came true, and the sync',
    answer: home('full'),
    ready: settled,
    prepare: homeTab(4),
  },
  {
    name: 'parked',
    title: 'Work that could not be done',
    answer: home('lacking'),
    ready: settled,
    prepare: homeTab(4),
  },
  {
    name: 'parked-reader',
    title: 'The same for who is no admin',
    answer: home('lacking', false),
    ready: settled,
    prepare: homeTab(4),
  },
  {
    name: 'small-stages',
    title: 'Small numbers are not shown: stages',
    answer: home('small'),
    ready: settled,
    prepare: homeTab(1),
  },
  {
    name: 'small-moves',
    title: 'Small numbers are not shown: moves',
    answer: home('small'),
    ready: settled,
    prepare: homeTab(2),
  },
  {
    name: 'small-attention',
    title: 'Small numbers are not shown: sectors',
    answer: home('small'),
    ready: settled,
    prepare: homeTab(3),
  },
  {
    name: 'list',
    title: 'The contacts behind a number',
    path: '/list/slipping/30',
    answer: home('full'),
    ready: 'table',
  },
  {
    name: 'list-recovering',
    title: 'Open recoveries with their clocks',
    path: '/list/recovering/open',
    answer: home('full'),
    ready: 'table',
  },
  {
    name: 'list-empty',
    title: 'Nobody is behind a number',
    path: '/list/gap/-2',
    answer: home('full'),
    ready: '.hs-empty',
  },
  {
    name: 'unknown',
    title: 'A page that does not exist',
    path: '/nowhere/at/all',
    answer: home('full'),
    ready: '.hs-empty',
  },
];
