/** The provenance register: where each contact property comes from, and what it may be used for. */
import {
  Button,
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
} from '@hubspot/ui-extensions';
import { ask } from '@rapport/shared/ask.ts';
import { isRegisterView, type RegisterView } from '@rapport/shared/contract-settings.ts';
import { PageState } from '@rapport/shared/PageState.tsx';
import { counted } from '@rapport/shared/page-viewer.ts';
import { privacyTexts } from '@rapport/shared/privacy-texts.ts';
import { SectionTitle } from '@rapport/shared/SectionTitle.tsx';
import { useQuestion } from '@rapport/shared/use-question.ts';
import { minute, type Viewer } from '@rapport/shared/viewer.ts';
import { useCallback, useState } from 'react';

/** A portal has some hundreds of properties: so many are shown at first. */
const shownFirst = 10;

export function RegisterSection({ viewer }: { viewer: Viewer }) {
  const { register: texts } = privacyTexts(viewer.language);
  const { backend } = viewer;
  const put = useCallback(
    () =>
      ask({
        send: () => hubspot.fetch(`${backend}/settings/register`, { method: 'GET' }),
        reads: isRegisterView,
        alsoReads: [],
      }),
    [backend],
  );
  const question = useQuestion(put);
  return (
    <Flex direction="column" gap="sm">
      <SectionTitle>{texts.title}</SectionTitle>
      <Text>{texts.intro}</Text>
      <PageState question={question} what="register" viewer={viewer}>
        {(register) => <Rows register={register} viewer={viewer} />}
      </PageState>
    </Flex>
  );
}

function Rows({ register, viewer }: { register: RegisterView; viewer: Viewer }) {
  const { register: texts, classes, sources, purposes } = privacyTexts(viewer.language);
  const [showsAll, setShowsAll] = useState(false);
  const { rows, readAt, csvUrl } = register;
  if (readAt === null) return <Text>{texts.notYet}</Text>;
  return (
    <Flex direction="column" gap="sm">
      <Flex direction="row" gap="sm" align="baseline">
        <Text variant="microcopy">{texts.readAt(minute(readAt, viewer))}</Text>
        <Link href={{ url: csvUrl, external: true }}>{texts.csv}</Link>
      </Flex>
      <Table bordered={true} density="condensed">
        <TableHead>
          <TableRow>
            <TableHeader>{texts.property}</TableHeader>
            <TableHeader>{texts.class}</TableHeader>
            <TableHeader>{texts.source}</TableHeader>
            <TableHeader>{texts.purposes}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {(showsAll ? rows : rows.slice(0, shownFirst)).map((row) => (
            <TableRow key={row.name}>
              <TableCell>{row.label}</TableCell>
              <TableCell>{classes[row.class] ?? row.class}</TableCell>
              <TableCell>{sources[row.source] ?? row.source}</TableCell>
              <TableCell>{row.purposes.map((it) => purposes[it] ?? it).join(', ') || '–'}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {!showsAll && rows.length > shownFirst && (
        <Flex direction="row">
          <Button size="xs" variant="secondary" onClick={() => setShowsAll(true)}>
            {texts.more(counted(rows.length, '', viewer))}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}
