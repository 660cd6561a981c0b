/** One card alone, without a record around it: for developers, tests and pictures. `?objectId=` says whose it is. */
import { useState } from 'react';
import { pageBridge, propertiesOf } from '../cards/CardPanel.tsx';
import { cardContext } from '../cards/card-context.ts';
import { useFrame } from '../frame.ts';
import { ExtensionFrame } from '../host/ExtensionFrame.tsx';
import { useLocale } from '../locale.ts';
import { useLocation } from '../router.ts';
import { useAlerts } from '../ui/Alerts.tsx';
import { Trouble } from '../ui/States.tsx';
import workerUrl from '../worker/worker.ts?worker&url';

export function PreviewPage({ uid }: { uid: string }) {
  const frame = useFrame();
  const { language } = useLocale();
  const alert = useAlerts();
  const { query } = useLocation();
  const [objectId] = useState(() => Number(query.get('objectId') ?? 1));
  const card = frame.extensions.find((extension) => extension.uid === uid);
  if (!card) return <Trouble title="There is no such card" message={`No card is called ${uid}.`} />;
  const context = cardContext(frame, card, language, { objectId, objectTypeId: '0-1' });
  return (
    <main className={`preview ${card.location === 'crm.record.tab' ? '' : 'narrow'}`}>
      <h1 className="sr-only">{card.title}</h1>
      <section className="panel app-card" aria-label={card.title}>
        <ExtensionFrame
          bundleUrl={card.bundleUrl}
          workerUrl={workerUrl}
          context={context}
          bridge={{
            ...pageBridge(alert, () => undefined),
            readProperties: (names) => propertiesOf('contacts', String(objectId), names),
          }}
        />
      </section>
    </main>
  );
}
