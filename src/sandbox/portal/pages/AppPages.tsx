/** The app's own pages: its settings under Connected apps, and its home page. */
import { useMemo } from 'react';
import type { InstalledAppView } from '../../sandbox-api-for-pages.ts';
import { useAnswer } from '../api/use-answer.ts';
import { pageBridge } from '../cards/CardPanel.tsx';
import { cardContext } from '../cards/card-context.ts';
import { useFrame } from '../frame.ts';
import { ExtensionFrame } from '../host/ExtensionFrame.tsx';
import { useLocale } from '../locale.ts';
import { useLocation } from '../router.ts';
import { A } from '../ui/A.tsx';
import { useAlerts } from '../ui/Alerts.tsx';
import { Loading, Nothing, Trouble } from '../ui/States.tsx';
import workerUrl from '../worker/worker.ts?worker&url';

export function AppSettingsPage() {
  const { app } = useFrame();
  return (
    <div className="page">
      <header className="page-title">
        <div>
          <A href="/apps">Connected apps</A>
          <h1>{app.name}: settings</h1>
        </div>
      </header>
      <AppPage location="settings" path="/" />
    </div>
  );
}

export function AppHomePage({ path }: { path: string }) {
  return (
    <div className="page">
      <AppPage location="pages" path={path} />
    </div>
  );
}

function AppPage({ location, path }: { location: string; path: string }) {
  const frame = useFrame();
  const { language } = useLocale();
  const { query } = useLocation();
  const alert = useAlerts();
  const apps = useAnswer<readonly InstalledAppView[]>('/_sandbox/apps', 10_000);
  const extension = frame.extensions.find((it) => it.location === location);
  const params = query.toString();
  const context = useMemo(
    () =>
      extension &&
      cardContext(frame, extension, language, undefined, {
        path,
        params: Object.fromEntries(new URLSearchParams(params)),
      }),
    [frame, extension, language, path, params],
  );
  if (apps.kind === 'loading') return <Loading words="Opening the app" />;
  if (apps.kind === 'failed')
    return <Trouble title="The apps cannot be read" message={apps.message} retry={apps.reload} />;
  const isInstalled = apps.value.some(({ appId, installed }) => appId === frame.app.appId && installed);
  if (!extension || !context || !isInstalled)
    return <Nothing title={`${frame.app.name} is not installed`} about="api" />;
  return (
    <section className="panel app-card app-page" data-card={extension.uid} aria-label={frame.app.name}>
      <ExtensionFrame
        bundleUrl={extension.bundleUrl}
        workerUrl={workerUrl}
        context={context}
        bridge={pageBridge(alert, () => undefined)}
      />
    </section>
  );
}
