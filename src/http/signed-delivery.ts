/** A delivery without events, signed as HubSpot signs: whether it arrives tells whether HubSpot’s would. */
import { createHmac } from 'node:crypto';

export function signedEmptyDelivery(
  url: string,
  secret: string,
  now: number,
): { readonly body: string; readonly headers: Readonly<Record<string, string>> } {
  const body = '[]';
  const signature = createHmac('sha256', secret).update(`POST${url}${body}${now}`).digest('base64');
  return {
    body,
    headers: {
      'Content-Type': 'application/json',
      'X-HubSpot-Signature-v3': signature,
      'X-HubSpot-Request-Timestamp': String(now),
    },
  };
}
