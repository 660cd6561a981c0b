import { createHmac } from 'node:crypto';

export type SignedRequest = {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  /** ms since epoch on the portal's clock. */
  readonly at: number;
  readonly clientSecret: string;
};

/** HubSpot decodes these escapes, and only these, before it signs. */
const decoded = /%(3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi;

/** The two headers of HubSpot's signature v3: base64 of HMAC-SHA256 over method, address, body and timestamp. */
export function signatureHeaders({
  method,
  url,
  body,
  at,
  clientSecret,
}: SignedRequest): Record<string, string> {
  const uri = url.replace(decoded, (escaped) => decodeURIComponent(escaped));
  const signature = createHmac('sha256', clientSecret).update(`${method}${uri}${body}${at}`).digest('base64');
  return { 'x-hubspot-signature-v3': signature, 'x-hubspot-request-timestamp': String(at) };
}
