/** The stage card in HubSpot's test renderer, with a service that answers by path. */
import type { RenderedParentNode } from '@hubspot/ui-extensions/testing';
import { expect, vi } from 'vitest';
import { StageCard } from '../../extensions/app/cards/StageCard.tsx';
import { patientRenderer } from './patient-renderer.ts';

export type Call = { readonly path: string; readonly body: unknown };
type Answers = Readonly<Record<string, () => { readonly status?: number; readonly body: unknown }>>;

/** Answers by the last part of the path, for example `contact`; what has no answer is unreachable. */
export function serviceAnswersBy(answers: Answers): Call[] {
  const calls: Call[] = [];
  vi.stubGlobal('hsFetch', async (url: string, options: { body?: unknown }) => {
    const path = new URL(url).pathname.replace('/cards/', '');
    calls.push({ path, body: options.body });
    const answer = answers[path]?.();
    if (answer === undefined) throw new Error('unreachable');
    return new Response(JSON.stringify(answer.body), { status: answer.status ?? 200 });
  });
  return calls;
}

/** All that is written on the card, one text after the other. */
export function textOf(node: Pick<RenderedParentNode, 'childNodes'>): string {
  return node.childNodes.map((it) => ('childNodes' in it ? textOf(it) : it.text)).join(' ');
}

const somebody = { portal: 4711, contact: 301 };

/** @param of the record on which the card stands. */
export function shownCard(locale = 'en', of = somebody) {
  const renderer = patientRenderer('crm.record.tab');
  const { actions } = renderer.mocks;
  const context = {
    user: { locale },
    portal: { id: of.portal, timezone: 'Europe/Berlin' },
    crm: { objectId: of.contact },
  };
  renderer.render(<StageCard context={context} actions={actions} />);
  const text = () => textOf(renderer.getRootNode());
  const saying = (part: string) => renderer.waitFor(() => expect(text()).toContain(part));
  return { ...renderer, actions, text, saying };
}

/** What a handler gets. The renderer's types ask for a handler in its place; at run time it hands this one over. */
export function eventOf(value: unknown): never {
  return value as never;
}
