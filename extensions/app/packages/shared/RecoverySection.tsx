/** What became of the latest fight: its clock, what made up for it, the sign of recovery, and what to ask before closing. */
import {
  DescriptionList,
  DescriptionListItem,
  Flex,
  Inline,
  List,
  StatusTag,
  Text,
  Tile,
} from '@hubspot/ui-extensions';
import { clockWords } from './clock-words.ts';
import type { RecoveryPanel } from './contract.ts';
import { ObjectLink } from './ObjectLink.tsx';
import { SectionTitle } from './SectionTitle.tsx';
import { textsFor } from './texts.ts';
import { day, minute, type Viewer } from './viewer.ts';

type Props = { panel: RecoveryPanel; viewer: Viewer; uiDomain: string | undefined };

const variants = { open: 'warning', repeat: 'danger', unrecovered: 'danger', recovered: 'success' } as const;

export function RecoverySection({ panel, viewer, uiDomain }: Props) {
  const texts = textsFor(viewer.language).panels.recovery;
  return (
    <Tile compact={true}>
      <Flex direction="column" gap="sm">
        <Inline gap="sm" align="center">
          <SectionTitle>{texts.title[panel.kind]}</SectionTitle>
          <StatusTag variant={variants[panel.outcome]}>{texts.outcomes[panel.outcome]}</StatusTag>
          {panel.severity !== null && (
            <Text variant="microcopy">{`${texts.severity}: ${texts.severities[panel.severity]}`}</Text>
          )}
          {panel.count > 1 && <Text variant="microcopy">{texts.count(panel.count)}</Text>}
        </Inline>
        <Facts panel={panel} viewer={viewer} uiDomain={uiDomain} />
        {panel.pausesAutomation && <Text>{texts.pauses}</Text>}
        {panel.outcome !== 'recovered' && (
          <Flex direction="column" gap="xs">
            <SectionTitle>{texts.check}</SectionTitle>
            <List variant="unordered-styled">
              {panel.check.map((question) => (
                <Text key={question}>{question}</Text>
              ))}
            </List>
          </Flex>
        )}
      </Flex>
    </Tile>
  );
}

function Facts({ panel, viewer, uiDomain }: Props) {
  const texts = textsFor(viewer.language).panels.recovery;
  return (
    <DescriptionList direction="row">
      <DescriptionListItem label={texts.opened}>
        <ObjectLink to={panel.activity} viewer={viewer} uiDomain={uiDomain}>
          {minute(panel.openedAt, viewer)}
        </ObjectLink>
      </DescriptionListItem>
      <DescriptionListItem label={texts.answer}>
        <Text>{clockWords(panel.acknowledgement, viewer)}</Text>
      </DescriptionListItem>
      <DescriptionListItem label={texts.settled}>
        <Text>{panel.closedAt === null ? texts.notSettled : day(panel.closedAt, viewer)}</Text>
      </DescriptionListItem>
      {panel.remedy !== null && (
        <DescriptionListItem label={texts.remedy}>
          <Text>{texts.remedies[panel.remedy]}</Text>
        </DescriptionListItem>
      )}
      <DescriptionListItem label={texts.sign}>
        <Sign panel={panel} viewer={viewer} uiDomain={uiDomain} />
      </DescriptionListItem>
    </DescriptionList>
  );
}

function Sign({ panel: { sign, provenUntil }, viewer, uiDomain }: Props) {
  const texts = textsFor(viewer.language).panels.recovery;
  if (sign === null)
    return <Text>{texts.noSign(provenUntil === null ? null : day(provenUntil, viewer))}</Text>;
  return (
    <ObjectLink to={sign.activity} viewer={viewer} uiDomain={uiDomain}>
      {`${texts.signs[sign.by]}, ${day(sign.at, viewer)}`}
    </ObjectLink>
  );
}
