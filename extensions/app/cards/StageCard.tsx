/** The card on the contact record's tab: stage, why, how long it holds, what would move it, and the next step. */
import { hubspot } from '@hubspot/ui-extensions';
import { CardFrame } from '@rapport/shared/CardFrame.tsx';
import { EvidenceTable } from '@rapport/shared/EvidenceTable.tsx';
import { NextStep } from '@rapport/shared/NextStep.tsx';
import { Outlook } from '@rapport/shared/Outlook.tsx';
import { type RefreshActions, RefreshRow } from '@rapport/shared/RefreshRow.tsx';
import { StageHeading } from '@rapport/shared/StageHeading.tsx';
import { Staircase } from '@rapport/shared/Staircase.tsx';
import { useContactCard } from '@rapport/shared/use-contact-card.ts';
import { type RecordContext, viewerOf } from '@rapport/shared/viewer.ts';
import { WhatWouldMove } from '@rapport/shared/WhatWouldMove.tsx';

hubspot.extend<'crm.record.tab'>(({ context, actions }) => <StageCard context={context} actions={actions} />);

export function StageCard({ context, actions }: { context: RecordContext; actions: RefreshActions }) {
  const viewer = viewerOf(context);
  const view = useContactCard(viewer);
  return (
    <CardFrame
      state={view.state}
      viewer={viewer}
      retry={view.retry}
      footer={(assessedAt) => (
        <RefreshRow assessedAt={assessedAt} view={view} viewer={viewer} actions={actions} />
      )}
    >
      {(card) => (
        <>
          <StageHeading card={card} viewer={viewer} />
          <Staircase card={card} viewer={viewer} />
          <NextStep card={card} viewer={viewer} />
          <Outlook card={card} viewer={viewer} place="tab" />
          <EvidenceTable card={card} viewer={viewer} />
          <WhatWouldMove card={card} viewer={viewer} />
        </>
      )}
    </CardFrame>
  );
}
