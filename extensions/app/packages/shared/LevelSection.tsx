/** Attention given beside attention that pays, and each sale nobody asked about, linked to its deal. */
import {
  DescriptionList,
  DescriptionListItem,
  Flex,
  Inline,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { LevelPanel } from './contract.ts';
import { ObjectLink } from './ObjectLink.tsx';
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
        {panel.gap !== null && panel.gap < 0 && (
          <StatusTag variant="warning">{texts.gapWords(panel.gap)}</StatusTag>
        )}
      </Inline>
      <DescriptionList direction="row">
        <DescriptionListItem label={texts.practised}>
          <Text>{texts.names[panel.practised]}</Text>
        </DescriptionListItem>
        <DescriptionListItem label={texts.suggested}>
          <Text>{texts.names[panel.suggested]}</Text>
        </DescriptionListItem>
        <DescriptionListItem label={texts.gap}>
          <Text>{texts.gapWords(panel.gap)}</Text>
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
    <Table bordered={false} flush={true} density="condensed">
      <TableHead>
        <TableRow>
          <TableHeader width="max">{texts.missed.title}</TableHeader>
          <TableHeader width="min">{texts.missed.sold}</TableHeader>
          <TableHeader width="min">{texts.missed.due}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {panel.missed.map(({ deal, soldAt, dueAt }, index) => (
          <TableRow key={`${soldAt} ${deal?.objectId ?? index}`}>
            <TableCell width="max">
              <ObjectLink to={deal} viewer={viewer} uiDomain={uiDomain}>
                {texts.openDeal(index + 1)}
              </ObjectLink>
            </TableCell>
            <TableCell width="min">
              <Text>{day(soldAt, viewer)}</Text>
            </TableCell>
            <TableCell width="min">
              <Text>{day(dueAt, viewer)}</Text>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
