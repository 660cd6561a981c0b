/** Signs what the portal sends to an app, in the ways HubSpot does. */
import { createHash, createHmac } from 'node:crypto';

export type Signable = {
  readonly method: string;
  /** The public address, query included. */
  readonly uri: string;
  readonly body: string;
  /** ms since epoch on the portal's clock. */
  readonly at: number;
};

/** The escapes that are undone before an address is signed. The `?` that begins the query is none of them. */
const decoded: Readonly<Record<string, string>> = {
  '%3A': ':',
  '%2F': '/',
  '%3F': '?',
  '%40': '@',
  '%21': '!',
  '%24': '$',
  '%27': "'",
  '%28': '(',
  '%29': ')',
  '%2A': '*',
  '%2C': ',',
  '%3B': ';',
};

export function signV3(secret: string, { method, uri, body, at }: Signable): string {
  const readable = uri.replace(
    /%(?:3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi,
    (escaped) => decoded[escaped.toUpperCase()] ?? escaped,
  );
  return createHmac('sha256', secret).update(`${method}${readable}${body}${at}`, 'utf8').digest('base64');
}

/** For classic webhooks. */
export function signV1(secret: string, body: string): string {
  return createHash('sha256').update(`${secret}${body}`, 'utf8').digest('hex');
}

/** For workflow actions and the older cards. */
export function signV2(secret: string, { method, uri, body }: Signable): string {
  return createHash('sha256').update(`${secret}${method}${uri}${body}`, 'utf8').digest('hex');
}

export function signedHeaders(
  secret: string,
  signable: Signable,
  older: 'v1' | 'v2',
): Record<string, string> {
  return {
    'Content-Type': 'application/json',
    'X-HubSpot-Signature-v3': signV3(secret, signable),
    'X-HubSpot-Request-Timestamp': String(signable.at),
    'X-HubSpot-Signature': older === 'v1' ? signV1(secret, signable.body) : signV2(secret, signable),
    'X-HubSpot-Signature-Version': older,
  };
}
