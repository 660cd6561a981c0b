import type { PortalInfo } from './sandbox-api-for-pages.ts';

/** What the portal's pages need before they can show anything: `GET /_portal/frame`. */
export type PortalFrame = {
  readonly portal: PortalInfo;
  readonly app: { readonly appId: number; readonly name: string };
  readonly variables: Readonly<Record<string, string | number | boolean>>;
  readonly extensions: readonly PortalExtension[];
};

/** A card that the portal can show, wherever its location says. */
export type PortalExtension = {
  readonly uid: string;
  readonly title: string;
  /** For example `crm.record.tab`. */
  readonly location: string;
  readonly objectTypes: readonly string[];
  readonly bundleUrl: string;
};
