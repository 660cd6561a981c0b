/** What a narrow card shows: the stage and why, the next step, whether to get in touch, and how long it holds. */
import type { ReactNode } from 'react';
import { Banners } from './Banners.tsx';
import { CardFrame } from './CardFrame.tsx';
import type { CardPanels } from './contract.ts';
import { GuardrailLights } from './GuardrailLights.tsx';
import type { PropertyReader } from './last-written.ts';
import { NextStep } from './NextStep.tsx';
import { Outlook } from './Outlook.tsx';
import { StageHeading } from './StageHeading.tsx';
import { inWordsOf, useContactCard } from './use-contact-card.ts';
import type { Viewer } from './viewer.ts';

type Props = {
  viewer: Viewer;
  actions: PropertyReader;
  /** The way to everything else. */
  children: ReactNode;
};

export function Glance({ viewer: asked, actions, children }: Props) {
  const view = useContactCard(asked, actions);
  const viewer = inWordsOf(view.state, asked);
  return (
    <CardFrame
      state={view.state}
      viewer={viewer}
      retry={view.retry}
      without={({ panels }) => <Lights panels={panels} viewer={viewer} />}
    >
      {(card) => (
        <>
          <Banners card={card} viewer={viewer} />
          <StageHeading card={card} viewer={viewer} />
          <NextStep card={card} viewer={viewer} />
          <Lights panels={card.panels} viewer={viewer} />
          <Outlook card={card} viewer={viewer} place="sidebar" />
          {children}
        </>
      )}
    </CardFrame>
  );
}

function Lights({ panels, viewer }: { panels: CardPanels | undefined; viewer: Viewer }) {
  const guardrails = panels?.guardrails;
  return guardrails === undefined ? null : <GuardrailLights panel={guardrails} viewer={viewer} />;
}
