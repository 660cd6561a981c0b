/** The overview: what needs somebody today, how the stages stand and move, and whether all of it can be believed. */
import { Button, Flex, hubspot, Tab, Tabs, Text, useExtensionContext } from '@hubspot/ui-extensions';
import { PageTitle } from '@hubspot/ui-extensions/pages';
import { ask } from '@rapport/shared/ask.ts';
import { type HomeView, isHomeView } from '@rapport/shared/contract-home.ts';
import { type HomeTexts, homeTexts } from '@rapport/shared/home-texts.ts';
import { PageState } from '@rapport/shared/PageState.tsx';
import { pageViewerOf } from '@rapport/shared/page-viewer.ts';
import { useQuestion } from '@rapport/shared/use-question.ts';
import { minute, type Viewer } from '@rapport/shared/viewer.ts';
import { useCallback, useEffect } from 'react';
import { Attention } from './Attention.tsx';
import { MoveTable } from './MoveTable.tsx';
import { QualityAndSync } from './QualityAndSync.tsx';
import { StageCounts } from './StageCounts.tsx';
import { Today } from './Today.tsx';

/** While the portal is being counted the page looks again by itself. */
const lookAgainMs = 2_000;

export function Overview() {
  const viewer = pageViewerOf(useExtensionContext<'pages'>());
  const { backend, language } = viewer;
  const texts = homeTexts(language);
  const put = useCallback(
    () =>
      ask({
        send: () => hubspot.fetch(`${backend}/home?locale=${language}`, { method: 'GET' }),
        reads: isHomeView,
        alsoReads: [],
      }),
    [backend, language],
  );
  const question = useQuestion(put);
  const { state, reload } = question;
  useEffect(() => {
    if (state.kind !== 'ready' || state.value.summary !== null) return;
    const timer = setTimeout(reload, lookAgainMs);
    return () => clearTimeout(timer);
  }, [state, reload]);
  return (
    <Flex direction="column" gap="md">
      <PageTitle>{texts.title}</PageTitle>
      <PageState question={question} what="counts" viewer={viewer}>
        {(home) => (
          <Sections home={home} viewer={viewer} texts={texts} reload={reload} show={question.show} />
        )}
      </PageState>
    </Flex>
  );
}

export type SectionProps = { home: HomeView; viewer: Viewer; texts: HomeTexts };

function Sections({
  home,
  viewer,
  texts,
  reload,
  show,
}: SectionProps & { reload: () => void; show: (home: HomeView) => void }) {
  const { summary } = home;
  const props = { home, viewer, texts };
  return (
    <>
      <Tabs defaultSelected="today">
        <Tab tabId="today" title={texts.tabs.today}>
          <Today {...props} />
        </Tab>
        <Tab tabId="stages" title={texts.tabs.stages}>
          {summary === null ? <Text>{texts.counting}</Text> : <StageCounts {...props} summary={summary} />}
        </Tab>
        <Tab tabId="moves" title={texts.tabs.moves}>
          {summary === null ? <Text>{texts.counting}</Text> : <MoveTable {...props} summary={summary} />}
        </Tab>
        <Tab tabId="attention" title={texts.tabs.attention}>
          {summary === null ? <Text>{texts.counting}</Text> : <Attention {...props} summary={summary} />}
        </Tab>
        <Tab tabId="health" title={texts.tabs.health}>
          <QualityAndSync {...props} show={show} />
        </Tab>
      </Tabs>
      {summary !== null && (
        <Flex direction="row" gap="sm" align="center">
          <Text variant="microcopy">{texts.countedAt(minute(summary.at, viewer))}</Text>
          <Button size="xs" variant="transparent" onClick={reload}>
            {texts.reload}
          </Button>
        </Flex>
      )}
    </>
  );
}
