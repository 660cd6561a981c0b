/** Which ways of adding value suit now, the first choice first, and what stands in the way of each other one. */
import { Accordion, Flex, Inline, Tag, Text } from '@hubspot/ui-extensions';
import type { ApproachPanel } from './contract.ts';
import { PlainTable } from './PlainTable.tsx';
import { SectionTitle } from './SectionTitle.tsx';
import { textsFor } from './texts.ts';
import type { Viewer } from './viewer.ts';

export function ApproachSection({ panel, viewer }: { panel: ApproachPanel; viewer: Viewer }) {
  const texts = textsFor(viewer.language).panels.approaches;
  return (
    <Flex direction="column" gap="xs">
      <SectionTitle>{texts.title}</SectionTitle>
      {panel.eligible.length === 0 && <Text>{texts.none}</Text>}
      {panel.eligible.map(({ name, cost, first }) => (
        <Flex key={name} direction="column" gap="flush">
          <Inline gap="sm" align="center">
            <Text format={{ fontWeight: 'demibold' }} inline={true}>
              {name}
            </Text>
            <Tag variant={first ? 'success' : 'default'} inline={true}>
              {first ? texts.first : texts.suits}
            </Tag>
          </Inline>
          <Text variant="microcopy">{cost}</Text>
        </Flex>
      ))}
      {panel.refused.length > 0 && (
        <Accordion title={texts.refused(panel.refused.length)} size="sm">
          <PlainTable
            columns={[
              { title: texts.way, width: 'min' },
              { title: texts.missing, width: 'max' },
            ]}
            rows={panel.refused.map(({ name, sentence }) => ({ key: name, cells: [name, sentence] }))}
          />
        </Accordion>
      )}
    </Flex>
  );
}
