/**
 * Writes HubSpot's project files that repeat anything of app.json: `npm run generate`. A test compares the files in the
 * tree with these, so nobody edits them by hand. The cards' own files repeat nothing and are written by hand.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { loadManifest, type Manifest } from '../src/manifest.ts';
import { workflowAction } from './hsmeta-action.ts';

const root = path.resolve(import.meta.dirname, '..');
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

/** Each generated file by its path from the repository's root, as text, formatted as the linter wants it. */
export function hsmetaFiles(manifest: Manifest = loadManifest()): ReadonlyMap<string, string> {
  const files: [string, unknown][] = [
    ['extensions/app/app-hsmeta.json', application(manifest)],
    ['extensions/app/webhooks/webhooks-hsmeta.json', webhooks(manifest)],
    ...manifest.appEvents.map((event): [string, unknown] => [
      `extensions/app/app-events/${event.name.replaceAll('_', '-')}-hsmeta.json`,
      appEvent(event),
    ]),
    ...manifest.workflowActions.map((action): [string, unknown] => [
      `extensions/app/workflow-actions/${action.name.replaceAll('_', '-')}-hsmeta.json`,
      workflowAction(action, manifest.backend),
    ]),
  ];
  return new Map(files.map(([file, content]) => [file, formatted(file, content)]));
}

function application(manifest: Manifest) {
  return {
    uid: manifest.uid,
    type: 'app',
    config: {
      name: manifest.name,
      description: manifest.description,
      distribution: 'marketplace',
      auth: {
        type: 'oauth',
        redirectUrls: [manifest.redirectUrl],
        requiredScopes: manifest.scopes.required.map((it) => it.name),
        optionalScopes: manifest.scopes.optional.map((it) => it.name),
        conditionallyRequiredScopes: [],
      },
      permittedUrls: manifest.permittedUrls,
      support: manifest.support,
    },
  };
}

function webhooks(manifest: Manifest) {
  const crm = manifest.subscriptions.filter((it) => it.objectType !== null);
  const hub = manifest.subscriptions.filter((it) => it.objectType === null);
  return {
    uid: `${manifest.uid}_webhooks`,
    type: 'webhooks',
    config: {
      settings: {
        targetUrl: manifest.webhookUrl,
        maxConcurrentRequests: manifest.webhooks.maxConcurrentRequests,
      },
      subscriptions: {
        crmObjects: crm.map(({ subscriptionType, objectType, propertyName }) => ({
          subscriptionType,
          objectType,
          ...(propertyName === null ? {} : { propertyName }),
          active: true,
        })),
        hubEvents: hub.map(({ subscriptionType }) => ({ subscriptionType, active: true })),
      },
    },
  };
}

function appEvent({ uid, label, objectType, headerTemplate, detailTemplate, properties }: AppEvent) {
  return {
    uid,
    type: 'app-event',
    config: { name: label, objectType, headerTemplate, detailTemplate, properties },
  };
}

type AppEvent = Manifest['appEvents'][number];

function formatted(file: string, content: unknown): string {
  return execFileSync(process.execPath, [biome, 'format', `--stdin-file-path=${file}`], {
    cwd: root,
    input: JSON.stringify(content, null, 2),
    encoding: 'utf8',
  });
}

if (process.argv[1] === import.meta.filename) {
  for (const [file, text] of hsmetaFiles()) {
    const target = path.join(root, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}
