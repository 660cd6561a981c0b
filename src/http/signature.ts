/**
 * HubSpot's request signatures, checked on the raw bytes: v3 everywhere, v2 where a route allows it.
 * https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/request-validation
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export type SignedRequest = {
  readonly method: string;
  /** Path and query exactly as received. */
  readonly target: string;
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
};

export type SignatureSettings = {
  /** The addresses under which HubSpot calls us, without a trailing slash; never taken from the request itself. */
  readonly bases: readonly string[];
  /** All secrets that count now: two while one replaces the other. */
  readonly secrets: readonly string[];
};

export type Verdict = 'signed' | 'no-signature' | 'no-timestamp' | 'stale' | 'mismatch';

/** HubSpot's window, which we keep in both directions. */
export const signatureWindowMs = 5 * 60_000;

/** HubSpot decodes these escapes, and only these, before it signs. */
const decodedEscapes = /%(?:3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi;

export function checkV3(request: SignedRequest, settings: SignatureSettings, now: number): Verdict {
  const head = checkV3Head(request.headers, now);
  if (head !== 'signed') return head;
  const given = single(request.headers, 'x-hubspot-signature-v3') ?? '';
  const timestamp = single(request.headers, 'x-hubspot-request-timestamp') ?? '';
  for (const uri of urisOf(request, settings)) {
    for (const secret of settings.secrets) {
      const hmac = createHmac('sha256', secret)
        .update(request.method + uri)
        .update(request.body)
        .update(timestamp);
      if (isEqual(hmac.digest('base64'), given)) return 'signed';
    }
  }
  return 'mismatch';
}

/** What can be refused before the body is read. `signed` here means only that the rest is worth a look. */
export function checkV3Head(headers: SignedRequest['headers'], now: number): Verdict {
  if (!single(headers, 'x-hubspot-signature-v3')) return 'no-signature';
  const timestamp = single(headers, 'x-hubspot-request-timestamp');
  if (timestamp === null || !/^\d{1,15}$/.test(timestamp)) return 'no-timestamp';
  return Math.abs(now - Number(timestamp)) <= signatureWindowMs ? 'signed' : 'stale';
}

/** Whether the sender signed with v3 at all. */
export function hasV3(headers: SignedRequest['headers']): boolean {
  return headers['x-hubspot-signature-v3'] !== undefined;
}

/** v2 carries no timestamp, so it protects against forgery but not against repetition. */
export function checkV2(request: SignedRequest, settings: SignatureSettings): Verdict {
  const given = single(request.headers, 'x-hubspot-signature');
  if (!given || single(request.headers, 'x-hubspot-signature-version') !== 'v2') return 'no-signature';
  for (const base of settings.bases) {
    for (const secret of settings.secrets) {
      const hash = createHash('sha256')
        .update(secret + request.method + base + request.target)
        .update(request.body);
      if (isEqual(hash.digest('hex'), given)) return 'signed';
    }
  }
  return 'mismatch';
}

function urisOf({ target }: SignedRequest, { bases }: SignatureSettings): string[] {
  return bases.map((base) => (base + target).replace(decodedEscapes, (found) => decodeURIComponent(found)));
}

/** Node joins a repeated header with a comma, which no signature holds, so a doubled one never matches. */
function single(headers: SignedRequest['headers'], name: string): string | null {
  const value = headers[name];
  return typeof value === 'string' ? value : null;
}

function isEqual(expected: string, given: string): boolean {
  const a = Buffer.from(expected);
  const b = Buffer.from(given);
  return a.length === b.length && timingSafeEqual(a, b);
}
