/** The app's home page: where the relationships of the portal stand, and the contacts behind each number. */
import { EmptyState, hubspot, Text, useExtensionContext } from '@hubspot/ui-extensions';
import { createPageRouter, PageRoutes } from '@hubspot/ui-extensions/pages';
import { homeTexts } from '@rapport/shared/home-texts.ts';
import { pageViewerOf } from '@rapport/shared/page-viewer.ts';
import { ListPage } from './ListPage.tsx';
import { Overview } from './Overview.tsx';

export function Unknown() {
  const { language } = pageViewerOf(useExtensionContext<'pages'>());
  return (
    <EmptyState title={homeTexts(language).unknownPage} layout="vertical">
      <Text>404</Text>
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
