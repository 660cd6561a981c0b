/** How the sync stands, and what could not be done, with the way to have it tried again. */
import {
  Alert,
  ButtonRow,
  DescriptionList,
  DescriptionListItem,
  Flex,
  hubspot,
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
import { type HomeView, isHomeView } from '@rapport/shared/contract-home.ts';
import { counted } from '@rapport/shared/page-viewer.ts';
import { lasting, minute } from '@rapport/shared/viewer.ts';
import { useState } from 'react';
import type { SectionProps } from './Overview.tsx';

type HealthProps = SectionProps & { show: (home: HomeView) => void };

export function Health(props: HealthProps) {
  const { home, viewer, texts } = props;
  const { reading, waiting, lagMs } = home.health;
  const number = (value: number) => counted(value, '', viewer);
  return (
    <Flex direction="column" gap="sm">
      <Text>{reading === null ? texts.allRead : texts.reading}</Text>
      <DescriptionList direction="row">
        <DescriptionListItem label={texts.waiting.records}>{number(waiting.records)}</DescriptionListItem>
        <DescriptionListItem label={texts.waiting.contacts}>{number(waiting.contacts)}</DescriptionListItem>
        <DescriptionListItem label={texts.waiting.due}>{number(waiting.due)}</DescriptionListItem>
        <DescriptionListItem label={texts.lag}>
          {lagMs === null ? texts.noLag : lasting(lagMs, viewer)}
        </DescriptionListItem>
      </DescriptionList>
      <Text format={{ fontWeight: 'demibold' }}>{texts.parked}</Text>
      {home.health.parked.length === 0 ? <Text>{texts.nothingParked}</Text> : <Parked {...props} />}
    </Flex>
  );
}

/** So many are shown, and as many are tried again at once as the service takes. */
const shown = 20;
const triedAtOnce = 100;

function Parked({ home: { health }, viewer, texts, show }: HealthProps) {
  const [state, setState] = useState<'idle' | 'trying' | 'failed'>('idle');
  const retry = async () => {
    setState('trying');
    const subjects = health.parked.map(({ subject }) => subject).slice(0, triedAtOnce);
    const path = `${viewer.backend}/home/retry?locale=${viewer.language}`;
    const send = () => hubspot.fetch(path, { method: 'POST', body: { subjects } });
    const answer = await ask({ send, reads: isHomeView, alsoReads: [] });
    setState('value' in answer ? 'idle' : 'failed');
    if ('value' in answer) show(answer.value);
  };
  return (
    <>
      <Text variant="microcopy">{texts.parkedHelp}</Text>
      <Table bordered={true} density="condensed">
        <TableHead>
          <TableRow>
            <TableHeader width="auto">{texts.what}</TableHeader>
            <TableHeader width="min">{texts.since}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {health.parked.slice(0, shown).map(({ subject, sentence, at }) => (
            <TableRow key={subject}>
              <TableCell>{sentence}</TableCell>
              <TableCell width="min">{minute(at, viewer)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {state === 'failed' && <Alert title={texts.failed} variant="error" />}
      {health.mayRetry ? (
        <ButtonRow>
          <LoadingButton size="small" loading={state === 'trying'} onClick={() => void retry()}>
            {texts.retryParked}
          </LoadingButton>
        </ButtonRow>
      ) : (
        <Text variant="microcopy">{texts.onlyAdmins}</Text>
      )}
    </>
  );
}
