/** The same answer at a glance, with the guardrail light per channel, for the sidebar of the contact record. */
import { hubspot, Text } from '@hubspot/ui-extensions';
import { Glance } from '@rapport/shared/Glance.tsx';
import type { PropertyReader } from '@rapport/shared/last-written.ts';
import { textsFor } from '@rapport/shared/texts.ts';
import { type RecordContext, viewerOf } from '@rapport/shared/viewer.ts';

hubspot.extend<'crm.record.sidebar'>(({ context, actions }) => (
  <SidebarCard context={context} actions={actions} />
));

export function SidebarCard({ context, actions }: { context: RecordContext; actions: PropertyReader }) {
  const viewer = viewerOf(context);
  return (
    <Glance viewer={viewer} actions={actions}>
      <Text variant="microcopy">{textsFor(viewer.language).detailsInTab}</Text>
    </Glance>
  );
}
