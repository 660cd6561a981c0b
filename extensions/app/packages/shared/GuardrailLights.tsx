/** May I get in touch, and on which channel? One line for each answer, with the strongest reason against it. */
import { Flex, Text } from '@hubspot/ui-extensions';
import type { GuardrailPanel } from './contract.ts';
import { lightsOf } from './rulings.ts';
import { SectionTitle } from './SectionTitle.tsx';
import { textsFor } from './texts.ts';
import { VerdictTag } from './VerdictTag.tsx';
import type { Viewer } from './viewer.ts';

export function GuardrailLights({ panel, viewer }: { panel: GuardrailPanel; viewer: Viewer }) {
  const texts = textsFor(viewer.language).panels.guardrails;
  return (
    <Flex direction="column" gap="sm">
      <SectionTitle>{texts.lights}</SectionTitle>
      {lightsOf(panel).map(({ answer, channels, because }) => (
        <Flex key={`${answer} ${because}`} direction="column" gap="flush" align="start">
          <VerdictTag answer={answer} viewer={viewer} />
          <Text>{channels.map((channel) => texts.channels[channel]).join(', ')}</Text>
          {because !== null && <Text variant="microcopy">{because}</Text>}
        </Flex>
      ))}
    </Flex>
  );
}
