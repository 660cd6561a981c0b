/** The same answer at a glance, for the sidebar of the contact record. */
import { hubspot, Text } from '@hubspot/ui-extensions';
import { CardFrame } from '@rapport/shared/CardFrame.tsx';
import { NextStep } from '@rapport/shared/NextStep.tsx';
import { Outlook } from '@rapport/shared/Outlook.tsx';
import { StageHeading } from '@rapport/shared/StageHeading.tsx';
import { textsFor } from '@rapport/shared/texts.ts';
import { useContactCard } from '@rapport/shared/use-contact-card.ts';
import { type RecordContext, viewerOf } from '@rapport/shared/viewer.ts';

hubspot.extend<'crm.record.sidebar'>(({ context }) => <SidebarCard context={context} />);

export function SidebarCard({ context }: { context: RecordContext }) {
  const viewer = viewerOf(context);
  const view = useContactCard(viewer);
  return (
    <CardFrame state={view.state} viewer={viewer} retry={view.retry}>
      {(card) => (
        <>
          <StageHeading card={card} viewer={viewer} />
          <NextStep card={card} viewer={viewer} />
          <Outlook card={card} viewer={viewer} place="sidebar" />
          <Text variant="microcopy">{textsFor(viewer.language).detailsInTab}</Text>
        </>
      )}
    </CardFrame>
  );
}
