/** Why this stage: the few activities it rests on, each linked to the very activity, and what all the rest adds. */
import {
  Flex,
  Icon,
  Link,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { EvidenceItem, ReadyCard } from './contract.ts';
import { SectionTitle } from './SectionTitle.tsx';
import { type Texts, textsFor } from './texts.ts';
import { activityUrl, day, type Viewer } from './viewer.ts';

/** The engine sends no more; a longer list would not be read. */
const atMost = 5;

const effectIcons = { decides: 'pin', lifts: 'upCarat', lowers: 'downCarat', neutral: 'lessCircle' } as const;

export function EvidenceTable({ card, viewer }: { card: ReadyCard; viewer: Viewer }) {
  const texts = textsFor(viewer.language);
  return (
    <Flex direction="column" gap="xs">
      <SectionTitle>{texts.why}</SectionTitle>
      {card.evidence.length === 0 ? (
        <Text>{texts.noEvidence}</Text>
      ) : (
        <Table bordered={false} flush={true} density="condensed">
          <TableHead>
            <TableRow>
              <TableHeader width="max">{texts.evidence.what}</TableHeader>
              <TableHeader width="min">{texts.evidence.when}</TableHeader>
              <TableHeader width="min">{texts.evidence.effect}</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {card.evidence.slice(0, atMost).map((item) => (
              <TableRow key={`${item.activity?.objectId ?? ''} ${item.sentence}`}>
                <TableCell width="max">
                  <What item={item} viewer={viewer} uiDomain={card.uiDomain} texts={texts} />
                </TableCell>
                <TableCell width="min">
                  <Text>{item.at === null ? texts.ongoing : day(item.at, viewer)}</Text>
                </TableCell>
                <TableCell width="min">
                  <Flex direction="row" gap="xs" align="center" wrap="nowrap">
                    <Icon name={effectIcons[item.effect]} size="sm" />
                    <Text>{texts.effects[item.effect]}</Text>
                  </Flex>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      {card.everythingElse !== null && (
        <Text variant="microcopy">{`${texts.everythingElse}: ${card.everythingElse}`}</Text>
      )}
    </Flex>
  );
}

type WhatProps = { item: EvidenceItem; viewer: Viewer; uiDomain: string | undefined; texts: Texts };

function What({ item, viewer, uiDomain, texts }: WhatProps) {
  const url = item.activity === null ? null : activityUrl(item.activity, viewer, uiDomain);
  const channel = item.channel === null ? undefined : texts.channels[item.channel];
  return (
    <Flex direction="column" gap="flush">
      {url === null ? (
        <Text>{item.sentence}</Text>
      ) : (
        <Link href={{ url, external: false }}>{item.sentence}</Link>
      )}
      {channel !== undefined && <Text variant="microcopy">{channel}</Text>}
    </Flex>
  );
}
