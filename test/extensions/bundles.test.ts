import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import vm from 'node:vm';
import * as RemoteUI from '@remote-ui/react';
import React from 'react';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type BuiltExtension, buildExtensions } from '../../src/sandbox/extension-host/build-extensions.ts';

/** HubSpot names no limit; a card is loaded on every record that is opened, a page when somebody asks for it. */
const largestCard = 100_000;
const largestPage = 150_000;

let outDir: string;
let built: readonly BuiltExtension[];

beforeAll(async () => {
  // As HubSpot builds: a test run's own mode would bundle React's helpers for development.
  vi.stubEnv('NODE_ENV', 'production');
  outDir = mkdtempSync(path.join(tmpdir(), 'rapport-bundles-'));
  built = await buildExtensions(outDir);
  vi.unstubAllEnvs();
});

afterAll(() => {
  rmSync(outDir, { recursive: true });
});

test("HubSpot's own builder builds every card", () => {
  expect(built.map((it) => [it.uid, it.location])).toEqual([
    ['rapport_home', 'pages'],
    ['rapport_preview_card', 'crm.preview'],
    ['rapport_settings', 'settings'],
    ['rapport_sidebar_card', 'crm.record.sidebar'],
    ['rapport_stage_card', 'crm.record.tab'],
  ]);
});

test('a bundle, loaded as HubSpot loads it, hands over what to render', () => {
  for (const { uid, bundle } of built) {
    let extended: unknown;
    const self = {
      __HUBSPOT_EXTENSION_WORKER__: true,
      extend_V2: (render: unknown) => {
        extended = render;
      },
    };
    // Our own build, run in a context that holds only what HubSpot's worker holds.
    vm.runInContext(readFileSync(bundle, 'utf8'), vm.createContext({ self, React, RemoteUI, console }));
    expect(typeof extended, uid).toBe('function');
  }
});

test('a bundle stays small', () => {
  for (const { uid, type, bundle } of built) {
    const largest = type === 'card' ? largestCard : largestPage;
    expect(readFileSync(bundle).byteLength, uid).toBeLessThan(largest);
  }
});

test('a bundle brings no second React and nothing of the service', () => {
  for (const { uid, bundle } of built) {
    const text = readFileSync(bundle, 'utf8');
    expect(text, uid).not.toContain('react.production');
    expect(text, uid).not.toContain('zod');
    expect(text, uid).not.toMatch(/\brequire\(/);
  }
});
