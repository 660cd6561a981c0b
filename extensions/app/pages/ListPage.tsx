/** The contacts behind one number of the overview, a page at a time. */
import { Button, ButtonRow, EmptyState, Flex, Text, useExtensionContext } from '@hubspot/ui-extensions';
import { PageBreadcrumbs, PageTitle, usePageRoute } from '@hubspot/ui-extensions/pages';
import { type HomeTexts, homeTexts } from '@rapport/shared/home-texts.ts';
import { PageState } from '@rapport/shared/PageState.tsx';
import { pageViewerOf } from '@rapport/shared/page-viewer.ts';
import { stageWord } from '@rapport/shared/stage-word.ts';
import type { Viewer } from '@rapport/shared/viewer.ts';
import { useState } from 'react';
import { ContactTable } from './ContactTable.tsx';
import { type ListAddress, useList } from './use-list.ts';

export function ListPage() {
  const viewer = pageViewerOf(useExtensionContext<'pages'>());
  const { params } = usePageRoute();
  const { by = '', value = '' } = params;
  const texts = homeTexts(viewer.language);
  const [after, setAfter] = useState<string | null>(null);
  const question = useList(viewer.backend, { by, value }, after);
  const title = titleOf({ by, value }, viewer, texts);
  return (
    <Flex direction="column" gap="md">
      <PageBreadcrumbs>
        <PageBreadcrumbs.PageLink to="/">{texts.title}</PageBreadcrumbs.PageLink>
        <PageBreadcrumbs.Current>{title}</PageBreadcrumbs.Current>
      </PageBreadcrumbs>
      <PageTitle>{title}</PageTitle>
      <PageState question={question} what="contacts" viewer={viewer}>
        {(list) =>
          list.contacts.length === 0 ? (
            <EmptyState title={texts.nobody} layout="vertical" imageName="contacts">
              <Text>{title}</Text>
            </EmptyState>
          ) : (
            <>
              <ContactTable list={list} by={by} viewer={viewer} />
              {(list.next !== null || after !== null) && (
                <ButtonRow>
                  <Button disabled={list.next === null} onClick={() => setAfter(list.next)}>
                    {texts.nextPage}
                  </Button>
                  <Button disabled={after === null} onClick={() => setAfter(null)}>
                    {texts.firstPage}
                  </Button>
                </ButtonRow>
              )}
            </>
          )
        }
      </PageState>
    </Flex>
  );
}

function titleOf({ by, value }: ListAddress, { language }: Viewer, texts: HomeTexts): string {
  switch (by) {
    case 'stage':
      return stageWord(value, language);
    case 'quadrant':
      return texts.quadrants[value] ?? value;
    case 'gap':
      return `${texts.gap}: ${texts.gapWords(Number(value))}`;
    case 'slipping':
      return value === '7' ? texts.slipping7 : texts.slipping30;
    default:
      return texts.lists.recovering;
  }
}
