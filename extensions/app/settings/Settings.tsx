/** The settings page: what Rapport goes by in this portal, tried on the real contacts before it is applied. */
import { Alert, Flex, hubspot, Tab, Tabs } from '@hubspot/ui-extensions';
import { ask } from '@rapport/shared/ask.ts';
import { isSettingsView, type SettingsView } from '@rapport/shared/contract-settings.ts';
import { PageState } from '@rapport/shared/PageState.tsx';
import { type PageContext, pageViewerOf } from '@rapport/shared/page-viewer.ts';
import type { SettingsTexts } from '@rapport/shared/settings-texts.ts';
import { settingsTextsDe } from '@rapport/shared/settings-texts-de.ts';
import { settingsTextsEn } from '@rapport/shared/settings-texts-en.ts';
import { useQuestion } from '@rapport/shared/use-question.ts';
import type { Viewer } from '@rapport/shared/viewer.ts';
import { useCallback } from 'react';
import { HistoryTab } from './HistoryTab.tsx';
import { LiveTab } from './LiveTab.tsx';
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
    <PageState question={question} viewer={viewer}>
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

type SectionsProps = {
  settings: SettingsView;
  viewer: Viewer;
  actions: PageActions;
  show: (settings: SettingsView) => void;
};

function Sections({ settings, viewer, actions, show }: SectionsProps) {
  const texts = viewer.language === 'de' ? settingsTextsDe : settingsTextsEn;
  const changes = useChanges({ settings, viewer, texts, actions, show });
  const props = { settings, viewer, texts, changes };
  return (
    <Flex direction="column" gap="md">
      {!settings.mayChange && (
        <Alert title={texts.notAdmin.title} variant="warning">
          {texts.notAdmin.text}
        </Alert>
      )}
      {changes.problems.length > 0 && (
        <Alert title={texts.problems} variant="error">
          {changes.problems.map(({ sentence }) => sentence).join(' ')}
        </Alert>
      )}
      {changes.isChanged && <Alert title={texts.unsaved} variant="info" />}
      <Tabs defaultSelected="start">
        <Tab tabId="start" title={texts.tabs.start}>
          <QuestionsTab {...props} />
        </Tab>
        <Tab tabId="rules" title={texts.tabs.rules}>
          <RulesTab {...props} />
        </Tab>
        <Tab tabId="preview" title={texts.tabs.preview}>
          <PreviewTab {...props} />
        </Tab>
        <Tab tabId="privacy" title={texts.tabs.privacy}>
          <PrivacyTab {...props} />
        </Tab>
        <Tab tabId="live" title={texts.tabs.live}>
          <LiveTab {...props} />
        </Tab>
        <Tab tabId="history" title={texts.tabs.history}>
          <HistoryTab {...props} />
        </Tab>
      </Tabs>
    </Flex>
  );
}
