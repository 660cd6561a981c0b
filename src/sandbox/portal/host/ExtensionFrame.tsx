/** Runs one card: starts its worker, answers what it asks for, and draws its remote tree with the host's components. */
import { createRemoteReceiver, RemoteRenderer } from '@remote-ui/react/host';
import { createEndpoint, fromWebWorker } from '@remote-ui/rpc';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { answerCard, type CardBridge } from './answer-card.ts';
import { createCardController } from './component-map.tsx';
import { Alert } from './components/feedback-components.tsx';
import { HostContext, type HostServices } from './host-context.ts';
import type { ExtensionContext, WorkerApi } from './protocol.ts';

type Props = {
  readonly bundleUrl: string;
  readonly context: ExtensionContext;
  readonly bridge: CardBridge;
  readonly workerUrl: string;
};

export function ExtensionFrame(props: Props) {
  const [overlay, setOverlay] = useState<ReactNode>(null);
  const latest = useRef(props.bridge);
  latest.current = props.bridge;
  const controller = useMemo(createCardController, []);
  const services = useMemo<HostServices>(() => createServices(() => latest.current, setOverlay), []);
  const { receiver, failure, isMounted } = useCardWorker(props, () => latest.current, setOverlay);
  return (
    <HostContext.Provider value={services}>
      <div className="hs-extension" data-ready={isMounted || failure !== null}>
        {failure === null ? (
          <RemoteRenderer receiver={receiver} controller={controller} />
        ) : (
          <Alert title="The card could not be shown" variant="error">
            {failure}
          </Alert>
        )}
        {overlay}
      </div>
    </HostContext.Provider>
  );
}

function useCardWorker(
  { bundleUrl, workerUrl, context }: Props,
  bridge: () => CardBridge,
  setOverlay: (content: ReactNode) => void,
) {
  const [receiver, setReceiver] = useState(createRemoteReceiver);
  const [failure, setFailure] = useState<string | null>(null);
  const [isMounted, setMounted] = useState(false);
  const identity = JSON.stringify(context);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a card restarts when its bundle or what it is about changes
  useEffect(() => {
    const ownReceiver = createRemoteReceiver();
    setReceiver(ownReceiver);
    setFailure(null);
    setMounted(false);
    setOverlay(null);
    const fail = (words: string) => {
      setFailure(words);
      bridge().log('error', words);
    };
    const started = performance.now();
    const worker = new Worker(workerUrl);
    worker.onerror = (event) => fail(event.message);
    const endpoint = createEndpoint<WorkerApi>(fromWebWorker(worker), { callable: ['start'] });
    endpoint.expose(answerCard(bridge, () => setOverlay(null)));
    ownReceiver.on('mount', () => {
      // For developers and the bench: how long a card took to show something.
      performance.measure('card-first-content', { start: started });
      setMounted(true);
    });
    endpoint.call
      .start(bundleUrl, ownReceiver.receive, context)
      .catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));
    return () => worker.terminate();
  }, [bundleUrl, identity, workerUrl]);
  return { receiver, failure, isMounted };
}

function createServices(bridge: () => CardBridge, setOverlay: (content: ReactNode) => void): HostServices {
  const close = () => setOverlay(null);
  return {
    openOverlay: setOverlay,
    closeOverlay: close,
    navigate: (href) => bridge().navigate(href),
    resolveLink: (url) => bridge().resolveLink(url),
    // The older way to open a panel by its id; panels given as `overlay` do not need it.
    reactions: {
      openPanel: () => undefined,
      closePanel: close,
      openModal: () => undefined,
      closeModal: close,
    },
  };
}
