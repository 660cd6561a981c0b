/** The card on the contact record's tab: the answer at a glance, and every model behind it. */
import { Flex, hubspot } from '@hubspot/ui-extensions';
import { Banners } from '@rapport/shared/Banners.tsx';
import { CardFrame } from '@rapport/shared/CardFrame.tsx';
import { CorrectionLog } from '@rapport/shared/CorrectionLog.tsx';
import { type CorrectionActions, CorrectMenu } from '@rapport/shared/CorrectMenu.tsx';
import type { ReadyCard } from '@rapport/shared/contract.ts';
import type { CorrectionKind } from '@rapport/shared/contract-corrections.ts';
import { DetailTabs } from '@rapport/shared/DetailTabs.tsx';
import type { PropertyReader } from '@rapport/shared/last-written.ts';
import { NextStep } from '@rapport/shared/NextStep.tsx';
import { Outlook } from '@rapport/shared/Outlook.tsx';
import { type RefreshActions, RefreshRow } from '@rapport/shared/RefreshRow.tsx';
import { StageHeading } from '@rapport/shared/StageHeading.tsx';
import { Staircase, StaircasePicture } from '@rapport/shared/Staircase.tsx';
import { textsFor } from '@rapport/shared/texts.ts';
import { inWordsOf, useContactCard } from '@rapport/shared/use-contact-card.ts';
import { useCorrections } from '@rapport/shared/use-corrections.ts';
import { type RecordContext, type Viewer, viewerOf } from '@rapport/shared/viewer.ts';
import { Why } from '@rapport/shared/Why.tsx';

hubspot.extend<'crm.record.tab'>(({ context, actions }) => <StageCard context={context} actions={actions} />);

type Actions = RefreshActions & CorrectionActions & PropertyReader;

export function StageCard({ context, actions }: { context: RecordContext; actions: Actions }) {
  const asked = viewerOf(context);
  const view = useContactCard(asked, actions);
  const viewer = inWordsOf(view.state, asked);
  const corrections = useCorrections(viewer, view.show);
  const texts = textsFor(viewer.language);
  const undo = async (id: string) => {
    const sent = await corrections.undo(id);
    if (sent.kind === 'done') {
      actions.refreshObjectProperties();
      actions.addAlert({ type: 'success', message: texts.corrections.undoneNow });
      return;
    }
    const why =
      sent.kind === 'invalid'
        ? sent.problems.map((it) => it.sentence).join(' ')
        : texts.failures[sent.failure];
    actions.addAlert({ type: 'danger', message: why });
  };
  const log = <CorrectionLog corrections={corrections} viewer={viewer} undo={(id) => void undo(id)} />;
  const details = { viewer, corrections: log, openHistory: corrections.load };
  return (
    <CardFrame
      state={view.state}
      viewer={viewer}
      retry={view.retry}
      footer={(assessedAt) => (
        <RefreshRow assessedAt={assessedAt} view={view} viewer={viewer} actions={actions}>
          <CorrectMenu
            kinds={kindsFor(view.state)}
            viewer={viewer}
            corrections={corrections}
            actions={actions}
          />
        </RefreshRow>
      )}
      without={({ panels = {}, uiDomain }) => (
        <DetailTabs panels={panels} uiDomain={uiDomain} why={null} {...details} />
      )}
    >
      {(card) => (
        <>
          <Banners card={card} viewer={viewer} undo={(id) => void undo(id)} />
          <Glance card={card} viewer={viewer} />
          <DetailTabs
            panels={card.panels ?? {}}
            uiDomain={card.uiDomain}
            why={<Why card={card} viewer={viewer} />}
            {...details}
          />
        </>
      )}
    </CardFrame>
  );
}

function Glance({ card, viewer }: { card: ReadyCard; viewer: Viewer }) {
  return (
    <>
      <Flex direction="row" justify="between" align="start" gap="md" wrap={true}>
        <StageHeading card={card} viewer={viewer} />
        <StaircasePicture card={card} viewer={viewer} />
      </Flex>
      <Staircase card={card} viewer={viewer} />
      <NextStep card={card} viewer={viewer} />
      <Outlook card={card} viewer={viewer} place="tab" />
    </>
  );
}

/** An alert can be put aside where there is one: while the relationship comes apart. */
function kindsFor(state: { readonly kind: string }): readonly CorrectionKind[] {
  const isApart = 'flight' in state && state.flight === 'coming_apart';
  return isApart ? ['override', 'feedback', 'desired', 'snooze'] : ['override', 'feedback', 'desired'];
}
