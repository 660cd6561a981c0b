/** What a card may ask of `hubspot.fetch`, checked as HubSpot's proxy checks it. */
import { z } from 'zod';

const requestSchema = z.object({
  url: z.url(),
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  body: z.unknown().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  timeoutMs: z.number().positive().optional(),
});

export type CardRequest = z.infer<typeof requestSchema>;

export type ParsedRequest =
  | { readonly kind: 'request'; readonly request: CardRequest }
  | { readonly kind: 'refused'; readonly status: number; readonly message: string };

/** Bytes of a request's or an answer's body. */
export const bodyLimit = 1024 * 1024;

/** `permittedOrigins` are those of the app's `permittedUrls.fetch`. */
export function parseCardRequest(value: unknown, permittedOrigins: readonly string[]): ParsedRequest {
  const parsed = requestSchema.safeParse(value);
  if (!parsed.success)
    return refused(400, `Not a request of hubspot.fetch: ${z.prettifyError(parsed.error)}`);
  const request = parsed.data;
  const { origin, protocol, hostname } = new URL(request.url);
  if (protocol !== 'https:' || hostname === 'localhost')
    return refused(400, 'hubspot.fetch calls https addresses only.');
  if (!permittedOrigins.includes(origin))
    return refused(403, `${origin} is not in the app's permittedUrls.fetch.`);
  const forbidden = Object.keys(request.headers ?? {}).filter(
    (name) => name.toLowerCase() !== 'authorization',
  );
  if (forbidden.length > 0)
    return refused(400, `Only Authorization may be set, not ${forbidden.join(', ')}.`);
  if (request.method === 'GET' && request.body !== undefined)
    return refused(400, 'A GET request has no body.');
  return { kind: 'request', request };
}

function refused(status: number, message: string): ParsedRequest {
  return { kind: 'refused', status, message };
}
