/** Why this stage: the few activities it rests on, each linked to the very activity, and what all the rest adds. */
import { Flex, Icon, Link, Text } from '@hubspot/ui-extensions';
import type { EvidenceItem, ReadyCard } from './contract.ts';
import { PlainTable } from './PlainTable.tsx';
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
        <PlainTable
          columns={[
            { title: texts.evidence.what, width: 'max' },
            { title: texts.evidence.when, width: 'min' },
            { title: texts.evidence.effect, width: 'min' },
          ]}
          rows={card.evidence.slice(0, atMost).map((item) => ({
            key: `${item.activity?.objectId ?? ''} ${item.sentence}`,
            cells: [
              <What key="what" item={item} viewer={viewer} uiDomain={card.uiDomain} texts={texts} />,
              item.at === null ? texts.ongoing : day(item.at, viewer),
              <Effect key="effect" item={item} texts={texts} />,
            ],
          }))}
        />
      )}
      {card.everythingElse !== null && (
        <Text variant="microcopy">{`${texts.everythingElse}: ${card.everythingElse}`}</Text>
      )}
    </Flex>
  );
}

function Effect({ item, texts }: Pick<WhatProps, 'item' | 'texts'>) {
  return (
    <Flex direction="row" gap="xs" align="center" wrap="nowrap">
      <Icon name={effectIcons[item.effect]} size="sm" />
      <Text>{texts.effects[item.effect]}</Text>
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
