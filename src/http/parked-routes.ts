/** Parked work for the app's home page: what waits for a person, and a way to have it tried again. */
import { z } from 'zod';
import type { PortalId } from '../usecases/ports.ts';
import type { ParkedWork } from '../usecases/retry-parked.ts';
import { HttpError } from './http-error.ts';
import { parsedJson } from './raw-body.ts';
import { json, type Route } from './route.ts';

export type ParkedDeps = {
  readonly list: (portal: PortalId) => Promise<readonly ParkedWork[]>;
  /** False when nothing is parked under this subject, as after a repeated click. */
  readonly retry: (portal: PortalId, subject: string) => Promise<boolean>;
};

const retrying = z.object({ subject: z.string().min(1).max(200) });

/** Signed by HubSpot for a user of the portal; the same click twice has one effect. */
export function parkedRoutes(deps: ParkedDeps): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/home/parked',
      auth: 'viewer',
      answer: async (_call, portal) => json(200, { parked: await deps.list(portal) }),
    },
    {
      method: 'POST',
      path: '/home/parked/retry',
      auth: 'viewer',
      answer: async (call, portal) => {
        const body = retrying.safeParse(parsedJson(call.body).value);
        if (!body.success) throw new HttpError(400, 'no subject to retry');
        const retried = await deps.retry(portal, body.data.subject);
        return json(200, { retried, parked: await deps.list(portal) });
      },
    },
  ];
}
