import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { stageCardScreens } from '../../scripts/card-screens.ts';
import { indexOf } from '../../scripts/screens.ts';
import { screens } from '../../scripts/screens-list.ts';
import { servicePages } from '../support/portal-fixture/service-pages.ts';

const folder = path.resolve(import.meta.dirname, '..', '..', 'docs', 'screens');

// That the keys are all states of the card is the compiler's business: the record is typed over the card's own union.
test.each(Object.entries(stageCardScreens()))(
  'the state "%s" of the stage card is pictured',
  (_, pictures) => {
    expect(pictures.length).toBeGreaterThan(0);
    for (const { file } of pictures) expect(existsSync(path.join(folder, file)), file).toBe(true);
  },
);

test('every page of the installation is pictured', () => {
  const pictured = screens().map(({ path: page }) => page);
  for (const { path: page } of Object.values(servicePages)) expect(pictured).toContain(page);
});

test('docs/screens holds the pictures of the list and no others', () => {
  const listed = screens().map(({ file }) => file);
  expect(new Set(listed).size).toBe(listed.length);
  const taken = readdirSync(folder).filter((name) => name.endsWith('.png'));
  expect(taken.sort()).toEqual(listed.sort());
});

test('the index shows every picture', () => {
  expect(readFileSync(path.join(folder, 'README.md'), 'utf8')).toBe(indexOf(screens()));
});
