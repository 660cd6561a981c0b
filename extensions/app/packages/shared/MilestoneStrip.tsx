/** The four milestones side by side: when each was reached and how, or that it was not yet. */
import { AutoGrid, Flex, Icon, Inline, Link, Text, Tile } from '@hubspot/ui-extensions';
import { clockWords, isLate } from './clock-words.ts';
import type { MilestonePanel, ReachedMilestone } from './contract.ts';
import { ObjectLink } from './ObjectLink.tsx';
import { SectionTitle } from './SectionTitle.tsx';
import { textsFor } from './texts.ts';
import { contactUrl, day, type Viewer } from './viewer.ts';

type Props = { panel: MilestonePanel; viewer: Viewer; uiDomain: string | undefined };

/** Two and two: four beside each other leave no room for their sentences. */
const rows = [
  ['firstEncounter', 'firstDate'],
  ['firstFight', 'metFriends'],
] as const;
const columnWidth = 200;

export function MilestoneStrip({ panel, viewer, uiDomain }: Props) {
  return (
    <Flex direction="column" gap="sm">
      {rows.map((names) => (
        <AutoGrid key={names[0]} columnWidth={columnWidth} flexible={true} gap="sm">
          {names.map((name) => (
            <Milestone key={name} name={name} panel={panel} viewer={viewer} uiDomain={uiDomain} />
          ))}
        </AutoGrid>
      ))}
    </Flex>
  );
}

function Milestone({ name, panel, viewer, uiDomain }: Props & { name: (typeof rows)[number][number] }) {
  const { milestones } = textsFor(viewer.language).panels;
  const milestone = panel[name];
  return (
    <Tile compact={true}>
      <Flex direction="column" gap="xs">
        <Inline gap="xs" align="center">
          <Icon
            name={milestone === null ? 'circleHollow' : 'checkCircle'}
            color={milestone === null ? 'inherit' : 'success'}
          />
          <SectionTitle>{milestones.names[name]}</SectionTitle>
        </Inline>
        {milestone === null ? (
          <Text variant="microcopy">{milestones.notYet[name]}</Text>
        ) : (
          <Reached milestone={milestone} viewer={viewer} uiDomain={uiDomain} />
        )}
        {name === 'firstEncounter' && panel.referrer !== null && (
          <Link href={{ url: contactUrl(panel.referrer, viewer, uiDomain), external: false }}>
            {milestones.broughtBy}
          </Link>
        )}
        {name === 'metFriends' && panel.advocacy !== null && (
          <Text variant="microcopy">{milestones.brought(panel.advocacy.brought, panel.advocacy.value)}</Text>
        )}
      </Flex>
    </Tile>
  );
}

type ReachedProps = { milestone: ReachedMilestone; viewer: Viewer; uiDomain: string | undefined };

function Reached({ milestone: { at, sentence, activity, reply }, viewer, uiDomain }: ReachedProps) {
  return (
    <Flex direction="column" gap="xs">
      <ObjectLink to={activity} viewer={viewer} uiDomain={uiDomain}>
        {day(at, viewer)}
      </ObjectLink>
      <Text variant="microcopy">{sentence}</Text>
      {reply !== null && (
        <Inline gap="xs" align="start">
          <Icon name="clock" size="sm" color={isLate(reply) ? 'warning' : 'inherit'} />
          <Text variant="microcopy">{clockWords(reply, viewer)}</Text>
        </Inline>
      )}
    </Flex>
  );
}
