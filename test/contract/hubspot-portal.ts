/**
 * The portal that the contract suite talks to: the sandbox, or a real test portal when RAPPORT_CONTRACT_TOKEN (an access
 * token) is given. RAPPORT_CONTRACT_URL is the API's address, HubSpot's own by default.
 */

import type { SandboxOptions } from '../../src/sandbox/sandbox-options.ts';
import type { SandboxRecord } from '../../src/sandbox/sandbox-record.ts';
import { openSandbox, type Reply } from '../sandbox/support/sandbox-world.ts';

export const realToken = process.env['RAPPORT_CONTRACT_TOKEN'];
const realUrl = process.env['RAPPORT_CONTRACT_URL'] ?? 'https://api.hubapi.com';

export const isReal = realToken !== undefined;

export type ContractPortal = AsyncDisposable & {
  readonly url: string;
  call(method: string, path: string, body?: unknown): Promise<Reply>;
};

/** @param forSandbox what the sandbox must be like for the case; a real portal is as it is. */
export async function openPortal(
  forSandbox: Partial<SandboxOptions> & { readonly records?: Iterable<SandboxRecord> } = {},
): Promise<ContractPortal> {
  if (realToken === undefined) return openSandbox(forSandbox);
  const isAboutLimits = forSandbox.limits !== undefined;
  return {
    url: realUrl,
    async call(method, path, body) {
      const reply = await callReal(method, path, body);
      // Cases share the windows of the real portal: one that is not about them waits until they are empty.
      if (reply.status !== 429 || isAboutLimits) return reply;
      await new Promise((resolve) => setTimeout(resolve, 10_500));
      return callReal(method, path, body);
    },
    async [Symbol.asyncDispose]() {},
  };
}

async function callReal(method: string, path: string, body: unknown): Promise<Reply> {
  const response = await fetch(realUrl + path, {
    method,
    headers: { authorization: `Bearer ${realToken}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: answer === '' ? null : JSON.parse(answer),
  };
}
