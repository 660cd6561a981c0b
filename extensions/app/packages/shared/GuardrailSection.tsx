/** How close may we come? Ceiling, pressure, a verdict for every channel and purpose, and what may be said. */
import { AutoGrid, DescriptionList, DescriptionListItem, Flex, List, Text } from '@hubspot/ui-extensions';
import type { GuardrailPanel } from './contract.ts';
import { PressureMeter } from './PressureMeter.tsx';
import { sentenceAt } from './rulings.ts';
import { SectionTitle } from './SectionTitle.tsx';
import { textsFor } from './texts.ts';
import { VerdictTable } from './VerdictTable.tsx';
import { day, type Viewer } from './viewer.ts';

type Props = { panel: GuardrailPanel; viewer: Viewer };

const columnWidth = 230;

export function GuardrailSection({ panel, viewer }: Props) {
  const texts = textsFor(viewer.language).panels.guardrails;
  return (
    <Flex direction="column" gap="md">
      <VerdictTable panel={panel} viewer={viewer} />
      <AutoGrid columnWidth={columnWidth} flexible={true} gap="md">
        <PressureMeter meter={panel.pressure} viewer={viewer} />
        <Closeness panel={panel} viewer={viewer} />
      </AutoGrid>
      <AutoGrid columnWidth={columnWidth} flexible={true} gap="md">
        <Mentions title={texts.mayMention} items={panel.mayMention} nothing={texts.nothing} />
        <Mentions title={texts.mayNotMention} items={panel.mayNotMention} nothing={texts.nothing} />
      </AutoGrid>
    </Flex>
  );
}

function Closeness({ panel, viewer }: Props) {
  const texts = textsFor(viewer.language).panels.guardrails;
  const because = panel.ceilingBecause.map((place) => sentenceAt(panel, place)).filter((it) => it !== null);
  return (
    <Flex direction="column" gap="xs">
      <DescriptionList direction="column">
        <DescriptionListItem label={texts.ceiling}>
          <Text>{`${panel.ceilingText} (${texts.ceilingOf(panel.ceiling)})`}</Text>
          <Text variant="microcopy">{because.length === 0 ? texts.noLimit : because.join(' ')}</Text>
        </DescriptionListItem>
        <DescriptionListItem label={texts.next}>
          <Text>{next(panel, viewer)}</Text>
        </DescriptionListItem>
      </DescriptionList>
    </Flex>
  );
}

function next({ nextOutreach }: GuardrailPanel, viewer: Viewer): string {
  const texts = textsFor(viewer.language).panels.guardrails;
  if (nextOutreach.kind === 'now') return texts.nextNow;
  return nextOutreach.kind === 'at' ? texts.nextAt(day(nextOutreach.at, viewer)) : texts.nextBlocked;
}

function Mentions({ title, items, nothing }: { title: string; items: readonly string[]; nothing: string }) {
  return (
    <Flex direction="column" gap="xs">
      <SectionTitle>{title}</SectionTitle>
      {items.length === 0 ? (
        <Text>{nothing}</Text>
      ) : (
        <List variant="unordered-styled">
          {items.map((it) => (
            <Text key={it}>{it}</Text>
          ))}
        </List>
      )}
    </Flex>
  );
}
