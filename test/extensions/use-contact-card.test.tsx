import { Button, Text } from '@hubspot/ui-extensions';
import type { ContactCard } from '@rapport/shared/contract.ts';
import { useContactCard } from '@rapport/shared/use-contact-card.ts';
import { viewerOf } from '@rapport/shared/viewer.ts';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { answers, bonding, stagnating } from './card-answers.ts';
import { patientRenderer } from './patient-renderer.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A record without a stage: nothing was ever written into it. */
const reader = { fetchCrmObjectProperties: async () => ({}) };

/** Shows what the hook says of contact 1, and of contact 2 after the button was pressed. */
function Probe({ lookAgainAfterMs }: { lookAgainAfterMs: number }) {
  const [contactId, setContactId] = useState(1);
  const context = { user: {}, portal: { id: 1, timezone: 'UTC' }, crm: { objectId: contactId } };
  const { state, refreshing, retry, refresh } = useContactCard(viewerOf(context), reader, {
    lookAgainAfterMs,
  });
  const [outcome, setOutcome] = useState('none');
  const stage = state.kind === 'ready' ? state.stage : state.kind;
  return (
    <>
      <Text>{`${stage} refreshing:${refreshing} outcome:${outcome}`}</Text>
      <Button onClick={retry}>retry</Button>
      <Button onClick={() => void refresh().then(setOutcome)}>refresh</Button>
      <Button onClick={() => setContactId(2)}>next contact</Button>
    </>
  );
}

/** Questions wait until they are answered by hand, in any order. */
function waitingService() {
  const waiting: { readonly url: string; readonly resolve: (response: Response) => void }[] = [];
  vi.stubGlobal('hsFetch', (url: string) => {
    const { promise, resolve } = Promise.withResolvers<Response>();
    waiting.push({ url, resolve });
    return promise;
  });
  /** Waits for that question, answers it, and lets the answer arrive. */
  const answer = async (question: number, card: ContactCard) => {
    const asked = await vi.waitUntil(() => waiting[question]);
    asked.resolve(new Response(JSON.stringify(card)));
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { waiting, answer };
}

function probe(lookAgainAfterMs = 60_000) {
  const renderer = patientRenderer('crm.record.tab');
  renderer.render(<Probe lookAgainAfterMs={lookAgainAfterMs} />);
  const text = () => renderer.find(Text).text;
  const press = (label: string) => renderer.find(Button, (it) => it.text === label).trigger('onClick');
  return { ...renderer, text, press };
}

test('an answer that comes after a newer question is not shown', async () => {
  const { waiting, answer } = waitingService();
  const { press, text, waitFor } = probe();
  press('retry');
  await vi.waitFor(() => expect(waiting).toHaveLength(2));
  await answer(1, bonding);
  await waitFor(() => expect(text()).toContain('bonding'));
  await answer(0, stagnating);
  expect(text()).toContain('bonding');
});

test('the answer about one contact is never shown for another', async () => {
  const { waiting, answer } = waitingService();
  const { press, text, waitFor } = probe();
  await vi.waitFor(() => expect(waiting.at(-1)?.url).toContain('contactId=1'));
  press('next contact');
  await vi.waitFor(() => expect(waiting.at(-1)?.url).toContain('contactId=2'));
  await answer(0, stagnating);
  expect(text()).toContain('loading');
  await answer(1, bonding);
  await waitFor(() => expect(text()).toContain('bonding'));
});

test('a refresh overtaken by a newer question gives up and waits no longer', async () => {
  const { waiting, answer } = waitingService();
  const { press, text, waitFor } = probe();
  await answer(0, stagnating);
  await waitFor(() => expect(text()).toContain('stagnating'));
  press('refresh');
  await waitFor(() => expect(text()).toContain('refreshing:true'));
  press('retry');
  await vi.waitFor(() => expect(waiting).toHaveLength(3));
  await answer(1, stagnating);
  await answer(2, bonding);
  await waitFor(() => expect(text()).toBe('bonding refreshing:false outcome:outdated'));
});

test('while the first sync runs the card looks again by itself until there is a stage', async () => {
  const turns = [answers['not-yet'], answers['not-yet'], stagnating];
  vi.stubGlobal('hsFetch', async () => new Response(JSON.stringify(turns.shift() ?? stagnating)));
  const { text, waitFor } = probe(1);
  await waitFor(() => expect(text()).toContain('stagnating'));
  expect(turns).toEqual([]);
});

test('a contact that was there and is unknown after a refresh has gone; one that never was there is unknown', async () => {
  const turns = [stagnating, answers['unknown-contact']];
  vi.stubGlobal(
    'hsFetch',
    async () => new Response(JSON.stringify(turns.shift() ?? answers['unknown-contact'])),
  );
  const there = probe();
  await there.waitFor(() => expect(there.text()).toContain('stagnating'));
  there.press('refresh');
  await there.waitFor(() => expect(there.text()).toContain('gone'));
  const never = probe();
  await never.waitFor(() => expect(never.text()).toContain('unknown-contact'));
});
