/** The settings page: what Rapport goes by in this portal, tried on the real contacts before it is applied. */
import { Alert, Button, Flex, hubspot, StepIndicator, Tab, Tabs, Text } from '@hubspot/ui-extensions';
import { ask } from '@rapport/shared/ask.ts';
import { isSettingsView, type SettingsView } from '@rapport/shared/contract-settings.ts';
import { PageState } from '@rapport/shared/PageState.tsx';
import { type PageContext, pageViewerOf } from '@rapport/shared/page-viewer.ts';
import { sayProblem } from '@rapport/shared/say-problem.ts';
import type { SettingsTexts, TabName } from '@rapport/shared/settings-texts.ts';
import { settingsTextsDe } from '@rapport/shared/settings-texts-de.ts';
import { settingsTextsEn } from '@rapport/shared/settings-texts-en.ts';
import { useQuestion } from '@rapport/shared/use-question.ts';
import type { Viewer } from '@rapport/shared/viewer.ts';
import { type ComponentType, useCallback, useState } from 'react';
import { HistoryTab } from './HistoryTab.tsx';
import { LiveTab } from './LiveTab.tsx';
import { MappingTab } from './MappingTab.tsx';
import { PreviewTab } from './PreviewTab.tsx';
import { PrivacyTab } from './PrivacyTab.tsx';
import { QuestionsTab } from './QuestionsTab.tsx';
import { RulesTab } from './RulesTab.tsx';
import { type Changes, useChanges } from './use-changes.ts';

/** What of HubSpot's actions the page needs. */
export type PageActions = {
  readonly addAlert: (alert: { type: 'success' | 'warning' | 'danger'; message: string }) => void;
};

hubspot.extend<'settings'>(({ context, actions }) => <Settings context={context} actions={actions} />);

export function Settings({ context, actions }: { context: PageContext; actions: PageActions }) {
  const viewer = pageViewerOf(context);
  const { backend, language } = viewer;
  const put = useCallback(
    () =>
      ask({
        send: () => hubspot.fetch(`${backend}/settings?locale=${language}`, { method: 'GET' }),
        reads: isSettingsView,
        alsoReads: [],
      }),
    [backend, language],
  );
  const question = useQuestion(put);
  return (
    <PageState question={question} what="settings" viewer={viewer}>
      {(settings) => <Sections settings={settings} viewer={viewer} actions={actions} show={question.show} />}
    </PageState>
  );
}

/** What every part of the page is given. */
export type PartProps = {
  settings: SettingsView;
  viewer: Viewer;
  texts: SettingsTexts;
  changes: Changes;
};

/** The parts in their order. */
const parts: readonly (readonly [TabName, ComponentType<PartProps>])[] = [
  ['start', QuestionsTab],
  ['mapping', MappingTab],
  ['rules', RulesTab],
  ['preview', PreviewTab],
  ['privacy', PrivacyTab],
  ['live', LiveTab],
  ['history', HistoryTab],
];

type SectionsProps = {
  settings: SettingsView;
  viewer: Viewer;
  actions: PageActions;
  show: (settings: SettingsView) => void;
};

function Sections({ settings, viewer, actions, show }: SectionsProps) {
  const texts = viewer.language === 'de' ? settingsTextsDe : settingsTextsEn;
  const changes = useChanges({ settings, viewer, texts, actions, show });
  const [shown, setShown] = useState<TabName>('start');
  const [seen, setSeen] = useState<readonly TabName[]>(['start']);
  const open = (tab: TabName) => {
    setShown(tab);
    setSeen([...seen.filter((it) => it !== tab), tab]);
  };
  const props = { settings, viewer, texts, changes };
  return (
    <Flex direction="column" gap="md">
      {!settings.mayChange && (
        <Alert title={texts.notAdmin.title} variant="warning">
          {texts.notAdmin.text}
        </Alert>
      )}
      {settings.mayChange && !settings.isAnswered && <FirstVisit {...props} />}
      {changes.problems.length > 0 && (
        <Alert title={texts.problems} variant="error">
          {changes.problems.map((problem) => sayProblem(problem, viewer.language)).join(' ')}
        </Alert>
      )}
      {changes.isChanged && shown !== 'preview' && (
        <Alert title={texts.unsaved} variant="info">
          <Flex direction="row" gap="sm" align="center" justify="between" wrap={true}>
            <Text>{texts.unsavedText}</Text>
            <Button size="small" onClick={() => open('preview')}>
              {texts.tabs.preview}
            </Button>
          </Flex>
        </Alert>
      )}
      <Tabs selected={shown} onSelectedChange={(tab: unknown) => open(tabOf(tab))}>
        {parts.map(([name, Part]) => (
          <Tab key={name} tabId={name} title={texts.tabs[name]}>
            {/* A part begins when it is first opened, since some ask for more, and then keeps what was entered. */}
            {seen.includes(name) && <Part {...props} />}
          </Tab>
        ))}
      </Tabs>
    </Flex>
  );
}

function tabOf(id: unknown): TabName {
  return parts.find(([name]) => name === id)?.[0] ?? 'start';
}

/** The way of a portal whose questions nobody answered yet. */
function FirstVisit({ texts: { setup }, changes }: PartProps) {
  return (
    <Flex direction="column" gap="sm">
      <Text format={{ fontWeight: 'demibold' }}>{setup.title}</Text>
      <Text>{setup.text}</Text>
      <StepIndicator stepNames={[...setup.steps]} currentStep={changes.isChanged ? 1 : 0} />
    </Flex>
  );
}
