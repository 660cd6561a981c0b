/** The title of a part of a card: below the stage in weight, above the text. */
import { Text } from '@hubspot/ui-extensions';

export function SectionTitle({ children }: { children: string }) {
  return <Text format={{ fontWeight: 'demibold' }}>{children}</Text>;
}
