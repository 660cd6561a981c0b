/** The answer at a glance in HubSpot's preview panel, where a rep looks at a contact without leaving a list. */
import { hubspot, Link } from '@hubspot/ui-extensions';
import { Glance } from '@rapport/shared/Glance.tsx';
import type { PropertyReader } from '@rapport/shared/last-written.ts';
import { textsFor } from '@rapport/shared/texts.ts';
import { contactUrl, type RecordContext, viewerOf } from '@rapport/shared/viewer.ts';

hubspot.extend<'crm.preview'>(({ context, actions }) => <PreviewCard context={context} actions={actions} />);

export function PreviewCard({ context, actions }: { context: RecordContext; actions: PropertyReader }) {
  const viewer = viewerOf(context);
  return (
    <Glance viewer={viewer} actions={actions}>
      <Link href={{ url: contactUrl(viewer.contactId, viewer), external: false }}>
        {textsFor(viewer.language).openRecord}
      </Link>
    </Glance>
  );
}
