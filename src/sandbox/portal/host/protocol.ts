/**
 * What a card's worker and the portal page say to each other. Functions travel as well: the rpc layer keeps them on
 * their own side and hands over proxies, so every call is a promise.
 */
import type { RemoteChannel } from '@remote-ui/core';

export type FetchRequest = {
  readonly url: string;
  readonly method: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** What the card asked for; the server caps it. */
  readonly timeoutMs?: number;
};

/** Response headers are not exposed to cards. */
export type FetchAnswer = { readonly status: number; readonly body: string };

export type Properties = Readonly<Record<string, string | null>>;

export const actionNames = [
  'addAlert',
  'closeOverlay',
  'copyTextToClipboard',
  'fetchCrmObjectProperties',
  'navigateToPage',
  'onCrmPropertiesUpdate',
  'openIframeModal',
  'refreshObjectProperties',
  'reloadPage',
] as const;

export type ActionName = (typeof actionNames)[number];

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** Answered by the page. */
export type HostApi = {
  fetch(request: FetchRequest): Promise<FetchAnswer>;
  action(name: ActionName, args: readonly unknown[]): Promise<unknown>;
  log(level: LogLevel, message: string): Promise<void>;
  /** Reads properties of the open record, and calls `onUpdate` whenever one of them changes on the page. */
  properties(names: readonly string[], onUpdate: (values: Properties) => void): Promise<Properties>;
  associations(request: unknown): Promise<unknown>;
  /** The portal's time, ms since epoch: its clock can be moved, and its cards live by it. */
  now(): Promise<number>;
};

/** Answered by the worker. */
export type WorkerApi = {
  start(bundleUrl: string, channel: RemoteChannel, context: ExtensionContext): Promise<void>;
};

/** What the card gets as `context` (ui-extensions 0.17, `CrmContext`). */
export type ExtensionContext = {
  readonly location: string;
  readonly portal: { readonly id: number; readonly timezone: string };
  readonly user: {
    readonly id: number;
    readonly email: string;
    readonly emails: readonly string[];
    readonly firstName: string;
    readonly lastName: string;
    readonly roles: readonly string[];
    readonly teams: readonly never[];
    readonly locale: string;
    readonly language: string;
    readonly permissions: readonly string[];
  };
  readonly variables: Readonly<Record<string, string | number | boolean>>;
  readonly extension: { readonly appId: number; readonly appName: string; readonly cardTitle: string };
  readonly crm?: { readonly objectId: number; readonly objectTypeId: string };
  /** Where an app page is; the SDK's router asks for it, no extension sees it here. */
  readonly page?: { readonly path: string; readonly params: Readonly<Record<string, string>> };
};
