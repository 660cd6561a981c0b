import { useCallback, useEffect, useRef, useState } from 'react';
import { call, wordsOf } from './call.ts';

export type Answer<T> =
  | { readonly kind: 'loading'; readonly reload: () => void }
  | { readonly kind: 'ready'; readonly value: T; readonly reload: () => void }
  | { readonly kind: 'failed'; readonly message: string; readonly reload: () => void };

type State<T> =
  | { path: string; kind: 'loading' }
  | { path: string; kind: 'ready'; value: T }
  | { path: string; kind: 'failed'; message: string };

/**
 * Reads `path` now and again every `everyMs`; a failure of a repeated reading keeps what was read before. HubSpot's
 * pages are told of changes; ours ask, which is simpler and close enough on one machine.
 */
export function useAnswer<T>(path: string, everyMs = 0): Answer<T> {
  const [state, setState] = useState<State<T>>({ path, kind: 'loading' });
  const [round, setRound] = useState(0);
  const last = useRef('');

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round reads again
  useEffect(() => {
    const abort = new AbortController();
    const read = () =>
      call<T>(path, { signal: abort.signal }).then(
        (value) => {
          const text = JSON.stringify(value);
          if (text === last.current) return;
          last.current = text;
          setState({ path, kind: 'ready', value });
        },
        (error: unknown) => {
          if (abort.signal.aborted) return;
          setState((before) =>
            before.path === path && before.kind === 'ready'
              ? before
              : { path, kind: 'failed', message: wordsOf(error) },
          );
        },
      );
    last.current = '';
    void read();
    const timer =
      everyMs > 0
        ? setInterval(() => document.visibilityState === 'visible' && void read(), everyMs)
        : undefined;
    return () => {
      abort.abort();
      clearInterval(timer);
    };
  }, [path, everyMs, round]);

  const reload = useCallback(() => setRound((now) => now + 1), []);
  if (state.path !== path) return { kind: 'loading', reload };
  return { ...state, reload };
}
