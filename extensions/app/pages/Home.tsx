/** The app's home page: where the relationships of the portal stand, and the contacts behind each number. */
import { EmptyState, hubspot, useExtensionContext } from '@hubspot/ui-extensions';
import { createPageRouter, PageLink, PageRoutes } from '@hubspot/ui-extensions/pages';
import { homeTexts } from '@rapport/shared/home-texts.ts';
import { pageViewerOf } from '@rapport/shared/page-viewer.ts';
import { ListPage } from './ListPage.tsx';
import { Overview } from './Overview.tsx';

export function Unknown() {
  const texts = homeTexts(pageViewerOf(useExtensionContext<'pages'>()).language);
  return (
    <EmptyState title={texts.unknownPage} layout="vertical">
      <PageLink to="/">{texts.title}</PageLink>
    </EmptyState>
  );
}

const Pages = createPageRouter(
  <PageRoutes>
    <PageRoutes.IndexRoute component={Overview} />
    <PageRoutes.Route path="/list/:by/:value" component={ListPage} />
    <PageRoutes.AnyRoute component={Unknown} />
  </PageRoutes>,
);

hubspot.extend<'pages'>(() => <Pages />);
