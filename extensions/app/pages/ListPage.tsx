/** The contacts behind one number of the overview, a page at a time. */
import {
  Button,
  ButtonRow,
  EmptyState,
  Flex,
  hubspot,
  Link,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
  useExtensionContext,
} from '@hubspot/ui-extensions';
import { PageBreadcrumbs, PageTitle, usePageRoute } from '@hubspot/ui-extensions/pages';
import { ask } from '@rapport/shared/ask.ts';
import { isListView, type ListedContactView } from '@rapport/shared/contract-home.ts';
import { type HomeTexts, homeTexts } from '@rapport/shared/home-texts.ts';
import { PageState } from '@rapport/shared/PageState.tsx';
import { pageViewerOf } from '@rapport/shared/page-viewer.ts';
import { stageWord } from '@rapport/shared/stage-word.ts';
import { useQuestion } from '@rapport/shared/use-question.ts';
import { contactUrl, day, minute, type Viewer } from '@rapport/shared/viewer.ts';
import { useCallback, useState } from 'react';

export function ListPage() {
  const viewer = pageViewerOf(useExtensionContext<'pages'>());
  const { params } = usePageRoute();
  const { by = '', value = '' } = params;
  const texts = homeTexts(viewer.language);
  const [after, setAfter] = useState<string | null>(null);
  const { backend } = viewer;
  const put = useCallback(
    () =>
      ask({
        send: () => hubspot.fetch(`${backend}/home/list?${queryOf(by, value, after)}`, { method: 'GET' }),
        reads: isListView,
        alsoReads: [],
      }),
    [backend, by, value, after],
  );
  const question = useQuestion(put);
  const title = titleOf(by, value, viewer, texts);
  return (
    <Flex direction="column" gap="md">
      <PageBreadcrumbs>
        <PageBreadcrumbs.PageLink to="/">{texts.title}</PageBreadcrumbs.PageLink>
        <PageBreadcrumbs.Current>{title}</PageBreadcrumbs.Current>
      </PageBreadcrumbs>
      <PageTitle>{title}</PageTitle>
      <PageState question={question} viewer={viewer}>
        {({ at, contacts, next, uiDomain }) =>
          contacts.length === 0 ? (
            <EmptyState title={texts.nobody} layout="vertical" imageName="contacts">
              <Text>{title}</Text>
            </EmptyState>
          ) : (
            <>
              <Contacts
                at={Date.parse(at)}
                contacts={contacts}
                by={by}
                viewer={viewer}
                texts={texts}
                uiDomain={uiDomain}
              />
              <ButtonRow>
                <Button disabled={next === null} onClick={() => setAfter(next)}>
                  {texts.nextPage}
                </Button>
                <Button disabled={after === null} onClick={() => setAfter(null)}>
                  {texts.firstPage}
                </Button>
              </ButtonRow>
            </>
          )
        }
      </PageState>
    </Flex>
  );
}

function queryOf(by: string, value: string, after: string | null): string {
  const key = by === 'slipping' ? 'days' : by;
  const query = new URLSearchParams({ by, ...(by === 'recovering' ? {} : { [key]: value }) });
  if (after !== null) query.set('after', after);
  return query.toString();
}

function titleOf(by: string, value: string, { language }: Viewer, texts: HomeTexts): string {
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

type ContactsProps = {
  at: number;
  contacts: readonly ListedContactView[];
  by: string;
  viewer: Viewer;
  texts: HomeTexts;
  uiDomain: string;
};

function Contacts({ at, contacts, by, viewer, texts, uiDomain }: ContactsProps) {
  const isRecovering = by === 'recovering';
  return (
    <Table bordered={true} density="condensed">
      <TableHead>
        <TableRow>
          <TableHeader width="auto">{texts.contact}</TableHeader>
          <TableHeader width="auto">{texts.stage}</TableHeader>
          <TableHeader width="auto">{isRecovering ? texts.clock : texts.holdsUntil}</TableHeader>
          <TableHeader width="auto">{isRecovering ? texts.since : texts.afterwards}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {contacts.map((contact) => (
          <TableRow key={contact.id}>
            <TableCell>
              <Link href={{ url: contactUrl(contact.id, viewer, uiDomain), external: false }}>
                {contact.label}
              </Link>
            </TableCell>
            <TableCell>
              <Text>{stageWord(contact.stage, viewer.language)}</Text>
            </TableCell>
            <TableCell>
              <Text>
                {isRecovering ? clockOf(contact, at, viewer, texts) : horizonOf(contact, at, viewer, texts)}
              </Text>
            </TableCell>
            <TableCell>
              <Text>{isRecovering ? openedOf(contact, viewer) : nextOf(contact, viewer)}</Text>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

const dayMs = 86_400_000;

function horizonOf({ validUntil }: ListedContactView, now: number, viewer: Viewer, texts: HomeTexts): string {
  if (validUntil === null) return '–';
  const days = Math.ceil((Date.parse(validUntil) - now) / dayMs);
  return `${day(validUntil, viewer)}, ${texts.inDays(days)}`;
}

function nextOf({ nextStage }: ListedContactView, viewer: Viewer): string {
  return nextStage === null ? '–' : stageWord(nextStage, viewer.language);
}

function openedOf({ recovery }: ListedContactView, viewer: Viewer): string {
  return recovery === null ? '–' : day(recovery.openedAt, viewer);
}

function clockOf({ recovery }: ListedContactView, now: number, viewer: Viewer, texts: HomeTexts): string {
  if (recovery === null) return '–';
  if (recovery.answeredAt !== null) return texts.answered(minute(recovery.answeredAt, viewer));
  if (recovery.answerDueAt === null) return texts.noClock;
  const isLate = Date.parse(recovery.answerDueAt) < now;
  const at = minute(recovery.answerDueAt, viewer);
  return isLate ? texts.answerLate(at) : texts.answerDue(at);
}
