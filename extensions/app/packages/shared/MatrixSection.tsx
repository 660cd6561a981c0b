/** Where the contact stands in the relationship matrix: both tests with the failing one named, and what the sector asks for. */
import { DescriptionList, DescriptionListItem, Flex, Inline, List, Tag, Text } from '@hubspot/ui-extensions';
import type { MatrixPanel } from './contract.ts';
import { SectionTitle } from './SectionTitle.tsx';
import { textsFor } from './texts.ts';
import type { Viewer } from './viewer.ts';

type Props = { panel: MatrixPanel; viewer: Viewer };

export function MatrixSection({ panel, viewer }: Props) {
  const texts = textsFor(viewer.language).panels.matrix;
  const { sector } = panel;
  return (
    <Flex direction="column" gap="xs">
      <Inline gap="sm" align="center">
        <SectionTitle>{texts.title}</SectionTitle>
        <Tag inline={true}>{texts.quadrants[panel.quadrant]}</Tag>
      </Inline>
      <Text>{panel.sentence}</Text>
      <DescriptionList direction="row">
        <DescriptionListItem label={texts.payment}>
          <Text>{texts.payments[panel.payment]}</Text>
        </DescriptionListItem>
        <DescriptionListItem label={texts.identified}>
          <Text>{identified(panel, viewer)}</Text>
        </DescriptionListItem>
        {sector !== null && (
          <DescriptionListItem label={texts.model}>
            <Text>{sector.model}</Text>
          </DescriptionListItem>
        )}
        {sector !== null && (
          <DescriptionListItem label={texts.recommend}>
            <Text>{sector.recommend}</Text>
          </DescriptionListItem>
        )}
      </DescriptionList>
      {sector !== null && sector.disruption.length > 0 && (
        <Flex direction="column" gap="xs">
          <Text variant="microcopy">{texts.disruption}</Text>
          <List variant="unordered-styled">
            {sector.disruption.map((step) => (
              <Text key={step}>{step}</Text>
            ))}
          </List>
        </Flex>
      )}
    </Flex>
  );
}

/** An open question is no answer: neither known nor unknown. */
function identified({ failed }: MatrixPanel, viewer: Viewer): string {
  const texts = textsFor(viewer.language).panels.matrix;
  if (failed === null) return texts.identifiedYes;
  return failed === 'anonymity_unanswered' ? texts.identifiedOpen : texts.identifiedNo;
}
