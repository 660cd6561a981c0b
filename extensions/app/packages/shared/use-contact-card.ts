/** Fetches the card of one contact from our service, and keeps late answers from overwriting newer ones. */
import { hubspot } from '@hubspot/ui-extensions';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type ContactCard, isContactCard } from './contract.ts';
import type { Viewer } from './viewer.ts';

/**
 * Why there is no answer. `unreachable`: the service is down or did not answer in time; `refused`: HubSpot or the service
 * did not let us; `busy`: too many questions at once; `unreadable`: what came is no card.
 */
export type Failure = 'unreachable' | 'refused' | 'busy' | 'unreadable';

export type CardState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'error'; readonly failure: Failure }
  | ContactCard;

export type ContactCardView = {
  readonly state: CardState;
  readonly refreshing: boolean;
  readonly retry: () => void;
  /** Asks for a new assessment; what is shown stays until the answer is there, and stays if there is none. */
  readonly refresh: () => Promise<'refreshed' | Failure | 'outdated'>;
};

type Answer = { readonly card: ContactCard } | { readonly failure: Failure };

/** While the first sync runs the card looks again by itself; a design choice, well below any limit. */
const lookAgainMs = 5_000;

export function useContactCard(viewer: Viewer, lookAgainAfterMs = lookAgainMs): ContactCardView {
  const { backend, contactId, language } = viewer;
  const [state, setState] = useState<CardState>({ kind: 'loading' });
  const [refreshing, setRefreshing] = useState(false);
  const latest = useRef(0);

  const load = useCallback(async () => {
    latest.current += 1;
    const question = latest.current;
    setRefreshing(false);
    const answer = await readCard(backend, contactId, language);
    if (question === latest.current) setState(stateOf(answer));
  }, [backend, contactId, language]);

  const retry = useCallback(() => {
    setState({ kind: 'loading' });
    void load();
  }, [load]);

  const refresh = useCallback(async () => {
    latest.current += 1;
    const question = latest.current;
    setRefreshing(true);
    const answer = await refreshCard(backend, contactId, language);
    if (question !== latest.current) return 'outdated';
    setRefreshing(false);
    if ('failure' in answer) return answer.failure;
    setState(answer.card);
    return 'refreshed';
  }, [backend, contactId, language]);

  useEffect(() => {
    setState({ kind: 'loading' });
    void load();
    return () => {
      latest.current += 1;
    };
  }, [load]);

  // Depends on the state itself, not on its kind: each answer that is still "not yet" starts the next wait.
  useEffect(() => {
    if (state.kind !== 'not-yet') return;
    const timer = setTimeout(() => void load(), lookAgainAfterMs);
    return () => clearTimeout(timer);
  }, [state, load, lookAgainAfterMs]);

  return { state, refreshing, retry, refresh };
}

function stateOf(answer: Answer): CardState {
  return 'card' in answer ? answer.card : { kind: 'error', failure: answer.failure };
}

function readCard(backend: string, contactId: string, locale: string): Promise<Answer> {
  const query = new URLSearchParams({ contactId, locale });
  return ask(() => hubspot.fetch(`${backend}/cards/contact?${query}`, { method: 'GET' }));
}

/** HubSpot may send it twice: refreshing twice equals refreshing once. */
function refreshCard(backend: string, contactId: string, locale: string): Promise<Answer> {
  return ask(() =>
    hubspot.fetch(`${backend}/cards/refresh`, { method: 'POST', body: { contactId, locale } }),
  );
}

async function ask(send: () => Promise<Response>): Promise<Answer> {
  let response: Response;
  try {
    response = await send();
  } catch {
    // hubspot.fetch rejects without a status when nobody answered in time.
    return { failure: 'unreachable' };
  }
  // A contact that is not known is a 404 with a card that says so.
  if (!response.ok && response.status !== 404) return { failure: failureOf(response.status) };
  try {
    const answer: unknown = await response.json();
    return isContactCard(answer) ? { card: answer } : { failure: 'unreadable' };
  } catch {
    return { failure: 'unreadable' };
  }
}

function failureOf(status: number): Failure {
  if (status === 401 || status === 403) return 'refused';
  if (status === 429) return 'busy';
  return 'unreachable';
}
