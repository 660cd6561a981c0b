/** Asks for one page of the contacts behind a number. */
import { hubspot } from '@hubspot/ui-extensions';
import { ask } from '@rapport/shared/ask.ts';
import { isListView, type ListView } from '@rapport/shared/contract-home.ts';
import { type Question, useQuestion } from '@rapport/shared/use-question.ts';
import { useCallback } from 'react';

/** What a list is by, as its address says it. */
export type ListAddress = { readonly by: string; readonly value: string };

export function useList(
  backend: string,
  { by, value }: ListAddress,
  after: string | null,
): Question<ListView> {
  const put = useCallback(
    () =>
      ask({
        send: () => hubspot.fetch(`${backend}/home/list?${queryOf(by, value, after)}`, { method: 'GET' }),
        reads: isListView,
        alsoReads: [],
      }),
    [backend, by, value, after],
  );
  return useQuestion(put);
}

function queryOf(by: string, value: string, after: string | null): string {
  const key = by === 'slipping' ? 'days' : by;
  const query = new URLSearchParams({ by, ...(by === 'recovering' ? {} : { [key]: value }) });
  if (after !== null) query.set('after', after);
  return query.toString();
}
