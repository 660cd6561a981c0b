/** Asks our service one thing when a page opens, and again on demand. Late answers never overwrite newer ones. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer, Failure } from './ask.ts';

export type QuestionState<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'error'; readonly failure: Failure }
  | { readonly kind: 'ready'; readonly value: Value };

export type Question<Value> = {
  readonly state: QuestionState<Value>;
  readonly reload: () => void;
  /** Puts in an answer that came with something else. */
  readonly show: (value: Value) => void;
};

/** `put` must stay the same function while the question does. */
export function useQuestion<Value>(put: () => Promise<Answer<Value>>): Question<Value> {
  const [state, setState] = useState<QuestionState<Value>>({ kind: 'loading' });
  const latest = useRef(0);
  const load = useCallback(async () => {
    latest.current += 1;
    const question = latest.current;
    const answer = await put();
    if (question !== latest.current) return;
    setState(
      'value' in answer ? { kind: 'ready', value: answer.value } : { kind: 'error', failure: answer.failure },
    );
  }, [put]);
  useEffect(() => {
    setState({ kind: 'loading' });
    void load();
    return () => {
      latest.current += 1;
    };
  }, [load]);
  const reload = useCallback(() => void load(), [load]);
  const show = useCallback((value: Value) => {
    latest.current += 1;
    setState({ kind: 'ready', value });
  }, []);
  return { state, reload, show };
}
