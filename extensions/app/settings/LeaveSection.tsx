/** Leaving, with the choice that HubSpot's own uninstall does not offer: to keep the properties or to remove them. */
import { Alert, Button, Flex, hubspot, LoadingButton, Text, ToggleGroup } from '@hubspot/ui-extensions';
import { ask } from '@rapport/shared/ask.ts';
import {
  isLeftView,
  isNotAdminView,
  type LeftView,
  type NotAdminView,
} from '@rapport/shared/contract-privacy.ts';
import { counted } from '@rapport/shared/page-viewer.ts';
import { privacyTexts } from '@rapport/shared/privacy-texts.ts';
import { SectionTitle } from '@rapport/shared/SectionTitle.tsx';
import { textsFor } from '@rapport/shared/texts.ts';
import type { Viewer } from '@rapport/shared/viewer.ts';
import { useState } from 'react';

type State =
  | { readonly kind: 'choosing' | 'confirming' | 'leaving' }
  | { readonly kind: 'failed'; readonly text: string }
  | { readonly kind: 'left'; readonly left: LeftView };

export function LeaveSection({ viewer }: { viewer: Viewer }) {
  const { leave: texts, notAdmin } = privacyTexts(viewer.language);
  const [properties, setProperties] = useState<'keep' | 'remove'>('keep');
  const [state, setState] = useState<State>({ kind: 'choosing' });
  const go = async () => {
    setState({ kind: 'leaving' });
    const answer = await ask<LeftView | NotAdminView>({
      send: () =>
        hubspot.fetch(`${viewer.backend}/privacy/leave`, {
          method: 'POST',
          body: { properties },
          timeout: longestLeaveMs,
        }),
      reads: (it): it is LeftView | NotAdminView => isLeftView(it) || isNotAdminView(it),
      alsoReads: [403],
    });
    if ('failure' in answer)
      setState({ kind: 'failed', text: textsFor(viewer.language).failures[answer.failure] });
    else if (answer.value.kind === 'left') setState({ kind: 'left', left: answer.value });
    else setState({ kind: 'failed', text: notAdmin });
  };
  if (state.kind === 'left') return <Left left={state.left} viewer={viewer} />;
  const isLeaving = state.kind === 'leaving';
  return (
    <Flex direction="column" gap="sm">
      <SectionTitle>{texts.title}</SectionTitle>
      <Text>{texts.intro}</Text>
      <ToggleGroup
        name="properties"
        label={texts.choose}
        toggleType="radioButtonList"
        value={properties}
        onChange={(value) => setProperties(value === 'remove' ? 'remove' : 'keep')}
        options={[
          { value: 'keep', label: texts.keep, initialIsChecked: true, description: texts.keepHelp },
          { value: 'remove', label: texts.remove, initialIsChecked: false, description: texts.removeHelp },
        ]}
      />
      <Text variant="microcopy">{texts.elsewhere}</Text>
      {state.kind === 'failed' && <Alert title={state.text} variant="error" />}
      {state.kind === 'confirming' || isLeaving ? (
        <Alert title={properties === 'keep' ? texts.keep : texts.remove} variant="warning">
          <Flex direction="column" gap="sm">
            <Text>{texts.sure}</Text>
            <Flex direction="row" gap="sm">
              <LoadingButton variant="destructive" loading={isLeaving} onClick={() => void go()}>
                {isLeaving ? texts.going : texts.confirm}
              </LoadingButton>
              <Button disabled={isLeaving} onClick={() => setState({ kind: 'choosing' })}>
                {texts.cancel}
              </Button>
            </Flex>
          </Flex>
        </Alert>
      ) : (
        <Flex direction="row">
          <Button variant="destructive" onClick={() => setState({ kind: 'confirming' })}>
            {texts.go}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}

/** One call per property, ten a second: some seconds, and more when HubSpot is slow. */
const longestLeaveMs = 60_000;

function Left({ left, viewer }: { left: LeftView; viewer: Viewer }) {
  const { leave: texts } = privacyTexts(viewer.language);
  return (
    <Alert title={texts.gone} variant="success">
      <Flex direction="column" gap="xs">
        <Text>{texts.goneText(counted(left.removed, '', viewer))}</Text>
        {left.kept.length > 0 && <Text>{texts.kept(left.kept.join(', '))}</Text>}
      </Flex>
    </Alert>
  );
}
