/** What the contact said they want, how that fits what we do, and what the CRM shows beside it, which is no wish. */
import { Accordion, Flex, Inline, List, StatusTag, Text } from '@hubspot/ui-extensions';
import type { DesiredPanel } from './contract.ts';
import { PlainTable } from './PlainTable.tsx';
import { SectionTitle } from './SectionTitle.tsx';
import { textsFor } from './texts.ts';
import { day, type Viewer } from './viewer.ts';

type Props = { panel: DesiredPanel; viewer: Viewer };

const variants = {
  too_close: 'warning',
  too_distant: 'warning',
  fits: 'success',
  not_asked: 'default',
  unknown: 'default',
} as const;

export function DesiredSection({ panel, viewer }: Props) {
  const texts = textsFor(viewer.language).panels.desired;
  const mismatch = panel.mismatch ?? 'unknown';
  return (
    <Flex direction="column" gap="xs">
      <Inline gap="sm" align="center">
        <SectionTitle>{texts.title}</SectionTitle>
        <StatusTag variant={variants[mismatch]}>{texts.mismatch[mismatch]}</StatusTag>
      </Inline>
      {panel.asked === null ? <Text>{texts.notAsked}</Text> : <Asked asked={panel.asked} viewer={viewer} />}
      {panel.depth === 'collective' && <Text variant="microcopy">{texts.depth.collective}</Text>}
      {panel.observed.length > 0 && (
        <Accordion title={texts.observed} size="sm">
          <Observed panel={panel} viewer={viewer} />
        </Accordion>
      )}
    </Flex>
  );
}

function Asked({ asked, viewer }: { asked: NonNullable<DesiredPanel['asked']>; viewer: Viewer }) {
  const texts = textsFor(viewer.language).panels.desired;
  const wants = asked.wants === null ? asked.label : `${asked.label}: ${asked.wants}`;
  return (
    <Flex direction="column" gap="xs">
      <Text>{wants}</Text>
      <Text variant="microcopy">{texts.said(asked.source, day(asked.at, viewer))}</Text>
      {asked.captivity && <Text format={{ fontWeight: 'demibold' }}>{texts.captivity}</Text>}
      {asked.rules.length > 0 && (
        <List variant="unordered-styled">
          {asked.rules.map((rule) => (
            <Text key={rule}>{rule}</Text>
          ))}
        </List>
      )}
    </Flex>
  );
}

function Observed({ panel, viewer }: Props) {
  const texts = textsFor(viewer.language).panels.desired;
  return (
    <PlainTable
      columns={[
        { title: texts.axis, width: 'min' },
        { title: texts.shows, width: 'max' },
        { title: texts.restsOn, width: 'min' },
      ]}
      rows={panel.observed.map(({ axis, value, evidence }) => ({
        key: axis,
        cells: [
          texts.axes[axis],
          value === null ? texts.noEvidence : texts.poles[axis][third(value)],
          value === null ? null : texts.evidence(evidence),
        ],
      }))}
    />
  );
}

/** Words for thirds: a figure for each axis would claim an exactness that a few signals do not have. */
function third(value: number): 0 | 1 | 2 {
  if (value < 1 / 3) return 0;
  return value <= 2 / 3 ? 1 : 2;
}
