/** All that stands behind the first glance, one tab for each question a rep asks. A tab without an answer is not there. */
import { Flex, Tab, Tabs } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { ApproachSection } from './ApproachSection.tsx';
import type { CardPanels } from './contract.ts';
import { DesiredSection } from './DesiredSection.tsx';
import { GuardrailSection } from './GuardrailSection.tsx';
import { HistorySection } from './HistorySection.tsx';
import { LevelSection } from './LevelSection.tsx';
import { MatrixSection } from './MatrixSection.tsx';
import { MilestoneStrip } from './MilestoneStrip.tsx';
import { RecoverySection } from './RecoverySection.tsx';
import { textsFor } from './texts.ts';
import type { Viewer } from './viewer.ts';

type Props = {
  panels: CardPanels;
  viewer: Viewer;
  uiDomain: string | undefined;
  /** Why this stage; null without one. */
  why: ReactNode;
  /** What was corrected by hand, below the history. */
  corrections: ReactNode;
  /** They are read when somebody looks, and not with every card. */
  openHistory: () => void;
};

export function DetailTabs({ panels, viewer, uiDomain, why, corrections, openHistory }: Props) {
  const { tabs } = textsFor(viewer.language).panels;
  const { guardrails, milestones, recovery, history } = panels;
  const about = { viewer, uiDomain };
  const first = why !== null ? 'why' : guardrails !== undefined ? 'guardrails' : 'history';
  return (
    <Tabs
      variant="default"
      defaultSelected={first}
      onSelectedChange={(tab: string | number) => {
        if (tab === 'history') openHistory();
      }}
    >
      {why !== null && (
        <Tab tabId="why" title={tabs.why}>
          {why}
        </Tab>
      )}
      {guardrails !== undefined && (
        <Tab tabId="guardrails" title={tabs.guardrails}>
          <GuardrailSection panel={guardrails} viewer={viewer} />
        </Tab>
      )}
      {milestones !== undefined && (
        <Tab tabId="milestones" title={tabs.milestones}>
          <Flex direction="column" gap="md">
            {recovery && <RecoverySection panel={recovery} {...about} />}
            <MilestoneStrip panel={milestones} {...about} />
          </Flex>
        </Tab>
      )}
      {(panels.matrix ?? panels.level ?? panels.approaches ?? panels.desired) !== undefined && (
        <Tab tabId="value" title={tabs.value}>
          <Value panels={panels} {...about} />
        </Tab>
      )}
      <Tab tabId="history" title={tabs.history}>
        <Flex direction="column" gap="md">
          {history !== undefined && <HistorySection panel={history} viewer={viewer} />}
          {corrections}
        </Flex>
      </Tab>
    </Tabs>
  );
}

function Value({ panels, viewer, uiDomain }: Pick<Props, 'panels' | 'viewer' | 'uiDomain'>) {
  const { level, desired, approaches, matrix } = panels;
  return (
    <Flex direction="column" gap="lg">
      {level !== undefined && <LevelSection panel={level} viewer={viewer} uiDomain={uiDomain} />}
      {desired !== undefined && <DesiredSection panel={desired} viewer={viewer} />}
      {approaches !== undefined && <ApproachSection panel={approaches} viewer={viewer} />}
      {matrix !== undefined && <MatrixSection panel={matrix} viewer={viewer} />}
    </Flex>
  );
}
