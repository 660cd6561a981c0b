/** Fetches the card of one contact from our service, and keeps late answers from overwriting newer ones. */
import { hubspot } from '@hubspot/ui-extensions';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Answer, ask, type Failure } from './ask.ts';
import { type ContactCard, isContactCard } from './contract.ts';
import { type LastWritten, type PropertyReader, readLastWritten } from './last-written.ts';
import type { Viewer } from './viewer.ts';

export type CardState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'error'; readonly failure: Failure }
  /** Nobody answers; this is what was last written into the record. */
  | { readonly kind: 'stale'; readonly failure: Failure; readonly last: LastWritten }
  /** It was there and is not any more: deleted or merged while the card was open. */
  | { readonly kind: 'gone' }
  | ContactCard;

export type ContactCardView = {
  readonly state: CardState;
  readonly refreshing: boolean;
  readonly retry: () => void;
  /** Asks for a new assessment; what is shown stays until the answer is there, and stays if there is none. */
  readonly refresh: () => Promise<'refreshed' | Failure | 'outdated'>;
  /** Shows a card that came with another answer, for example of a correction. */
  readonly show: (card: ContactCard) => void;
};

/** While the first sync runs the card looks again by itself; a design choice, well below any limit. */
const lookAgainMs = 5_000;

type Waits = { readonly lookAgainAfterMs?: number };

export function useContactCard(
  viewer: Viewer,
  reader: PropertyReader,
  { lookAgainAfterMs = lookAgainMs }: Waits = {},
): ContactCardView {
  const { backend, contactId, language } = viewer;
  const [state, setState] = useState<CardState>({ kind: 'loading' });
  const { begin, isLatest, refreshing, rest } = useTurns();
  const properties = useRef(reader);
  properties.current = reader;
  const arrive = useCallback((next: CardState) => setState((before) => after(before, next)), []);

  const load = useCallback(async () => {
    const question = begin();
    const answer = await readCard(backend, contactId, language);
    const next = 'value' in answer ? answer.value : await withoutAnswer(answer.failure, properties.current);
    if (isLatest(question)) arrive(next);
  }, [backend, contactId, language, begin, isLatest, arrive]);

  const refresh = useCallback(async () => {
    const question = begin('refresh');
    const answer = await refreshCard(backend, contactId, language);
    if (!isLatest(question)) return 'outdated';
    rest();
    if ('failure' in answer) return answer.failure;
    arrive(answer.value);
    return 'refreshed';
  }, [backend, contactId, language, begin, isLatest, rest, arrive]);

  const retry = useCallback(() => {
    setState({ kind: 'loading' });
    void load();
  }, [load]);

  const show = useCallback(
    (card: ContactCard) => {
      begin();
      arrive(card);
    },
    [begin, arrive],
  );

  useEffect(() => {
    retry();
    return () => void begin();
  }, [retry, begin]);

  useLookAgain(state, load, lookAgainAfterMs);
  return { state, refreshing, retry, refresh, show };
}

/** Numbers what is asked or shown: whatever was asked before the latest comes too late. */
function useTurns() {
  const latest = useRef(0);
  const [refreshing, setRefreshing] = useState(false);
  const begin = useCallback((why?: 'refresh') => {
    latest.current += 1;
    setRefreshing(why === 'refresh');
    return latest.current;
  }, []);
  const isLatest = useCallback((turn: number) => turn === latest.current, []);
  const rest = useCallback(() => setRefreshing(false), []);
  return { begin, isLatest, refreshing, rest };
}

/** Depends on the state itself, not on its kind: each answer that is still "not yet" starts the next wait. */
function useLookAgain(state: CardState, load: () => Promise<void>, afterMs: number): void {
  useEffect(() => {
    if (state.kind !== 'not-yet') return;
    const timer = setTimeout(() => void load(), afterMs);
    return () => clearTimeout(timer);
  }, [state, load, afterMs]);
}

/** A contact that had an assessment and is unknown now has gone; it is not one that has yet to be read. */
function after(before: CardState, next: CardState): CardState {
  const wasThere = before.kind === 'ready' || before.kind === 'not-enough-evidence' || before.kind === 'gone';
  return next.kind === 'unknown-contact' && wasThere ? { kind: 'gone' } : next;
}

/** A refusal says that we may not show anything; every other failure leaves what was last known. */
async function withoutAnswer(failure: Failure, reader: PropertyReader): Promise<CardState> {
  if (failure === 'refused') return { kind: 'error', failure };
  const last = await readLastWritten(reader);
  return last === null ? { kind: 'error', failure } : { kind: 'stale', failure, last };
}

/** A contact that is not known is a 404 with a card that says so. */
const reading = { reads: isContactCard, alsoReads: [404] };

function readCard(backend: string, contactId: string, locale: string): Promise<Answer<ContactCard>> {
  const query = new URLSearchParams({ contactId, locale });
  return ask({
    ...reading,
    send: () => hubspot.fetch(`${backend}/cards/contact?${query}`, { method: 'GET' }),
  });
}

/** HubSpot may send it twice: refreshing twice equals refreshing once. */
function refreshCard(backend: string, contactId: string, locale: string): Promise<Answer<ContactCard>> {
  return ask({
    ...reading,
    send: () => hubspot.fetch(`${backend}/cards/refresh`, { method: 'POST', body: { contactId, locale } }),
  });
}

/** The viewer, reading the words that the answer's portal wants for stages. */
export function inWordsOf(state: CardState, viewer: Viewer): Viewer {
  return 'plainStages' in state && state.plainStages === true ? { ...viewer, plainStages: true } : viewer;
}
