/** Who looks at a card: taken from the query that HubSpot appended and signed, and from nowhere else. */
import type { Person } from '../usecases/corrections.ts';
import { HttpError } from './http-error.ts';
import type { Call } from './route.ts';

/** Throws 400 without exactly one portal. Other keys are HubSpot's business: it may add some at any time. */
export function portalOf(call: Call): number {
  const portal = call.query['portalId'];
  if (typeof portal !== 'string' || !/^[1-9]\d{0,14}$/.test(portal))
    throw new HttpError(400, 'no portal in the query');
  return Number(portal);
}

/** Throws 400 without exactly one user. HubSpot leaves the address out for some. */
export function personOf(call: Call): Person {
  const { userId, userEmail } = call.query;
  if (typeof userId !== 'string' || !/^[1-9]\d{0,14}$/.test(userId))
    throw new HttpError(400, 'no user in the query');
  const hasEmail = typeof userEmail === 'string' && userEmail !== '' && userEmail.length <= 320;
  return { userId: Number(userId), email: hasEmail ? userEmail : null };
}
