/** Contacts with what presses: how long their stage holds and what comes then, or the clock of their recovery. */
import { Link, Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@hubspot/ui-extensions';
import type { ListedContactView, ListView } from '@rapport/shared/contract-home.ts';
import { type HomeTexts, homeTexts } from '@rapport/shared/home-texts.ts';
import { stageWord } from '@rapport/shared/stage-word.ts';
import { contactUrl, day, daysUntil, minute, type Viewer } from '@rapport/shared/viewer.ts';

type ContactTableProps = {
  list: ListView;
  /** What the list is by. */
  by: string;
  viewer: Viewer;
};

export function ContactTable({ list, by, viewer }: ContactTableProps) {
  const texts = homeTexts(viewer.language);
  const now = Date.parse(list.at);
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
        {list.contacts.map((contact) => (
          <TableRow key={contact.id}>
            <TableCell>
              <Link href={{ url: contactUrl(contact.id, viewer, list.uiDomain), external: false }}>
                {contact.label}
              </Link>
            </TableCell>
            <TableCell>{stageWord(contact.stage, viewer.language)}</TableCell>
            <TableCell>
              {isRecovering ? clockOf(contact, now, viewer, texts) : horizonOf(contact, now, viewer, texts)}
            </TableCell>
            <TableCell>{isRecovering ? openedOf(contact, viewer) : nextOf(contact, viewer)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function horizonOf({ validUntil }: ListedContactView, now: number, viewer: Viewer, texts: HomeTexts): string {
  if (validUntil === null) return '–';
  return `${day(validUntil, viewer)}, ${texts.inDays(daysUntil(validUntil, viewer, now))}`;
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
