/** One card of the app on the open record, with everything it may ask of the page. */
import { useMemo, useState } from 'react';
import type { PortalExtension } from '../../portal-frame.ts';
import type { RecordView } from '../../sandbox-api-for-pages.ts';
import { call } from '../api/call.ts';
import { useFrame } from '../frame.ts';
import type { CardBridge } from '../host/answer-card.ts';
import { ExtensionFrame } from '../host/ExtensionFrame.tsx';
import type { FetchAnswer, Properties } from '../host/protocol.ts';
import { useLocale } from '../locale.ts';
import type { OpenRecord } from '../record/open-record.ts';
import { navigate, resolveLink } from '../router.ts';
import { useAlerts } from '../ui/Alerts.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import workerUrl from '../worker/worker.ts?worker&url';
import { cardContext } from './card-context.ts';

type OpenedFrame = Parameters<CardBridge['openFrame']>[0];

export function CardPanel({
  card,
  open,
  titled,
}: {
  card: PortalExtension;
  open: OpenRecord;
  titled?: boolean;
}) {
  const frame = useFrame();
  const { language } = useLocale();
  const alert = useAlerts();
  const [opened, setOpened] = useState<OpenedFrame | null>(null);
  const { typeId, id } = open.view;
  const context = useMemo(
    () => cardContext(frame, card, language, { objectId: Number(id), objectTypeId: typeId }),
    [frame, card, language, id, typeId],
  );
  return (
    <section className="panel app-card" aria-label={card.title} data-card={card.uid}>
      {titled && (
        <div className="panel-title">
          <h2>{card.title}</h2>
          <span className="quiet">{frame.app.name}</span>
        </div>
      )}
      <ExtensionFrame
        bundleUrl={card.bundleUrl}
        workerUrl={workerUrl}
        context={context}
        bridge={recordBridge(open, alert, setOpened)}
      />
      {!titled && <footer className="powered">Powered by {frame.app.name}</footer>}
      {opened && (
        <Dialog title={opened.title} close={() => setOpened(null)}>
          <iframe title={opened.title} src={opened.uri} width={opened.width} height={opened.height} />
        </Dialog>
      )}
    </section>
  );
}

/** What every card may do, wherever it is shown. */
export function pageBridge(
  showAlert: CardBridge['showAlert'],
  openFrame: CardBridge['openFrame'],
): CardBridge {
  return {
    fetch: (request) => call<FetchAnswer>('/_portal/fetch', { method: 'POST', body: request }),
    showAlert,
    navigate,
    resolveLink,
    openFrame,
    readProperties: async () => ({}),
    refreshRecord: () => undefined,
    onRecordChange: () => undefined,
    associations: async () => ({ results: [], hasMore: false, nextOffset: 0 }),
    now: async () => (await call<{ now: number }>('/_sandbox/clock')).now,
    // A card's log goes where a developer looks for it.
    log: (level, message) => console[level](`[card] ${message}`),
  };
}

/** What a record's properties say now, for a card that asks. */
export async function propertiesOf(
  type: string,
  id: string,
  names: readonly string[] | '*',
): Promise<Properties> {
  const { properties } = await call<RecordView>(`/_sandbox/records/${type}/${id}`);
  if (names === '*') return properties;
  return Object.fromEntries(names.map((name) => [name, properties[name] ?? null]));
}

function recordBridge(
  open: OpenRecord,
  showAlert: CardBridge['showAlert'],
  openFrame: CardBridge['openFrame'],
): CardBridge {
  const { type, id } = open.view;
  return {
    ...pageBridge(showAlert, openFrame),
    readProperties: (names) => propertiesOf(type, id, names),
    refreshRecord: open.changed,
    onRecordChange: open.onChange,
    associations: async () => {
      const { links } = await call<RecordView>(`/_sandbox/records/${type}/${id}`);
      const results = Object.values(links)
        .flat()
        .map((link) => ({ toObjectId: Number(link.id), associationTypes: [], properties: {} }));
      return { results, hasMore: false, nextOffset: 0 };
    },
  };
}
