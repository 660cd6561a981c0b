/** What the changes would do to the portal's contacts, and the button that does it. */
import {
  Button,
  ButtonRow,
  Flex,
  Input,
  Link,
  LoadingButton,
  ProgressBar,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { PreviewView } from '@rapport/shared/contract-settings.ts';
import { SectionTitle } from '@rapport/shared/SectionTitle.tsx';
import { stageOrder, stageWord } from '@rapport/shared/stage-word.ts';
import { contactUrl } from '@rapport/shared/viewer.ts';
import { useState } from 'react';
import type { PartProps } from './Settings.tsx';

export function PreviewTab(props: PartProps) {
  const { settings, texts, changes } = props;
  const [note, setNote] = useState('');
  if (!changes.isChanged) return <Text>{texts.nothingChanged}</Text>;
  return (
    <Flex direction="column" gap="md">
      <Text>{texts.preview.intro}</Text>
      <ButtonRow>
        <LoadingButton
          loading={changes.isSending}
          disabled={!settings.mayChange || changes.preview?.state === 'running'}
          onClick={changes.askPreview}
        >
          {texts.preview.ask}
        </LoadingButton>
      </ButtonRow>
      {changes.preview !== null && <Preview {...props} preview={changes.preview} />}
      <Input
        label={texts.note}
        description={texts.noteHelp}
        name="note"
        value={note}
        readOnly={!settings.mayChange}
        onChange={setNote}
      />
      <ButtonRow>
        <LoadingButton
          variant="primary"
          loading={changes.isSending}
          disabled={!settings.mayChange}
          onClick={() => changes.apply(note)}
        >
          {texts.apply}
        </LoadingButton>
        <Button onClick={changes.discard}>{texts.discard}</Button>
      </ButtonRow>
    </Flex>
  );
}

function Preview({ preview, viewer, texts }: PartProps & { preview: PreviewView }) {
  const number = (value: number) => new Intl.NumberFormat(viewer.locale).format(value);
  const signed = (value: number) =>
    new Intl.NumberFormat(viewer.locale, { signDisplay: 'exceptZero' }).format(value);
  const { result } = preview;
  if (result === null) {
    return (
      <ProgressBar
        title={texts.preview.running}
        value={preview.done}
        maxValue={Math.max(preview.total, preview.done, 1)}
        valueDescription={`${number(preview.done)} / ${number(preview.total)}`}
      />
    );
  }
  const stages = [...result.stages].sort((a, b) => stageOrder(a.stage) - stageOrder(b.stage));
  return (
    <Flex direction="column" gap="sm">
      <Text format={{ fontWeight: 'demibold' }}>
        {result.moved === 0
          ? texts.preview.none
          : texts.preview.moved(number(result.moved), number(result.contacts))}
      </Text>
      <Table bordered={true} density="condensed">
        <TableHead>
          <TableRow>
            <TableHeader width="auto">{texts.preview.stage}</TableHeader>
            <TableHeader width="min" align="right">
              {texts.preview.before}
            </TableHeader>
            <TableHeader width="min" align="right">
              {texts.preview.after}
            </TableHeader>
            <TableHeader width="min" align="right">
              {texts.preview.change}
            </TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {stages.map(({ stage, before, after }) => (
            <TableRow key={stage}>
              <TableCell>{stageWord(stage, viewer.language)}</TableCell>
              <TableCell align="right">{number(before)}</TableCell>
              <TableCell align="right">{number(after)}</TableCell>
              <TableCell align="right">{after === before ? '' : signed(after - before)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {result.samples.length > 0 && <Samples samples={result.samples} viewer={viewer} texts={texts} />}
    </Flex>
  );
}

type SamplesProps = Pick<PartProps, 'viewer' | 'texts'> & {
  samples: NonNullable<PreviewView['result']>['samples'];
};

function Samples({ samples, viewer, texts }: SamplesProps) {
  return (
    <Flex direction="column" gap="xs">
      <SectionTitle>{texts.preview.samples(samples.length)}</SectionTitle>
      <Table bordered={false} flush={true} density="condensed">
        <TableHead>
          <TableRow>
            <TableHeader width="auto">{texts.preview.contact}</TableHeader>
            <TableHeader width="auto">{texts.preview.before}</TableHeader>
            <TableHeader width="auto">{texts.preview.after}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {samples.map(({ id, label, before, after }) => (
            <TableRow key={id}>
              <TableCell>
                <Link href={{ url: contactUrl(id, viewer), external: false }}>{label}</Link>
              </TableCell>
              <TableCell>
                <Text>{stageWord(before, viewer.language)}</Text>
              </TableCell>
              <TableCell>
                <Text>{stageWord(after, viewer.language)}</Text>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Flex>
  );
}
