/** Sends what a rep corrects, and reads what was corrected so far when somebody wants to see it. */
import { hubspot } from '@hubspot/ui-extensions';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ask, type Failure } from './ask.ts';
import type { ContactCard } from './contract.ts';
import {
  type CorrectionKind,
  type CorrectionsView,
  type FieldProblem,
  isCorrectionAnswer,
  isCorrectionsView,
} from './contract-corrections.ts';
import type { CorrectionRequest } from './correction-draft.ts';
import { newCorrectionId } from './correction-draft.ts';
import type { Viewer } from './viewer.ts';

export type Sent =
  | { readonly kind: 'done' }
  | { readonly kind: 'invalid'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

export type Corrections = {
  /** What was corrected so far; null until somebody opened it. */
  readonly view: CorrectionsView | { readonly kind: 'failed'; readonly failure: Failure } | null;
  readonly load: () => void;
  /** Sending it again has no second effect: the request carries its own id. */
  readonly send: (kind: CorrectionKind, request: CorrectionRequest) => Promise<Sent>;
  readonly undo: (correction: string) => Promise<Sent>;
};

export function useCorrections(viewer: Viewer, show: (card: ContactCard) => void): Corrections {
  const { backend, contactId, language } = viewer;
  const [view, setView] = useState<Corrections['view']>(null);
  const opened = useRef(false);
  const undoing = useRef(new Map<string, string>());

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was read belongs to one contact only
  useEffect(() => {
    opened.current = false;
    setView(null);
  }, [contactId]);

  const load = useCallback(() => {
    opened.current = true;
    const query = new URLSearchParams({ contactId, locale: language });
    const send = () => hubspot.fetch(`${backend}/cards/corrections?${query}`, { method: 'GET' });
    void ask({ send, reads: isCorrectionsView, alsoReads: [] }).then((answer) =>
      setView('value' in answer ? answer.value : { kind: 'failed', failure: answer.failure }),
    );
  }, [backend, contactId, language]);

  const post = useCallback(
    async (path: string, body: object): Promise<Sent> => {
      const send = () => hubspot.fetch(`${backend}/cards/${path}`, { method: 'POST', body: { ...body } });
      const answer = await ask({ send, reads: isCorrectionAnswer, alsoReads: [404, 422] });
      if ('failure' in answer) return { kind: 'failed', failure: answer.failure };
      if (answer.value.kind === 'invalid') return answer.value;
      show(answer.value.card);
      if (opened.current) load();
      return { kind: 'done' };
    },
    [backend, show, load],
  );

  const undo = useCallback(
    (correction: string) => {
      // One id for each correction that is undone, so that a second press undoes nothing else.
      const id = undoing.current.get(correction) ?? newCorrectionId(Date.now(), Math.random);
      undoing.current.set(correction, id);
      return post('undo', { id, contactId, locale: language, correction });
    },
    [post, contactId, language],
  );

  return { view, load, send: post, undo };
}
