/**
 * The worker a card runs in: sets the globals that a HubSpot bundle expects, loads the bundle, renders it into the
 * remote tree that the page draws. The names of the globals are those ui-extensions 0.17 reads; they are internal to
 * HubSpot and may change with any minor version, which is why the package is pinned.
 */
import { createRemoteRoot, type RemoteChannel } from '@remote-ui/core';
import * as RemoteUI from '@remote-ui/react';
import { createEndpoint, retain } from '@remote-ui/rpc';
import * as React from 'react';
import { actionNames, type ExtensionContext, type HostApi, type LogLevel } from '../host/protocol.ts';
import { CardBoundary } from './card-boundary.ts';
import { setClock } from './portal-clock.ts';
import { createWorkerApi } from './worker-api.ts';

type ExtensionApi = {
  context: ExtensionContext | undefined;
  actions: Record<string, (...args: unknown[]) => unknown>;
  runServerlessFunction: () => Promise<never>;
};
type RenderExtension = (api: ExtensionApi) => React.ReactElement;

// This file is a worker's entry; TypeScript's DOM library only knows `self` as a window.
const scope = self as unknown as Record<string, unknown> & {
  importScripts(url: string): void;
  postMessage(message: unknown): void;
  addEventListener(event: 'message', listener: (event: MessageEvent) => void): void;
  removeEventListener(event: 'message', listener: (event: MessageEvent) => void): void;
};

const endpoint = createEndpoint<HostApi>(scope, {
  callable: ['fetch', 'action', 'log', 'properties', 'associations', 'now'],
});
const host = endpoint.call;
let renderExtension: RenderExtension | undefined;

const log = (level: LogLevel) => (message: unknown) => void host.log(level, String(message));
const noServerless = () => Promise.reject(new Error('Serverless functions do not run in the sandbox.'));

const api: ExtensionApi = {
  context: undefined,
  actions: Object.fromEntries(
    actionNames.map((name) => [name, (...args: unknown[]) => host.action(name, args)]),
  ),
  runServerlessFunction: noServerless,
};

Object.assign(scope, {
  React,
  RemoteUI,
  __HUBSPOT_EXTENSION_WORKER__: true,
  extend_V2: (render: RenderExtension) => {
    renderExtension = render;
  },
  serverless: noServerless,
  logger: { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') },
  ...createWorkerApi(host, () => api),
});

async function start(bundleUrl: string, channel: RemoteChannel, context: ExtensionContext): Promise<void> {
  retain(channel);
  api.context = context;
  // Asked first and awaited later: the bundle loads meanwhile.
  const now = host.now();
  scope.importScripts(bundleUrl);
  setClock(scope, await now);
  if (!renderExtension) throw new Error('The bundle did not call hubspot.extend().');
  // Without a list of components every name may travel: the page draws a box for those it does not know.
  const root = createRemoteRoot(channel, { strict: false });
  await RemoteUI.createRoot(root).render(
    React.createElement(CardBoundary, { report: log('error') }, renderExtension(api)),
  );
  root.mount();
}

endpoint.expose({ start });
