/** Where the contact stands in the relationship matrix: both tests in a sentence that names the failing one, and what the sector asks for. */
import {
  Accordion,
  DescriptionList,
  DescriptionListItem,
  Flex,
  Inline,
  List,
  Tag,
  Text,
} from '@hubspot/ui-extensions';
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
      {sector !== null && (
        <DescriptionList direction="column">
          <DescriptionListItem label={texts.model}>
            <Text>{sector.model}</Text>
          </DescriptionListItem>
          <DescriptionListItem label={texts.recommend}>
            <Text>{sector.recommend}</Text>
          </DescriptionListItem>
        </DescriptionList>
      )}
      {sector !== null && sector.disruption.length > 0 && (
        <Accordion title={texts.disruption} size="sm">
          <List variant="unordered-styled">
            {sector.disruption.map((step) => (
              <Text key={step}>{step}</Text>
            ))}
          </List>
        </Accordion>
      )}
    </Flex>
  );
}
