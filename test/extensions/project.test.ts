import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { http } from '@hubspot/local-dev-lib/http';
import { parseProjectConfig } from '@hubspot/project-parsing-lib/projects';
import { translate } from '@hubspot/project-parsing-lib/translate';
import { afterEach, expect, test, vi } from 'vitest';
import { extensionsLock, extensionsLockFile } from '../../scripts/extensions-lock.ts';
import { hsmetaFiles } from '../../scripts/hsmeta.ts';
import { referenceFile, referencePage } from '../../scripts/reference-docs.ts';
import { settingsFile, settingsPage } from '../../scripts/settings-reference.ts';
import { travels } from '../../scripts/upload-archive.ts';
import { extensionsIn } from '../../src/sandbox/extension-host/build-extensions.ts';

const root = path.resolve(import.meta.dirname, '../..');
const object = { type: 'object' };

/**
 * HubSpot hands its schemas to logged-in accounts only. These are our reading of its documentation: they catch what it
 * names as required, no more.
 */
const schemas = {
  APPLICATION: {
    type: 'object',
    required: ['name', 'description', 'distribution', 'auth', 'permittedUrls', 'support'],
    properties: {
      distribution: { enum: ['marketplace', 'private'] },
      auth: {
        type: 'object',
        required: ['type', 'redirectUrls', 'requiredScopes', 'optionalScopes', 'conditionallyRequiredScopes'],
        properties: { type: { const: 'oauth' }, redirectUrls: { type: 'array', minItems: 1 } },
      },
    },
  },
  CARD: {
    type: 'object',
    required: ['name', 'location', 'entrypoint', 'objectTypes'],
    properties: {
      location: { enum: ['crm.record.tab', 'crm.record.sidebar', 'crm.preview', 'helpdesk.sidebar'] },
    },
  },
  WEBHOOKS: { type: 'object', required: ['settings', 'subscriptions'] },
  APP_EVENT: {
    type: 'object',
    required: ['name', 'objectType', 'headerTemplate', 'detailTemplate', 'properties'],
  },
  SETTINGS: object,
  PAGE: object,
  WORKFLOW_ACTION: {
    type: 'object',
    required: [
      'actionUrl',
      'isPublished',
      'supportedClients',
      'objectTypes',
      'inputFields',
      'outputFields',
      'labels',
    ],
    properties: {
      labels: {
        type: 'object',
        required: ['en'],
        additionalProperties: {
          type: 'object',
          required: [
            'actionName',
            'actionDescription',
            'actionCardContent',
            'inputFieldLabels',
            'outputFieldLabels',
          ],
        },
      },
    },
  },
};

afterEach(() => {
  vi.restoreAllMocks();
});

async function translated() {
  // The parser reads only `data` of the answer.
  vi.spyOn(http, 'get').mockResolvedValue({ data: schemas } as never);
  const { srcDir, platformVersion } = parseProjectConfig(root);
  const projectSourceDir = path.join(root, srcDir);
  return translate({ projectSourceDir, platformVersion, accountId: 1 }, {});
}

test("the whole project passes HubSpot's own translation, no file skipped", async () => {
  const { intermediateRepresentation, skippedHsMetaFiles } = await translated();
  expect(skippedHsMetaFiles).toEqual([]);
  const nodes = Object.values(intermediateRepresentation.intermediateNodesIndexedByUid);
  expect(nodes.map((node) => `${node.componentType} ${node.uid}`).sort()).toEqual([
    'APPLICATION rapport',
    'APP_EVENT rapport_milestone_reached',
    'APP_EVENT rapport_recovery_closed',
    'APP_EVENT rapport_recovery_opened',
    'APP_EVENT rapport_stage_changed',
    'CARD rapport_preview_card',
    'CARD rapport_sidebar_card',
    'CARD rapport_stage_card',
    'PAGE rapport_home',
    'SETTINGS rapport_settings',
    'WEBHOOKS rapport_webhooks',
    'WORKFLOW_ACTION rapport_assess_now',
    'WORKFLOW_ACTION rapport_check_guardrail',
    'WORKFLOW_ACTION rapport_open_recovery_case',
    'WORKFLOW_ACTION rapport_set_desired',
  ]);
});

test('every entrypoint exists', () => {
  const entrypoints = extensionsIn()
    .map((it) => it.entrypoint)
    .sort();
  expect(entrypoints).toEqual([
    'app/cards/PreviewCard.tsx',
    'app/cards/SidebarCard.tsx',
    'app/cards/StageCard.tsx',
    'app/pages/Home.tsx',
    'app/settings/Settings.tsx',
  ]);
  expect(entrypoints.filter((it) => !existsSync(path.join(root, 'extensions', it)))).toEqual([]);
});

test.each([...hsmetaFiles()])('%s is what app.json says: npm run generate', (file, text) => {
  expect(readFileSync(path.join(root, file), 'utf8')).toBe(text);
});

test('the page on data and permissions is what app.json says: npm run generate', () => {
  expect(readFileSync(referenceFile, 'utf8')).toBe(referencePage());
});

test('the page on settings is what the settings say of themselves: npm run generate', () => {
  expect(readFileSync(settingsFile, 'utf8')).toBe(settingsPage());
});

test('the lock file that HubSpot builds with is cut from ours: npm run generate', () => {
  expect(readFileSync(extensionsLockFile, 'utf8')).toBe(extensionsLock());
});

test('every package in that lock file is in a place that exists without the repository', () => {
  const lock: unknown = JSON.parse(extensionsLock());
  expect(JSON.stringify(lock)).not.toContain('extensions/app');
  expect(lock).toHaveProperty(['packages', 'node_modules/react', 'version'], '18.3.1');
  expect(lock).toHaveProperty(['packages', 'node_modules/@rapport/shared', 'link'], true);
});

test.each([
  ['app/cards/StageCard.tsx', true],
  ['app/package-lock.json', true],
  ['app/node_modules/react/index.js', false],
  ['app/cards/.vite/cache.js', false],
  ['.env', false],
  ['', true],
])('of %j it is %s that it travels in the upload', (file, expected) => {
  expect(travels(file)).toBe(expected);
});
