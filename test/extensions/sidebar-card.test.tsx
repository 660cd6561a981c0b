import { EmptyState, Heading, StatusTag, Table } from '@hubspot/ui-extensions';

import type { ContactCard } from '@rapport/shared/contract.ts';
import { afterEach, expect, test, vi } from 'vitest';
import { SidebarCard } from '../../extensions/app/cards/SidebarCard.tsx';
import { answers, stagnating } from './card-answers.ts';
import { patientRenderer } from './patient-renderer.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

function shown(answer: ContactCard, locale: string) {
  vi.stubGlobal('hsFetch', async () => new Response(JSON.stringify(answer)));
  const renderer = patientRenderer('crm.record.sidebar');
  const context = { user: { locale }, portal: { id: 4711, timezone: 'UTC' }, crm: { objectId: 301 } };
  renderer.render(<SidebarCard context={context} actions={renderer.mocks.actions} />);
  return renderer;
}

test.each([
  ['en', 'Stagnating', 'Coming apart'],
  ['de', 'Stillstand', 'Entfernung'],
])(
  'at a glance, in %s, the stage and its direction stand without the evidence',
  async (locale, stage, flight) => {
    const card = shown(stagnating, locale);
    await card.waitFor(() => expect(card.find(Heading).text).toBe(stage));
    expect(card.find(StatusTag).text).toBe(flight);
    expect(card.maybeFind(Table)).toBeNull();
  },
);

test('an objection shows no stage in the sidebar either', async () => {
  const card = shown(answers.objection, 'en');
  await card.waitFor(() => expect(card.find(EmptyState).props.title).toContain('Not profiled'));
  expect(card.maybeFind(Heading)).toBeNull();
});
