/** Links of ours that open one thing of one portal for a while: nobody can guess another portal's, or use one for another. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { PortalId } from '../usecases/ports.ts';

/** What a link opens. It stands in front of what is signed, so that a link for one thing opens no other. */
export type LinkPurpose = 'install-progress' | 'export-person' | 'export-register';

/** An admin waits for the first reading; a download is clicked at once. */
const lifeMs: Readonly<Record<LinkPurpose, number>> = {
  'install-progress': 60 * 60_000,
  'export-person': 10 * 60_000,
  'export-register': 10 * 60_000,
};

export type Link = {
  readonly purpose: LinkPurpose;
  readonly portal: PortalId;
  /** Id of what it is about, where it is not the portal as a whole. */
  readonly about?: string;
};

const linkSchema = z.object({
  portal: z.string().regex(/^[1-9]\d{0,14}$/),
  about: z
    .string()
    .regex(/^\d{1,19}$/)
    .optional(),
  until: z.string().regex(/^\d{1,15}$/),
  key: z.string().length(43),
});

export function signedQuery(secret: string, link: Link, now: number): string {
  const until = now + lifeMs[link.purpose];
  const about = link.about === undefined ? '' : `about=${link.about}&`;
  return `portal=${link.portal}&${about}until=${until}&key=${keyOf(secret, link, until)}`;
}

/** What the link opens, or null when it is not ours, for something else, or has run out. Any secret in use is good. */
export function openedLink(
  secrets: readonly string[],
  purpose: LinkPurpose,
  query: unknown,
  now: number,
): Link | null {
  const parsed = linkSchema.safeParse(query);
  if (!parsed.success) return null;
  const { about } = parsed.data;
  const link: Link = {
    purpose,
    portal: Number(parsed.data.portal),
    ...(about === undefined ? {} : { about }),
  };
  const until = Number(parsed.data.until);
  const given = Buffer.from(parsed.data.key);
  const isOurs = secrets.some((secret) => {
    const expected = Buffer.from(keyOf(secret, link, until));
    return expected.length === given.length && timingSafeEqual(expected, given);
  });
  return isOurs && now < until ? link : null;
}

function keyOf(secret: string, { purpose, portal, about }: Link, until: number): string {
  const parts = [purpose, portal, ...(about === undefined ? [] : [about]), until];
  return createHmac('sha256', secret).update(parts.join(':')).digest('base64url');
}
