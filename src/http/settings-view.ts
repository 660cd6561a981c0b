/** The settings page's answer, made of what the use case found. */
import type { FieldView, PreviewView, SettingsView } from '@rapport/shared/contract-settings.ts';
import { statementTemplate } from '../relationship/guardrails/transparency.ts';
import { playbookTexts } from '../relationship/playbook/playbook-texts.ts';
import { stepCodes } from '../relationship/playbook/steps.ts';
import type { Language } from '../relationship/stage/reason.ts';
import type { Admin } from '../usecases/admins.ts';
import type { Preview } from '../usecases/preview.ts';
import type { SettingsPage } from '../usecases/read-settings-page.ts';
import { type Field, fieldsOf } from '../usecases/settings-fields.ts';

export function settingsView(page: SettingsPage, language: Language): SettingsView {
  const { installation, choices, proposal } = page;
  const { settings } = choices;
  const { general } = settings.questionnaire;
  return {
    kind: 'settings',
    mayChange: page.mayChange,
    revision: page.revision,
    fields: fieldsOf(settings).map(fieldView),
    questionnaire: general,
    families: settings.questionnaire.families,
    familyMargins: settings.level.enteredMarginByFamily,
    depthBySegment: settings.desired.depthBySegment,
    rates: settings.matrix.rates,
    playbook: stepCodes.map((step) => ({
      step,
      standard: { en: playbookTexts.en.steps[step], de: playbookTexts.de.steps[step] },
    })),
    ownSteps: settings.playbook.ownTexts,
    hours: settings.businessHours.hours,
    isAnswered: general.collects !== 'unknown',
    language: choices.language,
    retentionDays: choices.retentionDays,
    neutralLabels: choices.neutralLabels,
    legalBasis: choices.legalBasis,
    live: installation.live,
    appEvents: installation.appEvents,
    wouldFire: Object.entries(page.wouldFire).map(([stage, contacts]) => ({ stage, contacts })),
    firing: page.firing,
    history: page.history.map((it) => ({
      revision: it.revision,
      at: iso(it.at),
      by: it.by.email,
      note: it.note,
      backTo: it.backTo,
    })),
    proposal:
      proposal === null
        ? null
        : { version: proposal.model.version, at: iso(proposal.fittedAt), ...proposal.judgement },
    statement: {
      ...statementTemplate(language),
      release:
        choices.statement === null ? null : { by: choices.statement.by, at: iso(choices.statement.at) },
    },
    admins: page.admins.map(adminView),
    missingScopes: installation.missingScopes,
    everything: JSON.stringify(settings, null, 2),
  };
}

function fieldView({ range, ...field }: Field): FieldView {
  return { ...field, ...range };
}

function adminView({ userId, email, addedAt }: Admin) {
  return { who: String(userId ?? email), name: email ?? `HubSpot user ${userId}`, addedAt: iso(addedAt) };
}

export function previewView({ id, state, done, total, result }: Preview): PreviewView {
  return {
    id,
    state,
    done,
    total,
    result:
      result === null
        ? null
        : {
            ...result,
            stages: Object.entries(result.stages).map(([stage, counts]) => ({ stage, ...counts })),
          },
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
