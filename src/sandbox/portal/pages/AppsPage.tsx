/** Connected apps: install through the consent page, see and withhold scopes, uninstall; and what webhooks were sent. */
import { useState } from 'react';
import type { InstalledAppView, WebhookLog } from '../../sandbox-api-for-pages.ts';
import { call } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useFrame } from '../frame.ts';
import { A } from '../ui/A.tsx';
import { useAlerts } from '../ui/Alerts.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Loading, Nothing, Trouble } from '../ui/States.tsx';
import { useSaving } from '../ui/use-saving.ts';
import { wordTime } from '../words.ts';

export function AppsPage() {
  const apps = useAnswer<readonly InstalledAppView[]>('/_sandbox/apps', 5000);
  return (
    <div className="page">
      <header className="page-title">
        <div>
          <h1>Connected apps</h1>
          <p className="quiet">Apps that may read and write this portal</p>
        </div>
      </header>
      {apps.kind === 'loading' && <Loading words="Reading apps" />}
      {apps.kind === 'failed' && (
        <Trouble title="The apps cannot be read" message={apps.message} retry={apps.reload} />
      )}
      {apps.kind === 'ready' &&
        apps.value.map((app) => <AppPanel key={app.appId} app={app} reload={apps.reload} />)}
      <Webhooks />
    </div>
  );
}

function AppPanel({ app, reload }: { app: InstalledAppView; reload: () => void }) {
  const { portal } = useFrame();
  const [isAsking, setAsking] = useState(false);
  return (
    <section className="panel app" aria-label={app.name}>
      <div className="app-head">
        <span className="app-mark" aria-hidden="true">
          {app.name[0]}
        </span>
        <div>
          <h2>{app.name}</h2>
          <p className="quiet">
            {app.installed && app.installedAt !== null
              ? `Installed ${wordTime(app.installedAt, portal.timeZone)}`
              : 'Not installed'}{' '}
            · App {app.appId}
          </p>
        </div>
        <div className="app-actions">
          {app.installed && (
            <A className="button secondary" href="/apps/settings">
              Settings
            </A>
          )}
          {app.installed ? (
            <button type="button" className="button danger" onClick={() => setAsking(true)}>
              Uninstall
            </button>
          ) : (
            app.installUrl && (
              <a className="button primary" href={app.installUrl}>
                Install {app.name}
              </a>
            )
          )}
        </div>
      </div>
      <Scopes app={app} reload={reload} />
      {isAsking && <ConfirmUninstall app={app} reload={reload} close={() => setAsking(false)} />}
    </section>
  );
}

function Scopes({ app, reload }: { app: InstalledAppView; reload: () => void }) {
  const { save } = useSaving();
  const toggle = async (scope: string, withheld: boolean) => {
    const scopes = withheld
      ? [...app.withheldScopes, scope]
      : app.withheldScopes.filter((one) => one !== scope);
    await save(
      () => call(`/_sandbox/apps/${app.appId}/withhold`, { method: 'POST', body: { scopes } }),
      'The scope was not changed',
    );
    reload();
  };
  const rows = [
    ...app.requiredScopes.map((scope) => ({ scope, kind: 'required' })),
    ...app.optionalScopes.map((scope) => ({ scope, kind: 'optional' })),
  ];
  return (
    <div className="table-scroll">
      <table className="list compact">
        <thead>
          <tr>
            <th scope="col">Scope</th>
            <th scope="col">Asked as</th>
            <th scope="col">Granted</th>
            <th scope="col">Withhold</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ scope, kind }) => (
            <tr key={scope}>
              <td>
                <code>{scope}</code>
              </td>
              <td className="quiet">{kind}</td>
              <td>{app.grantedScopes.includes(scope) ? '✓ yes' : <span className="quiet">no</span>}</td>
              <td>
                <input
                  type="checkbox"
                  aria-label={`Withhold ${scope}`}
                  checked={app.withheldScopes.includes(scope)}
                  onChange={({ target }) => void toggle(scope, target.checked)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ConfirmUninstall({
  app,
  reload,
  close,
}: {
  app: InstalledAppView;
  reload: () => void;
  close: () => void;
}) {
  const alert = useAlerts();
  const { save } = useSaving();
  const uninstall = async () => {
    const isGone = await save(
      () => call(`/_sandbox/apps/${app.appId}/uninstall`, { method: 'POST' }),
      'Not uninstalled',
    );
    if (isGone) alert({ type: 'success', message: `${app.name} was uninstalled.` });
    reload();
    close();
  };
  return (
    <Dialog title={`Uninstall ${app.name}?`} close={close}>
      <div className="hs-dialog-body">
        <p>
          Its tokens stop working at once and its cards disappear. The properties it created stay in the
          portal.
        </p>
      </div>
      <footer className="hs-dialog-footer">
        <button type="button" className="button danger" onClick={() => void uninstall()}>
          Uninstall
        </button>
        <button type="button" className="button secondary" onClick={close}>
          Keep
        </button>
      </footer>
    </Dialog>
  );
}

function Webhooks() {
  const { portal } = useFrame();
  const log = useAnswer<WebhookLog>('/_sandbox/webhooks', 3000);
  if (log.kind !== 'ready') return null;
  const { waiting, delivered, retried, givenUp, recent } = log.value;
  return (
    <section className="panel" aria-label="Webhooks">
      <div className="panel-title">
        <h2>Webhooks</h2>
        <span className="quiet">
          {delivered} delivered · {waiting} waiting · {retried} retried · {givenUp} given up
        </span>
      </div>
      {recent.length === 0 && <Nothing title="No webhooks sent yet" about="api" />}
      {recent.length > 0 && (
        <div className="table-scroll">
          <table className="list compact">
            <thead>
              <tr>
                <th scope="col">Sent</th>
                <th scope="col">Events</th>
                <th scope="col">Subscriptions</th>
                <th scope="col">Answer</th>
              </tr>
            </thead>
            <tbody>
              {recent.slice(0, 20).map((request, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a log of requests without ids
                <tr key={`${request.at}-${at}`}>
                  <td>{wordTime(request.at, portal.timeZone)}</td>
                  <td>{request.items}</td>
                  <td>{request.subscriptions.join(', ')}</td>
                  <td>
                    {request.status ?? 'no answer'}
                    {request.attempt > 1 && <span className="quiet"> (attempt {request.attempt})</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
