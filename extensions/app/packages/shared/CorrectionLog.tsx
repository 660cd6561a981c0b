/** What was corrected so far, by whom and why, and a way back. */
import { Button, Flex, LoadingSpinner, Text, Tile } from '@hubspot/ui-extensions';
import type { LoggedCorrection } from './contract-corrections.ts';
import { SectionTitle } from './SectionTitle.tsx';
import { textsFor } from './texts.ts';
import type { Corrections } from './use-corrections.ts';
import { day, minute, type Viewer } from './viewer.ts';

type Props = { corrections: Corrections; viewer: Viewer; undo: (id: string) => void };

export function CorrectionLog({ corrections, viewer, undo }: Props) {
  const { corrections: texts } = textsFor(viewer.language);
  return (
    <Flex direction="column" gap="sm">
      <SectionTitle>{texts.log}</SectionTitle>
      <Entries corrections={corrections} viewer={viewer} undo={undo} />
    </Flex>
  );
}

function Entries({ corrections: { view, load }, viewer, undo }: Props) {
  const texts = textsFor(viewer.language);
  if (view === null) return <LoadingSpinner label={texts.corrections.loading} showLabel={true} />;
  if (view.kind === 'failed') {
    return (
      <Flex direction="column" gap="xs" align="start">
        <Text>{texts.failures[view.failure]}</Text>
        <Button size="xs" onClick={load}>
          {texts.retry}
        </Button>
      </Flex>
    );
  }
  if (view.log.length === 0) return <Text>{texts.corrections.noLog}</Text>;
  return view.log.map((entry) => <Entry key={entry.id} entry={entry} viewer={viewer} undo={undo} />);
}

function Entry({ entry, viewer, undo }: { entry: LoggedCorrection; viewer: Viewer; undo: Props['undo'] }) {
  const { corrections: texts } = textsFor(viewer.language);
  const notes = [
    texts.by(entry.by, minute(entry.at, viewer)),
    entry.until === null ? null : texts.lasts(day(entry.until, viewer)),
    entry.undoneAt === null ? null : texts.undone(minute(entry.undoneAt, viewer)),
  ];
  return (
    <Tile compact={true}>
      <Flex direction="column" gap="xs" align="start">
        <Text format={{ lineDecoration: entry.undoneAt === null ? 'none' : 'strikethrough' }}>
          {entry.sentence}
        </Text>
        {entry.reason !== '' && <Text>{entry.reason}</Text>}
        <Text variant="microcopy">{notes.filter((it) => it !== null).join(' · ')}</Text>
        {entry.mayUndo && entry.undoneAt === null && (
          <Button size="xs" variant="secondary" onClick={() => undo(entry.id)}>
            {texts.undo}
          </Button>
        )}
      </Flex>
    </Tile>
  );
}
