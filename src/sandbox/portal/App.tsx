/** Chooses the page of the address and puts the shell around it. */

import type { PortalFrame } from '../portal-frame.ts';
import { useAnswer } from './api/use-answer.ts';
import { FrameContext } from './frame.ts';
import { LocaleContext, useStoredLocale } from './locale.ts';
import { AppHomePage, AppSettingsPage } from './pages/AppPages.tsx';
import { AppsPage } from './pages/AppsPage.tsx';
import { CallsPage } from './pages/CallsPage.tsx';
import { ContactsPage } from './pages/ContactsPage.tsx';
import { PreviewPage } from './pages/PreviewPage.tsx';
import { WorkflowsPage } from './pages/WorkflowsPage.tsx';
import { RecordPage } from './record/RecordPage.tsx';
import { routeOf, useLocation } from './router.ts';
import { Shell } from './shell/Shell.tsx';
import { Alerts } from './ui/Alerts.tsx';
import { Loading, Trouble } from './ui/States.tsx';

export function App() {
  const frame = useAnswer<PortalFrame>('/_portal/frame');
  const locale = useStoredLocale();
  if (frame.kind === 'loading') return <Loading words="Opening the portal" />;
  if (frame.kind === 'failed')
    return <Trouble title="The portal does not answer" message={frame.message} retry={frame.reload} />;
  return (
    <FrameContext.Provider value={frame.value}>
      <LocaleContext.Provider value={locale}>
        <Alerts>
          <Page />
        </Alerts>
      </LocaleContext.Provider>
    </FrameContext.Provider>
  );
}

function Page() {
  const location = useLocation();
  const route = routeOf(location.pathname);
  switch (route.page) {
    case 'preview':
      return <PreviewPage uid={route.uid} />;
    case 'contacts':
      return (
        <Shell active="contacts">
          <ContactsPage />
        </Shell>
      );
    case 'record':
      return (
        <Shell active="contacts">
          <RecordPage key={`${route.typeId}/${route.id}`} typeId={route.typeId} id={route.id} />
        </Shell>
      );
    case 'workflows':
      return (
        <Shell active="workflows">
          <WorkflowsPage />
        </Shell>
      );
    case 'apps':
      return (
        <Shell active="apps">
          <AppsPage />
        </Shell>
      );
    case 'app-settings':
      return (
        <Shell active="apps">
          <AppSettingsPage />
        </Shell>
      );
    case 'app-home':
      return (
        <Shell active="home">
          <AppHomePage path={route.path} />
        </Shell>
      );
    case 'calls':
      return (
        <Shell active="calls">
          <CallsPage />
        </Shell>
      );
    case 'unknown':
      return (
        <Shell active="contacts">
          <Trouble title="There is no such page" message={`Nothing lives at ${location.pathname}.`} />
        </Shell>
      );
  }
}
