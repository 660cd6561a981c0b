/** The ways to correct a card, each with its form in a panel beside the record. */
import { Dropdown, Panel, PanelBody, PanelSection } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { CorrectionForm } from './CorrectionForm.tsx';
import type { CorrectionKind } from './contract-corrections.ts';
import { textsFor } from './texts.ts';
import type { Corrections } from './use-corrections.ts';
import type { Viewer } from './viewer.ts';

/** What of HubSpot's actions a correction needs. */
export type CorrectionActions = {
  readonly addAlert: (alert: { type: 'success' | 'danger'; title?: string; message: string }) => void;
  readonly closeOverlay: (id: string) => void;
  readonly refreshObjectProperties: () => void;
};

type Props = {
  kinds: readonly CorrectionKind[];
  viewer: Viewer;
  corrections: Corrections;
  actions: CorrectionActions;
};

export function CorrectMenu({ kinds, viewer, corrections, actions }: Props) {
  const { corrections: texts } = textsFor(viewer.language);
  // A form that is done is used up: the next one starts empty, with an id of its own.
  const [used, setUsed] = useState(0);
  // A form is made when its panel is first opened, and stays while it is closed: nothing written is lost.
  const [opened, setOpened] = useState<readonly CorrectionKind[]>([]);
  const idOf = (kind: CorrectionKind) => `rapport-${kind}`;
  const open = (kind: CorrectionKind) => {
    setOpened((before) => [...before.filter((it) => it !== kind), kind]);
    // The kinds of relationship that can be chosen.
    corrections.load();
  };
  const done = (kind: CorrectionKind) => {
    setUsed((before) => before + 1);
    actions.closeOverlay(idOf(kind));
    actions.refreshObjectProperties();
    actions.addAlert({ type: 'success', message: texts.forms[kind].done });
  };
  return (
    <Dropdown buttonText={texts.menu} buttonSize="xs" variant="secondary">
      {kinds.map((kind) => (
        <Dropdown.ButtonItem
          key={kind}
          overlay={
            <Panel id={idOf(kind)} title={texts.forms[kind].title} width="sm" onOpen={() => open(kind)}>
              <PanelBody>
                <PanelSection>
                  {opened.includes(kind) && (
                    <CorrectionForm
                      key={used}
                      kind={kind}
                      viewer={viewer}
                      corrections={corrections}
                      done={() => done(kind)}
                      cancel={() => actions.closeOverlay(idOf(kind))}
                    />
                  )}
                </PanelSection>
              </PanelBody>
            </Panel>
          }
        >
          {texts.forms[kind].title}
        </Dropdown.ButtonItem>
      ))}
    </Dropdown>
  );
}
