/** Everything that can be chosen about a sandbox portal; what is left out is as HubSpot has it. */
import type { Express } from 'express';
import type { AppDeclaration } from './app-declaration.ts';
import type { LimitSettings } from './limits/rate-limits.ts';
import type { ConsentPage } from './oauth/consent-html.ts';
import type { PortalSettings } from './portal-settings.ts';
import type { SandboxParts } from './sandbox.ts';
import type { WebhookFaults } from './webhooks/faults.ts';

export type SandboxOptions = {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Address to listen on; the local machine alone by default. */
  readonly host?: string;
  readonly apps: readonly AppDeclaration[];
  readonly portal?: Partial<PortalSettings>;
  /** Where the portal's clock begins, in ms since epoch; now by default. */
  readonly startAt?: number;
  readonly limits?: Partial<LimitSettings>;
  /** Where declared public origins really are: `{ 'https://api.rapport.example': 'http://localhost:8080' }`. */
  readonly origins?: Readonly<Record<string, string>>;
  /** Read at the start when it is there, written at the stop. */
  readonly stateFile?: string;
  /** JSONL of every API call, begun anew. */
  readonly recordFile?: string;
  /** How long a change takes to be found by search, in ms on the portal's clock; 0 by default. */
  readonly searchIndexLagMs?: number;
  readonly webhookFaults?: Partial<WebhookFaults>;
  /** Which calls fail once a share of failures is set; see `SandboxParts.faults`. */
  readonly apiFaultSeed?: number;
  /** How long webhook items gather before they leave, in real ms; 200 by default. */
  readonly webhookGatherMs?: number;
  /** What a batch update does about records that are gone; `partial` (207) by default. */
  readonly goneInBatch?: 'partial' | 'refuse';
  readonly consentHtml?: (page: ConsentPage) => string;
  /** Adds the portal's browser pages after the API. */
  readonly mountPages?: (app: Express, parts: SandboxParts) => void;
};
