import { Flex, Text } from '@hubspot/ui-extensions';
import { CrmPropertyList } from '@hubspot/ui-extensions/crm';
import { Center } from '@hubspot/ui-extensions/experimental';

/** Components that the host does not draw. */
export function Unknown({ portalId }: { portalId: number }) {
  return (
    <Flex direction="column" gap="md">
      <CrmPropertyList properties={['email']} />
      <Center>
        <Text>Inside an unknown component of portal {portalId}</Text>
      </Center>
    </Flex>
  );
}
