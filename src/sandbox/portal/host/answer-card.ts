/** Answers a card's worker: fetch through the portal's server, actions on the page, reads of the open record. */
import {
  type ActionName,
  actionNames,
  type FetchAnswer,
  type FetchRequest,
  type HostApi,
  type LogLevel,
  type Properties,
} from './protocol.ts';

export type CardAlert = { readonly type: string; readonly title?: string; readonly message: string };

/** What the page that shows a card does for it. */
export type CardBridge = {
  fetch(request: FetchRequest): Promise<FetchAnswer>;
  showAlert(alert: CardAlert): void;
  navigate(href: string): void;
  resolveLink(url: string): { readonly href: string; readonly external: boolean };
  /** The open record's properties as they are now. */
  readProperties(names: readonly string[] | '*'): Promise<Properties>;
  /** Makes the page read the record again, and tells every card that listens. */
  refreshRecord(): void;
  onRecordChange(listener: () => void): void;
  associations(request: unknown): Promise<unknown>;
  now(): Promise<number>;
  openFrame(frame: {
    readonly uri: string;
    readonly title: string;
    readonly width: number;
    readonly height: number;
  }): void;
  log(level: LogLevel, message: string): void;
};

type Action = (bridge: CardBridge, args: readonly unknown[]) => unknown;

export function answerCard(bridge: () => CardBridge, closeOverlay: () => void): HostApi {
  const actions: Readonly<Record<ActionName, Action>> = { ...cardActions, closeOverlay };
  return {
    fetch: (request) => bridge().fetch(request),
    action: async (name, args) => {
      if (!actionNames.includes(name)) throw new Error(`The sandbox has no action called ${name}.`);
      return actions[name](bridge(), args);
    },
    log: async (level, message) => bridge().log(level, message),
    properties: async (names, onUpdate) => {
      bridge().onRecordChange(() => void bridge().readProperties(names).then(onUpdate));
      return bridge().readProperties(names);
    },
    associations: (request) => bridge().associations(request),
    now: () => bridge().now(),
  };
}

const cardActions: Readonly<Record<Exclude<ActionName, 'closeOverlay'>, Action>> = {
  addAlert: (bridge, [alert]) => {
    const { type, title, message } = record(alert);
    bridge.showAlert({
      type: String(type ?? 'info'),
      message: String(message ?? ''),
      ...(title ? { title: String(title) } : {}),
    });
  },
  copyTextToClipboard: (_, [text]) => navigator.clipboard.writeText(String(text)),
  fetchCrmObjectProperties: (bridge, [names]) => bridge.readProperties(propertyNames(names)),
  navigateToPage: (bridge, [target]) => bridge.navigate(String(record(target).to ?? '/')),
  onCrmPropertiesUpdate: (bridge, [names, listener]) => {
    // The second argument is a proxy of the card's function.
    const tell = listener as (values: Properties) => void;
    bridge.onRecordChange(() => void bridge.readProperties(propertyNames(names)).then(tell));
  },
  openIframeModal: (bridge, [frame]) => {
    const { uri, title, width, height } = record(frame);
    bridge.openFrame({
      uri: String(uri),
      title: String(title ?? 'Window'),
      width: Number(width) || 640,
      height: Number(height) || 480,
    });
  },
  refreshObjectProperties: (bridge) => bridge.refreshRecord(),
  reloadPage: () => window.location.reload(),
};

function propertyNames(value: unknown): readonly string[] | '*' {
  return Array.isArray(value) ? value.map(String) : '*';
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
