/** When it was assessed, and a button to have it assessed now. */
import { Flex, LoadingButton, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { textsFor } from './texts.ts';
import type { ContactCardView } from './use-contact-card.ts';
import { minute, type Viewer } from './viewer.ts';

/** What of HubSpot's record actions a refresh needs. */
export type RefreshActions = {
  readonly addAlert: (alert: { type: 'success' | 'danger'; title?: string; message: string }) => void;
  /** Makes the record show the property values we have just written. */
  readonly refreshObjectProperties: () => void;
};

type RefreshRowProps = {
  assessedAt: string;
  view: Pick<ContactCardView, 'refresh' | 'refreshing'>;
  viewer: Viewer;
  actions: RefreshActions;
  /** Beside the button. */
  children?: ReactNode;
};

export function RefreshRow({ assessedAt, view, viewer, actions, children }: RefreshRowProps) {
  const texts = textsFor(viewer.language);
  const refresh = async () => {
    const outcome = await view.refresh();
    if (outcome === 'outdated') return;
    if (outcome === 'refreshed') {
      actions.refreshObjectProperties();
      actions.addAlert({ type: 'success', message: texts.refreshed });
    } else {
      actions.addAlert({ type: 'danger', title: texts.notRefreshed, message: texts.failures[outcome] });
    }
  };
  return (
    <Flex direction="row" justify="between" align="center" gap="sm" wrap={true}>
      <Text variant="microcopy">{texts.assessedAt(minute(assessedAt, viewer))}</Text>
      <Flex direction="row" gap="sm" align="center">
        {children}
        <LoadingButton size="xs" variant="secondary" loading={view.refreshing} onClick={() => void refresh()}>
          {view.refreshing ? texts.refreshing : texts.refresh}
        </LoadingButton>
      </Flex>
    </Flex>
  );
}
