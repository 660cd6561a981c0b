/** Attention given beside attention that pays, and each sale nobody asked about, linked to its deal. */
import { DescriptionList, DescriptionListItem, Flex, Inline, StatusTag, Text } from '@hubspot/ui-extensions';
import type { LevelPanel } from './contract.ts';
import { ObjectLink } from './ObjectLink.tsx';
import { PlainTable } from './PlainTable.tsx';
import { SectionTitle } from './SectionTitle.tsx';
import { textsFor } from './texts.ts';
import { day, type Viewer } from './viewer.ts';

type Props = { panel: LevelPanel; viewer: Viewer; uiDomain: string | undefined };

export function LevelSection({ panel, viewer, uiDomain }: Props) {
  const texts = textsFor(viewer.language).panels.level;
  return (
    <Flex direction="column" gap="xs">
      <Inline gap="sm" align="center">
        <SectionTitle>{texts.title}</SectionTitle>
        {panel.gap !== null && (
          <StatusTag variant={panel.gap < 0 ? 'warning' : 'default'}>{texts.gapWords(panel.gap)}</StatusTag>
        )}
      </Inline>
      <DescriptionList direction="row">
        <DescriptionListItem label={texts.practised}>
          <Text>{texts.names[panel.practised]}</Text>
        </DescriptionListItem>
        <DescriptionListItem label={texts.suggested}>
          <Text>{texts.names[panel.suggested]}</Text>
        </DescriptionListItem>
      </DescriptionList>
      <Text>{panel.sentences.join(' ')}</Text>
      {panel.due > 0 && <Text variant="microcopy">{texts.followed(panel.followed, panel.due)}</Text>}
      {panel.missed.length > 0 && <Missed panel={panel} viewer={viewer} uiDomain={uiDomain} />}
    </Flex>
  );
}

function Missed({ panel, viewer, uiDomain }: Props) {
  const texts = textsFor(viewer.language).panels.level;
  return (
    <PlainTable
      columns={[
        { title: texts.missed.title, width: 'max' },
        { title: texts.missed.sold, width: 'min' },
        { title: texts.missed.due, width: 'min' },
      ]}
      rows={panel.missed.map(({ deal, soldAt, dueAt }, index) => ({
        key: `${soldAt} ${deal?.objectId ?? index}`,
        cells: [
          <ObjectLink key="deal" to={deal} viewer={viewer} uiDomain={uiDomain}>
            {texts.openDeal(index + 1)}
          </ObjectLink>,
          day(soldAt, viewer),
          day(dueAt, viewer),
        ],
      }))}
    />
  );
}
