/** A link of ours that opens one portal's progress page for an hour: nobody can guess another portal's. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { PortalId } from '../usecases/ports.ts';

export const linkLifeMs = 60 * 60_000;

const linkSchema = z.object({
  portal: z.string().regex(/^[1-9]\d{0,14}$/),
  until: z.string().regex(/^\d{1,15}$/),
  key: z.string().length(43),
});

export function signedQuery(secret: string, portal: PortalId, now: number): string {
  const until = now + linkLifeMs;
  return `portal=${portal}&until=${until}&key=${keyOf(secret, portal, until)}`;
}

/** The portal that the link opens, or null when it is not ours or has run out. Any secret in use is good. */
export function portalOfLink(secrets: readonly string[], query: unknown, now: number): PortalId | null {
  const parsed = linkSchema.safeParse(query);
  if (!parsed.success) return null;
  const portal = Number(parsed.data.portal);
  const until = Number(parsed.data.until);
  const given = Buffer.from(parsed.data.key);
  const isOurs = secrets.some((secret) => {
    const expected = Buffer.from(keyOf(secret, portal, until));
    return expected.length === given.length && timingSafeEqual(expected, given);
  });
  return isOurs && now < until ? portal : null;
}

/** The purpose stands in front, so that no other use of the secret yields the same value. */
function keyOf(secret: string, portal: PortalId, until: number): string {
  return createHmac('sha256', secret).update(`install-progress:${portal}:${until}`).digest('base64url');
}
