/** A route as data: what it answers to, who may call it, and a function from the call to the reply. */
import type { IncomingHttpHeaders } from 'node:http';

/**
 * `public`: everybody. `link`: the caller holds a signed link of ours (checked by the route).
 * `hubspot`: signature v3 over the raw body. `viewer`: the same, and the portal comes from the signed query.
 * `action`: signature v3 where there is one, else v2, with which HubSpot signs the calls of workflow actions.
 */
export type Auth = 'public' | 'link' | 'hubspot' | 'viewer' | 'action';

export type Call = {
  /** The query as parsed; a repeated key is an array. */
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: IncomingHttpHeaders;
  /** Empty where the method has none. */
  readonly body: Uint8Array;
  readonly requestId: string;
};

export type Reply = {
  readonly status: number;
  readonly type?: 'html' | 'json' | 'css' | 'js' | 'svg' | 'csv';
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Route = { readonly method: 'GET' | 'POST'; readonly path: string } & (
  | {
      readonly auth: 'public' | 'link' | 'hubspot' | 'action';
      readonly answer: (call: Call) => Promise<Reply>;
    }
  | { readonly auth: 'viewer'; readonly answer: (call: Call, portal: number) => Promise<Reply> }
);

export function json(status: number, value: unknown): Reply {
  return { status, type: 'json', body: JSON.stringify(value) };
}

export function redirect(to: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status: 302, headers: { ...headers, Location: to } };
}
