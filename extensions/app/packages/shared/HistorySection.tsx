/** Every stage so far, latest first, and earlier relationships with their ends. */
import { DescriptionList, DescriptionListItem, Flex, Text } from '@hubspot/ui-extensions';
import { type HistoryPanel, stageNames } from './contract.ts';
import { PlainTable } from './PlainTable.tsx';
import { SectionTitle } from './SectionTitle.tsx';
import { stagesFor, textsFor } from './texts.ts';
import { day, type Viewer } from './viewer.ts';

type Props = { panel: HistoryPanel; viewer: Viewer };

export function HistorySection({ panel, viewer }: Props) {
  const texts = textsFor(viewer.language).panels.history;
  return (
    <Flex direction="column" gap="md">
      <Flex direction="column" gap="xs">
        <SectionTitle>{texts.steps}</SectionTitle>
        {panel.steps.length === 0 ? <Text>{texts.none}</Text> : <Steps panel={panel} viewer={viewer} />}
        {panel.earlier > 0 && <Text variant="microcopy">{texts.earlier(panel.earlier)}</Text>}
      </Flex>
      {panel.epochs.length > 0 && <Epochs panel={panel} viewer={viewer} />}
    </Flex>
  );
}

function Steps({ panel, viewer }: Props) {
  const { panels } = textsFor(viewer.language);
  const stages = stagesFor(viewer);
  const texts = panels.history;
  const wordStage = (name: string) => {
    const stage = stageNames.find((it) => it === name);
    return stage === undefined ? texts.notEnough : stages[stage];
  };
  return (
    <PlainTable
      columns={[
        { title: texts.what, width: 'max' },
        { title: texts.since, width: 'min' },
        { title: texts.how, width: 'min' },
      ]}
      rows={panel.steps.map(({ stage, since, movement }) => ({
        key: `${since} ${stage}`,
        cells: [wordStage(stage), day(since, viewer), texts.movements[movement] ?? movement],
      }))}
    />
  );
}

function Epochs({ panel, viewer }: Props) {
  const { panels, endings } = textsFor(viewer.language);
  const texts = panels.history;
  return (
    <Flex direction="column" gap="xs">
      <SectionTitle>{texts.epochs}</SectionTitle>
      <DescriptionList direction="row">
        {panel.epochs.map(({ epoch, startedAt, endedAt, ending }) => (
          <DescriptionListItem key={epoch} label={texts.epoch(epoch)}>
            <Text>
              {[
                texts.lasted(day(startedAt, viewer), endedAt === null ? null : day(endedAt, viewer)),
                ending === 'none' ? null : endings[ending],
              ]
                .filter((it) => it !== null)
                .join(' · ')}
            </Text>
          </DescriptionListItem>
        ))}
      </DescriptionList>
    </Flex>
  );
}
