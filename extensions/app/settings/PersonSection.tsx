/** One person who asks: what is stored about them, as a file, or gone for good after a second click. */
import {
  Alert,
  Button,
  Flex,
  hubspot,
  Input,
  Link,
  LoadingButton,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { ask } from '@rapport/shared/ask.ts';
import {
  type ErasedView,
  isErasedView,
  isNotAdminView,
  isPersonView,
  type NotAdminView,
  type PersonView,
} from '@rapport/shared/contract-privacy.ts';
import { counted } from '@rapport/shared/page-viewer.ts';
import { privacyTexts } from '@rapport/shared/privacy-texts.ts';
import { SectionTitle } from '@rapport/shared/SectionTitle.tsx';
import { textsFor } from '@rapport/shared/texts.ts';
import type { Viewer } from '@rapport/shared/viewer.ts';
import { useState } from 'react';

type Found = Extract<PersonView, { kind: 'person' }>;

type State =
  | { readonly kind: 'asking' }
  | { readonly kind: 'searching' }
  | { readonly kind: 'found' | 'confirming' | 'erasing'; readonly person: Found }
  | { readonly kind: 'said'; readonly variant: 'info' | 'success' | 'error'; readonly text: string };

export function PersonSection({ viewer }: { viewer: Viewer }) {
  const texts = privacyTexts(viewer.language).person;
  const [who, setWho] = useState('');
  const { state, find, confirm, cancel, erase } = usePerson(viewer);
  const isSearching = state.kind === 'searching';
  return (
    <Flex direction="column" gap="sm">
      <SectionTitle>{texts.title}</SectionTitle>
      <Text>{texts.intro}</Text>
      <Input label={texts.who} description={texts.whoHelp} name="who" value={who} onInput={setWho} />
      <Flex direction="row">
        <LoadingButton loading={isSearching} disabled={who.trim() === ''} onClick={() => find(who.trim())}>
          {isSearching ? texts.searching : texts.find}
        </LoadingButton>
      </Flex>
      {state.kind === 'said' && <Alert title={state.text} variant={state.variant} />}
      {'person' in state && <Stored person={state.person} viewer={viewer} />}
      {state.kind === 'found' && (
        <Flex direction="row">
          <Button variant="destructive" onClick={() => confirm(state.person)}>
            {texts.erase}
          </Button>
        </Flex>
      )}
      {(state.kind === 'confirming' || state.kind === 'erasing') && (
        <Alert title={texts.erase} variant="warning">
          <Flex direction="column" gap="sm">
            <Text>{texts.willHappen}</Text>
            <Flex direction="row" gap="sm">
              <LoadingButton
                variant="destructive"
                loading={state.kind === 'erasing'}
                onClick={() => erase(state.person)}
              >
                {state.kind === 'erasing' ? texts.erasing : texts.confirm}
              </LoadingButton>
              <Button disabled={state.kind === 'erasing'} onClick={() => cancel(state.person)}>
                {texts.cancel}
              </Button>
            </Flex>
          </Flex>
        </Alert>
      )}
    </Flex>
  );
}

function Stored({ person, viewer }: { person: Found; viewer: Viewer }) {
  const { person: texts, tables } = privacyTexts(viewer.language);
  const number = (count: number) => counted(count, '', viewer);
  const rows = person.tables.reduce((sum, table) => sum + table.rows, 0);
  return (
    <Flex direction="column" gap="sm">
      <Text format={{ fontWeight: 'demibold' }}>
        {texts.found(person.label ?? person.contactId, number(rows))}
      </Text>
      <Table bordered={true} density="condensed">
        <TableHead>
          <TableRow>
            <TableHeader width="max">{texts.what}</TableHeader>
            <TableHeader width="min" align="right">
              {texts.rows}
            </TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {person.tables.map((table) => (
            <TableRow key={table.table}>
              <TableCell>{tables[table.table] ?? table.table}</TableCell>
              <TableCell align="right">{number(table.rows)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Flex direction="row" gap="xs" align="baseline">
        <Link href={{ url: person.exportUrl, external: true }}>{texts.exported}</Link>
        <Text variant="microcopy">{texts.exportHelp}</Text>
      </Flex>
    </Flex>
  );
}

function usePerson(viewer: Viewer) {
  const { backend, language } = viewer;
  const { person: texts, notAdmin } = privacyTexts(language);
  const [state, setState] = useState<State>({ kind: 'asking' });
  const say = (variant: 'info' | 'success' | 'error', text: string) =>
    setState({ kind: 'said', variant, text });
  const post = <T,>(path: string, body: object, reads: (it: unknown) => it is T) =>
    ask<T | NotAdminView>({
      send: () => hubspot.fetch(`${backend}/privacy/${path}`, { method: 'POST', body: { ...body } }),
      reads: (it): it is T | NotAdminView => reads(it) || isNotAdminView(it),
      alsoReads: [403, 404],
    });
  const find = async (who: string) => {
    setState({ kind: 'searching' });
    const answer = await post<PersonView>('find', { who }, isPersonView);
    if ('failure' in answer) say('error', textsFor(language).failures[answer.failure]);
    else if (answer.value.kind === 'person') setState({ kind: 'found', person: answer.value });
    else if (answer.value.kind === 'nobody') say('info', texts.nobody);
    else say('error', notAdmin);
  };
  const erase = async (person: Found) => {
    setState({ kind: 'erasing', person });
    const answer = await post<ErasedView>('erase', { contactId: person.contactId }, isErasedView);
    if ('failure' in answer) say('error', textsFor(language).failures[answer.failure]);
    else if (answer.value.kind === 'erased')
      say('success', texts.erased(counted(answer.value.rows, '', viewer)));
    else say('error', notAdmin);
  };
  return {
    state,
    find: (who: string) => void find(who),
    confirm: (person: Found) => setState({ kind: 'confirming', person }),
    cancel: (person: Found) => setState({ kind: 'found', person }),
    erase: (person: Found) => void erase(person),
  };
}
