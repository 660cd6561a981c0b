/** The answer itself, readable in one look: stage, direction in words and icon, since when, and why. */
import { Flex, Heading, Icon, Inline, StatusTag, Tag, Text } from '@hubspot/ui-extensions';
import type { ReadyCard } from './contract.ts';
import { stagesFor, type Texts, textsFor } from './texts.ts';
import { day, type Viewer } from './viewer.ts';

export function StageHeading({ card, viewer }: { card: ReadyCard; viewer: Viewer }) {
  const texts = textsFor(viewer.language);
  return (
    <Flex direction="column" gap="xs">
      <Inline gap="sm" align="center">
        <Heading inline={true}>{stagesFor(viewer)[card.stage]}</Heading>
        <Direction card={card} texts={texts} />
        {card.awaiting === 'us' && (
          <Tag variant="warning" inline={true}>
            {texts.weOwe}
          </Tag>
        )}
      </Inline>
      <Text variant="microcopy">{story(card, viewer, texts)}</Text>
      <Text>{card.reason}</Text>
      {card.runnerUp !== null && (
        <Text variant="microcopy">{texts.closeSecond(stagesFor(viewer)[card.runnerUp])}</Text>
      )}
    </Flex>
  );
}

/** Coming apart is news, not a fault, so it is no red; word and icon say it without any colour. */
function Direction({ card, texts }: { card: ReadyCard; texts: Texts }) {
  if (card.ending !== 'none') {
    return (
      <StatusTag variant="default" hollow={true}>
        {texts.endings[card.ending]}
      </StatusTag>
    );
  }
  if (card.flight === 'none') return null;
  const apart = card.flight === 'coming_apart';
  return (
    <Inline gap="xs" align="center">
      <Icon name={apart ? 'downCarat' : 'upCarat'} color={apart ? 'warning' : 'success'} />
      <StatusTag variant={apart ? 'warning' : 'success'}>{texts.flights[card.flight]}</StatusTag>
    </Inline>
  );
}

/** For example: since 3 Aug 2026 · before: Integrating · waiting for their answer. */
function story(card: ReadyCard, viewer: Viewer, texts: Texts): string {
  const parts = [
    texts.since(day(card.since, viewer)),
    card.previous === null ? null : texts.before(stagesFor(viewer)[card.previous]),
    card.epoch > 1 ? texts.again : null,
    card.awaiting === 'customer' ? texts.theyOwe : null,
  ];
  return parts.filter((it) => it !== null).join(' · ');
}
